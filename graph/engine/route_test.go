package engine_test

import (
	"cmp"
	"context"
	"math"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// naiveRoute is a chain of entity ids with what it costs by definition.
type naiveRoute struct {
	ids    []graph.ID
	points int64 // of 0.00001
	links  uint64
}

func (r naiveRoute) hops() int { return len(r.ids) - 1 }

func compareRoutes(a, b naiveRoute) int {
	return cmp.Or(cmp.Compare(a.points, b.points), cmp.Compare(len(a.ids), len(b.ids)), slices.Compare(a.ids, b.ids))
}

func pointsOf(e engine.Edge, by engine.Measure) int64 {
	if by == engine.ByStrength {
		return int64(math.Round(-math.Log(graph.Reliability(int(e.Weakness))) * 1e5))
	}
	return 1e5
}

// walks tries every chain of entities of a visible world.
type walks struct {
	world
	entities map[graph.ID][]graph.ID
	kinds    map[graph.ID]graph.RecordKind
	ids      []graph.ID
	options  engine.RouteOptions
	named    map[graph.ID]bool
	steps    map[[2]graph.ID][]engine.Edge
}

func (w world) walks(o engine.RouteOptions, named ...graph.ID) *walks {
	out := &walks{world: w, entities: w.entities(), options: o, named: map[graph.ID]bool{}, kinds: map[graph.ID]graph.RecordKind{}}
	for _, n := range w.nodes {
		out.kinds[n.ID] = n.Kind
		if out.entities[n.ID][0] == n.ID {
			out.ids = append(out.ids, n.ID)
		}
	}
	slices.Sort(out.ids)
	for _, n := range named {
		if records := out.entities[n]; len(records) > 0 {
			out.named[records[0]] = true
		}
	}
	out.steps = map[[2]graph.ID][]engine.Edge{}
	for _, a := range out.ids {
		for _, b := range out.ids {
			if a == b {
				continue
			}
			all := w.steps(out.entities[a], out.entities[b], o.Links)
			slices.SortStableFunc(all, func(x, y engine.Edge) int { return cmp.Compare(pointsOf(x, o.By), pointsOf(y, o.By)) })
			if len(all) > 0 {
				out.steps[[2]graph.ID{a, b}] = all
			}
		}
	}
	return out
}

func (w *walks) degree(id graph.ID) int {
	count := 0
	for _, other := range w.ids {
		if other != id && len(w.world.steps(w.entities[id], w.entities[other], graph.LinkFilter{})) > 0 {
			count++
		}
	}
	return count
}

// penalty is half of what passing through costs.
func (w *walks) penalty(id graph.ID) int64 {
	h := w.options.Hub
	if h.Degree == 0 {
		h.Degree = 20
	}
	if degree := w.degree(id); degree > h.Degree && !w.named[id] {
		return int64(math.Round(h.Penalty * math.Log2(float64(degree)/float64(h.Degree)) * 1e5 / 2))
	}
	return 0
}

func (w *walks) shut(id graph.ID) bool {
	for _, a := range w.options.Avoid {
		if records := w.entities[a]; len(records) > 0 && records[0] == id {
			return true
		}
	}
	return !w.named[id] && slices.Contains(w.options.AvoidKinds, w.kinds[id])
}

// all gives every simple chain between two entities, best first.
func (w *walks) all(from, to graph.ID) []naiveRoute {
	var out []naiveRoute
	most := len(w.ids)
	if w.options.MaxHops > 0 {
		most = w.options.MaxHops
	}
	var extend func(r naiveRoute)
	extend = func(r naiveRoute) {
		last := r.ids[len(r.ids)-1]
		if last == to {
			out = append(out, r)
			return
		}
		for _, next := range w.ids {
			all := w.steps[[2]graph.ID{last, next}]
			if len(all) == 0 || slices.Contains(r.ids, next) || w.shut(next) || r.hops() == most {
				continue
			}
			points, equal := pointsOf(all[0], w.options.By), uint64(0)
			for _, e := range all {
				if pointsOf(e, w.options.By) == points {
					equal++
				}
			}
			extend(naiveRoute{
				append(slices.Clone(r.ids), next), r.points + points + w.penalty(last) + w.penalty(next), r.links * equal,
			})
		}
	}
	extend(naiveRoute{ids: []graph.ID{from}, links: 1})
	slices.SortFunc(out, compareRoutes)
	return out
}

func drawRouteOptions(t *rapid.T, w world) engine.RouteOptions {
	o := engine.RouteOptions{
		MaxHops: rapid.SampledFrom([]int{0, 2, 3, 4}).Draw(t, "most"),
		By:      rapid.SampledFrom([]engine.Measure{"", engine.ByHops, engine.ByHops, engine.ByStrength}).Draw(t, "by"),
	}
	if len(w.visible().edges) > 16 && o.MaxHops == 0 {
		o.MaxHops = 4 // the naive search would not end
	}
	if seldom(t, "filtered") {
		o.Links = drawFilter(t)
	}
	if seldom(t, "hubs cost") {
		o.Hub = engine.HubRule{Degree: rapid.IntRange(1, 4).Draw(t, "hub"), Penalty: rapid.SampledFrom([]float64{0.5, 2}).Draw(t, "penalty")}
	}
	if seldom(t, "avoid") {
		o.Avoid = []graph.ID{rapid.SampledFrom(w.nodes).Draw(t, "avoided").ID}
	}
	if seldom(t, "avoid kinds") {
		o.AvoidKinds = []graph.RecordKind{graph.RecordKinds()[0]}
	}
	return o
}

func seldom(t *rapid.T, label string) bool { return rapid.IntRange(0, 3).Draw(t, label) == 3 }

// checkRoute holds a route to the naive one, its links too.
func (w *walks) checkRoute(t *rapid.T, r engine.Route, want naiveRoute) {
	t.Helper()
	reliability, hubs := 1.0, []engine.Hub(nil)
	threshold := w.options.Hub.Degree
	if threshold == 0 {
		threshold = 20
	}
	if len(r.Entities) != len(want.ids) || len(r.Steps) != want.hops() {
		t.Fatalf("route %v, naively %v", r, want)
	}
	for i, id := range want.ids {
		if r.Entities[i].ID != id {
			t.Fatalf("route %v, naively %v", r.Entities, want.ids)
		}
		if degree := w.degree(id); i > 0 && i < want.hops() && degree > threshold {
			hubs = append(hubs, engine.Hub{Entity: id, Degree: degree})
		}
		if i == 0 {
			continue
		}
		all := w.steps[[2]graph.ID{want.ids[i-1], id}]
		step := engine.Step{
			Link: all[0].ID, Kind: all[0].Kind, Parallel: len(all), Along: slices.Contains(w.entities[want.ids[i-1]], all[0].From),
		}
		if diff := gocmp.Diff(step, r.Steps[i-1]); diff != "" {
			t.Fatalf("step %d: %s", i, diff)
		}
		reliability *= graph.Reliability(int(all[0].Weakness))
	}
	if r.Cost != float64(want.points)/1e5 || r.Reliability != reliability {
		t.Fatalf("cost %v and reliability %v, naively %v and %v", r.Cost, r.Reliability, want.points, reliability)
	}
	if diff := gocmp.Diff(hubs, r.Hubs); diff != "" {
		t.Fatalf("hubs: %s", diff)
	}
}

// refusesEnds says whether ends must be refused, and checks that they were.
func (w *walks) refusesEnds(t *rapid.T, err error, ends ...graph.ID) bool {
	t.Helper()
	for _, end := range ends {
		if len(w.entities[end]) == 0 {
			if graph.CodeOf(err) != graph.NotFound && graph.CodeOf(err) != graph.BadInput {
				t.Fatalf("an end out of sight gave %v", err)
			}
			return true
		}
		for _, a := range w.options.Avoid {
			if records := w.entities[a]; len(records) > 0 && records[0] == w.entities[end][0] {
				if graph.CodeOf(err) != graph.BadInput && graph.CodeOf(err) != graph.NotFound {
					t.Fatalf("an avoided end gave %v", err)
				}
				return true
			}
		}
	}
	must(t, err)
	return false
}

func TestRoutesAreTheFirstOfAllRoutes(t *testing.T) {
	several, capped := 0, 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		view, o := w.built(t), drawRouteOptions(t, w)
		k, list := rapid.IntRange(1, 12).Draw(t, "k"), rapid.SampledFrom([]int{-1, 1, 3, 20}).Draw(t, "list")
		from := drawSeen(t, w, "from")
		for _, to := range w.nodes {
			count := w.checkRoutes(t, view, o, from, to.ID, k, list)
			if count > 1 {
				several++
			}
			if count > 0 && o.By == engine.ByStrength && o.MaxHops > 0 {
				capped++
			}
		}
	})
	if several == 0 || capped == 0 {
		t.Errorf("the worlds drawn were too thin to test anything: %d, %d", several, capped)
	}
}

// drawSeen is mostly a record in sight.
func drawSeen(t *rapid.T, w world, label string) graph.ID {
	if seen := w.visible().nodes; len(seen) > 0 && rapid.IntRange(0, 9).Draw(t, label+" in sight") < 9 {
		return rapid.SampledFrom(seen).Draw(t, label).ID
	}
	return rapid.SampledFrom(w.nodes).Draw(t, label).ID
}

// checkRoutes holds every answer about two ends to the naive one, and says how
// many shortest paths there are.
func (w world) checkRoutes(t *rapid.T, view *engine.View, o engine.RouteOptions, from, to graph.ID, k, list int) uint64 {
	naive := w.visible().walks(o, from, to)
	best, ok, err := view.Best(t.Context(), w.sight, from, to, o)
	if naive.refusesEnds(t, err, from, to) {
		return 0
	}
	all := naive.all(naive.entities[from][0], naive.entities[to][0])
	if ok != (len(all) > 0) {
		t.Fatalf("best %v, naively %v", best, all)
	}
	routes, err := view.KShortest(t.Context(), w.sight, from, to, engine.KShortestOptions{RouteOptions: o, K: k})
	must(t, err)
	if len(routes) != min(k, len(all)) {
		t.Fatalf("%d routes of %d, naively %d", len(routes), k, len(all))
	}
	for i, r := range routes {
		naive.checkRoute(t, r, all[i])
	}
	every, err := view.AllShortest(t.Context(), w.sight, from, to, engine.AllShortestOptions{RouteOptions: o, List: list})
	must(t, err)
	var count, links uint64
	for i, r := range all {
		if r.points != all[0].points || len(r.ids) != len(all[0].ids) {
			break
		}
		count, links = count+1, links+r.links
		if i < list {
			naive.checkRoute(t, every.Routes[i], r)
		}
	}
	if every.Count != count || every.Links != links || every.AtLeast || len(every.Routes) != min(max(list, 0), int(count)) {
		t.Fatalf("%+v, naively %d and %d", every, count, links)
	}
	if ok {
		naive.checkRoute(t, best, all[0])
	}
	return count
}

func TestBetweenSetsIsTheBestOfAllPairs(t *testing.T) {
	found := 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		view, o := w.built(t), drawRouteOptions(t, w)
		o.Avoid = nil
		seen := w.visible()
		if len(seen.nodes) == 0 {
			return
		}
		draw := func(name string) []graph.ID {
			return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.ID { return rapid.SampledFrom(seen.nodes).Draw(t, "one").ID }), 1, 3).Draw(t, name)
		}
		from, to := draw("from"), draw("to")
		naive := seen.walks(o, slices.Concat(from, to)...)
		var all []naiveRoute
		for _, a := range from {
			for _, b := range to {
				all = append(all, naive.all(naive.entities[a][0], naive.entities[b][0])...)
			}
		}
		slices.SortFunc(all, compareRoutes)
		got, ok, err := view.BetweenSets(t.Context(), w.sight, from, to, o)
		must(t, err)
		if ok != (len(all) > 0) {
			t.Fatalf("got %v, naively %v", got, all)
		}
		if ok {
			naive.checkRoute(t, got, all[0])
			found += got.Hops()
		}
	})
	if found == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

func TestThroughIsTheBestOfAllOrders(t *testing.T) {
	found := 0
	firmly(t, func(t *rapid.T) {
		w := drawWorld(t)
		view, o := w.built(t), drawRouteOptions(t, w)
		o.Avoid = nil
		seen := w.visible()
		if len(seen.nodes) == 0 {
			return
		}
		one := rapid.Custom(func(t *rapid.T) graph.ID { return rapid.SampledFrom(seen.nodes).Draw(t, "one").ID })
		from, to, by := one.Draw(t, "from"), one.Draw(t, "to"), rapid.SliceOfN(one, 1, 3).Draw(t, "by")
		options := engine.ThroughOptions{RouteOptions: o, Waypoints: by, AnyOrder: rapid.Bool().Draw(t, "any order")}
		got, ok, err := view.Through(t.Context(), w.sight, from, to, options)
		must(t, err)
		naive := seen.walks(o, slices.Concat([]graph.ID{from, to}, by)...)
		want, exists := naive.through(from, to, by, options.AnyOrder)
		if ok != exists {
			t.Fatalf("got %v, naively %v", got, want)
		}
		if !ok {
			return
		}
		if got.Cost != float64(want.points)/1e5 || got.Hops() != want.hops() {
			t.Fatalf("got %v at %v, naively %v", got.Entities, got.Cost, want)
		}
		if !slices.Equal(got.Order, want.ids) {
			t.Fatalf("order %v, naively %v", got.Order, want.ids)
		}
		found++
	})
	if found == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

// throughRoute is an order of waypoints with the cost and hops of the whole.
type throughRoute struct {
	ids    []graph.ID
	points int64
	legs   int
}

func (r throughRoute) hops() int { return r.legs }

func (w *walks) through(from, to graph.ID, by []graph.ID, any bool) (throughRoute, bool) {
	var waypoints []graph.ID
	for _, b := range by {
		waypoints = append(waypoints, w.entities[b][0])
	}
	orders := [][]graph.ID{waypoints}
	if any {
		slices.Sort(waypoints)
		orders = permutations(slices.Compact(waypoints))
	}
	var all []throughRoute
	for _, order := range orders {
		r, whole := throughRoute{ids: order}, true
		points := slices.Concat([]graph.ID{w.entities[from][0]}, order, []graph.ID{w.entities[to][0]})
		for i := 1; i < len(points); i++ {
			legs := w.all(points[i-1], points[i])
			if len(legs) == 0 {
				whole = false
				break
			}
			r.points, r.legs = r.points+legs[0].points, r.legs+legs[0].hops()
		}
		if whole {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b throughRoute) int {
		return cmp.Or(cmp.Compare(a.points, b.points), cmp.Compare(a.legs, b.legs), slices.Compare(a.ids, b.ids))
	})
	if len(all) == 0 {
		return throughRoute{}, false
	}
	return all[0], true
}

func permutations(ids []graph.ID) [][]graph.ID {
	if len(ids) == 0 {
		return [][]graph.ID{nil}
	}
	var out [][]graph.ID
	for i, id := range ids {
		for _, rest := range permutations(slices.Concat(ids[:i], ids[i+1:])) {
			out = append(out, append([]graph.ID{id}, rest...))
		}
	}
	return out
}

func TestRoutesRefuseWhatCannotBe(t *testing.T) {
	w := chain(4)
	view, sight, id, end := w.built(t), sightOf(1, 0), w.nodes[0].ID, w.nodes[3].ID
	for field, o := range map[string]engine.RouteOptions{
		"maxHops":     {MaxHops: -1},
		"by":          {By: "LUCK"},
		"avoid":       {Avoid: []graph.ID{id}},
		"avoidKinds":  {AvoidKinds: []graph.RecordKind{"GHOST"}},
		"hub.degree":  {Hub: engine.HubRule{Degree: -1}},
		"hub.penalty": {Hub: engine.HubRule{Penalty: math.NaN()}},
		"links.kinds": {Links: graph.LinkFilter{Kinds: []graph.LinkKind{"FRIEND"}}},
	} {
		_, _, err := view.Best(t.Context(), sight, id, end, o)
		wantField(t, err, field)
		_, err = view.KShortest(t.Context(), sight, id, end, engine.KShortestOptions{RouteOptions: o})
		wantField(t, err, field)
		_, err = view.AllShortest(t.Context(), sight, id, end, engine.AllShortestOptions{RouteOptions: o})
		wantField(t, err, field)
		_, _, err = view.Through(t.Context(), sight, id, end, engine.ThroughOptions{RouteOptions: o, Waypoints: []graph.ID{end}})
		wantField(t, err, field)
	}
	_, err := view.KShortest(t.Context(), sight, id, end, engine.KShortestOptions{K: 1001})
	wantField(t, err, "k")
	_, err = view.AllShortest(t.Context(), sight, id, end, engine.AllShortestOptions{List: 1001})
	wantField(t, err, "list")
	_, _, err = view.Through(t.Context(), sight, id, end, engine.ThroughOptions{})
	wantField(t, err, "waypoints")
	_, _, err = view.BetweenSets(t.Context(), sight, nil, []graph.ID{end}, engine.RouteOptions{})
	wantField(t, err, "from")
	_, _, err = view.BetweenSets(t.Context(), sight, []graph.ID{id}, nil, engine.RouteOptions{})
	wantField(t, err, "to")
}

func wantField(t tester, err error, field string) {
	t.Helper()
	var fault *graph.Error
	if !asFault(err, &fault) || fault.Field != field || fault.Code != graph.BadInput {
		t.Fatal("want a fault of", field, "got", err)
	}
}

func TestRoutesStopWhenCancelled(t *testing.T) {
	w := chain(1 << 16)
	view, sight := w.built(t), sightOf(1, 0)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	from, to := w.nodes[0].ID, w.nodes[len(w.nodes)-1].ID
	_, _, err := view.Best(ctx, sight, from, to, engine.RouteOptions{})
	_, err2 := view.KShortest(ctx, sight, from, to, engine.KShortestOptions{})
	_, err3 := view.AllShortest(ctx, sight, from, to, engine.AllShortestOptions{})
	for _, err := range []error{err, err2, err3} {
		if err != context.Canceled {
			t.Errorf("got %v", err)
		}
	}
	if r, ok, err := view.Best(t.Context(), sight, from, to, engine.RouteOptions{}); err != nil || !ok || r.Hops() != len(w.nodes)-1 {
		t.Errorf("%d hops, %v, %v", r.Hops(), ok, err)
	}
}

// A ladder of n squares has 2^n shortest paths: counted, not walked.
func TestAllShortestCountsUpToItsBound(t *testing.T) {
	for squares, want := range map[int]uint64{10: 1 << 10, 49: 1 << 49, 70: 1e15} {
		w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
		add := func() graph.ID {
			id := idOf(graph.NounRecord, uint64(len(w.nodes)))
			w.nodes = append(w.nodes, engine.Node{ID: id, Kind: graph.KindPerson})
			return id
		}
		tie := func(a, b graph.ID) {
			w.edges = append(w.edges, engine.Edge{ID: idOf(graph.NounLink, uint64(len(w.edges))), Kind: graph.Called, From: a, To: b})
		}
		first := add()
		last := first
		for range squares {
			a, b, next := add(), add(), add()
			tie(last, a)
			tie(last, b)
			tie(a, next)
			tie(b, next)
			last = next
		}
		got, err := w.built(t).AllShortest(t.Context(), w.sight, first, last, engine.AllShortestOptions{List: 2})
		must(t, err)
		if got.Count != want || got.Links != want || got.AtLeast != (want == 1e15) || len(got.Routes) != 2 {
			t.Errorf("%d squares: %+v", squares, got)
		}
	}
}
