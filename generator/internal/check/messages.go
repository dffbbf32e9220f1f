package check

import (
	"fmt"
	"slices"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

// message is a message, and the parameters that it may hold.
type message struct {
	codes.At[string]
	of     string // whose it is, as a sentence names it
	params []*codes.Param
}

// messages gives the messages that classes and codes have themselves.
func (t *table) messages() []message {
	var list []message
	for _, class := range t.Classes {
		if class.Message.Given() {
			list = append(list, message{class.Message, "the class " + quote(class.Name.Value), class.Params})
		}
	}
	for _, c := range t.Codes {
		if c.Message.Given() && !c.Misread {
			list = append(list, message{c.Message, quote(c.Name.Value), t.ParamsOf(c)})
		}
	}
	return list
}

// held gives the names of the parameters that a message holds, each once.
func held(message string) []string {
	var names []string
	pieces, _ := codes.Pieces(message)
	for _, piece := range pieces {
		if piece.Param != "" && !slices.Contains(names, piece.Param) {
			names = append(names, piece.Param)
		}
	}
	return names
}

var ruleMessageSyntax = &diag.Rule{
	Name: "message-syntax",
	Doc:  "In a message, {name} is the value of a parameter, and {{ and }} are braces, because nobody could tell what any other brace is.",
}

func messageSyntax(p *pass, t *table) {
	judge := func(message codes.At[string], of string) {
		if _, fault := codes.Pieces(message.Value); fault != "" {
			p.report(message.Pos, fmt.Sprintf("the message of %s %s", of, fault), diag.Hint("write {{ and }} for braces"))
		}
	}
	for _, m := range t.messages() {
		judge(m.At, m.of)
	}
	for _, locale := range t.Locales {
		for _, m := range locale.Messages {
			judge(m.Message, fmt.Sprintf("%s in %s", quote(m.Code.Value), quote(locale.Tag.Value)))
		}
	}
}

var ruleUnknownParam = &diag.Rule{
	Name: "unknown-param",
	Doc:  "What a message holds are parameters of its code, because nobody would give any other a value.",
}

func unknownParam(p *pass, t *table) {
	for _, m := range t.messages() {
		for _, name := range held(m.Value) {
			if codes.ParamIn(m.params, name) == nil {
				p.report(m.Pos, fmt.Sprintf("the message of %s holds %s, which is no parameter of it", m.of, quote(name)),
					diag.Hint("write `%s: {type: text}` among its params", name),
					p.didYouMean(name, among(m.params, func(param *codes.Param) string { return param.Name.Value })))
			}
		}
	}
}

var ruleOptionalParam = &diag.Rule{
	Name: "optional-param",
	Doc:  "No message holds a parameter that may be absent, because the sentence would have a hole.",
}

func optionalParam(p *pass, t *table) {
	for _, m := range t.messages() {
		for _, name := range held(m.Value) {
			if param := codes.ParamIn(m.params, name); param != nil && param.Optional {
				p.report(m.Pos, fmt.Sprintf("the message of %s holds %s, which is optional", m.of, quote(name)),
					diag.See(param.Name.Pos), diag.Hint("make it required, or say it without"))
			}
		}
	}
}

var ruleUnusedParam = &diag.Rule{
	Name: "unused-param",
	Doc:  "Every parameter is in a message, or is data, optional or internal, because a value that no reader sees may be forgotten.",
}

func unusedParam(p *pass, t *table) {
	used := make(map[*codes.Param]bool) // those of classes
	for _, class := range t.Classes {
		use(used, class.Params, held(class.Message.Value))
	}
	for _, c := range t.Codes {
		message := t.MessageOf(c).Value
		if _, fault := codes.Pieces(message); c.Misread || fault != "" {
			return // what it uses is not known
		}
		names := held(message)
		use(used, t.ParamsOf(c), names)
		for _, param := range c.Params {
			unused(p, param, slices.Contains(names, param.Name.Value), "the message of "+quote(c.Name.Value))
		}
	}
	for _, class := range t.Classes {
		for _, param := range class.Params {
			unused(p, param, used[param], "a message of the class "+quote(class.Name.Value))
		}
	}
}

func use(used map[*codes.Param]bool, params []*codes.Param, names []string) {
	for _, name := range names {
		if param := codes.ParamIn(params, name); param != nil {
			used[param] = true
		}
	}
}

func unused(p *pass, param *codes.Param, used bool, in string) {
	name := quote(param.Name.Value)
	switch {
	case !used && param.InMessages():
		p.report(param.Name.Pos, fmt.Sprintf("the parameter %s is not in %s", name, in),
			diag.Hint("write it there between braces, or `data: true` here"))
	case used && param.Data:
		p.report(param.Name.Pos, fmt.Sprintf("the parameter %s is data, but is in %s", name, in))
	}
}
