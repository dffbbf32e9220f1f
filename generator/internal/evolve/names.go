package evolve

import (
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// names compares the names of a code, as sets.
func (p *pair) names(was, is *codes.Code) {
	p.movedNames(was)
	for _, name := range namesOfCode(was) {
		if p.nowNames[name.Value] == nil {
			p.nameRemoved(was, is, name)
		}
	}
	if was.Name.Value != is.Name.Value && p.nowNames[was.Name.Value] == is {
		p.renamed(was, is)
	}
	for _, name := range namesOfCode(is) {
		if p.oldNames[name.Value] == nil && name != is.Name { // of another canonical name is told already
			p.add(nameAdded, p.aboutNameOf(is, name.Value), nowhere, name.Pos,
				fmt.Sprintf("%s is also called %s", called(is), quote(name.Value)), p.spelled(codes.ConstantRole, "", name.Value))
		}
	}
	for _, a := range is.Aliases {
		p.aliasDeprecated(was, is, a)
	}
}

func (p *pair) nameRemoved(was, is *codes.Code, name codes.At[string]) {
	if name.Value != was.Name.Value {
		p.add(nameRemoved, p.aboutNameOf(is, name.Value), name.Pos, is.Name.Pos,
			fmt.Sprintf("%s is no longer called %s%s", called(is), quote(name.Value), untilAlias(was, name.Value)),
			p.spelled(codes.ConstantRole, name.Value, is.Name.Value), p.keep(name.Value))
		return
	}
	p.add(nameRemoved, p.aboutNameOf(is, name.Value), name.Pos, is.Name.Pos,
		fmt.Sprintf("%s was called %s, and is called %s", show(is.Value.Value), quote(name.Value), quote(is.Name.Value)),
		p.spelled(codes.ConstantRole, name.Value, is.Name.Value), p.keep(name.Value))
}

func untilAlias(c *codes.Code, name string) string {
	for _, a := range c.Aliases {
		if a.Name.Value == name {
			return until(a.RemoveAfter)
		}
	}
	return ""
}

// keep hints at how an old name stays, unless it is retired on purpose.
func (p *pair) keep(name string) option {
	if p.retired[grave{name: name}] != nil {
		return func(*Change) {}
	}
	return hint("keep the old name:", "aliases: [{name: "+name+", deprecated: true}]")
}

func (p *pair) renamed(was, is *codes.Code) {
	deprecated := false
	for _, a := range is.Aliases {
		deprecated = deprecated || a.Name.Value == was.Name.Value && a.Deprecated
	}
	message := fmt.Sprintf("%s was called %s, and is called %s; the old name stays", show(is.Value.Value), quote(was.Name.Value), quote(is.Name.Value))
	more := []option{p.spelled(codes.ConstantRole, was.Name.Value, is.Name.Value)}
	if deprecated {
		message += ", deprecated"
	} else {
		more = append(more, hint("mark the old name deprecated, and editors will tell those who use it:", "aliases: [{name: "+was.Name.Value+", deprecated: true}]"))
	}
	p.add(codeRenamed, p.aboutNameOf(is, was.Name.Value), was.Name.Pos, is.Name.Pos, message, more...)
}

func (p *pair) aliasDeprecated(was, is *codes.Code, now *codes.Alias) {
	for _, old := range was.Aliases {
		if old.Name.Value != now.Name.Value || old.Deprecated == now.Deprecated {
			continue
		}
		if now.Deprecated {
			p.add(nameDeprecated, p.aboutNameOf(is, now.Name.Value), old.Name.Pos, now.Name.Pos,
				fmt.Sprintf("the name %s of %s is deprecated", quote(now.Name.Value), called(is)), p.spelled(codes.ConstantRole, now.Name.Value, is.Name.Value))
			continue
		}
		p.add(deprecationWithdrawn, p.aboutNameOf(is, now.Name.Value), old.Name.Pos, now.Name.Pos,
			fmt.Sprintf("the name %s of %s was deprecated, and is not any more", quote(now.Name.Value), called(is)))
	}
}

// movedNames tells of the names of a code that stand for another one.
func (p *pair) movedNames(was *codes.Code) {
	for _, name := range namesOfCode(was) {
		is := p.nowNames[name.Value]
		if is == nil || is.Value.Value == was.Value.Value || p.oldNames[name.Value] != was {
			continue
		}
		p.add(nameMoved, p.aboutNameOf(is, name.Value), name.Pos, is.Name.Pos,
			fmt.Sprintf("%s stood for %s, and stands for %s", quote(name.Value), show(was.Value.Value), show(is.Value.Value)),
			p.spelled(codes.ConstantRole, name.Value, name.Value),
			hint("choose another name for "+show(is.Value.Value)))
	}
}
