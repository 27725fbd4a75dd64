package engine_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

func (w world) nodesOf(c engine.Communities, number map[graph.ID]int64) [][]gonum.Node {
	out := make([][]gonum.Node, len(c.Communities))
	for i, community := range c.Communities {
		for _, m := range community.Members {
			out[i] = append(out[i], simple.Node(number[m]))
		}
	}
	return out
}

// checkConnected walks each community over links of a visible world.
func checkConnected(t tester, w world, c engine.Communities) {
	t.Helper()
	entities := w.entities()
	of := map[graph.ID]int{}
	for i, community := range c.Communities {
		for _, m := range community.Members {
			of[m] = i
		}
	}
	next := map[graph.ID][]graph.ID{}
	for _, e := range w.edges {
		a, b := entities[e.From][0], entities[e.To][0]
		next[a], next[b] = append(next[a], b), append(next[b], a)
	}
	for i, community := range c.Communities {
		reached := map[graph.ID]bool{community.Members[0]: true}
		queue := community.Members[:1:1]
		for ; len(queue) > 0; queue = queue[1:] {
			for _, n := range next[queue[0]] {
				if at, ok := of[n]; ok && at == i && !reached[n] {
					reached[n] = true
					queue = append(queue, n)
				}
			}
		}
		if len(reached) != len(community.Members) {
			t.Fatal("a community does not hang together:", community.Members)
		}
	}
}

// naiveModularity is the definition, over all pairs of entities.
func (w world) naiveModularity(c engine.Communities, gamma float64) float64 {
	entities := w.entities()
	weight, degree, total := map[[2]graph.ID]float64{}, map[graph.ID]float64{}, 0.0
	for _, e := range w.edges {
		a, b := entities[e.From][0], entities[e.To][0]
		if e.Kind == graph.SameAs || a == b {
			continue
		}
		weight[[2]graph.ID{a, b}]++
		weight[[2]graph.ID{b, a}]++
		degree[a]++
		degree[b]++
		total++
	}
	q := 0.0
	for _, community := range c.Communities {
		for _, a := range community.Members {
			for _, b := range community.Members {
				q += weight[[2]graph.ID{a, b}] - gamma*degree[a]*degree[b]/(2*total)
			}
		}
	}
	if total == 0 {
		return 0
	}
	return q / (2 * total)
}

func TestCommunitiesDivideWhatIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, seed := drawWorld(t), rapid.Uint64().Draw(t, "seed")
		view, seen := w.built(t), w.visible()
		gamma := rapid.SampledFrom([]float64{1, 0.3, 2}).Draw(t, "resolution")
		options := engine.CommunityOptions{Seed: seed, Resolution: gamma}
		got, err := view.Communities(t.Context(), w.sight, options)
		must(t, err)
		var members, want []graph.ID
		for i, c := range got.Communities {
			if !slices.IsSorted(c.Members) {
				t.Fatalf("members out of order: %v", c.Members)
			}
			if i > 0 && (len(c.Members) > len(got.Communities[i-1].Members) ||
				len(c.Members) == len(got.Communities[i-1].Members) && c.Members[0] < got.Communities[i-1].Members[0]) {
				t.Fatalf("communities out of order: %v", got.Communities)
			}
			members = append(members, c.Members...)
		}
		for id, records := range seen.entities() {
			if records[0] == id {
				want = append(want, id)
			}
		}
		slices.Sort(members)
		slices.Sort(want)
		if !slices.Equal(members, want) || got.Entities != len(want) {
			t.Fatalf("divided %v, in sight %v", members, want)
		}
		checkConnected(t, seen, got)
		if q := seen.naiveModularity(got, gamma); !near(q, got.Modularity) {
			t.Fatalf("modularity %v, by definition %v", got.Modularity, q)
		}
		again, err := view.Communities(t.Context(), w.sight, options)
		must(t, err)
		if diff := cmp.Diff(got, again); diff != "" {
			t.Fatalf("a repeat differs: %s", diff)
		}
	})
}

// Two rings of five, joined by one link, are two communities whatever the seed.
func TestTwoRingsAreTwoCommunities(t *testing.T) {
	w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
	for i := range uint64(10) {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson})
	}
	tie := func(a, b uint64) {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(len(w.edges))), Kind: graph.AssociateOf,
			From: idOf(graph.NounRecord, a), To: idOf(graph.NounRecord, b),
		})
	}
	for i := range uint64(5) {
		for j := range i {
			tie(i, j)
			tie(5+i, 5+j)
		}
	}
	tie(0, 5)
	for seed := range uint64(10) {
		c, err := w.built(t).Communities(t.Context(), w.sight, engine.CommunityOptions{Seed: seed})
		must(t, err)
		if len(c.Communities) != 2 || c.Communities[0].Members[0] != w.nodes[0].ID ||
			c.Communities[0].Inner != 10 || c.Communities[0].Outer != 1 || c.Links != 21 {
			t.Errorf("seed %d: %+v", seed, c)
		}
	}
}

func TestCommunitiesRefuseWhatCannotBe(t *testing.T) {
	w := chain(3)
	for field, options := range map[string]engine.CommunityOptions{
		"resolution":  {Resolution: -1},
		"runs":        {Runs: 51},
		"rounds":      {Rounds: -1},
		"recordKinds": {RecordKinds: []graph.RecordKind{"GHOST"}},
		"links.kinds": {Links: graph.LinkFilter{Kinds: []graph.LinkKind{"FRIEND"}}},
	} {
		_, err := w.built(t).Communities(t.Context(), sightOf(1, 0), options)
		var fault *graph.Error
		if !asFault(err, &fault) || fault.Field != field {
			t.Errorf("%s: got %v", field, err)
		}
	}
}
