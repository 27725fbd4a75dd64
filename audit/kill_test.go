package audit_test

import (
	"bufio"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"testing"

	"entente/audit"
)

// writerFolder makes the test binary a writer into that folder.
const writerFolder = "ENTENTE_TEST_AUDIT_WRITER"

// writeUntilKilled records entries and prints the place of each one that was
// acknowledged, until it is killed.
func writeUntilKilled(dir string) {
	o := options()
	o.Random = rand.Reader
	tree, err := audit.Open(context.Background(), dir, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	for n := 0; ; n++ {
		at, err := tree.Record(context.Background(), read(n, people(n, n+20)...))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		fmt.Println(at, read(n).Request)
	}
}

func TestWhatWasAcknowledgedSurvivesKill9(t *testing.T) {
	dir := t.TempDir()
	before := 0
	for round := range 3 {
		acknowledged := killed(t, dir, 100)
		tree := open(t, dir)
		entries := stored(t, dir)
		for at, request := range acknowledged {
			if int(at) >= len(entries) || entries[at].Request != request {
				t.Errorf("round %d: entry %d (%s) is lost", round, at, request)
			}
		}
		if len(entries) < before+len(acknowledged) {
			t.Errorf("round %d: got %d entries, want %d more than %d", round, len(entries), len(acknowledged), before)
		}
		if got := record(t, tree, read(-1)); int(got[0]) != len(entries) {
			t.Errorf("round %d: the log goes on at %d, want %d", round, got[0], len(entries))
		}
		before = len(entries) + 1
		if err := tree.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killed runs a writer, kills it after some acknowledged entries and returns
// all that were acknowledged.
func killed(t *testing.T, dir string, after int) map[audit.Index]string {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0])
	child.Env = append(os.Environ(), writerFolder+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged := map[audit.Index]string{}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var at audit.Index
		var request string
		if _, err := fmt.Sscan(lines.Text(), &at, &request); err != nil {
			break // the last line may be cut by the kill
		}
		acknowledged[at] = request
		if len(acknowledged) == after {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(acknowledged) < after {
		t.Fatalf("the writer ended by itself after %d entries: %v", len(acknowledged), err)
	}
	return acknowledged
}
