package engine_test

import (
	"context"
	"sync"
	"testing"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

func TestReadersSeeWholeRevisionsWhileAWriterWrites(t *testing.T) {
	wholeRevisions(t, 16)
}

// The writer waits for the folding again and again, and shows nothing meanwhile.
func TestReadersSeeWholeRevisionsWhileAWriterWaits(t *testing.T) {
	wholeRevisions(t, 1)
}

func wholeRevisions(t *testing.T, foldAt int) {
	t.Helper()
	const length = 300
	e, sight, w := engine.New(engine.Options{FoldAt: foldAt}), sightOf(1, 0), chain(length)
	must(t, e.Apply(1, w.nodes[:1], nil))
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for ctx.Err() == nil {
				readRevision(t, e.View(), sight, w)
			}
		})
	}
	for i := 1; i < length; i++ {
		must(t, e.Apply(graph.Revision(i+1), w.nodes[i:i+1], w.edges[i-1:i])) //nolint:gosec // small
	}
	stop()
	readers.Wait()
	e.Close()
	if readRevision(t, e.View(), sight, w); e.Revision() != length {
		t.Errorf("revision %d", e.Revision())
	}
}

// readRevision checks that revision r of a growing chain has r records in line.
func readRevision(t *testing.T, v *engine.View, sight policy.Sight, w world) {
	last := int(v.Revision()) - 1 //nolint:gosec // small
	p, ok, err := v.ShortestPath(t.Context(), sight, w.nodes[0].ID, w.nodes[last].ID, engine.PathOptions{})
	if err != nil || !ok || p.Hops() != last {
		t.Errorf("revision %d: %d hops, %v, %v", last+1, p.Hops(), ok, err)
	}
	if last+1 < len(w.nodes) {
		if _, ok := v.Entity(sight, w.nodes[last+1].ID); ok {
			t.Errorf("revision %d shows a record of the next", last+1)
		}
	}
}

func TestWaitForReturnsWithTheRevisionOrTheContext(t *testing.T) {
	e := engine.New(engine.Options{})
	arrived := make(chan error)
	go func() { arrived <- e.WaitFor(t.Context(), 2) }()
	must(t, e.Apply(1, nil, nil))
	must(t, e.Apply(2, nil, nil))
	must(t, <-arrived)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := e.WaitFor(ctx, 3); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestApplyRefusesElementsThatCannotBeAndKeepsTheRest(t *testing.T) {
	e, w := engine.New(engine.Options{}), chain(2)
	must(t, e.Apply(1, w.nodes, w.edges))
	bad := w.edges[0]
	bad.Kind = "FRIEND"
	retired := w.nodes[0]
	retired.Retired = true
	if err := e.Apply(2, []engine.Node{retired}, []engine.Edge{bad}); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("got %v", err)
	}
	if _, ok := e.View().Entity(sightOf(1, 0), w.nodes[0].ID); !ok || e.Revision() != 1 {
		t.Errorf("half of a refused change was applied; revision %d", e.Revision())
	}
}

func TestStatsCountWhatIsHeld(t *testing.T) {
	w := chain(1000)
	b := engine.NewBuilder(nil)
	for i := range w.nodes {
		must(t, b.AddNode(w.nodes[i]))
	}
	for i := range w.edges {
		must(t, b.AddEdge(w.edges[i]))
	}
	missing := w.edges[0]
	missing.ID, missing.To = idOf(graph.NounLink, 1<<40), idOf(graph.NounRecord, 1<<40)
	must(t, b.AddEdge(missing))
	e := engine.New(engine.Options{})
	e.Load(b.Build(7))
	s := e.Stats()
	if s.Revision != 7 || s.Nodes != 1000 || s.Links != 999 || s.Orphans != 1 || s.SameAs != 0 {
		t.Errorf("%+v", s)
	}
	// 9 bytes a link, and 8 a node for where its row begins.
	if s.TopologyBytes != 9*999+8*1001 {
		t.Errorf("%d bytes of topology", s.TopologyBytes)
	}
	must(t, e.Apply(8, nil, w.edges[:1]))
	if s := e.Stats(); s.Links != 999 || s.Changes == 0 {
		t.Errorf("after a repeat: %+v", s)
	}
}
