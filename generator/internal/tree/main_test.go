package tree

import (
	"os"
	"os/exec"
	"testing"
)

// roles are what the test binary does instead of testing, when it is started
// again by a test that needs another process. Each gets a directory.
var roles = map[string]func(dir string){"writer": writeForEver, "once": writeOnce}

const roleVariable, dirVariable = "TREE_TEST_ROLE", "TREE_TEST_DIR"

func TestMain(m *testing.M) {
	if role, ok := roles[os.Getenv(roleVariable)]; ok {
		role(os.Getenv(dirVariable))
		return
	}
	os.Exit(m.Run())
}

// child prepares a process of the test binary in a role.
func child(t *testing.T, role, dir string) *exec.Cmd {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), roleVariable+"="+role, dirVariable+"="+dir)
	command.Stderr = os.Stderr
	return command
}
