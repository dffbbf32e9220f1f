package cli

import (
	"bytes"
	"encoding/json"

	"github.com/statusgen/statusgen/generator/internal/codes"
)

// The resolved catalogue in the form that export publishes: every default
// applied, every reference followed. docs/export.schema.json describes it.

// formVersion counts the revisions of the form.
const formVersion = 1

type exportedCatalog struct {
	Version int             `json:"version"`
	Tables  []exportedTable `json:"tables"`
}

// exportedTable is one table.
type exportedTable struct {
	Name        string             `json:"name"`
	Title       string             `json:"title,omitempty"`
	Summary     string             `json:"summary,omitempty"`
	Visibility  string             `json:"visibility,omitempty"` // of this part and all others: internal, or nothing
	Type        string             `json:"type"`
	Kind        string             `json:"kind"`
	Range       []int64            `json:"range,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Unknown     string             `json:"unknown"`
	Reference   *exportedReference `json:"reference,omitempty"`
	Since       string             `json:"since,omitempty"`
	Fingerprint string             `json:"fingerprint"` // a hash of what a program can ask
	Extends     []exportedBase     `json:"extends,omitempty"`
	Classes     []exportedClass    `json:"classes"`
	Properties  object             `json:"properties"`
	Owners      []exportedOwner    `json:"owners,omitempty"`
	Retired     []exportedRetired  `json:"retired,omitempty"`
	Errors      *exportedErrors    `json:"errors,omitempty"`
	Codes       []exportedCode     `json:"codes"`
}

// exportedBase is a table that another one extends, and a hash of its facts.
type exportedBase struct {
	Table  string `json:"table"`
	SHA256 string `json:"sha256"`
}

// exportedReference is where facts come from.
type exportedReference struct {
	Text string `json:"text"`
	URL  string `json:"url,omitempty"`
}

// exportedClass is a part of the code space, by its range, prefix or glob.
type exportedClass struct {
	Name       string  `json:"name"`
	Range      []int64 `json:"range,omitempty"`
	Prefix     string  `json:"prefix,omitempty"`
	Glob       string  `json:"glob,omitempty"`
	Summary    string  `json:"summary,omitempty"`
	Visibility string  `json:"visibility,omitempty"`
	Defaults   object  `json:"defaults,omitempty"` // values of the properties for codes that do not state them
	Message    string  `json:"message,omitempty"`
	Params     object  `json:"params,omitempty"` // of the errors of its codes
}

// exportedProperty is a typed fact that every code carries.
type exportedProperty struct {
	Type       string   `json:"type"`
	Many       bool     `json:"many,omitempty"`
	Values     []string `json:"values,omitempty"`
	Table      string   `json:"table,omitempty"`
	Default    any      `json:"default,omitempty"`
	Summary    string   `json:"summary,omitempty"`
	Visibility string   `json:"visibility,omitempty"`
	RequiredIn []string `json:"required_in,omitempty"`
	AllowedIn  []string `json:"allowed_in,omitempty"`
}

// exportedOwner is who gives out a part of the codes.
type exportedOwner struct {
	Name    string  `json:"name"`
	Range   []int64 `json:"range,omitempty"`
	Prefix  string  `json:"prefix,omitempty"`
	Summary string  `json:"summary,omitempty"`
}

// exportedRetired is a code or name that must not be used again.
type exportedRetired struct {
	Code   any    `json:"code,omitempty"`
	Name   string `json:"name,omitempty"`
	Reason string `json:"reason"`
}

// exportedCode is one status code.
type exportedCode struct {
	Code       any                  `json:"code"`
	Name       string               `json:"name"`
	Phrase     string               `json:"phrase,omitempty"`
	Summary    string               `json:"summary,omitempty"`
	Action     string               `json:"action,omitempty"`
	Reference  *exportedReference   `json:"reference,omitempty"`
	Since      string               `json:"since,omitempty"`
	Class      string               `json:"class,omitempty"`
	Owner      string               `json:"owner,omitempty"`
	Lifecycle  string               `json:"lifecycle"`
	Visibility string               `json:"visibility,omitempty"`
	Deprecated *exportedDeprecation `json:"deprecated,omitempty"`
	Aliases    []exportedAlias      `json:"aliases"`
	Also       []string             `json:"also,omitempty"`
	Spell      map[string]string    `json:"spell,omitempty"`
	Properties object               `json:"properties"`
	Error      *exportedError       `json:"error,omitempty"`
	Origin     string               `json:"origin,omitempty"` // the base that it comes from
}

// exportedDeprecation says why a code should not be used.
type exportedDeprecation struct {
	Since       string `json:"since,omitempty"`
	Use         string `json:"use,omitempty"`
	Reason      string `json:"reason,omitempty"`
	RemoveAfter string `json:"remove_after,omitempty"`
}

// exportedAlias is another name of a code.
type exportedAlias struct {
	Name        string   `json:"name"`
	Deprecated  bool     `json:"deprecated,omitempty"`
	RemoveAfter string   `json:"remove_after,omitempty"`
	Only        []string `json:"only,omitempty"`
}

// object is a JSON object that keeps its order.
type object []member

// member is one member of an object.
type member struct {
	Name  string
	Value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encoder.Encode(m.Name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// resolve resolves a catalogue that has passed every check.
func resolve(c *codes.Catalog) exportedCatalog {
	out := exportedCatalog{Version: formVersion, Tables: make([]exportedTable, 0, len(c.Tables))}
	for _, t := range c.Tables {
		out.Tables = append(out.Tables, table(c, t))
	}
	return out
}

func table(c *codes.Catalog, t *codes.Table) exportedTable {
	out := exportedTable{
		Name: t.Name.Value, Title: t.Title.Value, Summary: t.Summary.Value,
		Visibility: visibility(t.IsInternal()), Type: t.Type.Value,
		Kind: t.Kind.String(), Range: bounds(t.Range), Pattern: t.Pattern.Value, Unknown: t.Unknown.String(),
		Reference: reference(t.Reference), Since: t.Since.Value, Fingerprint: c.Fingerprint(t),
		Classes: []exportedClass{}, Properties: object{}, Codes: []exportedCode{},
	}
	for _, base := range t.Bases {
		out.Extends = append(out.Extends, exportedBase{Table: base.Ref.Value, SHA256: base.SHA256})
	}
	for _, class := range t.Classes {
		out.Classes = append(out.Classes, exportedClass{
			Name: class.Name.Value, Range: bounds(class.Range), Prefix: class.Prefix.Value, Glob: class.Glob.Value,
			Summary: class.Summary.Value, Visibility: visibility(t.HidesClass(class)),
			Defaults: properties(c, t, func(p *codes.Property) *codes.Fact {
				return codes.FactIn(class.Defaults, p.Name.Value)
			}),
			Message: class.Message.Value, Params: params(class.Params),
		})
	}
	for _, p := range t.Properties {
		out.Properties = append(out.Properties, member{p.Name.Value, exportedProperty{
			Type: string(p.Type.Value), Many: p.Many, Values: values(p.Values), Table: p.Table.Value,
			Default: value(c, p, p.Default), Summary: p.Summary.Value, Visibility: visibility(t.HidesProperty(p)),
			RequiredIn: values(p.RequiredIn), AllowedIn: values(p.AllowedIn),
		}})
	}
	for _, o := range t.Owners {
		out.Owners = append(out.Owners, exportedOwner{Name: o.Name.Value, Range: bounds(o.Range), Prefix: o.Prefix.Value, Summary: o.Summary.Value})
	}
	for _, r := range t.Retired {
		retired := exportedRetired{Name: r.Name.Value, Reason: r.Reason.Value}
		if r.Code != nil {
			retired.Code = wire(r.Code.Value)
		}
		out.Retired = append(out.Retired, retired)
	}
	out.Errors = errorsOf(c, t)
	for _, code := range t.Codes {
		out.Codes = append(out.Codes, codeOf(c, t, code))
	}
	return out
}

func codeOf(c *codes.Catalog, t *codes.Table, code *codes.Code) exportedCode {
	out := exportedCode{
		Code: wire(code.Value.Value), Name: code.Name.Value, Phrase: code.Phrase.Value,
		Summary: code.Summary.Value, Action: code.Action.Value,
		Reference: reference(t.ReferenceOf(code)), Since: t.SinceOf(code),
		Owner: t.OwnerOf(code), Lifecycle: string(t.LifecycleOf(code)), Visibility: visibility(t.HidesCode(code)),
		Aliases: []exportedAlias{}, Also: values(code.Also),
		Properties: properties(c, t, func(p *codes.Property) *codes.Fact { return t.FactOf(code, p) }),
		Error:      errorOf(c, t, code),
		Origin:     code.Origin,
	}
	if class := t.ClassOf(code.Value.Value); class != nil {
		out.Class = class.Name.Value
	}
	if d := code.Deprecated; d != nil {
		out.Deprecated = &exportedDeprecation{Since: d.Since.Value, Use: d.Use.Value, Reason: d.Reason.Value, RemoveAfter: d.RemoveAfter.Value}
	}
	for _, a := range code.Aliases {
		out.Aliases = append(out.Aliases, exportedAlias{
			Name: a.Name.Value, Deprecated: a.Deprecated, RemoveAfter: a.RemoveAfter.Value, Only: values(a.Only),
		})
	}
	for _, s := range code.Spell {
		if out.Spell == nil {
			out.Spell = map[string]string{}
		}
		out.Spell[s.Target.Value] = s.Identifier.Value
	}
	return out
}

// visibility says what is internal; nothing is public.
func visibility(internal bool) string {
	if internal {
		return string(codes.Internal)
	}
	return ""
}

// properties gives the values of all properties that have one.
func properties(c *codes.Catalog, t *codes.Table, fact func(*codes.Property) *codes.Fact) object {
	out := object{}
	for _, p := range t.Properties {
		if v := value(c, p, fact(p)); v != nil {
			out = append(out, member{p.Name.Value, v})
		}
	}
	return out
}

// value gives a fact: a list for a property of many, and nil for none.
func value(c *codes.Catalog, p *codes.Property, fact *codes.Fact) any {
	if fact == nil {
		return nil
	}
	list := make([]any, len(fact.Items))
	for i, item := range p.Ordered(fact) {
		list[i] = item.Value
		if p.Type.Value == codes.CodeProperty {
			target, _ := c.Target(p, item)
			list[i] = wire(target)
		}
	}
	if p.Many {
		return list
	}
	return list[0]
}

// wire gives a code as JSON carries it.
func wire(v codes.Value) any {
	if v.Kind == codes.Text {
		return v.Text
	}
	return v.Int
}

func bounds(r *codes.Range) []int64 {
	if r == nil {
		return nil
	}
	return []int64{r.Min, r.Max}
}

func reference(r *codes.Reference) *exportedReference {
	if r == nil {
		return nil
	}
	return &exportedReference{Text: r.Text.Value, URL: r.URL.Value}
}

func values(list []codes.At[string]) []string {
	var out []string
	for _, v := range list {
		out = append(out, v.Value)
	}
	return out
}
