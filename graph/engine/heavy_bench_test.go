package engine_test

import (
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// BenchmarkHeavyQuestions asks what reads the whole network once, in the 75 % of
// com-dblp that is in sight: server/cost.go has its weights from here.
func BenchmarkHeavyQuestions(b *testing.B) {
	w, e := dblp(b)
	view, sight := e.View(), benchSight()
	groups := map[graph.ID]string{}
	var some, middling []graph.ID
	for i, n := range w.nodes[:20_000] {
		some, groups[n.ID] = append(some, n.ID), []string{"GB", "RO", "IE"}[i%3]
	}
	for _, n := range w.nodes[:52_000] {
		middling = append(middling, n.ID)
	}
	for _, q := range []struct {
		name string
		ask  func() error
	}{
		{"degree", func() error { return centrality(b, view, engine.CentralityOptions{Measure: engine.Degree}) }},
		{"core", func() error { return centrality(b, view, engine.CentralityOptions{Measure: engine.Core}) }},
		{"pagerank", func() error { return centrality(b, view, engine.CentralityOptions{Measure: engine.PageRank}) }},
		{"betweenness100", func() error {
			return centrality(b, view, engine.CentralityOptions{Measure: engine.Betweenness, Samples: 100, Seed: 1})
		}},
		{"betweenness100middling", func() error { // of some 100,000 ties
			return centrality(b, view, engine.CentralityOptions{Measure: engine.Betweenness, Samples: 100, Seed: 1, Scope: middling})
		}},
		{"structure", func() error { _, err := view.Structure(b.Context(), sight, engine.StructureOptions{}); return err }},
		{"brokers", func() error {
			_, err := view.Brokers(b.Context(), sight, engine.BrokerageOptions{
				StructureOptions: engine.StructureOptions{Scope: some}, Groups: groups,
			})
			return err
		}},
		{"connect", func() error {
			_, err := view.Connect(b.Context(), sight, seenOf(w, 20), engine.RouteOptions{})
			return err
		}},
		{"allpairs", func() error {
			_, err := view.AllPairs(b.Context(), sight, seenOf(w, 100), engine.RouteOptions{}, nil)
			return err
		}},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				must(b, q.ask())
			}
		})
	}
}

func centrality(b *testing.B, view *engine.View, o engine.CentralityOptions) error {
	b.Helper()
	_, err := view.Centrality(b.Context(), benchSight(), o)
	return err
}

// seenOf are some records in sight, far apart.
func seenOf(w world, n int) []graph.ID {
	var out []graph.ID
	for i := 0; len(out) < n; i += 997 {
		if node := w.nodes[i]; benchSight().Sees(node.Marking) {
			out = append(out, node.ID)
		}
	}
	return out
}
