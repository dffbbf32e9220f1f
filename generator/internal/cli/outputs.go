package cli

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

var (
	ruleOutputMissing = &diag.Rule{
		Name: "output-missing",
		Doc:  "Every output is there, because what imports it cannot be built without it.",
	}
	ruleOutputModified = &diag.Rule{
		Name: "output-modified",
		Doc:  "Every output is what the source says, because the next generate replaces all that it says otherwise.",
	}
	ruleOutputDamaged = &diag.Rule{
		Name: "output-damaged",
		Doc:  "Every output is a regular file as it was written, without the CRLF or the byte order mark that git or an editor may add.",
	}
	ruleOutputForeign = &diag.Rule{
		Name: "output-foreign",
		Doc:  "Where an output goes there is no file that statusgen did not write, because generate replaces nobody's own work.",
	}
	ruleOutputStale = &diag.Rule{
		Name: "output-stale",
		Doc:  "No file of a former run is left that the source does not ask for any more, because it would still be built.",
	}
	ruleOutputKept = &diag.Rule{
		Name:     "output-kept",
		Doc:      "A file that is not generated any more is as it was written; else it may be somebody's work, and is left for its author to remove.",
		Severity: diag.Warning,
	}
	ruleOutputShared = &diag.Rule{
		Name:     "output-shared",
		Doc:      "An output directory is for one source alone, because two would remove each other's files.",
		Severity: diag.Warning,
	}
	ruleNotFormatted = &diag.Rule{
		Name: "not-formatted",
		Doc:  "A source that fmt is asked to check is in canonical form, so that no change in it is about spaces or quotes.",
	}
	ruleManifestLost = &diag.Rule{
		Name:     "manifest-lost",
		Doc:      "Beside the outputs there is the manifest of the last run, because nothing else says which files are stale.",
		Severity: diag.Warning,
	}
)

// OutputRules are the promises that outputs keep, and the form of sources. People hear of a broken one
// in a line of its own, and see a diff; programs get a finding.
var OutputRules = []*diag.Rule{
	ruleOutputMissing, ruleOutputModified, ruleOutputDamaged, ruleOutputForeign, ruleOutputStale,
	ruleOutputKept, ruleOutputShared, ruleManifestLost, ruleNotFormatted,
}

// outdated records that an output is not up to date.
func (r *run) outdated(change tree.Change) {
	rule, hint := ruleOutputModified, "run statusgen generate"
	switch {
	case change.Kind == tree.Missing:
		rule = ruleOutputMissing
	case change.Kept:
		rule, hint = ruleOutputStale, "delete it or move it away, then run statusgen generate"
	case change.Kind == tree.Stale:
		rule = ruleOutputStale
	case change.Foreign:
		rule, hint = ruleOutputForeign, "move it away, or overwrite it with statusgen generate --force"
	case change.Damaged:
		rule = ruleOutputDamaged
	}
	pos := diag.Pos{File: change.Name(), Line: change.Line()}
	if pos.IsValid() {
		pos.Column = 1
	}
	r.found.Add(rule, pos, change.String(), diag.Hint("%s", hint))
}

// warn tells what a run noticed beside its outputs.
func (r *run) warn(warnings []tree.Warning) error {
	rules := map[tree.WarningKind]*diag.Rule{
		tree.ManifestLost: ruleManifestLost, tree.TreeShared: ruleOutputShared, tree.StaleKept: ruleOutputKept,
	}
	for _, warning := range warnings {
		r.found.Add(rules[warning.Kind], diag.Pos{File: warning.File}, warning.Text)
		if !r.toPeople() {
			continue
		}
		if err := r.tell(fmt.Sprintf("statusgen: warning: %s", warning.Text)); err != nil {
			return err
		}
	}
	return nil
}
