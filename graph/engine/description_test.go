package engine_test

import (
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"entente/graph"
	"entente/graph/engine"
)

func TestDescribeCountsWhatACommunityIsMadeOf(t *testing.T) {
	// Two triangles, 0-1-2 and 3-4-5, tied by 2-3 twice; 6 beside them, out of both; 7 is out of sight.
	w := world{shared: []graph.MarkingID{0, 1}, sight: sightOf(3, 0, 1)}
	for i := range uint64(8) {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson, Marking: graph.MarkingID(i / 3)})
	}
	w.nodes[6].Marking, w.nodes[7].Marking, w.nodes[1].Kind = 0, 2, graph.KindCompany
	for i, p := range [][2]int{{0, 1}, {1, 2}, {2, 0}, {3, 4}, {4, 5}, {5, 3}, {2, 3}, {3, 2}, {5, 6}, {0, 7}} {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.Called, From: w.nodes[p[0]].ID, To: w.nodes[p[1]].ID,
		})
	}
	id := func(i int) graph.ID { return w.nodes[i].ID }
	got, err := w.built(t).Describe(t.Context(), w.sight, [][]graph.ID{{id(0), id(1), id(2), id(7)}, {id(3), id(4), id(5), id(0)}}, engine.DescriptionOptions{
		Roles:     map[graph.ID][]string{id(0): {"SUSPECT", "WITNESS", "SUSPECT"}, id(2): {"SUSPECT"}, id(7): {"VICTIM"}},
		Countries: map[graph.ID][]string{id(3): {"RO"}, id(4): {"GB"}},
		Brokers:   1,
	})
	must(t, err)
	want := []engine.Description{
		{
			Entities: 3, Records: 3, Inner: 3, Outer: 2,
			Kinds:    []engine.KindCount{{Kind: graph.KindPerson, Entities: 2}, {Kind: graph.KindCompany, Entities: 1}},
			Roles:    []engine.LabelCount{{Label: "SUSPECT", Entities: 2}, {Label: "WITNESS", Entities: 1}},
			Markings: []engine.MarkingCount{{Marking: 0, Records: 3}},
			Brokers:  []engine.CommunityBroker{{Entity: id(2), Outside: 2, Participation: 0.5}},
		},
		{
			Entities: 3, Records: 3, Inner: 3, Outer: 3,
			Kinds:     []engine.KindCount{{Kind: graph.KindPerson, Entities: 3}},
			Countries: []engine.LabelCount{{Label: "GB", Entities: 1}, {Label: "RO", Entities: 1}},
			Markings:  []engine.MarkingCount{{Marking: 1, Records: 3}},
			Brokers:   []engine.CommunityBroker{{Entity: id(3), Outside: 2, Participation: 0.5}},
		},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	_, err = w.built(t).Describe(t.Context(), w.sight, nil, engine.DescriptionOptions{Brokers: 1001})
	wantField(t, err, "brokers")
}

func communities(members ...string) engine.Communities {
	var out engine.Communities
	for _, m := range members {
		var c engine.Community
		for _, r := range m {
			c.Members = append(c.Members, graph.ID(string(r)))
		}
		out.Communities = append(out.Communities, c)
	}
	return out
}

func TestCompareSaysWhatBecameOfCommunities(t *testing.T) {
	before := communities("abcde", "fghijk", "lm", "no", "pqr", "x")
	after := communities("abcdz", "fgh", "ijk", "lmno", "stu", "y")
	got, err := engine.Compare(before, after, 0, 0)
	must(t, err)
	want := engine.Comparison{
		Before: before, After: after,
		Kept: []engine.KeptCommunity{
			{Before: 0, After: 0, Jaccard: 4.0 / 6, Joined: []graph.ID{"z"}, Left: []graph.ID{"e"}},
			{Before: 1, After: 1, Jaccard: 0.5, Left: []graph.ID{"i", "j", "k"}},
			{Before: 2, After: 3, Jaccard: 0.5, Joined: []graph.ID{"n", "o"}},
		},
		Merged: []engine.MergedCommunity{{One: 3, Several: []int{2, 3}}},
		Split:  []engine.MergedCommunity{{One: 1, Several: []int{1, 2}}},
		Born:   []int{4}, Died: []int{4},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompareCommunitiesRefusesDatesInTheWrongOrder(t *testing.T) {
	w, day := chain(3), time.Date(2009, 3, 2, 0, 0, 0, 0, time.UTC)
	view, sight := w.built(t), sightOf(1, 0)
	for field, o := range map[string]engine.ComparisonOptions{
		"before": {After: day}, "after": {Before: day, After: day}, "alike": {Before: day, After: day.AddDate(1, 0, 0), Alike: 2},
		"share": {Before: day, After: day.AddDate(1, 0, 0), Share: 0.5},
	} {
		_, err := view.CompareCommunities(t.Context(), sight, o)
		wantField(t, err, field)
	}
	got, err := view.CompareCommunities(t.Context(), sight, engine.ComparisonOptions{Before: day, After: day.AddDate(1, 0, 0)})
	if must(t, err); len(got.Kept) != 1 || got.Kept[0].Jaccard != 1 || len(got.Born)+len(got.Died) != 0 {
		t.Errorf("%+v", got)
	}
}
