package local

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// onlyOnPath puts one script, and the shell's own commands, on the PATH.
func onlyOnPath(t *testing.T, name, script string) {
	t.Helper()
	bin := t.TempDir()
	if name != "" {
		writeScript(t, filepath.Join(bin, name), script)
	}
	t.Setenv("PATH", bin)
	t.Setenv("JAVA_HOME", "")
}

func writeScript(t *testing.T, path, script string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil { // #nosec G306 -- to be run
		t.Fatal(err)
	}
}

func wantFault(t *testing.T, err error, want Fault) {
	t.Helper()
	var fault *Fault
	if !errors.As(err, &fault) || *fault != want {
		t.Errorf("got  %v\nwant %v", err, &want)
	}
}

func TestFetchWithoutMaven(t *testing.T) {
	onlyOnPath(t, "", "")
	wantFault(t, Fetch(t.Context(), t.TempDir(), nil), Fault{
		Problem: "Maven is needed to fetch Neo4j and there is no mvn on the PATH",
		Remedy:  "Type: sudo apt-get install -y maven",
	})
}

func TestFetchSaysWhyMavenFailed(t *testing.T) {
	onlyOnPath(t, "mvn", "echo '[INFO] Scanning'; echo '[ERROR] Unknown host central'; echo '[ERROR] more'; exit 1")
	wantFault(t, Fetch(t.Context(), t.TempDir(), nil), Fault{
		Problem: "Maven could not fetch Neo4j (exit status 1): Unknown host central",
		Remedy:  "Check the network and Maven's settings, then start again: what was fetched is kept",
	})
}

// copyingMaven stands for Maven with everything in its cache.
func copyingMaven(t *testing.T, from string) {
	t.Helper()
	onlyOnPath(t, "mvn", `for a in "$@"; do case $a in -DoutputDirectory=*) to=${a#*=};; esac; done
/bin/mkdir -p "$to" && /bin/cp `+from+`/* "$to" && echo "[INFO] Downloaded from central: there/a.jar (1 kB at 1 kB/s)"`)
}

func TestFetchGoesOnAfterAnInterruption(t *testing.T) {
	lib, locked := writeJars(t, "a.jar", "b.jar")
	copyingMaven(t, lib)
	target := filepath.Join(t.TempDir(), "lib")
	if err := os.Mkdir(target+".partial", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(target+".partial", "half.jar"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var steps []string
	progress := func(step string, _, _ int) { steps = append(steps, step) }
	if err := fetchInto(t.Context(), target, pom, locked, progress); err != nil {
		t.Fatal(err)
	}
	if err := verify(target, locked, nil); err != nil {
		t.Error(err)
	}
	want := "fetching Neo4j, fetching Neo4j, verifying Neo4j's jars, verifying Neo4j's jars"
	if got := strings.Join(steps, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFetchedJarsThatAreNotTheLockedOnesNeverCount(t *testing.T) {
	lib, locked := writeJars(t, "a.jar", "b.jar")
	locked["a.jar"] = strings.Repeat("0", 64)
	copyingMaven(t, lib)
	target := filepath.Join(t.TempDir(), "lib")
	if err := fetchInto(t.Context(), target, pom, locked, nil); err == nil {
		t.Error("accepted")
	}
	if exists(target) {
		t.Error("they were put in place")
	}
}

func TestFetchEndsWithItsContext(t *testing.T) {
	onlyOnPath(t, "mvn", "echo '[INFO] Downloaded from central: there/"+anyJar(t)+" (1 kB)'; exec /bin/sleep 600")
	ctx, cancel := context.WithCancel(t.Context())
	progress := func(_ string, done, _ int) {
		if done == 1 {
			cancel()
		}
	}
	if err := Fetch(ctx, t.TempDir(), progress); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func anyJar(t *testing.T) string {
	t.Helper()
	locked, err := lockedJars(jarLock)
	if err != nil {
		t.Fatal(err)
	}
	for name := range locked {
		return name
	}
	t.Fatal("the lock is empty")
	return ""
}

func TestJavaTooOldOrAbsent(t *testing.T) {
	remedy := "Type: sudo apt-get install -y openjdk-17-jre-headless"
	onlyOnPath(t, "", "")
	_, err := Start(t.Context(), Options{Folder: t.TempDir()})
	wantFault(t, err, Fault{Problem: "Neo4j needs Java 17 or newer: there is no java on the PATH or under JAVA_HOME", Remedy: remedy})
	for said, version := range map[string]string{`openjdk version "11.0.2" 2019-01-15`: "11", `java version "1.8.0_292"`: "8"} {
		onlyOnPath(t, "java", "echo '"+said+"' >&2")
		_, err := Start(t.Context(), Options{Folder: t.TempDir()})
		java := filepath.Join(os.Getenv("PATH"), "java")
		wantFault(t, err, Fault{Problem: "Neo4j needs Java 17 or newer: " + java + " is Java " + version, Remedy: remedy})
	}
}

func TestJavaVersion(t *testing.T) {
	for said, want := range map[string]int{
		`openjdk version "17.0.15" 2025-04-15`:                           17,
		`openjdk version "21" 2023-09-19`:                                21,
		`java version "1.8.0_292"`:                                       8,
		"Picked up JAVA_TOOL_OPTIONS: -Da=b\nopenjdk version \"25.0.1\"": 25,
		"not a Java": 0,
	} {
		if got, _ := javaVersion(said); got != want {
			t.Errorf("%q is read as %d, want %d", said, got, want)
		}
	}
}
