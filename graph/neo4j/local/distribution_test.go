package local

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// These digests are of the files' own names.
func writeJars(t *testing.T, names ...string) (lib string, locked map[string]string) {
	t.Helper()
	lib, locked = t.TempDir(), map[string]string{}
	for _, name := range names {
		path := filepath.Join(lib, name)
		if err := os.WriteFile(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		sum, err := digest(path)
		if err != nil {
			t.Fatal(err)
		}
		locked[name] = sum
	}
	return lib, locked
}

func TestVerifyAcceptsTheLockedJarsAlone(t *testing.T) {
	for _, c := range []struct {
		what   string
		tamper func(lib string) error
		want   string
	}{
		{"untouched", func(string) error { return nil }, ""},
		{"altered", func(lib string) error { return os.WriteFile(filepath.Join(lib, "a.jar"), []byte("b"), 0o600) }, "altered a.jar"},
		{"missing", func(lib string) error { return os.Remove(filepath.Join(lib, "b.jar")) }, "missing b.jar"},
		{"extra", func(lib string) error { return os.WriteFile(filepath.Join(lib, "c.jar"), nil, 0o600) }, "unexpected c.jar"},
		{"a link in its place", func(lib string) error {
			return errors.Join(os.Rename(filepath.Join(lib, "a.jar"), filepath.Join(filepath.Dir(lib), "a.jar")),
				os.Symlink(filepath.Join(filepath.Dir(lib), "a.jar"), filepath.Join(lib, "a.jar")))
		}, "unexpected a.jar"},
	} {
		t.Run(c.what, func(t *testing.T) {
			lib, locked := writeJars(t, "a.jar", "b.jar")
			if err := c.tamper(lib); err != nil {
				t.Fatal(err)
			}
			err := verify(lib, locked, nil)
			var fault *Fault
			if c.want == "" && err != nil {
				t.Error(err)
			}
			if c.want != "" && (!errors.As(err, &fault) ||
				fault.Problem != "the Neo4j jars in "+lib+" are not those of the lock file: "+c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestTheCommittedLockIsWellFormedAndOfThePinnedVersion(t *testing.T) {
	locked, err := lockedJars(jarLock)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(pom), "<artifactId>neo4j</artifactId>")
	_, rest, _ = strings.Cut(rest, "<version>")
	version, _, _ := strings.Cut(rest, "</version>")
	if locked["neo4j-"+version+".jar"] == "" {
		t.Errorf("the pom pins %s and the lock does not hold neo4j-%s.jar", version, version)
	}
}

func TestMalformedLockIsRefused(t *testing.T) {
	for _, line := range []string{"abc  a.jar", strings.Repeat("0", 64) + " a.jar", strings.Repeat("0", 64) + "  ../a.jar"} {
		if _, err := lockedJars([]byte(line + "\n")); err == nil {
			t.Errorf("%q is taken", line)
		}
	}
}

func TestSomeOfKeepsAMessageShort(t *testing.T) {
	if got := someOf([]string{"1", "2", "3", "4", "5", "6", "7"}); got != "1, 2, 3, 4, 5 and 2 more" {
		t.Error(got)
	}
}
