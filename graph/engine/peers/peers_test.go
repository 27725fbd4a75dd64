package peers_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"entente/graph"
	"entente/graph/engine"
)

// drawn is a small random world: thin ones fall apart, thick ones do not.
func drawn(seed uint64) world {
	random := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // repeatable on purpose
	nodes := 10 + random.IntN(30)
	ties := make([][2]int, nodes*(1+random.IntN(3)))
	for i := range ties {
		ties[i] = [2]int{random.IntN(nodes), random.IntN(nodes)}
	}
	return newWorld(nodes, ties, 5, 3+random.IntN(3))
}

// hopsOf are the lengths of the engine's shortest paths between all in sight,
// -1 for none, in the order of numbers.
func hopsOf(tb testing.TB, w world, v *engine.View) [][]int {
	tb.Helper()
	nodes, _, _ := w.visible()
	out := make([][]int, len(nodes))
	for i, from := range nodes {
		for _, to := range nodes {
			p, ok, err := v.ShortestPath(tb.Context(), w.sight, record(from), record(to), engine.PathOptions{})
			must(tb, err)
			hops := -1
			if ok {
				hops = p.Hops()
			}
			out[i] = append(out[i], hops)
		}
	}
	return out
}

// communitiesOf are the engine's, by place among the nodes in sight.
func communitiesOf(tb testing.TB, w world, v *engine.View, gamma float64) ([]uint32, engine.Communities) {
	tb.Helper()
	c, err := v.Communities(tb.Context(), w.sight, engine.CommunityOptions{Seed: 1, Resolution: gamma})
	must(tb, err)
	nodes, _, _ := w.visible()
	of, out := map[graph.ID]uint32{}, make([]uint32, len(nodes))
	for i, community := range c.Communities {
		for _, m := range community.Members {
			of[m] = uint32(i) //nolint:gosec // small
		}
	}
	for i, n := range nodes {
		out[i] = of[record(n)]
	}
	return out, c
}

// components counts what hangs together.
func components(hops [][]int) int {
	count := 0
	for v, row := range hops {
		first := true
		for before := range v {
			first = first && row[before] < 0
		}
		if first {
			count++
		}
	}
	return count
}

func TestIgraphAndNetworkxAgree(t *testing.T) {
	py := startPython(t)
	far, apart := 0, 0
	for seed := range uint64(40) {
		w := drawn(seed)
		v := w.engine(t).View()
		nodes, _, ties := w.visible()
		gamma := []float64{1, 0.5, 2}[seed%3]
		community, c := communitiesOf(t, w, v, gamma)
		hops := hopsOf(t, w, v)
		var answer map[string]structure
		py.ask(question{Op: "compare", Nodes: len(nodes), Edges: ties, Community: community, Resolution: gamma}, &answer)
		for who, s := range answer {
			for i := range hops {
				for j := range hops[i] {
					if hops[i][j] != s.Hops[i][j] {
						t.Fatalf("world %d, from %d to %d: %d hops, %s finds %d", seed, i, j, hops[i][j], who, s.Hops[i][j])
					}
					far, apart = max(far, hops[i][j]), max(apart, -hops[i][j])
				}
			}
			if math.Abs(s.Modularity-c.Modularity) > 1e-9 {
				t.Fatalf("world %d: modularity %v, %s computes %v", seed, c.Modularity, who, s.Modularity)
			}
			if got := components(hops); got != s.Components {
				t.Fatalf("world %d: %d components, %s finds %d", seed, got, who, s.Components)
			}
		}
	}
	if far < 4 || apart == 0 {
		t.Errorf("the worlds drawn were too alike to test anything: at most %d hops, apart %d", far, apart)
	}
}

func TestCypherAndGraphDataScienceAgree(t *testing.T) {
	db := startDatabase(t)
	for seed := range uint64(4) {
		w := drawn(seed)
		db.load(w)
		db.project(w)
		nodes, _, _ := w.visible()
		for i, row := range hopsOf(t, w, w.engine(t).View()) {
			science := db.scienceHops(nodes[i])
			for j, hops := range row {
				if got, ok := science[nodes[j]]; ok && got != hops || !ok && hops >= 0 {
					t.Fatalf("world %d, from %d to %d: %d hops, Graph Data Science %d, %v", seed, i, j, hops, got, ok)
				}
				if i%4 != 0 {
					continue
				}
				if got := db.hops(w, nodes[i], nodes[j]); got != hops {
					t.Fatalf("world %d, from %d to %d: %d hops, Cypher %d", seed, i, j, hops, got)
				}
			}
		}
	}
}
