package engine_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// within is a visible world without the entities that a scope (nil is all) or
// kinds of records (none is all) leave out, and without the ties that a filter does.
func (w world) within(scope []graph.ID, kinds []graph.RecordKind, f graph.LinkFilter) world {
	entities, out, kept := w.entities(), world{shared: w.shared, sight: w.sight}, map[graph.ID]bool{}
	kindOf := map[graph.ID]graph.RecordKind{}
	for _, n := range w.nodes {
		kindOf[n.ID] = n.Kind
	}
	for _, n := range w.nodes {
		records := entities[n.ID]
		named := scope == nil || slices.ContainsFunc(records, func(r graph.ID) bool { return slices.Contains(scope, r) })
		if named && (len(kinds) == 0 || slices.Contains(kinds, kindOf[records[0]])) {
			kept[n.ID] = true
			out.nodes = append(out.nodes, n)
		}
	}
	f.Direction = ""
	for _, e := range w.edges {
		if kept[e.From] && kept[e.To] && (e.Kind == graph.SameAs || fits(e, f)) {
			out.edges = append(out.edges, e)
		}
	}
	return out
}

// What reads a whole network answers for a scope, kinds of records and a filter as
// it would on a hub that holds nothing else.
func TestAScopeIsAWorldOfItsOwn(t *testing.T) {
	smaller := 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		f.Direction = ""
		var scope []graph.ID
		if rapid.Bool().Draw(t, "scoped") {
			scope = []graph.ID{}
			for _, n := range w.visible().nodes {
				if rapid.IntRange(0, 3).Draw(t, "named") > 0 {
					scope = append(scope, n.ID)
				}
			}
		}
		kinds := rapid.SampledFrom([][]graph.RecordKind{nil, graph.RecordKinds()[:1], graph.RecordKinds()[1:2]}).Draw(t, "kinds")
		seen := w.visible()
		part := seen.within(scope, kinds, f)
		if len(part.nodes) > 2 && len(part.nodes) < len(seen.nodes) && len(part.edges) > 2 {
			smaller++
		}
		whole, alone := w.built(t), part.built(t)
		same := func(what string, got, want any, errs ...error) {
			for _, err := range errs {
				must(t, err)
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: %s", what, diff)
			}
		}
		for _, m := range []engine.CentralityMeasure{engine.Degree, engine.Betweenness, engine.Harmonic, engine.Closeness, engine.PageRank, engine.Core} {
			a, errA := whole.Centrality(t.Context(), w.sight, engine.CentralityOptions{Measure: m, Scope: scope, RecordKinds: kinds, Links: f, Top: 5})
			b, errB := alone.Centrality(t.Context(), w.sight, engine.CentralityOptions{Measure: m, Top: 5})
			same(string(m), a, b, errA, errB)
		}
		so := engine.StructureOptions{Scope: scope, RecordKinds: kinds, Links: f, List: 3}
		a, errA := whole.Structure(t.Context(), w.sight, so)
		b, errB := alone.Structure(t.Context(), w.sight, engine.StructureOptions{List: 3})
		same("structure", a, b, errA, errB)
		groups := map[graph.ID]string{}
		for i, n := range w.nodes {
			groups[n.ID] = []string{"GB", "RO", "BG"}[i%3]
		}
		ba, errA := whole.Brokers(t.Context(), w.sight, engine.BrokerageOptions{StructureOptions: so, Groups: groups})
		bb, errB := alone.Brokers(t.Context(), w.sight, engine.BrokerageOptions{StructureOptions: engine.StructureOptions{List: 3}, Groups: groups})
		same("brokers", ba, bb, errA, errB)
		co := engine.CommunityOptions{Scope: scope, RecordKinds: kinds, Links: f, Seed: 4, Levels: true, Runs: 2}
		ca, errA := whole.Communities(t.Context(), w.sight, co)
		cb, errB := alone.Communities(t.Context(), w.sight, engine.CommunityOptions{Seed: 4, Levels: true, Runs: 2})
		same("communities", ca, cb, errA, errB)
		do := engine.DisruptionOptions{Scope: scope, RecordKinds: kinds, Links: f, Budget: 2, Effort: dismantle.Effort{Share: 1e-4}}
		da, errA := whole.Plan(t.Context(), w.sight, do)
		db, errB := alone.Plan(t.Context(), w.sight, engine.DisruptionOptions{Budget: 2, Effort: dismantle.Effort{Share: 1e-4}})
		same("plan", da, db, errA, errB)
	})
	if smaller == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

// naiveNeighbours counts and lists by reading every link for every pair.
func (w world) naiveNeighbours(of graph.ID, o engine.NeighbourOptions) engine.Neighbourhood {
	entities, kindOf := w.entities(), map[graph.ID]graph.RecordKind{}
	var ids []graph.ID
	for _, n := range w.nodes {
		if kindOf[n.ID] = n.Kind; entities[n.ID][0] == n.ID {
			ids = append(ids, n.ID)
		}
	}
	slices.Sort(ids)
	entity := func(id graph.ID) engine.Entity {
		return engine.Entity{ID: id, Kind: kindOf[id], Records: entities[id]}
	}
	own := entities[of][0]
	out, counts := engine.Neighbourhood{Entity: entity(own)}, map[graph.LinkKind]engine.LinkCount{}
	for _, other := range ids {
		steps := w.steps(entities[own], entities[other], o.Links)
		if other == own || len(steps) == 0 || len(o.RecordKinds) > 0 && !slices.Contains(o.RecordKinds, kindOf[other]) {
			continue
		}
		out.Entities++
		met, links := map[graph.LinkKind]bool{}, []graph.ID(nil)
		for _, e := range steps {
			links = append(links, e.ID)
			c := counts[e.Kind]
			c.Kind, c.Links = e.Kind, c.Links+1
			if !met[e.Kind] {
				c.Entities++
			}
			met[e.Kind], counts[e.Kind] = true, c
		}
		out.Links += len(steps)
		if o.Most == 0 || len(out.Neighbours) < o.Most {
			out.Neighbours = append(out.Neighbours, engine.Neighbour{Entity: entity(other), Links: links})
		}
	}
	for _, kind := range graph.LinkKinds() {
		if c, ok := counts[kind]; ok {
			out.Counts = append(out.Counts, c)
		}
	}
	return out
}

func TestNeighboursAreThoseOfEveryLinkRead(t *testing.T) {
	cut := 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		o := engine.NeighbourOptions{
			Links: drawFilter(t), Most: rapid.SampledFrom([]int{0, 1, 2, -1}).Draw(t, "most"),
			RecordKinds: rapid.SampledFrom([][]graph.RecordKind{nil, graph.RecordKinds()[:1], graph.RecordKinds()[1:2]}).Draw(t, "kinds"),
		}
		view, seen := w.built(t), w.visible()
		for _, n := range w.nodes {
			got, err := view.Neighbours(w.sight, n.ID, o)
			if !slices.ContainsFunc(seen.nodes, func(x engine.Node) bool { return x.ID == n.ID }) {
				if graph.CodeOf(err) != graph.NotFound {
					t.Fatalf("a record out of sight gave %v", err)
				}
				continue
			}
			must(t, err)
			want := seen.naiveNeighbours(n.ID, o)
			if len(got.Counts) == 0 {
				got.Counts = nil
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Fatal(diff)
			}
			if len(got.Neighbours) > 0 && len(got.Neighbours) < got.Entities {
				cut++
			}
		}
	})
	if cut == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}
