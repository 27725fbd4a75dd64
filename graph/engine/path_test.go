package engine_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// naivePath tries every chain of entities, shortest first, in the order of ids.
func (w world) naivePath(from, to graph.ID, o engine.PathOptions) ([]graph.ID, bool) {
	entities := w.entities()
	start, end := entities[from][0], entities[to][0]
	var ids []graph.ID
	for id, records := range entities {
		if records[0] == id {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	avoided := map[graph.ID]bool{}
	for _, a := range o.Avoid {
		if records := entities[a]; len(records) > 0 {
			avoided[records[0]] = true
		}
	}
	var extend func(way []graph.ID, hops int) []graph.ID
	extend = func(way []graph.ID, hops int) []graph.ID {
		last := way[len(way)-1]
		if hops == 0 {
			if last == end {
				return way
			}
			return nil
		}
		for _, next := range ids {
			if slices.Contains(way, next) || avoided[next] || len(w.steps(entities[last], entities[next], o.Links)) == 0 {
				continue
			}
			if found := extend(append(slices.Clone(way), next), hops-1); found != nil {
				return found
			}
		}
		return nil
	}
	most := min(len(ids), naiveHops)
	if o.MaxHops > 0 {
		most = min(most, o.MaxHops)
	}
	for hops := 0; hops <= most; hops++ {
		if way := extend([]graph.ID{start}, hops); way != nil {
			return way, true
		}
	}
	return nil, false
}

func TestShortestPathIsTheFirstOfAllShortest(t *testing.T) {
	hops := map[int]int{}
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		view := w.built(t)
		options := engine.PathOptions{MaxHops: rapid.SampledFrom([]int{0, 0, 1, 2, 3}).Draw(t, "most")}
		if rapid.Bool().Draw(t, "filtered") {
			options.Links = drawFilter(t)
		}
		if rapid.Bool().Draw(t, "avoid") {
			options.Avoid = []graph.ID{rapid.SampledFrom(w.nodes).Draw(t, "avoided").ID}
		}
		from := rapid.SampledFrom(w.nodes).Draw(t, "from").ID
		for _, to := range w.nodes {
			path, ok, err := view.ShortestPath(t.Context(), w.sight, from, to.ID, options)
			if w.visible().checkAnswer(t, path, ok, err, from, to.ID, options) {
				hops[path.Hops()]++
			}
		}
	})
	if hops[1] == 0 || hops[2] == 0 {
		t.Errorf("the worlds drawn were too thin to test anything: paths by hops %v", hops)
	}
}

// checkAnswer holds an answer to the naive one, and says whether it is a path.
func (w world) checkAnswer(t *rapid.T, path engine.Path, ok bool, err error, from, to graph.ID, o engine.PathOptions) bool {
	entities := w.entities()
	if len(entities[from]) == 0 || len(entities[to]) == 0 {
		if graph.CodeOf(err) != graph.NotFound {
			t.Fatalf("an end out of sight gave %v, %v", path, err)
		}
		return false
	}
	for _, a := range o.Avoid {
		if len(entities[a]) > 0 && (entities[a][0] == entities[from][0] || entities[a][0] == entities[to][0]) {
			if graph.CodeOf(err) != graph.BadInput {
				t.Fatalf("an avoided end gave %v, %v", path, err)
			}
			return false
		}
	}
	must(t, err)
	if len(path.Steps) > naiveHops {
		return false // the naive search gives up there
	}
	want, exists := w.naivePath(from, to, o)
	if ok != exists {
		t.Fatalf("path %v, naively %v", path, want)
	}
	if ok {
		w.checkPath(t, path, want, o.Links)
	}
	return ok
}

// naiveHops bounds the naive search.
const naiveHops = 5

func (w world) checkPath(t *rapid.T, path engine.Path, want []graph.ID, f graph.LinkFilter) {
	entities := w.entities()
	var got []graph.ID
	for _, e := range path.Entities {
		got = append(got, e.ID)
		if !slices.Equal(e.Records, entities[e.ID]) {
			t.Fatalf("records of %s: %v, naively %v", e.ID, e.Records, entities[e.ID])
		}
	}
	if !slices.Equal(got, want) || path.Hops() != len(want)-1 {
		t.Fatalf("path %v, naively %v", got, want)
	}
	for i, s := range path.Steps {
		all := w.steps(entities[want[i]], entities[want[i+1]], f)
		first := engine.Step{
			Link: all[0].ID, Kind: all[0].Kind, Parallel: len(all), Along: slices.Contains(entities[want[i]], all[0].From),
		}
		if diff := cmp.Diff(first, s); diff != "" {
			t.Fatalf("step %d: %s", i, diff)
		}
	}
}

func TestPathRefusesWhatCannotBe(t *testing.T) {
	w := world{nodes: []engine.Node{{ID: idOf(graph.NounRecord, 1), Kind: graph.KindPerson}}}
	view, sight, id := w.built(t), sightOf(1, 0), w.nodes[0].ID
	tooWeak := 11
	for name, options := range map[string]engine.PathOptions{
		"maxHops":              {MaxHops: -1},
		"avoid":                {Avoid: []graph.ID{id}},
		"links.kinds":          {Links: graph.LinkFilter{Kinds: []graph.LinkKind{"FRIEND"}}},
		"links.direction":      {Links: graph.LinkFilter{Direction: "UP"}},
		"links.weakestGrading": {Links: graph.LinkFilter{WeakestGrading: &tooWeak}},
	} {
		_, _, err := view.ShortestPath(t.Context(), sight, id, id, options)
		var fault *graph.Error
		if !asFault(err, &fault) || fault.Code != graph.BadInput || fault.Field != name {
			t.Errorf("%s: got %v", name, err)
		}
	}
	path, ok, err := view.ShortestPath(t.Context(), sight, id, id, engine.PathOptions{})
	if err != nil || !ok || path.Hops() != 0 || len(path.Entities) != 1 {
		t.Errorf("from a record to itself: %v %v %v", path, ok, err)
	}
	for _, unseen := range []graph.ID{"", "r", idOf(graph.NounRecord, 2), idOf(graph.NounLink, 1)} {
		if _, _, err := view.ShortestPath(t.Context(), sight, id, unseen, engine.PathOptions{}); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("%q: got %v", unseen, err)
		}
	}
	if _, _, err := view.ShortestPath(t.Context(), policy.Sight{}, id, id, engine.PathOptions{}); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("the zero sight: got %v", err)
	}
}

func TestSearchesCanBeCancelled(t *testing.T) {
	w := chain(40_000)
	view, sight := w.built(t), sightOf(1, 0)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, _, err := view.ShortestPath(ctx, sight, w.nodes[0].ID, w.nodes[len(w.nodes)-1].ID, engine.PathOptions{})
	if err != context.Canceled {
		t.Errorf("path: got %v", err)
	}
	if _, err := view.Communities(ctx, sight, engine.CommunityOptions{}); err != context.Canceled {
		t.Errorf("communities: got %v", err)
	}
	path, ok, err := view.ShortestPath(t.Context(), sight, w.nodes[0].ID, w.nodes[len(w.nodes)-1].ID, engine.PathOptions{})
	if err != nil || !ok || path.Hops() != len(w.nodes)-1 {
		t.Errorf("after a cancelled search: %d hops, %v, %v", path.Hops(), ok, err)
	}
}

// chain is a line of records, all under marking 0.
func chain(n int) world {
	var w world
	for i := range uint64(n) { //nolint:gosec // small
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson})
		if i > 0 {
			w.edges = append(w.edges, engine.Edge{
				ID: idOf(graph.NounLink, i), Kind: graph.AssociateOf, From: idOf(graph.NounRecord, i-1), To: idOf(graph.NounRecord, i),
			})
		}
	}
	return w
}
