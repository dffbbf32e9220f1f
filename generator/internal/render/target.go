package render

import (
	"github.com/statusgen/statusgen/generator/internal/codes"
	"github.com/statusgen/statusgen/generator/internal/tree"
)

// Target is one output of a run: a language, a place, and the renderer that
// prints its view.
type Target struct {
	Declared *codes.Target
	Language *codes.Language
	Renderer Renderer
}

// Renderer prints a finished view, in memory.
type Renderer interface {
	Render(*View) ([]tree.File, error)
}

// Render prints a view.
func (t *Target) Render(v *View) ([]tree.File, error) { return t.Renderer.Render(v) }
