package engine_test

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
)

// drawTimedWorld is a world of which most links have a time and an amount.
func drawTimedWorld(t *rapid.T) world {
	w := drawWorld(t)
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "times"), 2)) //nolint:gosec // repeatable on purpose
	if open := random.IntN(2) == 0; open && len(w.shared) > 0 {         // trails are long where all is in sight
		for i := range w.nodes {
			w.nodes[i].Marking = w.shared[0]
		}
		for i := range w.edges {
			w.edges[i].Marking = w.shared[0]
		}
	}
	for i := range w.edges {
		if w.edges[i].Kind != graph.SameAs && random.IntN(3) > 0 {
			w.edges[i].Kind = graph.Transferred
		}
		if random.IntN(8) > 0 {
			w.edges[i].At, w.edges[i].Amount = 1+random.Int64N(7), random.Int64N(5)
		}
		if random.IntN(3) == 0 {
			w.edges[i].Ended = 1 + random.Int64N(7)
		}
	}
	return w
}

func drawTimedLinks(t *rapid.T) engine.TimedLinks {
	o := engine.TimedLinks{SameInstant: rapid.Bool().Draw(t, "same instant")}
	if seldom(t, "since") {
		o.Since = time.UnixMilli(rapid.Int64Range(1, 4).Draw(t, "from"))
	}
	if seldom(t, "until") {
		o.Until = time.UnixMilli(rapid.Int64Range(5, 8).Draw(t, "to"))
	}
	if seldom(t, "amount") {
		o.LeastAmount = 2
	}
	if seldom(t, "filtered") {
		o.Links = drawFilter(t)
	}
	if rapid.Bool().Draw(t, "all kinds") {
		o.Links.Kinds = []graph.LinkKind{graph.Transferred, graph.Called, graph.AssociateOf}
	}
	return o
}

// timedStep is a link as a step from one entity to another.
type timedStep struct {
	engine.Edge
	from, to graph.ID
	at       int64
}

// timedSteps are the steps of a visible world that options allow; lasts says
// that a step against a link that lasts is made when it ends.
func (w world) timedSteps(o engine.TimedLinks, lasts bool) []timedStep {
	entities := w.entities()
	if len(o.Links.Kinds) == 0 {
		o.Links.Kinds = []graph.LinkKind{graph.Transferred}
	}
	var out []timedStep
	add := func(s timedStep) {
		if s.at != 0 && (o.Since.IsZero() || s.at >= o.Since.UnixMilli()) && (o.Until.IsZero() || s.at < o.Until.UnixMilli()) {
			out = append(out, s)
		}
	}
	for _, e := range w.edges {
		a, b := entities[e.From][0], entities[e.To][0]
		if e.Kind == graph.SameAs || !fits(e, o.Links) || e.Amount < o.LeastAmount || a == b {
			continue
		}
		begins := cmp.Or(e.At, e.ValidFrom, e.Ended)
		ends := begins
		if lasts {
			ends = max(begins, e.Ended)
		}
		money := e.Kind == graph.Transferred || e.Kind == graph.Called
		if o.Links.Direction != graph.Incoming {
			add(timedStep{e, a, b, begins})
		}
		if o.Links.Direction == graph.Incoming || o.Links.Direction == graph.EitherWay || o.Links.Direction == "" && !money {
			add(timedStep{e, b, a, ends})
		}
	}
	return out
}

// naiveTrails tries every chain of steps.
type naiveTrails struct {
	out   engine.Trace
	steps []timedStep
	o     engine.TraceOptions
	from  map[graph.ID]bool
	cut   map[graph.ID]uint64
	met   map[graph.ID]bool
	links map[graph.ID]bool
	hops  []map[graph.ID]bool
	count int
}

func (n *naiveTrails) row(at graph.ID) []timedStep {
	var row []timedStep
	for _, s := range n.steps {
		if s.from == at {
			row = append(row, s)
		}
	}
	slices.SortFunc(row, func(a, b timedStep) int { return cmp.Or(cmp.Compare(a.at, b.at), compareIDs(a.ID, b.ID)) })
	return row
}

func (n *naiveTrails) walk(source, at graph.ID, way []timedStep) {
	row, went := n.row(at), false
	cut := len(way) > 0 && len(row) > n.o.HubDegree && n.o.HubDegree >= 0 && !n.from[at]
	if cut && len(way) < n.o.MaxHops {
		n.cut[at]++
	}
	for _, s := range row {
		if len(way) == n.o.MaxHops || cut {
			break
		}
		if len(way) > 0 {
			last := way[len(way)-1].at
			if s.at < last || s.at == last && !n.o.SameInstant || n.o.MaxGap > 0 && s.at-last > n.o.MaxGap.Milliseconds() {
				continue
			}
			if slices.ContainsFunc(way, func(x timedStep) bool { return x.ID == s.ID }) {
				continue
			}
		}
		went = true
		n.note(s, len(way))
		n.walk(source, s.to, append(slices.Clone(way), s))
	}
	if !went && len(way) > 0 {
		trail := engine.Trail{From: source, Cut: cut && len(way) < n.o.MaxHops}
		for _, s := range way {
			at := s.at
			if n.o.Back {
				at = -at
			}
			trail.Steps = append(trail.Steps, engine.TrailStep{Link: s.ID, To: s.to, At: time.UnixMilli(at).UTC(), Amount: s.Amount})
		}
		n.out.Trails = append(n.out.Trails, trail)
	}
}

func (n *naiveTrails) note(s timedStep, hop int) {
	n.count++
	for len(n.out.Hops) <= hop {
		n.out.Hops, n.hops = append(n.out.Hops, engine.TraceHop{}), append(n.hops, map[graph.ID]bool{})
	}
	n.out.Hops[hop].Trails++
	if !n.hops[hop][s.ID] {
		n.hops[hop][s.ID] = true
		n.out.Hops[hop].Links++
		n.out.Hops[hop].Amount += s.Amount
	}
	if !n.links[s.ID] {
		n.links[s.ID] = true
		n.out.Links++
		n.out.Amount += s.Amount
	}
	n.met[s.to] = true
}

func (w world) naiveTrace(from []graph.ID, o engine.TraceOptions) engine.Trace {
	n := &naiveTrails{
		o: o, from: map[graph.ID]bool{}, cut: map[graph.ID]uint64{}, met: map[graph.ID]bool{}, links: map[graph.ID]bool{},
		steps: w.timedSteps(o.TimedLinks, false),
	}
	for i, s := range n.steps {
		if o.Back {
			n.steps[i].from, n.steps[i].to, n.steps[i].at = s.to, s.from, -s.at
		}
	}
	var sources []graph.ID
	entities := w.entities()
	for _, f := range from {
		sources = append(sources, entities[f][0])
		n.from[entities[f][0]] = true
	}
	slices.Sort(sources)
	for _, s := range slices.Compact(sources) {
		n.walk(s, s, nil)
	}
	n.out.Entities = len(n.met)
	for id := range n.links {
		n.out.LinkIDs = append(n.out.LinkIDs, id)
	}
	slices.SortFunc(n.out.LinkIDs, compareIDs)
	for id, trails := range n.cut {
		n.out.Hubs = append(n.out.Hubs, engine.TraceHub{Entity: id, Degree: len(n.row(id)), Trails: trails})
	}
	slices.SortFunc(n.out.Hubs, func(a, b engine.TraceHub) int { return compareIDs(a.Entity, b.Entity) })
	return n.out
}

func drawTraceOptions(t *rapid.T) engine.TraceOptions {
	o := engine.TraceOptions{
		TimedLinks: drawTimedLinks(t), Back: rapid.Bool().Draw(t, "back"), MaxHops: rapid.IntRange(1, 4).Draw(t, "hops"),
		HubDegree: rapid.SampledFrom([]int{500, -1, 1, 2, 3}).Draw(t, "hub"),
	}
	if seldom(t, "gap") {
		o.MaxGap = time.Duration(rapid.IntRange(1, 3).Draw(t, "gap ms")) * time.Millisecond
	}
	return o
}

// drawTraceRows is how far trails are counted from row to row before they are
// counted in one pass.
func drawTraceRows(t *rapid.T) int {
	return rapid.SampledFrom([]int{-1, 0, 3, 20}).Draw(t, "trace rows")
}

func TestTraceCountsAndListsEveryTrail(t *testing.T) {
	long, cut := 0, 0
	firmly(t, func(t *rapid.T) {
		w := drawTimedWorld(t)
		view, seen, o := w.builtWith(t, engine.Options{TraceRows: drawTraceRows(t)}), w.visible(), drawTraceOptions(t)
		if len(seen.nodes) == 0 {
			return
		}
		from := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) graph.ID { return rapid.SampledFrom(seen.nodes).Draw(t, "one").ID }), 1, 8).Draw(t, "from")
		want := seen.naiveTrace(from, o)
		list := rapid.SampledFrom([]int{1000, 1, 5}).Draw(t, "list")
		o.List = list
		if len(want.Trails) > list {
			want.Trails = want.Trails[:list]
		}
		got, err := view.Trace(t.Context(), w.sight, from, o)
		must(t, err)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if len(got.Hops) > 2 {
			long++
		}
		cut += len(got.Hubs)
	})
	if long == 0 || cut == 0 {
		t.Errorf("the worlds drawn were too thin to test anything: %d, %d", long, cut)
	}
}

func TestTraceRefusesWhatCannotBe(t *testing.T) {
	w := chain(3)
	view, sight, from := w.built(t), sightOf(1, 0), []graph.ID{w.nodes[0].ID}
	day := time.Date(2009, 3, 2, 0, 0, 0, 0, time.UTC)
	for field, o := range map[string]engine.TraceOptions{
		"maxHops":     {MaxHops: 21},
		"maxGap":      {MaxGap: -1},
		"list":        {List: 1001},
		"leastAmount": {TimedLinks: engine.TimedLinks{LeastAmount: -1}},
		"until":       {TimedLinks: engine.TimedLinks{Since: day, Until: day}},
		"links.kinds": {TimedLinks: engine.TimedLinks{Links: graph.LinkFilter{Kinds: []graph.LinkKind{"FRIEND"}}}},
	} {
		_, err := view.Trace(t.Context(), sight, from, o)
		wantField(t, err, field)
	}
	_, err := view.Trace(t.Context(), sight, nil, engine.TraceOptions{})
	wantField(t, err, "from")
	if _, err := view.Trace(t.Context(), sight, []graph.ID{idOf(graph.NounRecord, 99)}, engine.TraceOptions{}); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("got %v", err)
	}
}

// full is a world in which everybody paid everybody at one instant, often.
func full(n, times int) world {
	w := world{shared: []graph.MarkingID{0}, sight: sightOf(1, 0)}
	for i := range n {
		w.nodes = append(w.nodes, engine.Node{ID: idOf(graph.NounRecord, uint64(i)), Kind: graph.KindBankAccount})
	}
	for i := range n {
		for j := range n {
			for k := range times {
				if i != j {
					w.edges = append(w.edges, engine.Edge{
						ID: idOf(graph.NounLink, uint64(len(w.edges))), Kind: graph.Transferred, From: w.nodes[i].ID, To: w.nodes[j].ID,
						At: int64(1 + k), Amount: 1,
					})
				}
			}
		}
	}
	return w
}

func TestTraceIsBounded(t *testing.T) {
	w := full(40, 30)
	for _, rows := range []int{0, -1} {
		checkTraceIsBounded(t, w, w.builtWith(t, engine.Options{TraceRows: rows}))
	}
}

func checkTraceIsBounded(t *testing.T, w world, view *engine.View) {
	t.Helper()
	from := []graph.ID{w.nodes[0].ID}
	_, err := view.Trace(t.Context(), w.sight, from, engine.TraceOptions{MaxHops: 20, HubDegree: -1, TimedLinks: engine.TimedLinks{SameInstant: true}})
	if graph.CodeOf(err) != graph.LimitExceeded {
		t.Errorf("got %v", err)
	}
	got, err := view.Trace(t.Context(), w.sight, from, engine.TraceOptions{MaxHops: 20, HubDegree: -1})
	// Of 30 instants choose 20 in order, and at each of them one of 39 others.
	if must(t, err); !got.AtLeast || got.Hops[19].Trails != 1e15 || got.Hops[1].Trails != 435*39*39 {
		t.Errorf("%+v", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := view.Trace(ctx, w.sight, from, engine.TraceOptions{HubDegree: -1}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// naiveArrivals spreads times until nothing changes.
func (w world) naiveArrivals(from graph.ID, o engine.TimedLinks) []engine.Arrival {
	source := w.entities()[from][0]
	steps, at := w.timedSteps(o, true), map[graph.ID]int64{source: -1}
	for range len(steps) + 1 {
		for _, s := range steps {
			before, there := at[s.from]
			if !there || s.at < before || s.at == before && !o.SameInstant {
				continue
			}
			if known, ok := at[s.to]; !ok || s.at < known {
				at[s.to] = s.at
			}
		}
	}
	var out []engine.Arrival
	for id, when := range at {
		if id != source {
			out = append(out, engine.Arrival{Entity: id, At: time.UnixMilli(when).UTC()})
		}
	}
	slices.SortFunc(out, func(a, b engine.Arrival) int { return cmp.Or(a.At.Compare(b.At), compareIDs(a.Entity, b.Entity)) })
	return out
}

func TestEarliestArrivalIsThatOfAllChains(t *testing.T) {
	many := 0
	firmly(t, func(t *rapid.T) {
		w, o := drawTimedWorld(t), engine.ArrivalOptions{TimedLinks: drawTimedLinks(t)}
		o.List = rapid.SampledFrom([]int{1000, 2, -1}).Draw(t, "list")
		view, seen, from := w.built(t), w.visible(), drawSeen(t, w, "from")
		got, err := view.EarliestArrival(t.Context(), w.sight, from, o)
		if len(seen.entities()[from]) == 0 {
			if graph.CodeOf(err) != graph.NotFound {
				t.Fatalf("a source out of sight gave %v", err)
			}
			return
		}
		must(t, err)
		want := seen.naiveArrivals(from, o.TimedLinks)
		if got.Count != len(want) || len(got.First) != min(max(o.List, 0), len(want)) {
			t.Fatalf("%+v, naively %v", got, want)
		}
		for i, a := range got.First {
			w.checkVia(t, a)
			if want[i].Via = a.Via; a != want[i] {
				t.Fatalf("%+v, naively %v", got, want)
			}
		}
		many += len(want) / 3
	})
	if many == 0 {
		t.Error("the worlds drawn were too thin to test anything")
	}
}

func (w world) checkVia(t *rapid.T, a engine.Arrival) {
	t.Helper()
	entities := w.visible().entities()
	for _, e := range w.visible().edges {
		if e.ID == a.Via && slices.Contains([]int64{cmp.Or(e.At, e.ValidFrom, e.Ended), e.Ended}, a.At.UnixMilli()) &&
			(entities[e.To][0] == a.Entity || entities[e.From][0] == a.Entity) {
			return
		}
	}
	t.Fatalf("no such link: %v", a)
}
