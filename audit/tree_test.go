package audit_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/audit"
	"entente/graph"
)

func TestWhatIsRecordedIsReadBack(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(1, person(2), person(1), person(2)), read(2))
	first := read(1, person(1), person(2))
	second := read(2)
	first.At, second.At = noon.Truncate(time.Microsecond), noon.Truncate(time.Microsecond)
	if got, want := stored(t, dir), []audit.Entry{first, second}; !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestManyElementsAreSplitAndAllAreThere(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(1, people(0, 10_000)...))
	var got []graph.ID
	for i, e := range stored(t, dir) {
		if e.Part != i+1 || e.Parts != 6 || e.Request != "req-1" || e.Officer != ashdown {
			t.Errorf("part %d: got %d of %d, request %s", i+1, e.Part, e.Parts, e.Request)
		}
		got = append(got, e.Elements...)
	}
	if !reflect.DeepEqual(got, people(0, 10_000)) {
		t.Errorf("got %d elements back, want all 10,000 in order", len(got))
	}
}

// The longest entry that Check lets through must fit the format's 65,535 bytes.
func TestTheLargestEntryFits(t *testing.T) {
	path := "a" + strings.Repeat("b", 63)
	shape := audit.Shape{Question: path, First: 1 << 62, Depth: 1 << 62}
	for range 64 {
		shape.Given = append(shape.Given, path)
		shape.Terms = append(shape.Terms, audit.TermKey{}.Fingerprint("text", "x"))
	}
	e := read(1, people(0, 1800)...)
	e.Query, e.Purpose, e.Request = &shape, strings.Repeat(`"`, 500), path
	e.Part, e.Parts = 1<<30, 1<<30
	data, err := audit.Encode(e)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 65535 {
		t.Errorf("the largest entry takes %d bytes", len(data))
	}
	record(t, open(t, t.TempDir()), e)
}

func TestWritersAtOnceEachGetTheirOwnPlace(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	const writers, each = 16, 40
	places := make([][]audit.Index, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range each {
				at, err := tree.Record(t.Context(), read(w*each+n, person(w)))
				if err != nil {
					t.Error(err)
					return
				}
				places[w] = append(places[w], at)
			}
		})
	}
	all.Wait()
	entries := stored(t, dir)
	if len(entries) != writers*each {
		t.Fatalf("got %d entries, want %d", len(entries), writers*each)
	}
	for w := range places {
		for n, at := range places[w] {
			if got, want := entries[at].Request, read(w*each+n).Request; got != want {
				t.Errorf("at %d: got %s, want %s", at, got, want)
			}
		}
	}
}

func TestALogGoesOnWhereItWasClosed(t *testing.T) {
	dir := t.TempDir()
	first := open(t, dir)
	record(t, first, read(0), read(1))
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second := open(t, dir)
	if got := record(t, second, read(2)); got[0] != 2 {
		t.Errorf("got place %d, want 2", got[0])
	}
	if second.VerifierKey() != first.VerifierKey() {
		t.Error("the log got another key")
	}
	if public, err := audit.VerifierKey(dir); err != nil || public != second.VerifierKey() {
		t.Errorf("the published key: got %q, %v", public, err)
	}
}

func TestEntriesRecordedTogetherLieTogetherInTheirOrder(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	if _, err := tree.Record(t.Context(), read(1)); err != nil {
		t.Fatal(err)
	}
	at, err := tree.Record(t.Context(), read(2), read(3), read(4))
	if err != nil || at != 1 {
		t.Fatalf("at %d, %v", at, err)
	}
	bad := read(6)
	bad.Purpose = ""
	if _, err := tree.Record(t.Context(), read(5), bad); graph.CodeOf(err) != graph.PurposeRequired {
		t.Errorf("an unfit one among others: %v", err)
	}
	if got := stored(t, dir); len(got) != 4 {
		t.Errorf("%d entries, want 4", len(got))
	} else {
		for i, e := range got {
			if e.Request != read(i+1).Request {
				t.Errorf("entry %d is of %q", i, e.Request)
			}
		}
	}
}

func TestAClosedLogRefuses(t *testing.T) {
	tree := open(t, t.TempDir())
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := tree.Record(t.Context(), read(1))
	wantRefusal(t, err)
	if !errors.Is(err, audit.ErrClosed) {
		t.Errorf("got %v, want the cause ErrClosed", err)
	}
}

func TestACallerWhoHasGoneGetsNothing(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := tree.Record(gone, read(1))
	wantRefusal(t, err)
	if n := len(stored(t, dir)); n != 0 {
		t.Errorf("got %d entries, want none", n)
	}
}

func TestAnUnfitEntryIsRefusedAndNotWritten(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	bad := read(1)
	bad.Purpose = ""
	if _, err := tree.Record(t.Context(), bad); graph.CodeOf(err) != graph.PurposeRequired {
		t.Errorf("got %v, want PURPOSE_REQUIRED", err)
	}
	_, err := tree.Record(t.Context(), read(1, "Radomir Lupu"))
	wantRefusal(t, err)
	if n := len(stored(t, dir)); n != 0 {
		t.Errorf("got %d entries, want none", n)
	}
}

func TestASecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	_, err := audit.Open(t.Context(), dir, options())
	if graph.CodeOf(err) != graph.Conflict {
		t.Errorf("got %v, want CONFLICT", err)
	}
}

func TestAFolderThatIsNotSoundIsNotOpened(t *testing.T) {
	for name, harm := range map[string]func(dir string) error{
		"the key is gone":   func(dir string) error { return os.Remove(filepath.Join(dir, "signing.key")) },
		"the key is shown":  func(dir string) error { return os.Chmod(filepath.Join(dir, "signing.key"), 0o644) },
		"the key is broken": func(dir string) error { return os.WriteFile(filepath.Join(dir, "signing.key"), []byte("x"), 0o600) },
		"another key": func(dir string) error {
			other := filepath.Join(dir, "other")
			tree, err := audit.Open(context.Background(), other, options())
			if err != nil {
				return err
			}
			return errors.Join(tree.Close(), os.Rename(filepath.Join(other, "signing.key"), filepath.Join(dir, "signing.key")))
		},
		"a tile is edited": func(dir string) error {
			return os.WriteFile(filepath.Join(audit.LogFolder(dir), "tile/0/000.p/2"), make([]byte, 64), 0o600)
		},
		"the checkpoint is edited": func(dir string) error {
			return os.WriteFile(filepath.Join(audit.LogFolder(dir), "checkpoint"), []byte("hub.example/audit/1\n0\n\n"), 0o600)
		},
		"the checkpoint is gone": func(dir string) error { return os.Remove(filepath.Join(audit.LogFolder(dir), "checkpoint")) },
		"an entry is edited": func(dir string) error {
			name := filepath.Join(audit.LogFolder(dir), "tile/entries/000.p/2")
			data, err := os.ReadFile(name)
			return errors.Join(err, os.WriteFile(name, append(data[:len(data)-1], 'x'), 0o600))
		},
		"entries are missing before the journal": func(dir string) error {
			other := filepath.Join(dir, "other")
			tree, err := audit.Open(context.Background(), other, options())
			if err != nil {
				return err
			}
			return errors.Join(tree.Close(),
				os.RemoveAll(audit.LogFolder(dir)), os.Rename(audit.LogFolder(other), audit.LogFolder(dir)),
				os.Rename(filepath.Join(other, "signing.key"), filepath.Join(dir, "signing.key")),
				os.WriteFile(filepath.Join(dir, "journal"), behind(), 0o600))
		},
	} {
		dir := t.TempDir()
		tree := open(t, dir)
		record(t, tree, read(0), read(1))
		if err := errors.Join(tree.Close(), harm(dir)); err != nil {
			t.Fatal(err)
		}
		again, err := audit.Open(t.Context(), dir, options())
		if err == nil {
			t.Errorf("%s: the log was opened", name)
			err = again.Close()
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAnotherNameIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Name = "hub.example/audit/2"
	if _, err := audit.Open(t.Context(), dir, o); err == nil {
		t.Error("a log was opened under another name")
	}
}

func TestSecretsAreForTheirOwnerOnly(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "audit")
	open(t, dir)
	for name, want := range map[string]os.FileMode{"": 0o700, "signing.key": 0o600, "verifier.key": 0o644} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%q: got mode %o, want %o", name, got, want)
		}
	}
}

// wantRefusal holds err to the one answer that shows nothing.
func wantRefusal(t *testing.T, err error) {
	t.Helper()
	var e *graph.Error
	if !errors.As(err, &e) || e.Code != graph.Internal || e.Message != "This could not be logged, so nothing is shown." {
		t.Errorf("got %v, want the refusal", err)
	}
}
