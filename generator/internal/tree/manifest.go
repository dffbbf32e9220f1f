package tree

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

const (
	manifestName   = ".statusgen.json"
	manifestFormat = 1
)

// manifest is what an output directory says about itself: so check knows what
// is stale, and generate what it may remove. It names no version of the tool
// and no time, so it changes only when an output does.
type manifest struct {
	Format      int                       `json:"manifest"`
	Files       []manifestFile            `json:"files"`
	Identifiers map[string]map[string]any `json:"identifiers"`
	Bases       map[string]string         `json:"bases,omitempty"`
}

type manifestFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// manifestOf gives what is to be recorded of a tree.
func manifestOf(t Tree) manifest {
	m := manifest{Identifiers: t.Identifiers, Bases: t.Bases}
	for _, file := range t.Files {
		m.Files = append(m.Files, manifestFile{Path: file.Path, SHA256: digest(file.Content)})
	}
	return m
}

// digests gives path -> digest.
func (m manifest) digests() map[string]string {
	digests := map[string]string{}
	for _, file := range m.Files {
		digests[file.Path] = file.SHA256
	}
	return digests
}

// with gives a manifest that also lists the files which only other lists. It
// is true of a directory that is on its way from one to the other.
func (m manifest) with(other manifest) manifest {
	listed := m.digests()
	m.Files = slices.Clone(m.Files)
	for _, file := range other.Files {
		if _, ok := listed[file.Path]; !ok {
			m.Files = append(m.Files, file)
		}
	}
	return m
}

// changed says which bases have another hash than in an older manifest, or
// nothing.
func (m manifest) changed(old manifest, treeName string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(m.Bases)) {
		if hash, known := old.Bases[name]; known && hash != m.Bases[name] {
			names = append(names, name)
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return fmt.Sprintf("%s has changed since %s was written", names[0], treeName)
	}
	last := len(names) - 1
	return fmt.Sprintf("%s and %s have changed since %s was written", strings.Join(names[:last], ", "), names[last], treeName)
}

// disjoint reports whether the manifest is of some tables and none of these.
// Then another source owns the directory, or its only table has another name
// now. Nothing that a manifest may say tells these apart (a path to the source
// would make it differ from machine to machine), so it is no reason to refuse.
func (m manifest) disjoint(identifiers map[string]map[string]any) bool {
	for table := range identifiers {
		if _, both := m.Identifiers[table]; both {
			return false
		}
	}
	return len(m.Identifiers) > 0 && len(identifiers) > 0
}

// file gives the manifest as a file of its directory.
func (m manifest) file() (File, error) {
	m.Format = manifestFormat
	m.Files = slices.SortedFunc(slices.Values(m.Files), func(a, b manifestFile) int { return cmp.Compare(a.Path, b.Path) })
	content, err := m.text()
	return File{Path: manifestName, Content: content}, err
}

// errNoManifest tells a directory without a manifest from one whose manifest
// lists nothing.
var errNoManifest = errors.New("there is none")

// readManifest gives what the last run recorded. The file is untrusted:
// anybody may have edited it. Where it cannot be read for what it is,
// unreadable says why, and nothing is listed. A path that no run can have
// written is an error.
func readManifest(root *os.Root, name string) (m manifest, unreadable, err error) {
	info, err := root.Lstat(manifestName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return manifest{}, errNoManifest, nil
	case err != nil:
		return manifest{}, nil, cannot("read", name, err)
	case !info.Mode().IsRegular():
		return manifest{}, errors.New("it is not a regular file"), nil
	}
	content, err := root.ReadFile(manifestName)
	if err != nil {
		return manifest{}, nil, cannot("read", name, err)
	}
	if m, unreadable = parseManifest(undamaged(content)); unreadable != nil {
		return manifest{}, unreadable, nil
	}
	for _, file := range m.Files {
		if pathFault(file.Path) != "" {
			return manifest{}, nil, &ManifestError{Manifest: name, Path: file.Path}
		}
	}
	return m, nil, nil
}

func parseManifest(content []byte) (manifest, error) {
	// The format is read first, alone: another one may mean anything by the rest.
	var head struct {
		Format int `json:"manifest"`
	}
	if err := json.Unmarshal(content, &head); err != nil {
		return manifest{}, fmt.Errorf("it is damaged: %w", err)
	}
	if head.Format > manifestFormat {
		return manifest{}, errors.New("a newer statusgen wrote it")
	}
	if head.Format != manifestFormat {
		return manifest{}, errors.New("it is damaged: it does not say its format")
	}
	var m manifest
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber() // codes are carried over as they stand
	if err := decoder.Decode(&m); err != nil {
		return manifest{}, fmt.Errorf("it is damaged: %w", err)
	}
	return m, nil
}
