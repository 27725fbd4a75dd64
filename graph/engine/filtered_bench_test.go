package engine_test

import (
	"math/rand/v2"
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// BenchmarkFilteredPaths asks for paths over links of one kind between random
// pairs in sight of com-dblp: searches that read whole rows.
func BenchmarkFilteredPaths(b *testing.B) {
	w, e := dblp(b)
	sight, view := benchSight(), e.View()
	var seen []graph.ID
	for _, n := range w.nodes {
		if sight.Sees(n.Marking) {
			seen = append(seen, n.ID)
		}
	}
	o := engine.RouteOptions{Links: graph.LinkFilter{Kinds: []graph.LinkKind{graph.AssociateOf}}}
	strong := o
	strong.By = engine.ByStrength
	for name, ask := range map[string]func(from, to graph.ID) error{
		"strongest": func(from, to graph.ID) error {
			_, _, err := view.Best(b.Context(), sight, from, to, strong)
			return err
		},
		"kshortest": func(from, to graph.ID) error {
			_, err := view.KShortest(b.Context(), sight, from, to, engine.KShortestOptions{RouteOptions: o, K: 5})
			return err
		},
		"allshortest": func(from, to graph.ID) error {
			_, err := view.AllShortest(b.Context(), sight, from, to, engine.AllShortestOptions{RouteOptions: o})
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			random := rand.New(rand.NewPCG(1, 1)) //nolint:gosec // repeatable on purpose
			b.ReportAllocs()
			for b.Loop() {
				must(b, ask(seen[random.IntN(len(seen))], seen[random.IntN(len(seen))]))
			}
		})
	}
}
