package generator_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// example copies a directory of docs/examples to where it stands alone. What
// somebody has built in it stays behind.
func example(t *testing.T, name string) *copied {
	t.Helper()
	from, dir := filepath.Join(root, "docs", "examples", name), t.TempDir()
	built := []string{"gen", "build", "__pycache__"}
	err := filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to, err := filepath.Rel(from, path)
		require.NoError(t, err)
		switch {
		case entry.IsDir() && slices.Contains(built, entry.Name()):
			return fs.SkipDir
		case entry.Type().IsRegular():
			write(t, filepath.Join(dir, to), read(t, path))
		}
		return nil
	})
	require.NoError(t, err)
	return &copied{t: t, dir: dir}
}

// copied is an example that stands alone.
type copied struct {
	t   *testing.T
	dir string
	env []string
}

// command is a program in a directory of the example, in no make around it.
func (c *copied) command(where string, args ...string) *exec.Cmd {
	command := exec.Command(args[0], args[1:]...)
	command.Dir = filepath.Join(c.dir, where)
	command.Env = append(os.Environ(), "MAKEFLAGS=", "MAKELEVEL=0", "LC_ALL=C.UTF-8")
	command.Env = append(command.Env, c.env...)
	return command
}

// run runs a program that must succeed, and gives all that it printed.
func (c *copied) run(args ...string) string {
	c.t.Helper()
	printed, err := c.command(".", args...).CombinedOutput()
	require.NoError(c.t, err, "%s\n%s", args, printed)
	return string(printed)
}

// fails runs a program that must not succeed, and gives all that it printed.
func (c *copied) fails(args ...string) string {
	c.t.Helper()
	printed, err := c.command(".", args...).CombinedOutput()
	var exit *exec.ExitError
	require.ErrorAs(c.t, err, &exit, "%s\n%s", args, printed)
	return string(printed)
}

// change replaces something in a file of the example.
func (c *copied) change(name, old, new string) {
	c.t.Helper()
	path := filepath.Join(c.dir, name)
	content := read(c.t, path)
	require.Contains(c.t, content, old)
	write(c.t, path, strings.Replace(content, old, new, 1))
}

// TestExampleGo runs statusgen as a module of Go has it: as a tool, from a
// package that has the go:generate line, and in the steps that a workflow runs.
func TestExampleGo(t *testing.T) {
	t.Parallel()
	clone, err := filepath.Abs(root)
	require.NoError(t, err)
	shop := example(t, "go")
	// What go get -tool does, with this clone as the module; -e, because there is
	// no generated package yet.
	shop.run("go", "mod", "edit", "-require="+module+"@v0.0.0", "-replace="+module+"="+clone, "-tool="+module+"/generator/statusgen")
	shop.run("go", "mod", "tidy", "-e")
	steps := workflowSteps(t, filepath.Join(shop.dir, ".github/workflows/codes.yml"))
	require.Contains(t, steps, "go tool statusgen check")

	require.Contains(t, shop.fails("bash", "-e", "-c", steps[0]), "internal/codes/shoperror/shop_error_gen.go is missing")
	shop.run("go", "generate", "./...")
	require.FileExists(t, filepath.Join(shop.dir, "internal/codes/shoperror/shop_error_gen.go"))
	for _, step := range steps {
		shop.run("bash", "-e", "-c", step)
	}

	shop.change("codes.yaml", "name: card_declined,", "name: card_declined, summary: No money moved.,")
	require.Contains(t, shop.fails("bash", "-e", "-c", steps[0]), "internal/codes/shoperror/shop_error_gen.go is modified")
	shop.run("go", "tool", "statusgen", "generate")
	shop.run("bash", "-e", "-c", steps[0])

	goLine := shop.run("go", "list", "-m", "-f", "{{.GoVersion}}")
	require.Equal(t, "1.25.0\n", goLine, "using the tool must not raise the consumer's go line")
}

// workflowSteps gives the scripts of a workflow of GitHub Actions.
func workflowSteps(t *testing.T, name string) []string {
	t.Helper()
	var workflow struct {
		Name        string            `yaml:"name"`
		On          any               `yaml:"on"`
		Permissions map[string]string `yaml:"permissions"`
		Jobs        map[string]struct {
			RunsOn string `yaml:"runs-on"`
			Steps  []struct {
				Uses string            `yaml:"uses"`
				With map[string]string `yaml:"with"`
				Run  string            `yaml:"run"`
			} `yaml:"steps"`
		} `yaml:"jobs"`
	}
	decoder := yaml.NewDecoder(strings.NewReader(read(t, name)))
	decoder.KnownFields(true)
	require.NoError(t, decoder.Decode(&workflow), name)
	require.NotEmpty(t, workflow.On)
	var steps []string
	for _, job := range workflow.Jobs {
		require.NotEmpty(t, job.RunsOn)
		for _, step := range job.Steps {
			require.True(t, (step.Uses == "") != (step.Run == ""), "a step uses an action or runs a script")
			if step.Run != "" {
				steps = append(steps, step.Run)
			}
		}
	}
	return steps
}
