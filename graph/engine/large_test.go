package engine_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// largeWorld is laid out in several regions by several cores: records and links
// put twice, retired links, links without an end, judgements, parallel links, and
// markings that lie `apart` from each other.
func largeWorld(apart int) (w world, put []engine.Edge) {
	const records, links = 3000, 40_000
	random := rand.New(rand.NewPCG(7, uint64(apart)))                                                //nolint:gosec // repeatable on purpose
	marking := func() graph.MarkingID { return graph.MarkingID(random.IntN(worldMarkings) * apart) } //nolint:gosec // small
	for i := range uint64(records) {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, scatter(i)), Kind: graph.KindPerson, Marking: marking()})
	}
	w.shared = []graph.MarkingID{0, graph.MarkingID(2 * apart), graph.MarkingID(4 * apart)} //nolint:gosec // small
	w.sight = sightOf((worldMarkings-1)*apart+1, w.shared...)
	for i := range uint64(links) {
		end := func() graph.ID { return w.nodes[min(random.IntN(records), random.IntN(records))].ID }
		e := engine.Edge{
			ID: idOf(graph.NounLink, scatter(i)), Kind: graph.Called, From: end(), To: end(), Marking: marking(),
			Weakness: uint8(random.IntN(11)), Retired: random.IntN(20) == 0, //nolint:gosec // small
		}
		switch random.IntN(40) {
		case 0:
			former := e // what it was before is gone
			former.From, former.Retired = end(), false
			put = append(put, former)
		case 1:
			e.To = idOf(graph.NounRecord, scatter(records+i))
		case 2:
			if i%20 == 0 {
				e.Kind = graph.SameAs
			}
		case 3, 4, 5:
			e.At, e.Amount = int64(1+i), int64(i) //nolint:gosec // small
		}
		w.edges, put = append(w.edges, e), append(put, e)
	}
	return w, put
}

// linksByRecord are the links that a record sees at itself, by naive reading:
// those beside it or another record of its entity, none within it.
func (w world) linksByRecord() map[graph.ID][]graph.ID {
	root := map[graph.ID]graph.ID{}
	for _, n := range w.nodes {
		root[n.ID] = n.ID
	}
	for again := true; again; {
		again = false
		for _, e := range w.edges {
			if a, b := root[e.From], root[e.To]; e.Kind == graph.SameAs && a != b {
				root[e.From], root[e.To], again = min(a, b), min(a, b), true
			}
		}
	}
	of := map[graph.ID][]graph.ID{}
	for _, e := range w.edges {
		if a, b := root[e.From], root[e.To]; e.Kind != graph.SameAs && a != b {
			of[a], of[b] = append(of[a], e.ID), append(of[b], e.ID)
		}
	}
	out := map[graph.ID][]graph.ID{}
	for _, n := range w.nodes {
		out[n.ID] = slices.Sorted(slices.Values(of[root[n.ID]]))
	}
	return out
}

func (w world) holds(t *testing.T, view *engine.View) {
	t.Helper()
	seen := w.visible()
	want, records := seen.linksByRecord(), 0
	for _, n := range seen.nodes {
		got, err := view.Neighbours(w.sight, n.ID, engine.NeighbourOptions{})
		must(t, err)
		var links []graph.ID
		for _, x := range got.Neighbours {
			links = append(links, x.Links...)
		}
		slices.Sort(links)
		if !slices.Equal(links, want[n.ID]) {
			t.Fatalf("%s has %d links, naively %d", n.ID, len(links), len(want[n.ID]))
		}
		if len(links) > 0 {
			records++
		}
	}
	if records < len(seen.nodes)/2 {
		t.Errorf("only %d records have links", records)
	}
}

// Whatever is put, in whatever pieces it is laid out, each link is found from both
// its ends, and after changes are folded in too.
func TestALargeSnapshotHoldsEachLinkAtBothEnds(t *testing.T) {
	for _, apart := range []int{1, 1000} { // with more markings classes are looked up by name
		w, put := largeWorld(apart)
		all := w
		all.edges = put
		b := engine.NewBuilder(nil)
		for _, e := range all.edges {
			must(t, b.AddEdge(e))
		}
		for _, n := range all.nodes {
			must(t, b.AddNode(n))
		}
		e := engine.New(engine.Options{})
		e.Load(b.Build(1))
		w.holds(t, e.View())
		changed := []engine.Edge{}
		for i := 0; i < len(w.edges); i += 9 {
			if w.edges[i].Kind == graph.SameAs {
				continue
			}
			w.edges[i].To, w.edges[i].Retired = w.nodes[i%len(w.nodes)].ID, i%2 == 0
			changed = append(changed, w.edges[i])
		}
		must(t, e.Apply(2, nil, changed))
		w.holds(t, e.View())
		settled, ok := e.Settled()
		if !ok || settled.Revision() != 2 {
			t.Fatalf("not settled: %v", ok)
		}
		w.holds(t, e.View())
		e.Close()
	}
}
