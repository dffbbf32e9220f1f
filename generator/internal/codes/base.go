package codes

// Base is a table that another one extends. What the other takes over is in
// the other's own fields; the places of it are still those in the base.
type Base struct {
	Ref    At[string] // as the author wrote it: "builtin:http"
	Table  *Table
	SHA256 string // of Table's facts
}
