package engine_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// arcs are the pairs of entities with what a tree pays for them, in points.
func (w *walks) arcs() map[[2]graph.ID]int64 {
	out := map[[2]graph.ID]int64{}
	for pair, all := range w.steps {
		if pair[0] < pair[1] && !w.shut(pair[0]) && !w.shut(pair[1]) {
			out[pair] = pointsOf(all[0], w.options.By) + w.penalty(pair[0]) + w.penalty(pair[1])
		}
	}
	return out
}

// spanning gives the least weight of a tree over ids, by Prim's method; false
// where they do not hang together.
func spanning(arcs map[[2]graph.ID]int64, ids []graph.ID) (int64, bool) {
	in, sum := map[graph.ID]bool{ids[0]: true}, int64(0)
	for len(in) < len(ids) {
		best, by := int64(math.MaxInt64), graph.ID("")
		for _, a := range ids {
			for _, b := range ids {
				weight, ok := arcs[[2]graph.ID{min(a, b), max(a, b)}]
				if ok && in[a] && !in[b] && weight < best {
					best, by = weight, b
				}
			}
		}
		if by == "" {
			return 0, false
		}
		in[by], sum = true, sum+best
	}
	return sum, true
}

// leastTree tries every set of further entities.
func (w *walks) leastTree(terminals []graph.ID) (int64, bool) {
	arcs, best, found := w.arcs(), int64(math.MaxInt64), false
	var others []graph.ID
	for _, id := range w.ids {
		if !slices.Contains(terminals, id) {
			others = append(others, id)
		}
	}
	for set := range 1 << len(others) {
		ids := slices.Clone(terminals)
		for i, id := range others {
			if set>>i&1 == 1 {
				ids = append(ids, id)
			}
		}
		if weight, ok := spanning(arcs, ids); ok && weight < best {
			best, found = weight, true
		}
	}
	return best, found
}

func TestConnectIsWithinItsBound(t *testing.T) {
	joined, apart := 0, 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		seen := w.visible()
		if len(seen.nodes) == 0 || len(seen.nodes) > 13 {
			return
		}
		o := drawRouteOptions(t, w)
		o.Avoid, o.Links.Direction = nil, ""
		records := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.ID { return rapid.SampledFrom(seen.nodes).Draw(t, "one").ID }), 2, 9).Draw(t, "records")
		got, err := w.built(t).Connect(t.Context(), w.sight, records, o)
		must(t, err)
		naive := seen.walks(o, records...)
		sum, most := int64(0), 1
		for _, group := range got.Groups {
			weight, ok := naive.leastTree(group)
			if !ok {
				t.Fatalf("a group that does not hang together: %v", group)
			}
			sum, most = sum+weight, max(most, len(group))
		}
		want := int64(math.Round(got.Cost * 1e5))
		if want < sum || float64(want) > float64(sum)*got.Bound+1e-6 || got.Bound > max(1, 2*(1-1/float64(most))) {
			t.Fatalf("%d points within %v, the least tree has %d", want, got.Bound, sum)
		}
		naive.checkTree(t, got, records)
		if len(got.Links) > 1 {
			joined++
		}
		if len(got.Groups) > 1 {
			apart++
		}
	})
	if joined == 0 || apart == 0 {
		t.Errorf("the worlds drawn were too thin to test anything: %d, %d", joined, apart)
	}
}

// checkTree asks that links are real and allowed, that there is no more of
// them than trees have, and that groups are all there is to join.
func (w *walks) checkTree(t *rapid.T, got engine.Connection, records []graph.ID) {
	t.Helper()
	arcs, sum := w.arcs(), int64(0)
	for _, l := range got.Links {
		weight, ok := arcs[[2]graph.ID{l.From, l.To}]
		all := w.steps[[2]graph.ID{l.From, l.To}]
		if !ok || l.Link != all[0].ID || l.Parallel != len(all) || l.Along != slices.Contains(w.entities[l.From], all[0].From) {
			t.Fatalf("no such link: %+v", l)
		}
		sum += weight
	}
	if math.Round(got.Cost*1e5) != float64(sum) || len(got.Links) != len(got.Entities)-len(got.Groups) {
		t.Fatalf("links of %d points, %d of them over %d entities in %d groups; cost %v", sum, len(got.Links), len(got.Entities), len(got.Groups), got.Cost)
	}
	var members []graph.ID
	for i, group := range got.Groups {
		members = append(members, group...)
		for _, other := range got.Groups[:i] {
			if _, ok := w.leastTree([]graph.ID{group[0], other[0]}); ok {
				t.Fatalf("groups that hang together: %v, %v", group, other)
			}
		}
	}
	slices.Sort(members)
	var want []graph.ID
	for _, r := range records {
		want = append(want, w.entities[r][0])
	}
	slices.Sort(want)
	if !slices.Equal(members, slices.Compact(want)) {
		t.Fatalf("groups %v of %v", got.Groups, want)
	}
}

func TestConnectRefusesWhatCannotBe(t *testing.T) {
	w := chain(3)
	view, sight, both := w.built(t), sightOf(1, 0), []graph.ID{w.nodes[0].ID, w.nodes[2].ID}
	_, err := view.Connect(t.Context(), sight, both[:1], engine.RouteOptions{})
	wantField(t, err, "records")
	_, err = view.Connect(t.Context(), sight, both, engine.RouteOptions{Links: graph.LinkFilter{Direction: graph.Outgoing}})
	wantField(t, err, "links.direction")
	if _, err := view.Connect(t.Context(), sight, []graph.ID{both[0], idOf(graph.NounRecord, 99)}, engine.RouteOptions{}); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("got %v", err)
	}
	got, err := view.Connect(t.Context(), sight, both, engine.RouteOptions{})
	if must(t, err); got.Cost != 2 || got.Bound != 1 || len(got.Entities) != 3 {
		t.Errorf("%+v", got)
	}
}

// Three ends that are two hops apart round a ring, and one each from its
// middle: the tree by the middle has three links, that along the ring four.
func TestConnectFindsTheLeastTreeOfFew(t *testing.T) {
	w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
	for i := range uint64(7) {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, i), Kind: graph.KindPerson})
	}
	// 0, 2 and 4 are the ends, 1, 3 and 5 stand between them, 6 in the middle.
	for i, p := range [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}, {6, 0}, {6, 2}, {6, 4}} {
		w.edges = append(w.edges, engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.AssociateOf, From: w.nodes[p[0]].ID, To: w.nodes[p[1]].ID,
		})
	}
	ends := []graph.ID{w.nodes[0].ID, w.nodes[2].ID, w.nodes[4].ID}
	got, err := w.built(t).Connect(t.Context(), w.sight, ends, engine.RouteOptions{})
	if must(t, err); got.Cost != 3 || got.Bound != 1 || len(got.Entities) != 4 || got.Entities[3].ID != w.nodes[6].ID {
		t.Errorf("%+v", got)
	}
}
