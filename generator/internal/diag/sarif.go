package diag

import (
	"crypto/sha256"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
)

// WriteSARIF writes the findings as a SARIF 2.1.0 log. Paths are from the root
// of the repository, as code scanning reads them. As for bump, see WriteJSON.
func (l List) WriteSARIF(w io.Writer, bump string) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	if bump != "" {
		run.Properties = &sarifBag{Bump: bump}
	}
	run.Tool.Driver = sarifDriver{Name: "statusgen", Rules: []sarifRule{}}
	rules := &run.Tool.Driver.Rules
	same := map[string]int{} // findings that are alike but for their lines
	for _, d := range l {
		index := slices.IndexFunc(*rules, func(r sarifRule) bool { return r.ID == d.Rule.Name })
		if index < 0 {
			index = len(*rules)
			*rules = append(*rules, describeRule(d.Rule))
		}
		text := Visible(d.Message)
		if d.Hint != "" {
			text += "\nhint: " + d.advice()
		}
		result := sarifResult{
			RuleID: d.Rule.Name, RuleIndex: index, Level: d.Rule.Severity.String(),
			Message: sarifMessage{unlinked(text)}, Locations: locations(d.Pos), Related: locations(d.Related...),
		}
		alike := fmt.Sprintf("%q %q %q", d.Rule.Name, d.Pos.File, d.Message)
		result.Fingerprints.Finding = fmt.Sprintf("%x:%d", sha256.Sum256([]byte(alike)), same[alike])
		same[alike]++
		run.Results = append(run.Results, result)
	}
	return WriteDocument(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

func describeRule(rule *Rule) sarifRule {
	described := sarifRule{
		ID: rule.Name, Short: sarifMessage{unlinked(rule.Doc)},
		Help: sarifMessage{unlinked(rule.Doc) + "\n\nstatusgen explain " + rule.Name},
	}
	described.Configuration.Level = rule.Severity.String()
	if rule.Level != "" {
		described.Properties = &sarifBag{Tags: []string{rule.Level}}
	}
	return described
}

// unlinked keeps a viewer from reading [a](b) as a link, which a sentence that
// quotes a source may hold.
func unlinked(text string) string {
	if !strings.Contains(text, "](") {
		return text
	}
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(text)
}

// locations gives the places that are in a file.
func locations(places ...Pos) []sarifLocation {
	var list []sarifLocation
	for _, pos := range places {
		if pos.File == "" {
			continue
		}
		var location sarifLocation
		location.Physical.Artifact.URI = uri(pos.File)
		if pos.IsValid() {
			location.Physical.Region = &sarifRegion{StartLine: pos.Line, StartColumn: pos.Column}
		}
		list = append(list, location)
	}
	return list
}

// uri gives a path as a URI reference.
func uri(file string) string {
	if path.IsAbs(file) {
		return (&url.URL{Scheme: "file", Path: file}).String()
	}
	return (&url.URL{Path: file}).String()
}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// What SARIF calls things.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
		Properties *sarifBag     `json:"properties,omitempty"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID            string       `json:"id"`
		Short         sarifMessage `json:"shortDescription"`
		Help          sarifMessage `json:"help"`
		Configuration struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
		Properties *sarifBag `json:"properties,omitempty"`
	}
	// sarifBag is what SARIF has no member of its own for.
	sarifBag struct {
		Tags []string `json:"tags,omitempty"`
		Bump string   `json:"bump,omitempty"`
	}
	sarifResult struct {
		RuleID       string          `json:"ruleId"`
		RuleIndex    int             `json:"ruleIndex"`
		Level        string          `json:"level"`
		Message      sarifMessage    `json:"message"`
		Locations    []sarifLocation `json:"locations,omitempty"`
		Related      []sarifLocation `json:"relatedLocations,omitempty"`
		Fingerprints struct {
			Finding string `json:"finding/v1"` // stays when lines move
		} `json:"partialFingerprints"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
)
