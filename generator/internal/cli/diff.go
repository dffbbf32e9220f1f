package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
	"github.com/statusgen/statusgen/generator/internal/evolve"
)

// comparing is what diff is asked for beside the source.
type comparing struct {
	against string
	failOn  level
}

func (r *run) diff() *cobra.Command {
	asked := comparing{failOn: level(evolve.Source.String())}
	command := &cobra.Command{
		Use:   "diff --against WHAT",
		Short: "Compare the source with what it was, and say what its changes break",
		Long: "Diff says what is not as it was, in every table and target, and what each change can break: what programs send to\n" +
			"each other (wire), the build of those that take the new outputs (source), what they make of a code (semantic), or\n" +
			"nothing (safe). WHAT is a file, a directory that holds one, a git ref, REF:PATH, - for standard input, or a\n" +
			"directory of outputs. It exits with 1 where something breaks at the level of --fail-on or above, and ends with the\n" +
			"part of a version that the changes call for.",
		Example: "  statusgen diff --against HEAD\n  statusgen diff --against origin/main --fail-on semantic\n  statusgen diff --against v1.2.0 --format markdown\n" +
			"  statusgen diff --against v1.2.0:api/codes.yaml\n  statusgen diff --against released/codes.yaml\n  statusgen diff --against gen/go\n" +
			"  git show v1.2.0:codes.yaml | statusgen diff --against -",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			r.document = r.stdout
			switch {
			case asked.against == "":
				return usageError{errors.New("compare with what? name it with --against")}
			case asked.against == "-" && r.in == "-":
				return usageError{errors.New("standard input cannot be both the source and what it is compared with")}
			}
			if err := r.judgeDay(); err != nil {
				return err
			}
			var err error
			if r.source, err = r.open(); err != nil {
				return err
			}
			return r.compare(asked)
		},
	}
	r.addIn(command)
	r.addAsOf(command)
	flags := command.Flags()
	flags.StringVar(&asked.against, "against", "", "what to compare with: a `FILE`, directory, git ref, REF:PATH, or - for standard input")
	flags.Var(&asked.failOn, "fail-on", "what makes the exit status 1: wire, source or semantic (default source)")
	flags.Var((*diffFormat)(&r.format), "format", "how changes are told: text, json, github, sarif or markdown (default: text, and github in a job of GitHub Actions)")
	_ = command.RegisterFlagCompletionFunc("against", r.completeAgainst) // these fail for flags there are not
	_ = command.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions(failing, cobra.ShellCompDirectiveNoFileComp))
	_ = command.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(slices.Concat(formats, []string{formatMarkdown}), cobra.ShellCompDirectiveNoFileComp))
	return command
}

// compare compares the source with what it is asked for.
func (r *run) compare(asked comparing) error {
	catalog, err := r.after()
	if err != nil {
		return err
	}
	late := r.stop(r.overdue(catalog)) // which does not keep changes from being seen
	if err := r.compareWith(catalog, asked); err != nil {
		return err
	}
	return late
}

func (r *run) compareWith(catalog *codes.Catalog, asked comparing) error {
	plans, err := r.plansOf(catalog, targetsFor(catalog))
	if err != nil {
		return err
	}
	dirs, err := r.recordedIn(asked.against, plans)
	if err != nil {
		return err
	}
	now := evolve.Side{File: r.source.name, Catalog: catalog, Outputs: outputs(plans)}
	if len(dirs) > 0 {
		recorded, err := recordedOutputs(dirs, plans)
		if err != nil {
			return err
		}
		return r.judge(evolve.Outputs(recorded, now), catalog, nil, asked)
	}
	old, err := r.against(asked.against)
	if err != nil {
		return err
	}
	r.ref = old.ref
	then, err := r.before(old, catalog)
	if err != nil {
		return err
	}
	gone := len(catalog.Targets) == 0 && len(then.Catalog.Targets) > 0
	if gone || then.Outputs == nil { // or not to be compared
		now.Outputs = nil
	}
	return r.judge(evolve.Compare(then, now), catalog, old, asked)
}

// judge tells the changes that are not meant, and ends the run. There is no old
// source where only outputs were compared.
func (r *run) judge(changes []evolve.Change, catalog *codes.Catalog, old *source, asked comparing) error {
	left, suppressed, found := evolve.Suppress(changes, catalog.Suppress)
	if old == nil { // identifiers tell of few changes, so that none is known not to be
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Rule.Severity != diag.Error })
	}
	if err := r.stop(found); err != nil {
		return err
	}
	r.bump = evolve.BumpOf(left).String()
	broken := false
	told := make(diag.List, len(left))
	rules := map[*evolve.Kind]*diag.Rule{}
	for i, c := range left {
		if rules[c.Kind] == nil {
			rules[c.Kind] = asked.failOn.judged(c.Kind)
		}
		broken = broken || rules[c.Kind].Severity == diag.Error
		told[i] = diag.Diagnostic{Pos: shownIn(r.source, c.New), Rule: rules[c.Kind], Message: c.Message, Hint: c.Hint, Lines: c.Lines}
		if old != nil {
			diag.See(shownIn(old, c.Old))(&told[i])
		}
	}
	r.found = append(r.found, told...)
	if err := r.tellChanges(left, told, suppressed); err != nil {
		return err
	}
	if broken {
		return errFindings
	}
	return nil
}

// tellChanges tells people of changes, on standard output: there, they are what
// was asked for.
func (r *run) tellChanges(changes []evolve.Change, told diag.List, suppressed int) error {
	switch {
	case r.told() == formatMarkdown:
		return evolve.WriteMarkdown(r.stdout, changes)
	case !r.toPeople():
		return nil
	}
	var text strings.Builder
	if err := told.WriteText(&text, r.source.bytes); err != nil {
		return err
	}
	text.WriteString(summary(changes, suppressed, r.bump) + "\n")
	if r.told() == formatGitHub {
		r.closing = summary(changes, suppressed, r.bump)
	}
	return r.say(r.stdout, text.String())
}

// summary counts the changes of each level, and says what version they call for.
func summary(changes []evolve.Change, suppressed int, bump string) string {
	counts := map[evolve.Level]int{}
	for _, c := range changes {
		counts[c.Level]++
	}
	var parts []string
	for _, level := range evolve.Levels {
		if n := counts[level]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, level))
		}
	}
	if suppressed > 0 {
		parts = append(parts, fmt.Sprintf("%d suppressed", suppressed))
	}
	if len(parts) == 0 {
		return "no change; suggested version bump: " + bump
	}
	return "changes: " + strings.Join(parts, ", ") + "; suggested version bump: " + bump
}

// level is the --fail-on flag.
type level string

var failing = []string{evolve.Wire.String(), evolve.Source.String(), evolve.Semantic.String()}

func (l *level) String() string { return "" } // the usage says it
func (l *level) Type() string   { return "LEVEL" }

func (l *level) Set(name string) error {
	if !slices.Contains(failing, name) {
		return fmt.Errorf("it is one of %s", strings.Join(failing, ", "))
	}
	*l = level(name)
	return nil
}

// judged gives the rule of a kind of change with the severity that it has where
// a level fails: what does not is a warning, and what breaks nothing a note.
func (l level) judged(kind *evolve.Kind) *diag.Rule {
	rule := *kind.Rule
	switch {
	case kind.Level == evolve.Safe:
		rule.Severity = diag.Note
	case slices.Index(failing, kind.Level.String()) <= slices.Index(failing, string(l)):
		rule.Severity = diag.Error
	default:
		rule.Severity = diag.Warning
	}
	return &rule
}
