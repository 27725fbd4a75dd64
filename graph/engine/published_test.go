package engine_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"entente/graph"
	"entente/graph/engine"
)

// The covert networks that are small enough to compare every pair.
func covert() []string {
	return []string{"covert/Montagna_meetings.el", "covert/Montagna_phonecalls.el", "covert/morselli_caviar.el"}
}

// gonumOf is the part of a network that a sight shows, as gonum's graph; node
// i is the i-th of the world.
func gonumOf(w world) *simple.UndirectedGraph {
	g, number := simple.NewUndirectedGraph(), map[graph.ID]int64{}
	seen := w.visible()
	for i, n := range w.nodes {
		number[n.ID] = int64(i)
		if w.sees(n.Marking) {
			g.AddNode(simple.Node(int64(i)))
		}
	}
	for _, e := range seen.edges {
		g.SetEdge(simple.Edge{F: simple.Node(number[e.From]), T: simple.Node(number[e.To])})
	}
	return g
}

func TestDistancesInPublishedNetworksEqualGonums(t *testing.T) {
	for _, name := range covert() {
		for _, shared := range [][]graph.MarkingID{{0}, {0, 1}, {0, 1, 2}} {
			t.Run(name, func(t *testing.T) {
				nodes, pairs := edgeList(t, name)
				w := network(nodes, pairs, 3)
				w.shared, w.sight = shared, sightOf(3, shared...)
				view, all := w.built(t), path.DijkstraAllPaths(gonumOf(w))
				for _, from := range w.visible().nodes {
					compareDistances(t, w, view, all, from.ID)
				}
			})
		}
	}
}

func compareDistances(t *testing.T, w world, view *engine.View, all path.AllShortest, from graph.ID) {
	t.Helper()
	start := slices.IndexFunc(w.nodes, func(n engine.Node) bool { return n.ID == from })
	for i, to := range w.nodes {
		if !w.sees(to.Marking) {
			continue
		}
		p, ok, err := view.ShortestPath(t.Context(), w.sight, from, to.ID, engine.PathOptions{})
		must(t, err)
		_, weight, _ := all.Between(int64(start), int64(i))
		if reached := len(p.Entities) > 0; reached != ok || ok && float64(p.Hops()) != weight {
			t.Fatalf("from %d to %d: %d hops, %v; gonum %v", start, i, p.Hops(), ok, weight)
		}
	}
}

func TestModularityOfPublishedNetworksReachesGonums(t *testing.T) {
	for _, name := range covert() {
		t.Run(name, func(t *testing.T) {
			nodes, pairs := edgeList(t, name)
			w := network(nodes, pairs, 1)
			w.shared, w.sight = []graph.MarkingID{0}, sightOf(1, 0)
			g, best := gonumOf(w), 0.0
			for seed := range uint64(20) {
				best = max(best, community.Q(g, community.Modularize(g, 1, rand.NewPCG(seed, 1)).Communities(), 1))
			}
			got, err := w.built(t).Communities(t.Context(), w.sight, engine.CommunityOptions{Seed: 1})
			must(t, err)
			if got.Modularity < best-0.002 {
				t.Errorf("modularity %.4f, the best of 20 runs of gonum's Louvain %.4f", got.Modularity, best)
			}
			checkDivision(t, w, got, g)
		})
	}
}

// checkDivision holds the reported modularity to gonum's and asks that every
// community hangs together.
func checkDivision(t *testing.T, w world, c engine.Communities, g *simple.UndirectedGraph) {
	t.Helper()
	number := map[graph.ID]int64{}
	for i, n := range w.nodes {
		number[n.ID] = int64(i)
	}
	division := w.nodesOf(c, number)
	if q := community.Q(g, division, 1); !near(q, c.Modularity) {
		t.Errorf("modularity %v, gonum computes %v", c.Modularity, q)
	}
	checkConnected(t, w.visible(), c)
}

func near(a, b float64) bool { return a-b < 1e-12 && b-a < 1e-12 }
