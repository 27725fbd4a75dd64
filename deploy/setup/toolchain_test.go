// Package setup_test runs the set-up script on machines that lack something.
package setup_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The tools of a machine where all is there: what each prints when asked for
// its version.
var whole = map[string]string{
	"go":       "echo go1.26.8",
	"java":     `echo 'openjdk version "17.0.15" 2025-04-15' >&2`,
	"mvn":      "exit 0",
	"node":     "echo v20.20.2",
	"npm":      "exit 0",
	"chromium": "exit 0",
	"python3":  "exit 0",
	"id":       "echo 1000",
	"sudo":     "exit 1",
	"apt-get":  "echo apt-get \"$@\"; exit 1",
}

// run gives the script a PATH with these tools and the shell's own.
func run(t *testing.T, changes map[string]string, arguments ...string) (code int, said string) {
	t.Helper()
	bin := t.TempDir()
	for _, tool := range []string{"sh", "awk", "sed", "sort", "head", "dirname"} {
		path, err := exec.LookPath(tool)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(path, filepath.Join(bin, tool)); err != nil {
			t.Fatal(err)
		}
	}
	for tool, script := range whole {
		if change, ok := changes[tool]; ok {
			script = change
		}
		if script == "" {
			continue // not on this machine
		}
		if err := os.WriteFile(filepath.Join(bin, tool), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil { // #nosec G306 -- to be run
			t.Fatal(err)
		}
	}
	cmd := exec.Command("./toolchain.sh", arguments...)
	cmd.Env = []string{"PATH=" + bin}
	output, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), string(output)
}

func TestToolchain(t *testing.T) {
	const aptLine = "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
	for _, c := range []struct {
		what      string
		changes   map[string]string
		arguments []string
		code      int
		want      string
	}{
		{"all there", nil, []string{"--tests"}, 0, ""},
		{"no Java", map[string]string{"java": ""}, nil, 1, aptLine + "openjdk-17-jre-headless\n"},
		{"Java 11", map[string]string{"java": `echo 'openjdk version "11.0.2"' >&2`}, nil, 1, aptLine + "openjdk-17-jre-headless\n"},
		{"Java 8", map[string]string{"java": `echo 'java version "1.8.0_292"' >&2`}, nil, 1, aptLine + "openjdk-17-jre-headless\n"},
		{"no Maven", map[string]string{"mvn": ""}, nil, 1, aptLine + "maven\n"},
		{"no Node", map[string]string{"node": "", "npm": ""}, nil, 1, aptLine + "nodejs npm\n"},
		{"npm without Node", map[string]string{"node": ""}, nil, 1, aptLine + "nodejs npm\n"},
		{"Node 18", map[string]string{"node": "echo v18.20.4"}, nil, 1, "sudo npm install --global node@22\n"},
		{"no Chromium, wanted", map[string]string{"chromium": ""}, []string{"--tests"}, 1, aptLine + "chromium\n"},
		{"no Python, wanted", map[string]string{"python3": ""}, []string{"--tests"}, 1, aptLine + "python3-venv\n"},
		{"Python without venv, wanted", map[string]string{"python3": "exit 1"}, []string{"--tests"}, 1, aptLine + "python3-venv\n"},
		{"no Python, not wanted", map[string]string{"python3": ""}, nil, 0, ""},
		{"no Chromium, not wanted", map[string]string{"chromium": ""}, nil, 0, ""},
		{"no Go", map[string]string{"go": ""}, nil, 1, "sudo apt-get install -y -t bookworm-backports golang-go\n"},
		{"Go 1.19", map[string]string{"go": "echo go1.19.8"}, nil, 1, "sudo apt-get install -y -t bookworm-backports golang-go\n"},
		{"Go 1.21, which fetches a newer one", map[string]string{"go": "case $2 in GOVERSION) echo go1.21.0;; *) echo auto;; esac"}, nil, 0, ""},
		{"Go 1.21 that may not", map[string]string{"go": "case $2 in GOVERSION) echo go1.21.0;; *) echo local;; esac"}, nil, 1, "export GOTOOLCHAIN=auto\n"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			code, said := run(t, c.changes, c.arguments...)
			if code != c.code || !strings.HasSuffix(said, c.want) || c.want == "" && said != "" {
				t.Errorf("exit %d and said %q; want exit %d and %q", code, said, c.code, c.want)
			}
		})
	}
}

func TestToolchainInstallsAsRoot(t *testing.T) {
	apt := `echo "$@" >> "${0%/*}/installed"
if [ "$1" = install ]; then printf '#!/bin/sh\n' > "${0%/*}/mvn"; /bin/chmod +x "${0%/*}/mvn"; fi`
	code, said := run(t, map[string]string{"id": "echo 0", "mvn": "", "apt-get": apt})
	if want := "Installing maven ...\n"; code != 0 || said != want {
		t.Errorf("exit %d and said %q; want exit 0 and %q", code, said, want)
	}
}
