package engine_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"entente/graph"
	"entente/graph/engine"
)

// hub is a record with hundreds of links of several markings each way, some of
// them parallel: too many for a place of one byte.
func hub() world {
	w := world{shared: []graph.MarkingID{0, 2}, sight: sightOf(worldMarkings, 0, 2)}
	const leaves = 400
	for i := range uint64(leaves) {
		w.nodes = append(w.nodes, engine.Node{
			ID: idOf(graph.NounRecord, scatter(i)), Kind: graph.KindPerson, Marking: graph.MarkingID(i / 2 % worldMarkings),
		})
	}
	w.nodes[0].Marking = 0
	for i := range uint64(4 * leaves) {
		from, to := w.nodes[0].ID, w.nodes[i%leaves].ID
		if i%3 == 0 {
			from, to = to, from
		}
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, scatter(i)), Kind: graph.LinkKinds()[i%2], From: from, To: to,
			Marking: graph.MarkingID(i / 7 % worldMarkings),
		})
	}
	return w
}

func TestALinkOfManyIsNamedFromBothEnds(t *testing.T) {
	w := hub()
	view, seen := w.built(t), w.visible()
	for _, n := range seen.nodes[1:] {
		for _, direction := range []graph.Direction{graph.EitherWay, graph.Outgoing, graph.Incoming} {
			f := graph.LinkFilter{Direction: direction}
			got, err := view.Neighbours(w.sight, n.ID, engine.NeighbourOptions{Links: f})
			must(t, err)
			var links, want []graph.ID
			for _, x := range got.Neighbours {
				links = append(links, x.Links...)
			}
			for _, e := range seen.steps([]graph.ID{n.ID}, []graph.ID{w.nodes[0].ID}, f) {
				want = append(want, e.ID)
			}
			if diff := cmp.Diff(want, links); diff != "" {
				t.Fatal(diff)
			}
		}
	}
}

func TestAnswersAroundAHubAreThoseOfAWorldWithoutWhatIsHidden(t *testing.T) {
	w := hub()
	full, twin := w.built(t), w.visible().built(t)
	around := func(v *engine.View) []any {
		var out []any
		for _, n := range w.nodes {
			p, ok, err := v.ShortestPath(t.Context(), w.sight, w.nodes[5].ID, n.ID, engine.PathOptions{})
			out = append(out, p, ok, err)
		}
		c, err := v.Communities(t.Context(), w.sight, engine.CommunityOptions{})
		return append(out, c, err)
	}
	if diff := cmp.Diff(around(twin), around(full)); diff != "" {
		t.Fatal(diff)
	}
}
