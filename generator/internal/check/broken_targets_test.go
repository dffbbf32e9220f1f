package check_test

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

func spelled(identifier string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(_ *codes.Catalog, http, _, _ *codes.Table) { http.Codes[3].Spell[0].Identifier.Value = identifier }
}

func out(path string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(c *codes.Catalog, _, _, _ *codes.Table) { c.Targets[0].Out.Value = path }
}

func outAndTemplates(path, templates string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(c *codes.Catalog, _, _, _ *codes.Table) {
		c.Targets[0].Out.Value, c.Targets[0].Templates = path, at(900, templates)
	}
}

var brokenTargets = []broken{
	{"spelling with a dash", spelled("Not-Found"), []string{
		`16: the spelling "Not-Found" is no identifier [spelling-syntax] hint: use ASCII letters, digits and underscores, and no digit first`,
	}},
	{"spelling with code", spelled("A = 1\nfunc init(){}"), []string{
		`16: the spelling "A = 1\nfunc init(){}" is no identifier [spelling-syntax] hint: use ASCII letters, digits and underscores, and no digit first`,
	}},
	{"spelling with an accent", spelled("Caf\u00e9"), []string{
		`16: the spelling "Café" is no identifier [spelling-syntax] hint: use ASCII letters, digits and underscores, and no digit first`,
	}},
	{"spelling of a digit", spelled("4xx"), []string{
		`16: the spelling "4xx" is no identifier [spelling-syntax] hint: use ASCII letters, digits and underscores, and no digit first`,
	}},
	{"empty spelling", spelled(""), []string{
		`16: the spelling "" is no identifier [spelling-syntax] hint: use ASCII letters, digits and underscores, and no digit first`,
	}},
	{"out above", out("../../evil"), []string{
		`1: the directory "../../evil" has the part ".." [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out absolute", out("/etc/cron.d"), []string{
		`1: the directory "/etc/cron.d" is absolute [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out up and down", out("a/../../b"), []string{
		`1: the directory "a/../../b" has the part ".." [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out empty", out(""), []string{
		`1: the directory "" is empty [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out here", out("."), []string{
		`1: the directory "." has the part "." [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with NUL", out("a\x00b"), []string{
		`1: the directory "a\x00b" holds a control character [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a trailing dot", out("gen/foo.go."), []string{
		`1: the directory "gen/foo.go." has a part that ends in a dot or a space, "foo.go." [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a trailing space", out("gen /foo"), []string{
		`1: the directory "gen /foo" has a part that ends in a dot or a space, "gen " [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a stream", out("gen/foo.go:ads"), []string{
		`1: the directory "gen/foo.go:ads" holds a backslash or a colon [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with backslashes", out(`gen\go`), []string{
		`1: the directory "gen\\go" holds a backslash or a colon [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with an empty part", out("gen//go"), []string{
		`1: the directory "gen//go" has an empty part [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a final slash", out("gen/go/"), []string{
		`1: the directory "gen/go/" has an empty part [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out a device", out("gen/NUL.txt"), []string{
		`1: the directory "gen/NUL.txt" has a part that Windows takes for a device, "NUL.txt" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"templates above", func(c *codes.Catalog, _, _, _ *codes.Table) { c.Targets[1].Templates.Value = "../ruby" }, []string{
		`2: the directory "../ruby" has the part ".." [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out twice", out("gen/Ruby"), []string{
		`2: the targets "go" and "ruby" write into one directory, "gen/ruby" [out-collision] (see 1)`,
	}},
	{"out inside", out("Gen/Ruby/deep/er"), []string{
		`1: the target "go" writes into "Gen/Ruby/deep/er", inside the directory of "ruby" [out-collision] (see 2)`,
	}},
	{"out around", out("GEN"), []string{
		`2: the target "ruby" writes into "gen/ruby", inside the directory of "go" [out-collision] (see 1)`,
	}},
	{"out beside", out("gen/rub"), nil},
	{"out with a star", out("gen/*"), []string{
		`1: the directory "gen/*" holds '*', which Windows allows in no name [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a question mark", out("a?b"), []string{
		`1: the directory "a?b" holds '?', which Windows allows in no name [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out between angle brackets", out("<x>"), []string{
		`1: the directory "<x>" holds '<', which Windows allows in no name [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a bar", out("a|b"), []string{
		`1: the directory "a|b" holds '|', which Windows allows in no name [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a quote", out(`"`), []string{
		`1: the directory "\"" holds '"', which Windows allows in no name [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a direction override", out("gen/a\u202eb"), []string{
		`1: the directory "gen/a\u202eb" holds U+202E, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a zero-width space", out("gen/a\u200bb"), []string{
		`1: the directory "gen/a\u200bb" holds U+200B, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a soft hyphen", out("gen/a\u00adb"), []string{
		`1: the directory "gen/a\u00adb" holds U+00AD, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a byte order mark", out("gen/a\ufeffb"), []string{
		`1: the directory "gen/a\ufeffb" holds U+FEFF, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a no-break space", out("gen/a\u00a0b"), []string{
		`1: the directory "gen/a\u00a0b" holds U+00A0, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out with a filler, which is a letter", out("gen/a\u3164b"), []string{
		"1: the directory \"gen/a\u3164b\" holds U+3164, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go",
	}},
	{"out with a blank symbol", out("gen/a\u2800b"), []string{
		"1: the directory \"gen/a\u2800b\" holds U+2800, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go",
	}},
	{"out with a variation selector", out("gen/a\ufe0fb"), []string{
		"1: the directory \"gen/a\ufe0fb\" holds U+FE0F, which cannot be seen [out-path] hint: write a path below the source's directory, such as gen/go",
	}},
	{"out a device, CONIN$", out("CONIN$"), []string{
		`1: the directory "CONIN$" has a part that Windows takes for a device, "CONIN$" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out a device, gen/conout$.d", out("gen/conout$.d"), []string{
		`1: the directory "gen/conout$.d" has a part that Windows takes for a device, "conout$.d" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out a device, gen/COM¹", out("gen/COM¹"), []string{
		`1: the directory "gen/COM¹" has a part that Windows takes for a device, "COM¹" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out a device, lpt³ .x", out("lpt³ .x"), []string{
		`1: the directory "lpt³ .x" has a part that Windows takes for a device, "lpt³ .x" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of git, .git", out(".git"), []string{
		`1: the directory ".git" has a part that belongs to git, ".git" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of git, .git/hooks", out(".git/hooks"), []string{
		`1: the directory ".git/hooks" has a part that belongs to git, ".git" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of git, sub/.Git/hooks", out("sub/.Git/hooks"), []string{
		`1: the directory "sub/.Git/hooks" has a part that belongs to git, ".Git" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of git, GIT~1/hooks", out("GIT~1/hooks"), []string{
		`1: the directory "GIT~1/hooks" has a part that belongs to git, "GIT~1" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of our own, .statusgen.json", out(".statusgen.json"), []string{
		`1: the directory ".statusgen.json" has a part that statusgen keeps for itself, ".statusgen.json" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of our own, gen/.StatusGen.json", out("gen/.StatusGen.json"), []string{
		`1: the directory "gen/.StatusGen.json" has a part that statusgen keeps for itself, ".StatusGen.json" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out of our own, .statusgen-1.tmp/a", out(".statusgen-1.tmp/a"), []string{
		`1: the directory ".statusgen-1.tmp/a" has a part that statusgen keeps for itself, ".statusgen-1.tmp" [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out at home, ~", out("~"), []string{
		`1: the directory "~" begins with ~, which only a shell takes for a home directory [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out at home, ~/x", out("~/x"), []string{
		`1: the directory "~/x" begins with ~, which only a shell takes for a home directory [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out at home, ~root/x", out("~root/x"), []string{
		`1: the directory "~root/x" begins with ~, which only a shell takes for a home directory [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out by a variable, $HOME/x", out("$HOME/x"), []string{
		`1: the directory "$HOME/x" names a variable, which only a shell replaces [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out by a variable, gen/${LANG}", out("gen/${LANG}"), []string{
		`1: the directory "gen/${LANG}" names a variable, which only a shell replaces [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out the source, codes.yaml", out("codes.yaml"), []string{
		`1: the directory "codes.yaml" is the source itself [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out the source, Codes.YAML", out("Codes.YAML"), []string{
		`1: the directory "Codes.YAML" is the source itself [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out almost refused", func(c *codes.Catalog, _, _, _ *codes.Table) {
		c.Targets, c.Tables = nil, nil
		for i, dir := range []string{".github/gen", "gen/a~1", "gen/cost$", "gen/com10", "gen/$1", "b.git", "out/codes.yaml", "gen/größe", "gen/with space"} {
			c.Targets = append(c.Targets, &codes.Target{Name: at(900, fmt.Sprintf("t%d", i)), Out: at(900, dir)})
		}
	}, nil},
	{"templates at home", func(c *codes.Catalog, _, _, _ *codes.Table) { c.Targets[1].Templates.Value = "~/ruby" }, []string{
		`2: the directory "~/ruby" begins with ~, which only a shell takes for a home directory [out-path] hint: write a path below the source's directory, such as gen/go`,
	}},
	{"out where its own templates are", outAndTemplates("Templates/go", "templates/Go"), []string{
		`1: the target "go" writes into "Templates/go", which is the directory of its own templates [out-collision] (see 900)`,
	}},
	{"out inside its own templates", outAndTemplates("templates/go/out/go", "templates/go"), []string{
		`1: the target "go" writes into "templates/go/out/go", inside the directory of its own templates [out-collision] (see 900)`,
	}},
	{"out around its own templates", outAndTemplates("lib", "lib/go/templates"), []string{
		`1: the target "go" writes into "lib", which holds the directory of its own templates [out-collision] (see 900)`,
	}},
	{"out where the templates of another are", out("templates/ruby"), []string{
		`1: the target "go" writes into "templates/ruby", which is the directory of the templates of "ruby" [out-collision] (see 2)`,
	}},
	{"out inside the templates of another", out("Templates/Ruby/go"), []string{
		`1: the target "go" writes into "Templates/Ruby/go", inside the directory of the templates of "ruby" [out-collision] (see 2)`,
	}},
	{"out around the templates of another", out("TEMPLATES"), []string{
		`1: the target "go" writes into "TEMPLATES", which holds the directory of the templates of "ruby" [out-collision] (see 2)`,
	}},
	{"out beside templates", out("templates/rub"), nil},
	{"templates shared", outAndTemplates("gen/go", "Templates/ruby"), nil},
	{"templates inside others", outAndTemplates("gen/go", "templates"), nil},
}

func choosing(edit func(*codes.Target)) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return func(c *codes.Catalog, _, _, _ *codes.Table) { edit(c.Targets[0]) }
}

func headed(header string) func(c *codes.Catalog, http, grpc, sql *codes.Table) {
	return choosing(func(t *codes.Target) { t.Header = at(900, header) })
}

func is(line int, v any) codes.FilterItem { return codes.FilterItem{Pos: on(line), Is: v} }

var brokenChoices = []broken{
	{"tables that are not there", choosing(func(t *codes.Target) {
		t.Tables = []*codes.Choice{{Table: at(900, "htpp")}, {Table: at(901, "Grpc")}, {Table: at(902, "sqlstate")}}
	}), []string{
		`900: there is no table "htpp" for the target "go" [unknown-table] hint: did you mean "http"?`,
		`901: there is no table "Grpc" for the target "go" [unknown-table] hint: did you mean "grpc"?`,
	}},
	{"a table twice", choosing(func(t *codes.Target) {
		t.Tables = []*codes.Choice{{Table: at(900, "http")}, {Table: at(901, "grpc")}, {Table: at(902, "http")}}
	}), []string{
		`902: the target "go" lists the table "http" twice [duplicate-choice] (see 900)`,
	}},
	{"nothing left of a table", choosing(func(t *codes.Target) {
		t.Tables = []*codes.Choice{{Table: at(900, "http"), Only: codes.NewFilter(is(900, codes.FilterClass("success")))}, {Table: at(901, "grpc")}}
		t.Except = codes.NewFilter(is(902, codes.FilterName("ok")), is(902, codes.FilterName("no_content")), is(902, codes.Obsolete))
	}), []string{
		`900: nothing is left of the table "http" for the target "go" [empty-choice] hint: leave the table out with tables, or choose other codes of it`,
	}},
	{"all of a table internal", func(c *codes.Catalog, _, grpc, _ *codes.Table) {
		c.Targets[0].Visibility = at(900, codes.Public)
		grpc.Codes[0].Visibility, grpc.Codes[1].Visibility = at(901, codes.Internal), at(901, codes.Internal)
		c.Tables[0].Properties[2].Visibility = at(902, codes.Internal)
	}, []string{
		`1: nothing is left of the table "grpc" for the target "go" [empty-choice] hint: leave the table out with tables, or choose other codes of it`,
	}},
	{"all tables internal", func(c *codes.Catalog, http, grpc, sql *codes.Table) {
		c.Targets[0].Visibility = at(900, codes.Public)
		http.Visibility, grpc.Visibility, sql.Visibility = at(901, codes.Internal), at(901, codes.Internal), at(901, codes.Internal)
	}, []string{
		`1: nothing is left for the target "go" [empty-choice] hint: see what its tables, only, except and visibility leave out`,
	}},
	{"no table", choosing(func(t *codes.Target) { t.Tables = []*codes.Choice{} }), []string{
		`1: nothing is left for the target "go" [empty-choice] hint: see what its tables, only, except and visibility leave out`,
	}},
	{"no code at all", choosing(func(t *codes.Target) { t.Only = codes.NewFilter() }), []string{
		`1: nothing is left for the target "go" [empty-choice] hint: see what its tables, only, except and visibility leave out`,
	}},
	{"header of nothing", headed(" \n"), []string{
		`900: the header of the target "go" begins or ends with an empty line [header-syntax]`,
	}},
	{"header with an empty end", headed("MIT\n\n"), []string{
		`900: the header of the target "go" begins or ends with an empty line [header-syntax]`,
	}},
	{"header with a line separator", headed("MIT\nno\u2028w"), []string{
		`900: line 2 of the header of the target "go" holds U+2028, which cannot be seen [header-syntax]`,
	}},
	{"header with a carriage return", headed("MIT\r\n2026"), []string{
		`900: line 1 of the header of the target "go" holds U+000D, which cannot be seen [header-syntax]`,
	}},
	{"public inside of internal", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		http.Classes[0].Visibility = at(900, codes.Internal)
		http.Codes[0].Visibility = at(901, codes.Public)
		http.Codes[1].Visibility = at(902, codes.Internal)
		grpc.Visibility, grpc.Codes[1].Visibility, grpc.Properties[0].Visibility = at(903, codes.Internal), at(904, codes.Public), at(905, codes.Public)
		http.Properties[2].Visibility = at(906, codes.Internal)
		grpc.Codes[0].Properties = nil
	}, []string{
		`901: "ok" is public, but its class "success" is internal [visibility-conflict] (see 900)`,
		`904: "cancelled" is public, but the table "grpc" is internal [visibility-conflict] (see 903)`,
		`905: the property "http" is public, but the table "grpc" is internal [visibility-conflict] (see 903)`,
	}},
	{"values that are internal", func(_ *codes.Catalog, http, grpc, _ *codes.Table) {
		grpc.Codes[0].Visibility = at(900, codes.Internal)
		http.Codes[1].Properties = []codes.Setting{set(901, "grpc", many(901, "cancelled", "ok"))}
		http.Classes[1].Defaults = append(http.Classes[1].Defaults, set(902, "grpc", many(902, "ok")))
		http.Properties[2].Default = many(903, "ok")
	}, []string{
		fmt.Sprintf(`%d: the public property "grpc" is "ok" here, which is internal [internal-reference] hint: make the property internal, or what has this value`, okLine),
		`901: the public property "grpc" is "ok" here, which is internal [internal-reference] hint: make the property internal, or what has this value`,
		`902: the public property "grpc" is "ok" here, which is internal [internal-reference] hint: make the property internal, or what has this value`,
		`903: the public property "grpc" is "ok" here, which is internal [internal-reference] hint: make the property internal, or what has this value`,
	}},
}
