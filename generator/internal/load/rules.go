package load

import "github.com/statusgen/statusgen/generator/internal/diag"

// Rules lists every rule under which this package reports.
var Rules = []*diag.Rule{
	ruleSourceUnreadable, ruleSourceNotRegular, ruleSourceTooLarge, ruleSourceEncoding, ruleSourceEmpty,
	ruleCharControl, ruleCharLineBreak, ruleCharBidi, ruleCharInvisible, ruleCharNoncharacter,
	ruleYAMLSyntax, ruleYAMLTab, ruleYAMLSpace, ruleYAMLEscape, ruleYAMLDepth, ruleYAMLDirective,
	ruleMultiDocument, ruleAnchor, ruleAlias, ruleTag, ruleTooManyEntries, ruleLostText,
	ruleRootNotMapping, ruleExpectedMapping, ruleExpectedList, ruleEntryEmpty,
	ruleMergeKey, ruleKeyNotString, ruleDuplicateKey, ruleUnknownField, ruleMissingField, ruleFieldConflict,
	ruleStringExpected, ruleCodeQuotes, ruleBoolSyntax, ruleValueExpected, ruleUnknownValue, ruleRangeSyntax, ruleWrongVersion,
	ruleIntExpected, ruleIntOctal, ruleIntBase, ruleIntUnderscore, ruleIntPlus, ruleIntNegativeZero, ruleIntFloat, ruleIntRange,
	ruleIncludePath, ruleIncludeNothing, ruleIncludeTwice,
	ruleBaseSyntax, ruleUnknownBase, ruleBaseCycle, ruleBaseClash, ruleFilterNothing,
	ruleLocaleFile,
	ruleLanguagePattern, ruleLanguageFormat,
}

// The file.
var (
	ruleSourceUnreadable = &diag.Rule{Name: "source-unreadable", Doc: "The source exists and may be read."}
	ruleSourceNotRegular = &diag.Rule{Name: "source-not-regular", Doc: "The source is a regular file, because a directory holds no text and a pipe or device may never end."}
	ruleSourceTooLarge   = &diag.Rule{Name: "source-too-large", Doc: "The source is at most 64 MiB in 4,194,304 lines, so that reading it takes bounded time and memory."}
	ruleSourceEncoding   = &diag.Rule{Name: "source-encoding", Doc: "The source is UTF-8, because a guess at any other encoding could change its texts."}
	ruleSourceEmpty      = &diag.Rule{Name: "source-empty", Doc: "The source holds something: an empty one is a mistake, never an empty catalogue."}
)

// Its characters.
var (
	ruleCharControl      = &diag.Rule{Name: "char-control", Doc: "Control characters are written as escapes, because an editor hides them and a terminal obeys them."}
	ruleCharLineBreak    = &diag.Rule{Name: "char-line-break", Doc: `Lines end with \n or \r\n, because programs disagree whether anything else ends one.`}
	ruleCharBidi         = &diag.Rule{Name: "char-bidi", Doc: "Characters that reorder text are written as escapes, because a reviewer would see another text than the one that counts."}
	ruleCharInvisible    = &diag.Rule{Name: "char-invisible", Doc: "Characters that cannot be seen are written as escapes, except inside an emoji."}
	ruleCharNoncharacter = &diag.Rule{Name: "char-noncharacter", Doc: "Code points that Unicode keeps free are not used, because programs drop or replace them."}
)

// The shape of its YAML.
var (
	ruleYAMLSyntax     = &diag.Rule{Name: "yaml-syntax", Doc: "The source is well-formed YAML: what is opened is closed, entries line up, and text that looks like syntax is quoted."}
	ruleYAMLTab        = &diag.Rule{Name: "yaml-tab", Doc: "Lines are indented with spaces, because YAML gives a tab no width."}
	ruleYAMLSpace      = &diag.Rule{Name: "yaml-space", Doc: "Spaces outside of quotes are ASCII spaces, because YAML takes any other for text."}
	ruleYAMLEscape     = &diag.Rule{Name: "yaml-escape", Doc: "An escape in double quotes is one that YAML has, and stands for a character."}
	ruleYAMLDepth      = &diag.Rule{Name: "yaml-depth", Doc: "Lists and mappings nest at most 32 levels deep, which no honest source needs."}
	ruleYAMLDirective  = &diag.Rule{Name: "yaml-directive", Doc: "There are no % directives, because they change what the rest of the source means."}
	ruleMultiDocument  = &diag.Rule{Name: "multi-document", Doc: "A file holds one document, because readers disagree about a second one."}
	ruleAnchor         = &diag.Rule{Name: "anchor-not-allowed", Doc: "There are no anchors: each value stands where it is read."}
	ruleAlias          = &diag.Rule{Name: "alias-not-allowed", Doc: "There are no aliases: each value stands where it is read."}
	ruleTag            = &diag.Rule{Name: "tag-not-allowed", Doc: "There are no tags: the format says which type a value has."}
	ruleTooManyEntries = &diag.Rule{Name: "too-many-entries", Doc: "A file has at most 1,048,576 entries, and a table 1,024 classes, owners, properties, or values of one, so that reading it takes bounded time and memory."}
	ruleLostText       = &diag.Rule{Name: "lost-text", Doc: "A comment that follows a text without quotes begins with `# `, because a # that was meant as part of the text would cut it off silently.", Severity: diag.Warning}
)

// Its mappings and lists.
var (
	ruleRootNotMapping  = &diag.Rule{Name: "root-not-mapping", Doc: "The source is a mapping of fields, such as `version: 1`."}
	ruleExpectedMapping = &diag.Rule{Name: "expected-mapping", Doc: "Where the format has a mapping, one is written, even for a single field."}
	ruleExpectedList    = &diag.Rule{Name: "expected-list", Doc: "Where the format has a list, one is written, even for a single item."}
	ruleEntryEmpty      = &diag.Rule{Name: "entry-empty", Doc: "No item of a list is empty, because YAML readers drop such an item silently."}
	ruleMergeKey        = &diag.Rule{Name: "merge-key", Doc: "There are no merge keys: each value stands where it is read."}
	ruleKeyNotString    = &diag.Rule{Name: "key-not-string", Doc: "Every key is a text, because readers disagree about any other."}
	ruleDuplicateKey    = &diag.Rule{Name: "duplicate-key", Doc: "A mapping has each key once, because one of two values would be lost."}
	ruleUnknownField    = &diag.Rule{Name: "unknown-field", Doc: "Every field is one that the format has, so that a misspelt one is not lost."}
	ruleMissingField    = &diag.Rule{Name: "missing-field", Doc: "Required fields are there and not empty."}
	ruleFieldConflict   = &diag.Rule{Name: "field-conflict", Doc: "Of fields that say the same in different ways, one is given."}
)

// Its values.
var (
	ruleStringExpected = &diag.Rule{Name: "string-expected", Doc: "A text that YAML would read as a number, a date, true, false or null is quoted."}
	ruleCodeQuotes     = &diag.Rule{Name: "code-quotes", Doc: "The codes of a text table are in double quotes, so that all look alike and none is read as a number."}
	ruleBoolSyntax     = &diag.Rule{Name: "bool-syntax", Doc: "A boolean is true or false, because YAML readers disagree about yes, on and True."}
	ruleValueExpected  = &diag.Rule{Name: "value-expected", Doc: "The value of a property is true, false, an integer, a text, or a list of them."}
	ruleUnknownValue   = &diag.Rule{Name: "unknown-value", Doc: "A field that takes one of several words has one of them."}
	ruleRangeSyntax    = &diag.Rule{Name: "range-syntax", Doc: "A range is a list of its first and its last code."}
	ruleWrongVersion   = &diag.Rule{Name: "wrong-version", Doc: "The version of the source format is one that this program reads: 1."}
)

// Its integers.
var (
	ruleIntExpected     = &diag.Rule{Name: "int-expected", Doc: "An integer is written in decimal ASCII digits, without quotes."}
	ruleIntOctal        = &diag.Rule{Name: "int-octal", Doc: "An integer has no leading zero, because some readers would take it for octal."}
	ruleIntBase         = &diag.Rule{Name: "int-base", Doc: "An integer is decimal, so that the source shows what is on the wire."}
	ruleIntUnderscore   = &diag.Rule{Name: "int-underscore", Doc: "An integer has no underscores, because YAML readers disagree about them."}
	ruleIntPlus         = &diag.Rule{Name: "int-plus", Doc: "An integer has no plus sign, so that it is written in one way only."}
	ruleIntNegativeZero = &diag.Rule{Name: "int-negative-zero", Doc: "Zero has no sign, so that it is written in one way only."}
	ruleIntFloat        = &diag.Rule{Name: "int-float", Doc: "An integer has no fraction and no exponent, because it would be rounded silently."}
	ruleIntRange        = &diag.Rule{Name: "int-range", Doc: "An integer is at most 9007199254740991 either way, because JavaScript rounds what is larger."}
)

// The files that it includes.
var (
	ruleIncludePath    = &diag.Rule{Name: "include-path", Doc: "A pattern of include is a slash-separated path below the directory of its file, and means the same on every system."}
	ruleIncludeNothing = &diag.Rule{Name: "include-nothing", Doc: "Every pattern of include matches a file, because tables that are not found would be missing silently."}
	ruleIncludeTwice   = &diag.Rule{Name: "include-twice", Doc: "A file is included once, and never by itself, because its tables would be there twice."}
)

// The tables that its tables extend.
var (
	ruleBaseSyntax    = &diag.Rule{Name: "base-syntax", Doc: "What a table extends is written SOURCE:TABLE, where SOURCE is builtin or the path of a file from the directory of this one."}
	ruleUnknownBase   = &diag.Rule{Name: "unknown-base", Doc: "What a table extends is there, because everything that it gives would be missing."}
	ruleBaseCycle     = &diag.Rule{Name: "base-cycle", Doc: "No table extends itself, directly or round about, and at most 32 stand on one another, because a table has to begin somewhere."}
	ruleBaseClash     = &diag.Rule{Name: "base-clash", Doc: "Where the bases of a table differ, the table says what holds, because neither base can know of the other."}
	ruleFilterNothing = &diag.Rule{Name: "filter-nothing", Doc: "Every item of only and except fits a code of the base, or of the tables of the target, because one that fits none is misspelt, or out of date."}
)

// The files of its locales.
var ruleLocaleFile = &diag.Rule{Name: "locale-file", Doc: "The file that has the messages of a locale is there, by a path from the directory of the file that names it."}

// A language's target.yaml.
var (
	ruleLanguagePattern = &diag.Rule{Name: "language-pattern", Doc: "The pattern of a package field, or the form of a name, is an RE2 expression anchored by ^ and $, so that it judges the whole of it."}
	ruleLanguageFormat  = &diag.Rule{Name: "language-format", Doc: `The format of an escape has exactly one hexadecimal verb, such as \x%02x.`}
)
