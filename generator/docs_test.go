package generator_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fenced is a fenced block of a document, and the comment above it that says
// what the block is.
var fenced = regexp.MustCompile("(?ms)^(?:<!-- ([^\n]*) -->\n)?```[^\n]*\n(.*?)^```$")

// anyLines is a line that stands for any lines.
var anyLines = regexp.MustCompile("(?m)^…\n")

// TestDocs plays every document from top to bottom, in an empty directory with
// statusgen on the path. The comment above a block, which forges do not show,
// says what it is:
//
//	<!-- file codes.yaml -->    the content of that file
//	<!-- run -->                a shell script, which must succeed
//	<!-- exits 1 -->            one that must end with that status
//	<!-- prints -->             what the script before it printed; a line of … stands for any
//	<!-- not run: reason -->    shown only
//
// UPDATE=1 rewrites what is printed, unless it has a line of ….
func TestDocs(t *testing.T) {
	for _, name := range documents(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			document := read(t, name)
			stage := newStage(t)
			var played strings.Builder
			end := 0
			blocks := fenced.FindAllStringSubmatchIndex(document, -1)
			for _, at := range blocks {
				says := ""
				if at[2] >= 0 {
					says = document[at[2]:at[3]]
				}
				stage.place = name + ":" + strconv.Itoa(1+strings.Count(document[:at[4]], "\n"))
				played.WriteString(document[end:at[4]] + stage.play(says, document[at[4]:at[5]]))
				end = at[5]
			}
			played.WriteString(document[end:])
			require.Len(t, regexp.MustCompile("(?m)^[ >]*(```|~~~)").FindAllString(document, -1), 2*len(blocks),
				"%s has a block that is indented, or not closed", name)
			if played.String() != document {
				write(t, name, played.String())
			}
		})
	}
}

// TestDocsLead holds every link from a document into the repository to lead
// somewhere.
func TestDocsLead(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	for _, name := range documents(t) {
		for _, to := range link.FindAllStringSubmatch(read(t, name), -1) {
			_, err := os.Stat(filepath.Join(filepath.Dir(name), to[1]))
			require.NoError(t, err, "%s has a dead link", name)
		}
	}
}

// documents lists what people read.
func documents(t *testing.T) []string {
	t.Helper()
	documents, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	require.NoError(t, err)
	require.NotEmpty(t, documents)
	return append(documents, filepath.Join(root, "README.md"), filepath.Join(root, "CONTRIBUTING.md"))
}

// filesOf writes the files that a document holds, and gives their directory.
func filesOf(t *testing.T, document string) string {
	t.Helper()
	dir := t.TempDir()
	for _, block := range fenced.FindAllStringSubmatch(document, -1) {
		if name, isFile := strings.CutPrefix(block[1], "file "); isFile {
			write(t, filepath.Join(dir, name), block[2])
		}
	}
	return dir
}

// stage is where the blocks of one document play.
type stage struct {
	t       *testing.T
	dir     string
	env     []string
	place   string  // of the block that plays
	printed *string // by the script before
}

func newStage(t *testing.T) *stage {
	t.Helper()
	tools := installed(t, "node_modules/.bin")
	return &stage{t: t, dir: t.TempDir(), env: append(os.Environ(),
		"PATH="+os.Getenv("PATH")+string(os.PathListSeparator)+tools,
		"LC_ALL=C.UTF-8", "MAKEFLAGS=", "MAKELEVEL=0", // a make around this test shows in the words of one inside
	)}
}

// play does what a block says, and gives the block as it should be.
func (s *stage) play(says, content string) string {
	s.t.Helper()
	verb, rest, _ := strings.Cut(says, " ")
	switch verb {
	case "file":
		require.True(s.t, filepath.IsLocal(rest), s.place)
		write(s.t, filepath.Join(s.dir, rest), content)
	case "run":
		s.run(content, 0)
	case "exits":
		status, err := strconv.Atoi(rest)
		require.NoError(s.t, err, s.place)
		s.run(content, status)
	case "prints":
		return s.prints(content)
	default:
		require.Regexp(s.t, `^not run: .+`, says, "%s: no comment above says what this block is", s.place)
	}
	return content
}

// run runs a script. What it prints stays in the order in which a terminal
// shows it.
func (s *stage) run(script string, status int) {
	s.t.Helper()
	var out strings.Builder
	command := exec.Command("bash", "-e", "-c", script)
	command.Dir, command.Env = s.dir, s.env
	command.Stdout, command.Stderr = &out, &out
	err := command.Run()
	require.NotNil(s.t, command.ProcessState, "%s: %v", s.place, err)
	require.Equal(s.t, status, command.ProcessState.ExitCode(), "%s\n%s", s.place, &out)
	printed := strings.Trim(out.String(), "\n") + "\n"
	s.printed = &printed
}

// prints compares what the script before printed, and gives that if the block
// is to be rewritten.
func (s *stage) prints(want string) string {
	s.t.Helper()
	require.NotNil(s.t, s.printed, "%s: nothing has run", s.place)
	lines := anyLines.ReplaceAllLiteralString(regexp.QuoteMeta(want), `(?:.*\n)*`)
	switch {
	case regexp.MustCompile("^" + lines + "$").MatchString(*s.printed):
		return want
	case os.Getenv("UPDATE") != "" && !anyLines.MatchString(want):
		return *s.printed
	}
	require.Equal(s.t, want, *s.printed, s.place)
	return want
}
