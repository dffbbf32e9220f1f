package evolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// codes compares each code with what it was.
func (p *pair) codes() {
	for _, was := range p.old.Codes {
		is := p.now.Find(was.Value.Value)
		switch {
		case p.old.Find(was.Value.Value) != was: // listed twice: the first stands
		case is == nil:
			p.removed(was)
		case p.reused(was, is):
			p.add(codeReused, p.aboutCode(is), was.Value.Pos, is.Value.Pos,
				fmt.Sprintf("%s meant %s, and means %s", show(is.Value.Value), quote(was.Name.Value), quote(is.Name.Value)),
				p.spelled(codes.ConstantRole, was.Name.Value, ""),
				hint("give "+quote(is.Name.Value)+" a code of its own, and retire this one; if it means the same, keep the old name as an alias"))
			p.movedNames(was)
		default:
			p.names(was, is)
			p.facts(was, is)
		}
	}
	for _, is := range p.now.Codes {
		if p.old.Find(is.Value.Value) == nil && p.now.Find(is.Value.Value) == is {
			p.add(codeAdded, p.aboutCode(is), nowhere, is.Value.Pos, called(is)+" is new", p.spelled(codes.ConstantRole, "", is.Name.Value))
		}
	}
}

// removed tells of a code that is gone.
func (p *pair) removed(was *codes.Code) {
	p.movedNames(was)
	gone := p.spelled(codes.ConstantRole, was.Name.Value, "")
	if grave, ok := p.graveOf(was); ok {
		p.add(codeRetired, p.aboutCode(was), was.Value.Pos, grave, called(was)+" is retired"+announced(was), gone, p.retireNames(was))
		return
	}
	p.add(codeRemoved, p.aboutCode(was), was.Value.Pos, p.now.Name.Pos,
		called(was)+" is gone, and nothing says that it is retired"+announced(was), gone,
		p.retire("keep the code and its names from coming back", p.tombstoneLines(was, []string{"code: " + was.Value.Value.String()})...))
}

// announced says until when something was to stay.
func announced(c *codes.Code) string {
	if c.Deprecated == nil {
		return ""
	}
	return until(c.Deprecated.RemoveAfter)
}

func until(day codes.At[string]) string {
	if day.Value == "" {
		return ""
	}
	return "; it was to stay until " + quote(day.Value)
}

// reused reports whether a code means something else than it did: nothing of
// what it was called or said is left, or somebody else gives it out and has
// named it anew.
func (p *pair) reused(was, is *codes.Code) bool {
	for _, name := range namesOfCode(was) {
		if p.nowNames[name.Value] == is {
			return false
		}
	}
	before, after := p.old.OwnerOf(was), p.now.OwnerOf(is)
	if before != "" && after != "" && before != after {
		return true
	}
	return !samePhrase(was, is) && (was.Summary.Value == "" || was.Summary.Value != is.Summary.Value) &&
		!halfOfWords(was.Name.Value, is.Name.Value)
}

// samePhrase reports whether two codes share something that people call them.
func samePhrase(a, b *codes.Code) bool {
	phrases := func(c *codes.Code) map[string]bool {
		set := map[string]bool{}
		for _, phrase := range append([]codes.At[string]{c.Phrase}, c.Also...) {
			if folded := codes.Fold(phrase.Value); folded != "" {
				set[folded] = true
			}
		}
		return set
	}
	other := phrases(b)
	for phrase := range phrases(a) {
		if other[phrase] {
			return true
		}
	}
	return false
}

// halfOfWords reports whether two names share at least half of the words of the
// shorter one.
func halfOfWords(a, b string) bool {
	first, second := strings.Split(a, "_"), strings.Split(b, "_")
	shared := 0
	for _, word := range first {
		if slices.Contains(second, word) {
			shared++
		}
	}
	return 2*shared >= min(len(first), len(second))
}

// facts compares what is said of a code, beside its names.
func (p *pair) facts(was, is *codes.Code) {
	if before, after := p.old.ClassOf(was.Value.Value), p.now.ClassOf(is.Value.Value); className(before) != className(after) {
		p.add(classChanged, p.aboutCode(is), was.Value.Pos, is.Value.Pos,
			fmt.Sprintf("%s was %s, and is %s", called(is), ofClass(before), ofClass(after)))
	}
	p.lifecycle(was, is)
	p.phrase(was, is)
	p.values(was, is)
	if before, after := p.old.OwnerOf(was), p.now.OwnerOf(is); before != "" && after != "" && before != after {
		p.add(ownerChanged, p.aboutCode(is), was.Value.Pos, is.Value.Pos,
			fmt.Sprintf("%s was given out by %s, and is by %s", called(is), quote(before), quote(after)))
	}
}

func className(c *codes.Class) string {
	if c == nil {
		return ""
	}
	return c.Name.Value
}

func ofClass(c *codes.Class) string {
	if c == nil {
		return "of no class"
	}
	return "of class " + quote(c.Name.Value)
}

func (p *pair) lifecycle(was, is *codes.Code) {
	before, after := p.old.LifecycleOf(was), p.now.LifecycleOf(is)
	if before == after {
		return
	}
	old, now := either(was.Lifecycle.Pos, was.Value.Pos), either(is.Lifecycle.Pos, is.Value.Pos)
	if is.Deprecated != nil {
		now = is.Deprecated.Pos
	}
	switch {
	case after == codes.Deprecated:
		message := called(is) + " is deprecated"
		if d := is.Deprecated; d != nil && d.Use.Value != "" {
			message += "; " + quote(d.Use.Value) + " replaces it"
		}
		p.add(codeDeprecated, p.aboutCode(is), old, now, message, p.spelledUse(is))
	case before == codes.Deprecated && after != codes.Obsolete:
		p.add(deprecationWithdrawn, p.aboutCode(is), old, now, fmt.Sprintf("%s was deprecated, and is %s", called(is), quote(string(after))))
	default:
		p.add(lifecycleChanged, p.aboutCode(is), old, now,
			fmt.Sprintf("%s was %s, and is %s", called(is), quote(string(before)), quote(string(after))))
	}
}
