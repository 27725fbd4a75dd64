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

// findJava is the path of a Java that can run Neo4j: JAVA_HOME's, else the one
// on the PATH. None, or one too old, is a *Fault.
func findJava(ctx context.Context) (string, error) {
	java, err := exec.LookPath("java")
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java, err = exec.LookPath(filepath.Join(home, "bin", "java"))
	}
	if err != nil {
		return "", javaFault("there is no java on the PATH or under JAVA_HOME")
	}
	said, err := exec.CommandContext(ctx, java, "-version").CombinedOutput() // #nosec G204 -- the user's own Java
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err != nil {
		return "", javaFault(fmt.Sprintf("%s -version fails (%v)", java, err))
	}
	version, known := javaVersion(string(said))
	if !known || version < oldestJava {
		return "", javaFault(fmt.Sprintf("%s is Java %d", java, version))
	}
	return java, nil
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
