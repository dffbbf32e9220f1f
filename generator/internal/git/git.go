// Package git reads the files of a commit, by the git program: no library knows
// all the forms that a repository can have, and whoever names a ref has git.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// Repo is a repository, as seen from one of its directories. In a worktree that
// is the worktree's.
type Repo struct {
	ctx    context.Context
	dir    string
	Prefix string // of the directory from the root of the repository: "api/", or "" in the root
}

// ErrNoGit says that there is no git to ask.
var ErrNoGit = errors.New("git, which might know a ref of that name, is not installed")

// ErrNoRepository says that a directory is in no repository.
var ErrNoRepository = errors.New("the source is in no git repository, which might know a ref of that name")

// Open finds the repository of a directory.
func Open(ctx context.Context, dir string) (*Repo, error) {
	r := &Repo{ctx: ctx, dir: dir}
	prefix, err := r.ask("rev-parse", "--show-prefix")
	if err != nil {
		if strings.Contains(err.Error(), "not a git repository") {
			return nil, ErrNoRepository
		}
		return nil, err
	}
	r.Prefix = strings.TrimSuffix(prefix, "\n")
	return r, nil
}

// Commit finds the commit that a ref names.
func (r *Repo) Commit(ref string) (*Tree, error) {
	commit, err := r.ask("rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
	switch commit = strings.TrimSpace(commit); {
	case err != nil:
		return nil, r.missing(ref, err)
	case !hash.MatchString(commit): // ^HEAD is what HEAD does not lead to, and no commit
		return nil, fmt.Errorf("there is no git ref %q", ref)
	}
	return &Tree{repo: r, commit: commit, listed: map[string][]entry{}}, nil
}

var hash = regexp.MustCompile(`^[0-9a-f]+$`)

// missing says why a ref names no commit here.
func (r *Repo) missing(ref string, err error) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return err
	}
	if shallow, _ := r.ask("rev-parse", "--is-shallow-repository"); strings.TrimSpace(shallow) == "true" {
		return fmt.Errorf("there is no git ref %q in this clone, which is shallow; fetch it first: %s", ref, fetch(ref))
	}
	return fmt.Errorf("there is no git ref %q", ref)
}

// plainRef is the name of a branch or a tag; others are reckoned from one.
var plainRef = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]*$`)

// fetch gives the command that brings a ref into a shallow clone.
func fetch(ref string) string {
	branch, remote := strings.CutPrefix(ref, "origin/")
	switch {
	case !plainRef.MatchString(ref) || ref == "HEAD":
		return "git fetch --unshallow"
	case remote:
		return fmt.Sprintf("git fetch --depth=1 origin %s:refs/remotes/%s", branch, ref)
	}
	return fmt.Sprintf("git fetch --depth=1 origin %s:%[1]s", ref)
}

// Refs lists the branches and tags, for those who complete a word.
func (r *Repo) Refs() []string {
	refs, _ := r.ask("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
	return strings.Fields(refs)
}

// ask runs git, and gives what it printed.
func (r *Repo) ask(args ...string) (string, error) {
	command := exec.CommandContext(r.ctx, "git", append([]string{"--literal-pathspecs"}, args...)...)
	command.Dir = filepath.FromSlash(r.dir)
	command.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	var out, faults bytes.Buffer
	command.Stdout, command.Stderr = &out, &faults
	err := command.Run()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", ErrNoGit
	case errors.As(err, &exit):
		why, _, _ := strings.Cut(strings.TrimSpace(faults.String()), "\n")
		return "", fmt.Errorf("git %s: %s (%w)", args[0], strings.TrimPrefix(why, "fatal: "), err)
	case err != nil:
		return "", fmt.Errorf("git cannot be run: %w", err)
	}
	return out.String(), nil
}
