package peers_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"entente/graph"
	"entente/graph/engine"
)

// stored is a world as the store keeps it: records of two kinds, some retired,
// joined by judgements, with links that run side by side and to themselves.
type stored struct {
	world
	nodes []engine.Node
	edges []engine.Edge
}

func storedWorld(seed uint64) stored {
	random := rand.New(rand.NewPCG(seed, 2)) //nolint:gosec // repeatable on purpose
	s := stored{world: newWorld(1, nil, 5, 3+random.IntN(3))}
	n := 12 + random.IntN(20)
	mark := func() graph.MarkingID { return graph.MarkingID(random.IntN(5)) } //nolint:gosec // small
	for i := range n {
		s.nodes = append(s.nodes, engine.Node{ID: record(i), Kind: graph.RecordKinds()[random.IntN(2)], Marking: mark(), Retired: random.IntN(12) == 0})
	}
	kinds := []graph.LinkKind{graph.AssociateOf, graph.AssociateOf, graph.Called, graph.Transferred, graph.SameAs}
	for i := range 3 * n {
		from, to := random.IntN(n), random.IntN(n)
		if i > 0 && random.IntN(5) == 0 { // beside the one before
			former := s.edges[i-1]
			s.edges = append(s.edges, engine.Edge{ID: idOf(graph.NounLink, uint64(i)), Kind: graph.Called, From: former.To, To: former.From, Marking: mark()})
			continue
		}
		s.edges = append(s.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: kinds[random.IntN(len(kinds))], From: record(from), To: record(to), Marking: mark(), Retired: random.IntN(12) == 0,
		})
	}
	return s
}

func (s stored) view(tb testing.TB) *engine.View {
	tb.Helper()
	b := engine.NewBuilder(nil)
	for _, n := range s.nodes {
		must(tb, b.AddNode(n))
	}
	for _, x := range s.edges {
		must(tb, b.AddEdge(x))
	}
	e := engine.New(engine.Options{})
	e.Load(b.Build(1))
	return e.View()
}

func (s stored) put(db *database) {
	db.run("MATCH (r:Record) DETACH DELETE r", nil)
	var nodes, edges []any
	for _, n := range s.nodes {
		nodes = append(nodes, map[string]any{"id": string(n.ID), "kind": string(n.Kind), "marking": int64(n.Marking), "retired": n.Retired})
	}
	for _, x := range s.edges {
		edges = append(edges, map[string]any{
			"from": string(x.From), "to": string(x.To), "is": map[string]any{"id": string(x.ID), "kind": string(x.Kind), "marking": int64(x.Marking), "retired": x.Retired},
		})
	}
	db.run("UNWIND $rows AS r CREATE (n:Record) SET n = r", map[string]any{"rows": nodes})
	db.run("UNWIND $rows AS r MATCH (a:Record {id: r.from}), (b:Record {id: r.to}) CREATE (a)-[l:LINK]->(b) SET l = r.is", map[string]any{"rows": edges})
}

// What is handed over to Graph Data Science is answered as the engine answers it,
// on the same records and links under the same sight: measures within what
// rounding does, equal values in any order; divisions with as good a modularity.
func TestWhatIsHandedOverIsAnsweredAlike(t *testing.T) {
	db := startDatabase(t) // one for both: it takes a while to start
	t.Run("random graphs", func(t *testing.T) { randomGraphsAlike(t, db) })
	t.Run("planted groups", func(t *testing.T) { plantedGroupsAlike(t, db) })
}

func randomGraphsAlike(t *testing.T, db *database) {
	t.Helper()
	measured, divided := 0, 0
	for seed := range uint64(6) {
		s := storedWorld(seed)
		s.put(db)
		view, by := s.view(t), science{db}
		links := graph.LinkFilter{}
		if seed%3 == 1 {
			links.Kinds = []graph.LinkKind{graph.AssociateOf, graph.Called}
		}
		var kinds []graph.RecordKind
		if seed%4 == 2 {
			kinds = graph.RecordKinds()[:1]
		}
		var scope []graph.ID
		if seed%4 == 3 {
			for _, n := range s.nodes[:len(s.nodes)*2/3] {
				scope = append(scope, n.ID)
			}
		}
		for _, measure := range []engine.CentralityMeasure{engine.Degree, engine.Betweenness, engine.Harmonic, engine.Closeness, engine.PageRank, engine.Core} {
			o := engine.CentralityOptions{Measure: measure, Top: 1000, Links: links, RecordKinds: kinds, Scope: scope}
			want, err := view.Centrality(t.Context(), s.sight, o)
			must(t, err)
			got, err := by.Centrality(t.Context(), s.sight, o)
			must(t, err)
			if diff := cmp.Diff(byEntity(want), byEntity(got), cmpopts.EquateApprox(1e-6, 1e-9)); diff != "" || want.Entities != got.Entities || want.Ties != got.Ties {
				t.Fatalf("world %d, %s: %d of %d, not %d of %d: %s", seed, measure, got.Ties, got.Entities, want.Ties, want.Entities, diff)
			}
			measured += len(want.Top)
		}
		o := engine.CommunityOptions{Seed: seed, Links: links, RecordKinds: kinds, Scope: scope}
		want, err := view.Communities(t.Context(), s.sight, o)
		must(t, err)
		got, err := by.Communities(t.Context(), s.sight, o)
		must(t, err)
		if want.Entities != got.Entities || want.Links != got.Links || math.Abs(want.Modularity-got.Modularity) > 0.05 {
			t.Errorf("world %d: %d entities, %d links at %v; %d, %d at %v", seed, got.Entities, got.Links, got.Modularity, want.Entities, want.Links, want.Modularity)
		}
		divided += len(want.Communities)
	}
	if measured < 150 || divided < 10 {
		t.Errorf("the worlds drawn were too thin: %d values, %d communities", measured, divided)
	}
}

func byEntity(c engine.Centralities) map[graph.ID]float64 {
	out := map[graph.ID]float64{}
	for _, v := range c.Top {
		out[v.Entity] = v.Value
	}
	return out
}

// plantedGroupsAlike: groups that are tied by one link alone are found alike by both, member by
// member and link by link.
func plantedGroupsAlike(t *testing.T, db *database) {
	t.Helper()
	s := stored{world: newWorld(1, nil, 1, 1)}
	for i := range 30 {
		s.nodes = append(s.nodes, engine.Node{ID: record(i), Kind: graph.KindPerson})
		for j := range i {
			if i/6 == j/6 || i%6 == 0 && j == i-1 {
				s.edges = append(s.edges, engine.Edge{ID: idOf(graph.NounLink, uint64(len(s.edges))), Kind: graph.AssociateOf, From: record(i), To: record(j)})
			}
		}
	}
	s.put(db)
	want, err := s.view(t).Communities(t.Context(), s.sight, engine.CommunityOptions{})
	must(t, err)
	got, err := science{db}.Communities(t.Context(), s.sight, engine.CommunityOptions{})
	must(t, err)
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-9, 1e-12)); diff != "" || len(want.Communities) != 5 {
		t.Error(len(want.Communities), diff)
	}
}
