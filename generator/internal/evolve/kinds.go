package evolve

import "github.com/statusgen/statusgen/generator/internal/diag"

// Level says what a change can break.
type Level int

const (
	Safe     Level = iota // nothing
	Semantic              // what a program makes of a code
	Source                // the build of a program that takes the new outputs
	Wire                  // what programs say to each other, while not all of them are new
)

// Levels lists every level, the worst first.
var Levels = []Level{Wire, Source, Semantic, Safe}

func (l Level) String() string {
	return [...]string{"safe", "semantic", "source", "wire"}[l]
}

// Bump is the part of a version that a change calls for.
type Bump int

const (
	None Bump = iota
	Patch
	Minor
	Major
)

func (b Bump) String() string {
	return [...]string{"none", "patch", "minor", "major"}[b]
}

// Kind is one kind of change: a rule that a change breaks, or that only names
// it.
type Kind struct {
	*diag.Rule
	Level Level
	Bump  Bump
}

// Rules are the rules about changes.
var Rules []*diag.Rule

func kind(level Level, bump Bump, name, doc string) *Kind {
	severity := map[Level]diag.Severity{Wire: diag.Error, Source: diag.Error, Semantic: diag.Warning, Safe: diag.Note}[level]
	k := &Kind{&diag.Rule{Name: name, Doc: doc, Severity: severity, Level: level.String()}, level, bump}
	Rules = append(Rules, k.Rule)
	return k
}

func wire(name, doc string) *Kind     { return kind(Wire, Major, name, doc) }
func source(name, doc string) *Kind   { return kind(Source, Major, name, doc) }
func semantic(name, doc string) *Kind { return kind(Semantic, Minor, name, doc) }
func addition(name, doc string) *Kind { return kind(Safe, Minor, name, doc) }
func unseen(name, doc string) *Kind   { return kind(Safe, Patch, name, doc) }

// What old and new programs say to each other.
var (
	tableRemoved     = wire("table-removed", "No table goes away, because nothing decodes its codes any more.")
	codeRemoved      = wire("code-removed", "A code that goes away is retired, because old programs go on sending it, and it must never mean anything else.")
	codeReused       = wire("code-reused", "No code gets another meaning: one that shares no name, phrase or summary with what it was, nor half of the words of its name, or that another owner gave out under another name.")
	nameMoved        = wire("name-moved", "A name stands for the code that it stood for, because programs built before and after would send different codes by it.")
	retiredWithdrawn = wire("retired-withdrawn", "What is retired stays retired, because the entry is all that keeps the code or name from coming back with another meaning.")
	kindChanged      = wire("kind-changed", "The codes of a table stay integers or texts, because nothing that was sent as one is read as the other.")
	spaceNarrowed    = wire("space-narrowed", "The range of a table only grows, and its pattern stays, because an old program may send what was possible.")
	tableClosed      = wire("table-closed", "An open table stays open, because a closed one refuses codes that a newer program sends.")
	problemChanged   = wire("problem-changed", "The problem that an error becomes keeps its type and the members that it has to have or may have, because programs that receive it rely on them.")
	identifierMoved  = wire("identifier-moved", "An identifier of a target stands for the code that it stood for, because programs built before and after would send different codes by it.")
)

// What a program that takes the new outputs does not find there.
var (
	codeRetired       = source("code-retired", "A code that is retired has no constant any more; programs that name it do not build.")
	nameRemoved       = source("name-removed", "A name that goes away leaves an alias, because each name is a constant in programs and a word that they parse.")
	classRemoved      = source("class-removed", "A class stays, because programs ask for it by its test.")
	propertyRemoved   = source("property-removed", "A property stays, because programs ask for it by its accessor.")
	valueRemoved      = source("value-removed", "A property keeps its values, because each is a constant in programs.")
	typeChanged       = source("type-changed", "A property keeps its type: of one value or of many, of what table, and whether it may be absent.")
	errorsRemoved     = source("errors-removed", "A table whose codes are errors keeps that, because programs make and catch them.")
	parameterRemoved  = source("parameter-removed", "An error keeps its parameters, because programs give and read them.")
	parameterChanged  = source("parameter-changed", "A parameter of an error keeps its type, and one that was always there stays so, because programs read it.")
	parameterRequired = source("parameter-required", "A parameter that is required has always been, because programs that make the error do not give it.")
	localeRemoved     = source("locale-removed", "A locale stays, because programs import its messages.")
	identifierChanged = source("identifier-changed", "A target spells a name as it did, because programs hold the identifier.")
	identifierRemoved = source("identifier-removed", "A target shows the names that it showed, because programs hold the identifiers.")
	targetRemoved     = source("target-removed", "A target stays, because programs import its outputs.")
	targetMoved       = source("target-moved", "The outputs of a target stay where programs import them from: in their directory or, where they are a package, under its name.")
)

// What a program does otherwise.
var (
	classChanged         = semantic("class-changed", "A code keeps its class, because programs decide by it.")
	classRedrawn         = semantic("class-redrawn", "A class keeps its part of the code space, because programs decide by it about codes that nobody listed, too.")
	propertyChanged      = semantic("property-changed", "A code keeps the values of its properties, such as whether to retry, because programs act on them.")
	defaultChanged       = semantic("default-changed", "Codes that nobody listed keep the values of their properties, because programs act on them.")
	phraseChanged        = semantic("phrase-changed", "A code keeps its phrase, because people search for it, and programs print and compare it.")
	phraseLost           = semantic("phrase-lost", "What people call a code still finds it: other phrases only come, because programs look codes up by them.")
	statusChanged        = semantic("status-changed", "The HTTP status of an error stays, whichever property says so, because programs decide by it.")
	messageChanged       = semantic("message-changed", "The message of an error is what its receivers read, and what some of them compare.")
	lifecycleChanged     = semantic("lifecycle-changed", "A change of a code's lifecycle is a change of what programs may expect.")
	deprecationWithdrawn = semantic("deprecation-withdrawn", "Who has moved away from what was deprecated wants to hear that it is not any more.")
	visibilityChanged    = semantic("visibility-changed", "Who may see a part of a table is not changed by accident.")
	tableOpened          = semantic("table-opened", "A table that opens hands programs codes that it used to refuse.")
)

// What a program need not know.
var (
	tableAdded         = addition("table-added", "A new table breaks nobody.")
	codeAdded          = addition("code-added", "A new code breaks nobody: to an old program of an open table it is a stranger that it keeps.")
	nameAdded          = addition("name-added", "A new name of a code breaks nobody.")
	codeRenamed        = addition("code-renamed", "A code that is renamed keeps its old name as an alias, and so breaks nobody.")
	codeDeprecated     = addition("code-deprecated", "A code that is deprecated is still there, and editors tell those who use it.")
	nameDeprecated     = addition("name-deprecated", "A name that is deprecated is still there, and editors tell those who use it.")
	classAdded         = addition("class-added", "A new class breaks nobody.")
	propertyAdded      = addition("property-added", "A new property breaks nobody.")
	valueAdded         = addition("value-added", "A new value of a property breaks nobody as long as no code has it.")
	phraseAdded        = addition("phrase-added", "A phrase for a code that had none breaks nobody.")
	spaceWidened       = addition("space-widened", "A range that grows breaks nobody.")
	errorsAdded        = addition("errors-added", "Codes that become errors are still codes; where their constants have other names then, it is told of those.")
	parameterAdded     = addition("parameter-added", "A new parameter of an error that may be absent breaks nobody.")
	localeAdded        = addition("locale-added", "Messages in one more language break nobody.")
	identifierAdded    = addition("identifier-added", "A new identifier breaks nobody.")
	targetAdded        = addition("target-added", "A new target breaks nobody.")
	somethingRetired   = unseen("retired-added", "A code or name that is kept from ever being used breaks nobody.")
	ownerChanged       = unseen("owner-changed", "Who gives out a code is of no concern to programs.")
	orderChanged       = unseen("order-changed", "The order of the codes is that in which programs list them, and nothing else.")
	translationChanged = unseen("translation-changed", "Translations are better put at any time.")
	textChanged        = unseen("text-changed", "Documentation is said otherwise: titles, summaries, actions, references, reasons and dates.")
)
