package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// Fetch makes sure that dir holds the pinned Neo4j, jar for jar as in the lock
// file, and fetches it through Maven where dir holds none yet.
//
// It verifies on every call. A missing, extra or altered jar is a *Fault, and
// so is a missing Maven; nothing is repaired silently. An interrupted Fetch
// leaves nothing that counts as fetched, and the next one goes on from Maven's
// own cache. Several processes may call it at once: one fetches, the others wait.
func Fetch(ctx context.Context, dir string, progress Progress) error {
	return FetchDistribution(ctx, dir, Distribution{POM: pom, Lock: jarLock}, progress)
}

// Distribution is a pinned set of jars: the pom.xml by which Maven fetches
// them, and their SHA-256 in sha256sum's form.
type Distribution struct{ POM, Lock []byte }

// FetchDistribution is Fetch for another set of jars, of which Neo4j's are part.
func FetchDistribution(ctx context.Context, dir string, pinned Distribution, progress Progress) error {
	locked, err := lockedJars(pinned.Lock)
	if err != nil {
		return err
	}
	dir, err = filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("jar folder: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("jar folder: %w", err)
	}
	release, err := waitForLock(ctx, filepath.Join(dir, "lock"))
	if err != nil {
		return err
	}
	defer release()
	lib := libFolder(dir)
	if _, err := os.Stat(lib); errors.Is(err, fs.ErrNotExist) {
		return fetchInto(ctx, lib, pinned.POM, locked, progress)
	}
	return verify(lib, locked, progress)
}

func libFolder(dir string) string { return filepath.Join(dir, "lib") }

// fetchInto lets a folder become lib only when it is whole and verified.
func fetchInto(ctx context.Context, lib string, pom []byte, locked map[string]string, progress Progress) error {
	staging := lib + ".partial"
	if err := errors.Join(os.RemoveAll(staging), dropArchives(filepath.Dir(lib))); err != nil {
		return fmt.Errorf("clear an unfinished fetch: %w", err)
	}
	pomFile := filepath.Join(filepath.Dir(lib), "pom.xml")
	if err := os.WriteFile(pomFile, pom, 0o600); err != nil {
		return fmt.Errorf("write Neo4j's pom.xml: %w", err)
	}
	if err := runMaven(ctx, pomFile, staging, locked, progress); err != nil {
		return err
	}
	if err := verify(staging, locked, progress); err != nil {
		return err
	}
	return os.Rename(staging, lib)
}

func runMaven(ctx context.Context, pomFile, into string, locked map[string]string, progress Progress) error {
	maven, err := exec.LookPath("mvn")
	if err != nil {
		return &Fault{
			Problem: "Maven is needed to fetch Neo4j and there is no mvn on the PATH",
			Remedy:  "Type: sudo apt-get install -y maven",
		}
	}
	progress.tell("fetching Neo4j", 0, len(locked))
	cmd := exec.CommandContext(ctx, maven, "-B", "-f", pomFile, // #nosec G204 -- our own arguments
		"dependency:copy-dependencies", "-DoutputDirectory="+into)
	cmd.SysProcAttr = childAttributes()
	cmd.Cancel = func() error { return signalGroup(cmd.Process.Pid, kill) }
	cmd.WaitDelay = 5 * time.Second
	output, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("run Maven: %w", err)
	}
	said := ""
	err = onOneThread(func() error {
		if err := cmd.Start(); err != nil {
			return err
		}
		said = followMaven(output, locked, progress)
		return cmd.Wait()
	})
	if ctx.Err() != nil {
		return fmt.Errorf("fetch Neo4j: %w", ctx.Err())
	}
	if err != nil {
		return &Fault{
			Problem: fmt.Sprintf("Maven could not fetch Neo4j (%v): %s", err, said),
			Remedy:  "Check the network and Maven's settings, then start again: what was fetched is kept",
		}
	}
	return nil
}

// followMaven counts the locked jars as they come in and returns Maven's first
// complaint.
func followMaven(output io.Reader, locked map[string]string, progress Progress) string {
	complaint := "it said nothing"
	done := map[string]bool{}
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		line := lines.Text()
		if text, bad := strings.CutPrefix(line, "[ERROR] "); bad && complaint == "it said nothing" {
			complaint = text
		}
		if name := downloaded(line); locked[name] != "" && !done[name] {
			done[name] = true
			progress.tell("fetching Neo4j", len(done), len(locked))
		}
	}
	_, _ = io.Copy(io.Discard, output) // a line too long for the scanner must not block Maven
	return complaint
}

// downloaded is the file name in a line such as
// "[INFO] Downloaded from central: https://host/a/b.jar (12 kB at 3 kB/s)".
func downloaded(line string) string {
	_, rest, ok := strings.Cut(line, "Downloaded from ")
	if !ok {
		return ""
	}
	fields := strings.Fields(rest)
	if len(fields) < 2 {
		return ""
	}
	return path.Base(fields[1])
}
