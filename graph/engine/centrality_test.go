package engine_test

import (
	"cmp"
	"context"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	shape "entente/graph/engine/network"
)

// plain is the network of the entities of a visible world, in the order of ids.
func (w world) plain(f graph.LinkFilter) ([]graph.ID, *shape.Network) {
	entities := w.entities()
	var ids []graph.ID
	for id, records := range entities {
		if records[0] == id {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	f.Direction = ""
	var ties []shape.Tie
	for a, id := range ids {
		for b := range a {
			for range w.steps(entities[id], entities[ids[b]], f) {
				ties = append(ties, shape.Tie{A: uint32(a), B: uint32(b)})
			}
		}
	}
	return ids, shape.New(len(ids), ties)
}

func ranked(ids []graph.ID, values []float64) []engine.Centrality {
	out := make([]engine.Centrality, len(ids))
	for i := range ids {
		out[i] = engine.Centrality{Entity: ids[i], Value: values[i]}
	}
	slices.SortFunc(out, func(a, b engine.Centrality) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), compareIDs(a.Entity, b.Entity))
	})
	for i := range out {
		out[i].Rank = i + 1
	}
	return out
}

func TestCentralityRanksWhatIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		view := w.built(t)
		ids, plain := w.visible().plain(f)
		ctx := context.Background()
		between, _ := shape.Betweenness(ctx, plain, 1, nil)
		near, _ := shape.Close(ctx, plain, 1, nil)
		pages, _ := shape.PageRank(ctx, plain, 0.85, 1e-12)
		degrees, cores := make([]float64, len(ids)), make([]float64, len(ids))
		for i := range ids {
			degrees[i], cores[i] = float64(plain.Degree(uint32(i))), float64(shape.Cores(plain)[i])
		}
		for measure, values := range map[engine.CentralityMeasure][]float64{
			engine.Betweenness: between, engine.Harmonic: near.Harmonic, engine.Closeness: near.WassermanFaust,
			engine.PageRank: pages, engine.Degree: degrees, engine.Core: cores,
		} {
			want := ranked(ids, values)
			o := engine.CentralityOptions{Measure: measure, Links: f, Top: 3, Of: []graph.ID{w.nodes[0].ID, idOf(graph.NounRecord, 3)}}
			got, err := view.Centrality(t.Context(), w.sight, o)
			must(t, err)
			if diff := gocmp.Diff(want[:min(3, len(want)):min(3, len(want))], slices.Clip(got.Top)); len(want) > 0 && diff != "" {
				t.Fatalf("%s: %s", measure, diff)
			}
			if got.Entities != len(ids) || got.Ties != plain.Ties() || got.Epsilon != 0 {
				t.Fatalf("%s: %+v", measure, got)
			}
			if records := w.visible().entities()[w.nodes[0].ID]; len(records) > 0 {
				at := slices.IndexFunc(want, func(c engine.Centrality) bool { return c.Entity == records[0] })
				if len(got.Of) != 1 || got.Of[0] != want[at] {
					t.Fatalf("%s: %v, naively %v", measure, got.Of, want[at])
				}
			} else if len(got.Of) != 0 {
				t.Fatalf("%s: a value of a record out of sight: %v", measure, got.Of)
			}
		}
	})
}

func TestStructureNamesTheCutsOfWhatIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		ids, plain := w.visible().plain(f)
		cuts := shape.Cut(plain)
		name := func(nodes []uint32) (out []graph.ID) {
			for _, n := range nodes {
				out = append(out, ids[n])
			}
			return out
		}
		want := engine.Structure{
			Entities: len(ids), Ties: plain.Ties(), Articulations: len(cuts.Articulations), Bridges: len(cuts.Bridges),
			Blocks: len(cuts.Blocks), FirstArticulations: name(cuts.Articulations[:min(2, len(cuts.Articulations))]),
		}
		for _, b := range cuts.Bridges[:min(2, len(cuts.Bridges))] {
			want.FirstBridges = append(want.FirstBridges, engine.Bridge{A: ids[b.A], B: ids[b.B]})
		}
		for _, b := range cuts.Blocks[:min(2, len(cuts.Blocks))] {
			want.FirstBlocks = append(want.FirstBlocks, name(b))
		}
		got, err := w.built(t).Structure(t.Context(), w.sight, engine.StructureOptions{Links: f, List: 2})
		must(t, err)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestBrokersStandBetweenCountries(t *testing.T) {
	w := chain(5) // GB - GB - RO - RO - BG
	countries := map[graph.ID]string{}
	for i, country := range []string{"GB", "GB", "RO", "RO", "BG"} {
		countries[w.nodes[i].ID] = country
	}
	got, err := w.built(t).Brokers(t.Context(), sightOf(1, 0), engine.BrokerageOptions{Groups: countries})
	must(t, err)
	want := []engine.Broker{
		{Entity: w.nodes[1].ID, Group: "GB", Gatekeeper: 1},
		{Entity: w.nodes[2].ID, Group: "RO", Gatekeeper: 1},
		{Entity: w.nodes[3].ID, Group: "RO", Gatekeeper: 1},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	_, err = w.built(t).Brokers(t.Context(), sightOf(1, 0), engine.BrokerageOptions{})
	wantField(t, err, "groups")
}

func TestCentralityRefusesWhatCannotBe(t *testing.T) {
	w := chain(3)
	for field, o := range map[string]engine.CentralityOptions{
		"measure":     {Measure: "FAME"},
		"top":         {Measure: engine.Degree, Top: 1001},
		"samples":     {Measure: engine.Degree, Samples: 5},
		"delta":       {Measure: engine.Betweenness, Delta: 1},
		"of":          {Measure: engine.Degree, Of: make([]graph.ID, 10_001)},
		"recordKinds": {Measure: engine.Degree, RecordKinds: []graph.RecordKind{"GHOST"}},
	} {
		_, err := w.built(t).Centrality(t.Context(), sightOf(1, 0), o)
		wantField(t, err, field)
	}
}
