package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
)

// typescript measures what is generated for TypeScript, on Node.
func typescript(ctx context.Context, e effort, _ string, all *results) error {
	version, err := run(ctx, ".", nil, "node", "--version")
	if err != nil {
		return err
	}
	all.machine = append(all.machine, "Node "+oneLine(version.out))
	module, err := filepath.Abs(filepath.Join(root, "gen/typescript/src/http.ts"))
	if err != nil {
		return err
	}
	printed, err := run(ctx, ".", nil, "node", "testdata/typescript/speed.mjs", module,
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
	bytes := median(sizes["one phrase, bundled"][ours].Costs)
	speed := speeds.ratio("phrase, known", "plain object")
	all.add(
		row{"TypeScript one constant, bundled", packages, "18 bytes", decimal(constant) + " bytes", constant <= 18, ""},
		row{"TypeScript one phrase, bundled, and its speed", packages + "; a plain object", "<= 1450 bytes and <= 1.1, or <= 1300 and <= 1.8",
			fmt.Sprintf("%.0f bytes and %s", bytes, decimal(speed)), bytes <= 1450 && speed <= 1.1 || bytes <= 1300 && speed <= 1.8, ""},
		atMost("TypeScript code -> phrase, unknown", "statuses, http-status-codes", 0.01,
			speeds.ratio("phrase, unknown", "statuses", "http-status-codes"), ""),
	)
	return nil
}
