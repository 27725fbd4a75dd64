package engine_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

func origin() engine.Origin { return engine.Origin{Store: "invented store", Change: [32]byte{7}} }

func saved(t tester, e *engine.Engine) []byte {
	s, ok := e.Settled()
	if !ok {
		t.Fatal("the engine is closed")
	}
	var out bytes.Buffer
	must(t, s.Write(&out, origin()))
	return out.Bytes()
}

func TestASavedSnapshotGivesTheSameAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		f := drawFilter(t)
		e := drift(t, w)
		content := saved(t, e)
		s, from, err := engine.ReadSnapshot(bytes.NewReader(content), nil)
		must(t, err)
		if from != origin() || s.Revision() != e.Revision() {
			t.Fatalf("read %v at revision %d", from, s.Revision())
		}
		again := engine.New(engine.Options{FoldAt: 4})
		again.Load(s)
		// What changes afterwards is laid over it as over any other.
		must(t, e.Apply(e.Revision()+1, w.nodes[:1], w.edges[:len(w.edges)/2]))
		must(t, again.Apply(e.Revision(), w.nodes[:1], w.edges[:len(w.edges)/2]))
		e.Close()
		again.Close()
		if diff := cmp.Diff(answers(t, w, e.View(), f, 1), answers(t, w, again.View(), f, 1)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestADamagedSnapshotIsRefused(t *testing.T) {
	w, e := chain(20), engine.New(engine.Options{})
	missing := w.edges[0]
	missing.ID, missing.To = idOf(graph.NounLink, 1<<40), idOf(graph.NounRecord, 1<<40)
	must(t, e.Apply(3, w.nodes, append(w.edges, missing)))
	content := saved(t, e)
	for at := range content {
		damaged := bytes.Clone(content)
		damaged[at] ^= 4
		if _, _, err := engine.ReadSnapshot(bytes.NewReader(damaged), nil); !errors.Is(err, engine.ErrSaved) {
			t.Fatalf("byte %d of %d: got %v", at, len(content), err)
		}
		if _, _, err := engine.ReadSnapshot(bytes.NewReader(content[:at]), nil); !errors.Is(err, engine.ErrSaved) {
			t.Fatalf("cut at %d of %d: got %v", at, len(content), err)
		}
	}
	if _, _, err := engine.ReadSnapshot(bytes.NewReader(content), nil); err != nil {
		t.Fatal(err)
	}
}
