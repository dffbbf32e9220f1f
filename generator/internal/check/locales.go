package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/diag"
)

var ruleLocaleTag = &diag.Rule{
	Name: "locale-tag",
	Doc:  "A locale is a tag of BCP 47 with its usual capitals, such as de, pt-BR or zh-Hans, because programs compare it.",
}

var (
	localeTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$`)
	localeGap = regexp.MustCompile(`[-_ .]+`)
)

func localeTags(p *pass, t *table) {
	for _, locale := range t.Locales {
		tag := locale.Tag.Value
		if localeTag.MatchString(tag) {
			continue
		}
		hint := diag.Hint("")
		if better := tagLike(tag); better != "" {
			hint = diag.Hint("write %s", better)
		}
		p.report(locale.Tag.Pos, fmt.Sprintf("%s is no tag of a locale", quote(tag)), hint)
	}
}

// tagLike guesses the tag that the author meant by pt_br.
func tagLike(s string) string {
	if len(s) > maxName {
		return ""
	}
	parts := localeGap.Split(codes.LowerASCII(s), -1)
	for i, part := range parts[1:] {
		switch len(part) {
		case 2:
			parts[i+1] = strings.ToUpper(part)
		case 4:
			parts[i+1] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	if tag := strings.Join(parts, "-"); localeTag.MatchString(tag) {
		return tag
	}
	return ""
}

// translations gives every translation of a code that the table has.
func (t *table) translations(visit func(locale *codes.Locale, m codes.Translation, c *codes.Code)) {
	for _, locale := range t.Locales {
		for _, m := range locale.Messages {
			visit(locale, m, t.Named(m.Code.Value))
		}
	}
}

var ruleUnknownMessage = &diag.Rule{
	Name: "unknown-message",
	Doc:  "What a locale translates are messages of codes of its table, by their names, because others would never be shown.",
}

func unknownMessage(p *pass, t *table) {
	t.translations(func(locale *codes.Locale, m codes.Translation, c *codes.Code) {
		if c == nil && !p.unnamed[t.Name.Value] {
			p.unknownName(m.Code.Pos, t, m.Code.Value)
		}
	})
}

var ruleTranslationParams = &diag.Rule{
	Name: "translation-params",
	Doc:  "A translation holds the parameters that the message holds, because every reader is to learn the same.",
}

func translationParams(p *pass, t *table) {
	t.translations(func(locale *codes.Locale, m codes.Translation, c *codes.Code) {
		_, fault := codes.Pieces(m.Message.Value)
		if c == nil || c.Misread || fault != "" {
			return
		}
		message := t.MessageOf(c)
		want, got := held(message.Value), held(m.Message.Value)
		where := fmt.Sprintf("the message of %s in %s", quote(c.Name.Value), quote(locale.Tag.Value))
		for _, name := range got {
			if !slices.Contains(want, name) {
				p.report(m.Message.Pos, fmt.Sprintf("%s holds %s, which the message does not", where, quote(name)),
					diag.See(message.Pos), p.didYouMean(name, slices.Values(want)))
			}
		}
		for _, name := range want {
			if !slices.Contains(got, name) {
				p.report(m.Message.Pos, fmt.Sprintf("%s lacks %s, which the message holds", where, quote(name)), diag.See(message.Pos))
			}
		}
	})
}

var ruleMissingTranslation = &diag.Rule{
	Name:     "missing-translation",
	Doc:      "Every message has a translation in every locale of its table, unless `translations: off` allows the message itself there.",
	Severity: diag.Warning,
}

func missingTranslation(p *pass, t *table) {
	if t.Errors.Level() == codes.TranslationsExpected {
		untranslated(p, t)
	}
}

var ruleRequiredTranslation = &diag.Rule{
	Name: "required-translation",
	Doc:  "Where a table says `translations: error`, every message has a translation in every locale, because its author promised it to readers.",
}

func requiredTranslation(p *pass, t *table) {
	if t.Errors.Level() == codes.TranslationsRequired {
		untranslated(p, t)
	}
}

// untranslated reports each locale that lacks messages.
func untranslated(p *pass, t *table) {
	for _, locale := range t.Locales {
		if locale.Misread {
			continue
		}
		there := make(map[string]bool, len(locale.Messages))
		for _, m := range locale.Messages {
			there[m.Code.Value] = true
		}
		var missing []string
		for _, c := range t.Codes {
			says := t.MessageOf(c).Given() || c.Phrase.Given()
			if says && !there[c.Name.Value] {
				missing = append(missing, quote(c.Name.Value))
			}
		}
		if len(missing) > maxChoices {
			missing = append(missing[:maxChoices-1], fmt.Sprintf("%d others", len(missing)-maxChoices+1))
		}
		if len(missing) > 0 {
			p.report(locale.Tag.Pos, fmt.Sprintf("the locale %s has no message of %s", quote(locale.Tag.Value), list(missing)), diag.See(t.Errors.Translations.Pos))
		}
	}
}
