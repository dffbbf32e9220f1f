package evolve

import (
	"cmp"
	"fmt"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// Output is what a target makes of the names of a catalogue, as far as programs
// can hold on to it.
type Output struct {
	Target   string
	Language string   // its title
	Pos      diag.Pos // of the target
	Where    string   // programs import it from: a package, or a directory
	Names    []Name

	index map[place]string // of names to identifiers; nil until somebody asks
}

// Name is an identifier.
type Name struct {
	Table      string
	Role       codes.Role
	Name       string // that it spells; empty: not known, in what a former run recorded
	Identifier string
	Code       *codes.Value // that a constant is
	Pos        diag.Pos
}

// Spelled is what a target makes of a name that a change is about.
type Spelled struct {
	Language string
	Old, New string // identifiers; either may be empty
}

// targets compares the targets, and the names in each.
func (c *comparison) targets() {
	for _, was := range c.old.Outputs {
		is := outputOf(c.now.Outputs, was.Target)
		if is == nil {
			c.add(targetRemoved, Subject{Name: was.Target}, was.Pos, diag.Pos{File: c.now.File},
				fmt.Sprintf("the target %s is gone, with all that programs import from %s", quote(was.Target), quote(was.Where)))
			continue
		}
		if was.Where != is.Where || was.Language != is.Language {
			c.add(targetMoved, Subject{Name: was.Target}, was.Pos, is.Pos,
				fmt.Sprintf("the target %s was %s in %s, and is %s in %s", quote(was.Target), was.Language, quote(was.Where), is.Language, quote(is.Where)))
		}
		if was.Language == is.Language {
			c.identifiers(was, is)
		}
	}
	for _, is := range c.now.Outputs {
		if outputOf(c.old.Outputs, is.Target) == nil {
			c.add(targetAdded, Subject{Name: is.Target}, nowhere, is.Pos,
				fmt.Sprintf("the target %s is new: %s in %s", quote(is.Target), is.Language, quote(is.Where)))
		}
	}
}

func outputOf(outputs []*Output, target string) *Output {
	for _, o := range outputs {
		if o.Target == target {
			return o
		}
	}
	return nil
}

// place is where identifiers must differ.
type place struct {
	table string
	role  codes.Role
	what  string // an identifier, or a name
}

// identifiers compares what a target makes of names that both sides have. What
// became of the names themselves is told of the tables.
func (c *comparison) identifiers(was, is *Output) {
	held, spelled, shown := map[place]Name{}, map[place]Name{}, map[string]bool{}
	for _, n := range is.Names {
		held[place{n.Table, n.Role, n.Identifier}] = n
		spelled[place{n.Table, n.Role, n.Name}] = n
		shown[n.Table] = true
	}
	left := map[string]bool{}
	for _, n := range was.Names {
		table := tableOf(c.now.Catalog, n.Table)
		now, there := held[place{n.Table, n.Role, n.Identifier}]
		switch {
		case table == nil || left[n.Table]:
		case !shown[n.Table]:
			left[n.Table] = true
			c.add(identifierRemoved, Subject{Table: n.Table, Name: is.Target}, n.Pos, is.Pos,
				fmt.Sprintf("the target %s does not show the table %s any more", quote(is.Target), quote(n.Table)))
		case there && n.Code != nil && now.Code != nil && *n.Code != *now.Code:
			if n.Name == now.Name {
				continue // the name has moved
			}
			c.add(identifierMoved, Subject{Table: n.Table, Code: now.Code, Name: n.Identifier}, n.Pos, now.Pos,
				fmt.Sprintf("in the target %s, %s stood for %s, and stands for %s", quote(is.Target), quote(n.Identifier), show(*n.Code), show(*now.Code)),
				spelledAs(is, n.Identifier, n.Identifier))
		case there:
		default:
			c.lost(is, table, n, spelled[place{n.Table, n.Role, n.Name}])
		}
	}
}

// lost tells of an identifier that is gone, if the name that it spelled is not.
func (c *comparison) lost(target *Output, table *codes.Table, was, is Name) {
	about := Subject{Table: was.Table, Code: was.Code, Name: was.Name}
	switch {
	case is.Identifier != "":
		c.add(identifierChanged, about, was.Pos, is.Pos,
			fmt.Sprintf("in the target %s, %s was spelled %s, and is spelled %s", quote(target.Target), was.what(), quote(was.Identifier), quote(is.Identifier)),
			spelledAs(target, was.Identifier, is.Identifier))
	case c.stillNamed(table, was):
		c.add(identifierRemoved, about, was.Pos, c.placeIn(table, was),
			fmt.Sprintf("the target %s has no %s any more", quote(target.Target), quote(was.Identifier)),
			spelledAs(target, was.Identifier, ""))
	}
}

// roleWords say what a name is that has an identifier.
var roleWords = map[codes.Role]string{
	codes.PackageRole: "the package of the table ", codes.TypeRole: "the type of the table ", codes.ConstantRole: "",
	codes.ClassRole: "the class ", codes.GuardRole: "the test of the class ",
	codes.PropertyRole: "the property ", codes.PropertyTypeRole: "the type of the property ", codes.ValueRole: "the value ",
	codes.InputRole: "what is taken for a code of the table ", codes.ErrorsRole: "the module of the errors of the table ",
	codes.ErrorRole: "the error type of the table ", codes.ClassErrorRole: "the error type of the class ",
	codes.ConstructorRole: "the constructor of ", codes.ErrorGuardRole: "the test for the error ",
	codes.ParamsTypeRole: "the type of the parameters of ", codes.ParamRole: "the parameter ", codes.LocaleRole: "the locale ",
}

func (n Name) what() string {
	words, known := roleWords[n.Role]
	if !known {
		words = "the " + string(n.Role) + " "
	}
	return words + quote(n.Name)
}

// stillNamed reports whether a table has what an identifier spelled. Where that
// is gone too, it is told of the table.
func (c *comparison) stillNamed(t *codes.Table, n Name) bool {
	switch n.Role {
	case codes.ConstantRole:
		if n.Code == nil {
			return false
		}
		named := c.namesIn(t)[n.Name]
		return named != nil && named.Value.Value == *n.Code
	case codes.ClassRole, codes.GuardRole:
		return classNamed(t, n.Name) != nil
	case codes.PropertyRole, codes.PropertyTypeRole:
		return t.Property(n.Name) != nil
	case codes.ValueRole, codes.ParamsTypeRole, codes.ParamRole, codes.LocaleRole:
		return false // what they are of is told
	case codes.ClassErrorRole:
		return t.Errors != nil && classNamed(t, n.Name) != nil
	case codes.ErrorsRole, codes.ErrorRole:
		return t.Errors != nil
	case codes.ConstructorRole, codes.ErrorGuardRole:
		return t.Errors != nil && (c.namesIn(t)[n.Name] != nil || classNamed(t, n.Name) != nil || t.Name.Value == n.Name)
	}
	return true
}

// placeIn gives where a table says what an identifier spelled: the code, by its
// value or its name, or else the table.
func (c *comparison) placeIn(t *codes.Table, n Name) diag.Pos {
	code := c.namesIn(t)[n.Name]
	if n.Code != nil {
		code = t.Find(*n.Code)
	}
	if code == nil {
		return t.Name.Pos
	}
	return code.Value.Pos
}

func spelledAs(o *Output, old, now string) option {
	return func(c *Change) { c.Spelled = []Spelled{{o.Language, old, now}} }
}

// spelled says what each target makes of names that a change is about. Either
// may be empty.
func (p *pair) spelled(role codes.Role, was, is string) option {
	return func(c *Change) {
		for _, now := range p.comparison.now.Outputs {
			old := now
			if before := outputOf(p.comparison.old.Outputs, now.Target); before != nil {
				old = before
			}
			s := Spelled{Language: now.Language, Old: old.spells(p.now.Name.Value, role, was), New: now.spells(p.now.Name.Value, role, is)}
			if cmp.Or(s.Old, s.New) != "" {
				c.Spelled = append(c.Spelled, s)
			}
		}
	}
}

// spelledUse says what replaces a deprecated code.
func (p *pair) spelledUse(is *codes.Code) option {
	use := ""
	if is.Deprecated != nil {
		use = is.Deprecated.Use.Value
	}
	return p.spelled(codes.ConstantRole, is.Name.Value, use)
}

func (o *Output) spells(table string, role codes.Role, name string) string {
	if name == "" {
		return ""
	}
	if o.index == nil {
		o.index = make(map[place]string, len(o.Names))
		for _, n := range o.Names {
			o.index[place{n.Table, n.Role, n.Name}] = n.Identifier
		}
	}
	return o.index[place{table, role, name}]
}
