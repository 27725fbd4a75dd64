package engine_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// naiveDescription is what a community is made of, by reading each record and each
// link for every entity. of is the community of an entity, from 1; 0 is none.
func (w world) naiveDescription(d naive, of []int, own int, o engine.DescriptionOptions) engine.Description {
	out := engine.Description{}
	kinds, roles, countries := map[graph.RecordKind]int{}, map[string]int{}, map[string]int{}
	markings := map[graph.MarkingID]int{}
	for v, id := range d.ids {
		if of[v] != own {
			continue
		}
		out.Entities++
		kinds[d.kinds[v]]++
		for _, n := range w.nodes {
			if d.place[n.ID] == v {
				out.Records++
				markings[n.Marking]++
			}
		}
		for label, counts := range map[*map[graph.ID][]string]map[string]int{&o.Roles: roles, &o.Countries: countries} {
			for _, name := range []string{"even", "odd", "both"} {
				if slices.ContainsFunc(d.records[v], func(r graph.ID) bool { return slices.Contains((*label)[r], name) }) {
					counts[name]++
				}
			}
		}
		ends := map[int]int{}
		for _, e := range w.edges {
			a, b := d.place[e.From], d.place[e.To]
			if e.Kind == graph.SameAs || !fits(e, o.Links) || a == b || a != v && b != v {
				continue
			}
			ends[of[a+b-v]]++
			if of[a+b-v] != own {
				out.Outer++
			} else if a == v { // from one end alone
				out.Inner++
			}
		}
		all, squares := 0, 0.0
		for _, n := range ends {
			all += n
		}
		for _, n := range ends {
			squares += math.Pow(float64(n)/float64(all), 2)
		}
		if outside := all - ends[own]; outside > 0 {
			out.Brokers = append(out.Brokers, engine.CommunityBroker{Entity: id, Outside: outside, Participation: 1 - squares})
		}
	}
	for _, kind := range graph.RecordKinds() {
		if kinds[kind] > 0 {
			out.Kinds = append(out.Kinds, engine.KindCount{Kind: kind, Entities: kinds[kind]})
		}
	}
	slices.SortFunc(out.Kinds, func(a, b engine.KindCount) int { return cmp.Or(b.Entities-a.Entities, cmp.Compare(a.Kind, b.Kind)) })
	for counts, into := range map[*map[string]int]*[]engine.LabelCount{&roles: &out.Roles, &countries: &out.Countries} {
		for label, n := range *counts {
			*into = append(*into, engine.LabelCount{Label: label, Entities: n})
		}
		slices.SortFunc(*into, func(a, b engine.LabelCount) int {
			return cmp.Or(b.Entities-a.Entities, cmp.Compare(a.Label, b.Label))
		})
	}
	for m := range graph.MarkingID(worldMarkings) {
		if markings[m] > 0 {
			out.Markings = append(out.Markings, engine.MarkingCount{Marking: m, Records: markings[m]})
		}
	}
	slices.SortFunc(out.Brokers, func(a, b engine.CommunityBroker) int {
		apart := 0
		if !near(a.Participation, b.Participation) {
			apart = cmp.Compare(b.Participation, a.Participation)
		}
		return cmp.Or(b.Outside-a.Outside, apart, compareIDs(a.Entity, b.Entity))
	})
	most := o.Brokers
	if most == 0 {
		most = 10
	}
	out.Brokers = out.Brokers[:min(max(most, 0), len(out.Brokers))]
	return out
}

// What is said of a community is what its records and links in sight say, read one
// by one; whoever is named twice is of the first.
func TestDescriptionsAreThoseOfEveryLinkRead(t *testing.T) {
	cut, joined := 0, 0
	firmly(t, func(t *rapid.T) {
		w, f := drawWorld(t), drawFilter(t)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "communities"), 6)) //nolint:gosec // repeatable on purpose
		o := engine.DescriptionOptions{
			Links: f, Brokers: []int{0, 1, 2, 3, -1, 1000}[random.IntN(6)], Roles: map[graph.ID][]string{}, Countries: map[graph.ID][]string{},
		}
		communities := make([][]graph.ID, random.IntN(4))
		for _, n := range w.nodes {
			o.Roles[n.ID] = []string{"even", "even", "odd", "both"}[random.IntN(4):]
			o.Countries[n.ID] = []string{"odd", "both"}[:random.IntN(3)]
			for range random.IntN(3) {
				if at := random.IntN(5); at < len(communities) {
					communities[at] = append(communities[at], n.ID)
				}
			}
		}
		got, err := w.built(t).Describe(t.Context(), w.sight, communities, o)
		must(t, err)
		seen := w.visible()
		o.Links.Direction = ""
		d := seen.naive(f)
		of, want := make([]int, len(d.ids)), make([]engine.Description, len(communities))
		for i, ids := range communities {
			for _, id := range ids {
				if v, ok := d.place[id]; ok && of[v] == 0 {
					of[v] = i + 1
				}
			}
		}
		for i := range want {
			want[i] = seen.naiveDescription(d, of, i+1, o)
			joined += want[i].Records - want[i].Entities
			if o.Brokers > 0 && len(want[i].Brokers) == o.Brokers {
				cut++
			}
		}
		if diff := gocmp.Diff(want, got, roughly, cmpEmpty); diff != "" {
			t.Fatal(diff)
		}
	})
	if cut == 0 || joined == 0 {
		t.Errorf("%d lists were cut, %d records joined: too thin to test anything", cut, joined)
	}
}

// cmpEmpty takes no brokers for the same, however they are written.
var cmpEmpty = gocmp.Transformer("brokers", func(b []engine.CommunityBroker) []engine.CommunityBroker {
	if len(b) == 0 {
		return nil
	}
	return slices.Clone(b)
})
