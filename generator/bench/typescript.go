package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
)

// typescript measures what is generated for TypeScript, on Node.
func typescript(ctx context.Context, e effort, dir string, all *results) error {
	version, err := run(ctx, ".", nil, "node", "--version")
	if err != nil {
		return err
	}
	all.machine = append(all.machine, "Node "+oneLine(version.out))
	module, err := filepath.Abs(filepath.Join(root, "gen/typescript/src/http.ts"))
	if err != nil {
		return err
	}
	equal, err := equalCodes(ctx, filepath.Join(dir, "typescript"))
	if err != nil {
		return err
	}
	printed, err := run(ctx, ".", nil, "node", "testdata/typescript/speed.mjs", module, equal,
		strconv.Itoa(e.rounds), strconv.FormatInt(e.spell.Milliseconds(), 10))
	if err != nil {
		return err
	}
	var m measures
	if err := json.Unmarshal(printed.out, &m); err != nil {
		return err
	}
	sizes, speeds := measures{}, measures{}
	for question, answers := range m {
		if question == "phrase, known" || question == "phrase, unknown" {
			speeds[question] = answers
		} else {
			sizes[question] = answers
		}
	}
	all.detail("TypeScript", "bytes", sizes)
	all.detail("TypeScript", "ns", speeds)

	const packages = "statuses, http-status-codes, http-status"
	constant := median(sizes["one constant, bundled"][ours].Costs)
	small := func(who string) (figure string, met bool) {
		bytes, speed := median(sizes["one phrase, bundled"][who].Costs), speeds.ratio("phrase, known", "plain object")
		return fmt.Sprintf("%.0f bytes and %s", bytes, decimal(speed)), bytes <= 1450 && speed <= 1.1 || bytes <= 1300 && speed <= 1.8
	}
	figure, met := small(ours)
	equalFigure, equalMet := small("ours, equal codes")
	const bounds = "<= 1450 bytes and <= 1.1, or <= 1300 and <= 1.8"
	all.add(
		row{"TypeScript one constant, bundled", packages, "18 bytes", decimal(constant) + " bytes", constant <= 18, ""},
		row{"TypeScript one phrase, bundled, and its speed", packages + "; a plain object", bounds, figure, met,
			"phrases are packed in runs, which a look-up takes apart when it is first asked: an object with a key for each code is 228 bytes more. " +
				"What may still have to be made is not at hand as an object is, and an engine that takes the object's loads out of a loop shows it"},
		row{"TypeScript one phrase of the 62 codes of statuses, bundled, and its speed", packages + "; a plain object", bounds, equalFigure, equalMet, ""},
		atMost("TypeScript code -> phrase, unknown", "statuses, http-status-codes", 0.01,
			speeds.ratio("phrase, unknown", "statuses", "http-status-codes"), ""),
	)
	return nil
}

// equalCodes generates the module of the codes that statuses has too, and gives
// its path.
func equalCodes(ctx context.Context, dir string) (string, error) {
	source := filepath.Join(dir, "codes.yaml")
	err := writeFile(source, []byte("version: 1\ntables: {http: {extends: \"builtin:http\", except: {codes: [104, 306]}}}\n"))
	if err != nil {
		return "", err
	}
	out := filepath.Join(dir, "equal")
	_, err = run(ctx, root, nil, "go", "run", "./generator/statusgen", "generate", "--quiet", "--in", source, "typescript="+out)
	return filepath.Join(out, "http.ts"), err
}
