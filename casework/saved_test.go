package casework

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// archive is a store of one database at one state, which counts how often all of
// it is read.
type archive struct {
	shelf
	identity string
	changes  []graph.Change
	read     int
}

func (a *archive) Identity(context.Context) (string, error) { return a.identity, nil }

func (a *archive) Revision(context.Context) (graph.Revision, error) {
	return graph.Revision(len(a.changes)), nil
}

func (a *archive) Changes(_ context.Context, after graph.Revision, limit int) ([]graph.Change, error) {
	rest := a.changes[min(int(after), len(a.changes)):] //nolint:gosec // small
	return rest[:min(limit, len(rest))], nil
}

func (a *archive) EngineNodes(_ context.Context, ids []graph.ID, each func(engine.Node) error) error {
	if ids == nil {
		a.read++
	}
	return each(engine.Node{ID: anID(graph.NounRecord, 1), Kind: graph.KindPerson})
}

func (a *archive) EngineLinks(context.Context, []graph.ID, func(engine.Edge) error) error { return nil }

func change(revision graph.Revision, at time.Time) graph.Change {
	return graph.Change{Revision: revision, At: at, Records: []graph.ID{anID(graph.NounRecord, 1)}}
}

// started is what a hub does at its start and end over an archive: whether the
// saved file was read, and the casework.
func started(t *testing.T, a *archive, file string) (bool, *Casework) {
	t.Helper()
	c := desk(t, &a.shelf, &diary{})
	c.store = a
	read, err := c.LoadSaved(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	return read, c
}

func TestAStartReadsTheSavedSnapshotOfThisDatabaseAndNoOther(t *testing.T) {
	ours := func() *archive {
		return &archive{identity: "ours", changes: []graph.Change{change(1, theDay()), change(2, theDay())}}
	}
	file := filepath.Join(t.TempDir(), "engine", "snapshot")
	a := ours()
	read, c := started(t, a, file)
	if read || a.read != 1 {
		t.Fatalf("with no file: %v, the database read %d times", read, a.read)
	}
	if err := c.SaveEngine(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode() != 0o600 {
		t.Fatalf("the file: %v, %v", info.Mode(), err)
	}
	later := ours()
	later.changes = append(later.changes, change(3, theDay()))
	muchLater := ours()
	for r := graph.Revision(3); r <= 3+tooFarBehind; r++ {
		muchLater.changes = append(muchLater.changes, change(r, theDay()))
	}
	foreign := ours()
	foreign.identity = "another"
	restored := ours()
	restored.changes = restored.changes[:1]
	rewritten := ours()
	rewritten.changes[1].At = theDay().Add(time.Second)
	for name, tc := range map[string]struct {
		store *archive
		want  bool
	}{
		"the same":             {ours(), true},
		"a later state":        {later, true},
		"a much later state":   {muchLater, false},
		"another database":     {foreign, false},
		"a backup from before": {restored, false},
		"a backup from before that was written to anew": {rewritten, false},
	} {
		read, c := started(t, tc.store, file)
		if read != tc.want || (tc.store.read == 0) != tc.want {
			t.Errorf("%s: %v, the database read %d times", name, read, tc.store.read)
		}
		if int(c.engine.Revision()) != len(tc.store.changes) { //nolint:gosec // small
			t.Errorf("%s: it begins at revision %d of %d", name, c.engine.Revision(), len(tc.store.changes))
		}
	}
	content, err := os.ReadFile(file) //nolint:gosec // a temporary folder
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(file, bytes.Clone(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if read, _ := started(t, ours(), file); read {
		t.Error("a damaged file was used")
	}
}

func TestAHubSavesItsSnapshotWhileItRuns(t *testing.T) {
	a := &archive{identity: "ours", changes: []graph.Change{change(1, theDay())}}
	file := filepath.Join(t.TempDir(), "snapshot")
	_, c := started(t, a, file)
	ctx, end := context.WithCancel(t.Context())
	ticks, done := make(chan time.Time), make(chan struct{})
	go func() { c.keepSaved(ctx, file, ticks); close(done) }()
	saved := func() graph.Revision {
		ticks <- theDay()
		ticks <- theDay() // taken when the first is done with
		return graph.Revision(c.savedAt.Load())
	}
	if got := saved(); got != 1 {
		t.Errorf("saved at revision %d", got)
	}
	first, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	saved()
	if again, err := os.Stat(file); err != nil || !os.SameFile(first, again) {
		t.Errorf("saved again with nothing written: %v", err)
	}
	a.changes = append(a.changes, change(2, theDay()))
	if _, err := c.catchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := saved(); got != 2 {
		t.Errorf("after a write: saved at revision %d", got)
	}
	end()
	<-done
}
