package load

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// The grammar of target.yaml, one function per node of it. Its texts are part
// of generated code: they keep their spaces, and their places are not carried
// on.

func (r *reader) language(n *node, l *codes.Language) {
	l.Pos = r.pos(n)
	if !r.isRoot(n) {
		return
	}
	r.object(n, l.Pos, "a target.yaml", []field{
		{"title", required, r.verbatim(&l.Title)},
		{"renderer", optional, r.verbatim(&l.Renderer)},
		{"sources", optional, r.verbatim(&l.Sources)},
		{"names", optional, r.nameRules(l)},
		{"scopes", optional, r.list(func(n *node) { l.Scopes = append(l.Scopes, r.scope(n)) })},
		{"reserved", optional, r.verbatims(&l.Reserved)},
		{"package", optional, r.packageRule(&l.Package)},
		{"literals", optional, r.literals(&l.Literals)},
		{"types", optional, r.types(l)},
		{"string", optional, r.quoting(&l.String)},
		{"comment", optional, r.commenting(&l.Comment)},
	})
}

func (r *reader) nameRules(l *codes.Language) func(*node) {
	return func(n *node) {
		l.Names = map[codes.Role]codes.NameRule{}
		r.named(n, "names", func(role codes.At[string], n *node) {
			if !r.isOneOf(role, wordsOf(codes.Roles)) {
				return
			}
			var rule codes.NameRule
			var style codes.At[codes.Style]
			r.object(n, role.Pos, "the spelling of a name", []field{
				{"style", optional, oneOf(r, &style, codes.Styles)},
				{"words", optional, r.boolean(&rule.Words)},
				{"as", optional, r.verbatim(&rule.As)},
				{"form", optional, r.pattern(&rule.Form)},
			})
			rule.Style = style.Value
			l.Names[codes.Role(role.Value)] = rule
		})
	}
}

func (r *reader) scope(n *node) codes.Scope {
	var scope codes.Scope
	var kind codes.At[string]
	r.object(n, r.pos(n), "a scope", []field{
		{"name", required, r.verbatim(&scope.Name)},
		{"kind", optional, oneOf(r, &kind, []string{codes.Integer.String(), codes.Text.String()})},
		{"errors", optional, r.boolean(&scope.Errors)},
		{"across", optional, r.boolean(&scope.Across)},
		{"holds", required, r.list(func(n *node) {
			var role codes.At[codes.Role]
			if oneOf(r, &role, codes.Roles)(n); role.Given() {
				scope.Holds = append(scope.Holds, role.Value)
			}
		})},
		{"taken", optional, r.verbatims(&scope.Taken)},
	})
	scope.Kind = kind.Value
	return scope
}

func (r *reader) packageRule(p *codes.PackageRule) func(*node) {
	return func(n *node) {
		r.object(n, r.pos(n), "a package", []field{
			{"name", optional, r.pattern(&p.Name)},
			{"module", optional, r.pattern(&p.Module)},
			{"version", optional, r.pattern(&p.Version)},
		})
	}
}

func (r *reader) literals(l *codes.Literals) func(*node) {
	return func(n *node) {
		r.object(n, r.pos(n), "literals", []field{
			{"true", optional, r.verbatim(&l.True)},
			{"false", optional, r.verbatim(&l.False)},
			{"none", optional, r.verbatim(&l.None)},
		})
	}
}

func (r *reader) types(l *codes.Language) func(*node) {
	return func(n *node) {
		var boolean, integer, text string
		r.object(n, r.pos(n), "types", []field{
			{"boolean", optional, r.verbatim(&boolean)},
			{"integer", optional, r.verbatim(&integer)},
			{"text", optional, r.verbatim(&text)},
			{"wide", optional, r.verbatim(&l.Wide)},
		})
		l.Types = map[codes.PropertyType]string{}
		for _, t := range []struct {
			of   codes.PropertyType
			name string
		}{{codes.BooleanProperty, boolean}, {codes.IntegerProperty, integer}, {codes.TextProperty, text}} {
			if t.name != "" {
				l.Types[t.of] = t.name
			}
		}
	}
}

func (r *reader) quoting(q *codes.Quoting) func(*node) {
	return func(n *node) {
		r.object(n, r.pos(n), "a string", []field{
			{"quote", optional, r.verbatim(&q.Quote)},
			{"escapes", optional, func(n *node) {
				q.Escapes = map[string]string{}
				r.named(n, "escapes", func(char codes.At[string], n *node) {
					if text, ok := r.str(n); ok {
						q.Escapes[char.Value] = text.Value
					}
				})
			}},
			{"byte", optional, r.escapeFormat(&q.Byte)},
			{"short", optional, r.escapeFormat(&q.Short)},
			{"long", optional, r.escapeFormat(&q.Long)},
			{"apart", optional, r.verbatims(&q.Apart)},
		})
		if q.Quote != "" && (q.Byte == "" || q.Short == "" || q.Long == "") {
			r.add(ruleMissingField, r.pos(n), "a string with quotes needs byte, short and long too",
				diag.Hint("they write the characters that cannot be seen, by their numbers"))
		}
	}
}

func (r *reader) commenting(c *codes.Commenting) func(*node) {
	return func(n *node) {
		r.object(n, r.pos(n), "a comment", []field{
			{"open", optional, r.verbatim(&c.Open)},
			{"line", optional, r.verbatim(&c.Line)},
			{"close", optional, r.verbatim(&c.Close)},
			{"inline", optional, r.boolean(&c.Inline)},
			{"width", optional, r.columns(&c.Width)},
			{"named", optional, r.boolean(&c.Named)},
			{"link", optional, r.verbatim(&c.Link)},
			{"deprecated", optional, r.verbatim(&c.Deprecated)},
			{"escapes", optional, r.list(func(n *node) { c.Escapes = append(c.Escapes, r.replacement(n)) })},
		})
	}
}

func (r *reader) replacement(n *node) codes.Replacement {
	var re codes.Replacement
	r.object(n, r.pos(n), "a replacement", []field{
		{"old", required, r.verbatim(&re.Old)},
		{"new", optional, r.verbatim(&re.New)},
	})
	return re
}

// verbatim reads a text of which only the characters matter.
func (r *reader) verbatim(into *string) func(*node) {
	return func(n *node) {
		if text, ok := r.str(n); ok {
			*into = text.Value
		}
	}
}

func (r *reader) verbatims(into *[]string) func(*node) {
	return r.list(func(n *node) {
		if text, ok := r.str(n); ok {
			*into = append(*into, text.Value)
		}
	})
}

// columns reads a width of lines.
func (r *reader) columns(into *int) func(*node) {
	return func(n *node) {
		if width, ok := r.int(n); ok {
			*into = int(width)
		}
	}
}

// pattern reads an expression that judges a whole text.
func (r *reader) pattern(into *string) func(*node) {
	return func(n *node) {
		text, ok := r.str(n)
		if !ok {
			return
		}
		if fault := patternFault(text.Value); fault != "" {
			r.add(ruleLanguagePattern, text.Pos, fmt.Sprintf("%s %s", show(text.Value), fault))
			return
		}
		*into = text.Value
	}
}

func patternFault(pattern string) string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	var wrong *syntax.Error
	switch {
	case errors.As(err, &wrong):
		return fmt.Sprintf("is no RE2 expression: %s", wrong.Code)
	case !isAnchored(parsed):
		return "is not anchored by ^ and $"
	}
	return ""
}

// isAnchored reports whether an expression matches nothing but whole texts.
func isAnchored(re *syntax.Regexp) bool {
	return re.Op == syntax.OpConcat && len(re.Sub) > 1 &&
		re.Sub[0].Op == syntax.OpBeginText && re.Sub[len(re.Sub)-1].Op == syntax.OpEndText
}

var escapeVerb = regexp.MustCompile(`^[^%]*%(0[1-9])?[xX][^%]*$`)

// escapeFormat reads how a character is written by its number.
func (r *reader) escapeFormat(into *string) func(*node) {
	return func(n *node) {
		text, ok := r.str(n)
		if !ok {
			return
		}
		if !escapeVerb.MatchString(text.Value) {
			r.add(ruleLanguageFormat, text.Pos, fmt.Sprintf(`%s does not have exactly one verb like %%x or %%04x`, show(text.Value)))
			return
		}
		*into = text.Value
	}
}
