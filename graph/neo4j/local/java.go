package local

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// oldestJava is what Neo4j 5 asks for.
const oldestJava = 17

// java is a Java that can run Neo4j, and what it says of itself.
type java struct{ path, said string }

// findJava takes JAVA_HOME's Java, else the one on the PATH. None, or one too
// old, is a *Fault.
func findJava(ctx context.Context) (java, error) {
	path, err := exec.LookPath("java")
	if home := os.Getenv("JAVA_HOME"); home != "" {
		path, err = exec.LookPath(filepath.Join(home, "bin", "java"))
	}
	if err != nil {
		return java{}, javaFault("there is no java on the PATH or under JAVA_HOME")
	}
	said, err := exec.CommandContext(ctx, path, "-version").CombinedOutput() // #nosec G204 -- the user's own Java
	if ctx.Err() != nil {
		return java{}, ctx.Err()
	}
	if err != nil {
		return java{}, javaFault(fmt.Sprintf("%s -version fails (%v)", path, err))
	}
	version, known := javaVersion(string(said))
	if !known || version < oldestJava {
		return java{}, javaFault(fmt.Sprintf("%s is Java %d", path, version))
	}
	return java{path: path, said: string(said)}, nil
}

func javaFault(found string) *Fault {
	return &Fault{
		Problem: fmt.Sprintf("Neo4j needs Java %d or newer: %s", oldestJava, found),
		Remedy:  "Type: sudo apt-get install -y openjdk-17-jre-headless",
	}
}

var versionLine = regexp.MustCompile(`version "(?:1\.)?(\d+)`)

// javaVersion reads the feature number: 8 from "1.8.0_292", 17 from "17.0.15".
func javaVersion(said string) (int, bool) {
	found := versionLine.FindStringSubmatch(said)
	if found == nil {
		return 0, false
	}
	version, err := strconv.Atoi(found[1])
	return version, err == nil
}
