package engine_test

import (
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// Hidden links of one class that leave a record and come to it, with one in
// sight between them: a skip over the first run must not reach the second.
func TestHiddenRunsOnBothSidesOfARowHideNothingElse(t *testing.T) {
	for hidden := range 12 {
		w := world{shared: []graph.MarkingID{0}, sight: sightOf(2, 0)}
		for i := range uint64(4) {
			w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson})
		}
		tie := func(from, to int, m graph.MarkingID) {
			w.edges = append(w.edges, engine.Edge{
				ID: idOf(graph.NounLink, uint64(len(w.edges))), Kind: graph.Called, From: w.nodes[from].ID, To: w.nodes[to].ID, Marking: m,
			})
		}
		for range hidden {
			tie(0, 1, 1)
		}
		tie(0, 2, 0)
		for range 3 {
			tie(1, 0, 1)
		}
		p, ok, err := w.built(t).ShortestPath(t.Context(), w.sight, w.nodes[0].ID, w.nodes[2].ID, engine.PathOptions{})
		if err != nil || !ok || p.Hops() != 1 {
			t.Errorf("%d hidden: %v, %v, %v", hidden, p, ok, err)
		}
	}
}
