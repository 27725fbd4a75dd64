package engine_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

func written(t tester, s *engine.Snapshot) []byte {
	e := engine.New(engine.Options{})
	defer e.Close()
	e.Load(s)
	return saved(t, e)
}

// In whatever order records and links are put, and however often one is put anew,
// as another kind, with other ends or withdrawn, the snapshot is that of what was
// put last, records first.
func TestASnapshotHoldsWhatWasPutLastInWhateverOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, links := map[graph.ID]engine.Node{}, map[graph.ID]engine.Edge{}
		b := engine.NewBuilder(nil)
		far := rapid.SampledFrom([]graph.MarkingID{1, 5000}).Draw(t, "apart") // with many markings classes are looked up by name
		for range rapid.IntRange(0, 60).Draw(t, "puts") {
			marking := far * graph.MarkingID(rapid.IntRange(0, 3).Draw(t, "marking")) //nolint:gosec // small
			if rapid.IntRange(0, 2).Draw(t, "record") == 0 {
				n := engine.Node{ID: drawID(t, graph.NounRecord), Kind: graph.KindPerson, Marking: marking, Retired: rapid.IntRange(0, 5).Draw(t, "gone") == 0}
				records[n.ID] = n
				must(t, b.AddNode(n))
				continue
			}
			e := engine.Edge{
				ID: drawID(t, graph.NounLink), From: drawID(t, graph.NounRecord), To: drawID(t, graph.NounRecord), Marking: marking,
				Kind:    rapid.SampledFrom([]graph.LinkKind{graph.AssociateOf, graph.Called, graph.SameAs}).Draw(t, "kind"),
				Retired: rapid.IntRange(0, 5).Draw(t, "withdrawn") == 0, At: int64(rapid.IntRange(0, 2).Draw(t, "at")),
			}
			links[e.ID] = e
			must(t, b.AddEdge(e))
		}
		plain := engine.NewBuilder(nil)
		for _, n := range records {
			must(t, plain.AddNode(n))
		}
		for _, e := range links {
			if !e.Retired {
				must(t, plain.AddEdge(e))
			}
		}
		got, want := written(t, b.Build(3)), written(t, plain.Build(3))
		if !slices.Equal(got, want) {
			t.Fatalf("of %v and %v:\n%x\nnot\n%x", records, links, got, want)
		}
		if empty := written(t, b.Build(1)); !slices.Equal(empty, written(t, engine.NewBuilder(nil).Build(1))) {
			t.Fatalf("a Builder that has built is not empty")
		}
	})
}

// drawID gives one of few ids, of which some differ late alone.
func drawID(t *rapid.T, noun graph.Noun) graph.ID {
	var bits [16]byte
	bits[0], bits[15] = byte(rapid.IntRange(0, 2).Draw(t, "first"))<<6, byte(rapid.IntRange(0, 2).Draw(t, "last")) //nolint:gosec // small
	return graph.IDOf(noun, bits)
}
