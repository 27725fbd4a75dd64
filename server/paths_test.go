package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/casework"
	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// openDemo is a hub with the demo case.
func openDemo(tb testing.TB) (*hub, demo.Case, callers) {
	tb.Helper()
	at := neo4jtest.Start(tb)
	at.Empty(tb)
	made := demo.Generate(41, demo.Options{IssuerUK: "https://uk.test.example", IssuerRO: "https://ro.test.example", Hub: "hub.test.example"})
	known := principals(made)
	h := openHub(tb, at, known)
	h.load(whole(made))
	return h, made, known
}

// plainGraph is the visible part of a case, joined over SAME_AS: by record its
// entity, by entity its neighbours.
type plainGraph struct {
	entity map[graph.ID]graph.ID
	near   map[graph.ID][]graph.ID
}

func plainly(part casework.Case) plainGraph {
	g := plainGraph{entity: map[graph.ID]graph.ID{}, near: map[graph.ID][]graph.ID{}}
	for _, r := range part.Records {
		g.entity[r.ID] = r.ID
	}
	for changed := true; changed; {
		changed = false
		for _, l := range part.Links {
			if a, b := g.entity[l.From], g.entity[l.To]; l.Kind == graph.SameAs && a != b {
				g.entity[l.From], g.entity[l.To], changed = min(a, b), min(a, b), true
			}
		}
	}
	for _, l := range part.Links {
		if a, b := g.entity[l.From], g.entity[l.To]; a != b {
			g.near[a], g.near[b] = append(g.near[a], b), append(g.near[b], a)
		}
	}
	for id, near := range g.near {
		slices.Sort(near)
		g.near[id] = slices.Compact(near)
	}
	return g
}

// shortest gives by entity the fewest links from one, and how many chains of
// entities there are of so many.
func (g plainGraph) shortest(from graph.ID) (hops, ways map[graph.ID]int) {
	start := g.entity[from]
	hops, ways = map[graph.ID]int{start: 0}, map[graph.ID]int{start: 1}
	for frontier := []graph.ID{start}; len(frontier) > 0; {
		var next []graph.ID
		for _, at := range frontier {
			for _, to := range g.near[at] {
				if _, met := hops[to]; !met {
					hops[to] = hops[at] + 1
					next = append(next, to)
				}
				if hops[to] == hops[at]+1 {
					ways[to] += ways[at]
				}
			}
		}
		frontier = next
	}
	return hops, ways
}

const routeFields = `cost reliability reliesOn sources hubs { entity { id label } degree } organisations { name } waypointIds repeatedIds
	path { hops entities { id label } steps { link { id } parallel reversed } weakest { value } handling restrictions classification compartments }`

type gotRoute struct {
	Cost float64
	Path struct {
		Hops     int
		Entities []struct{ ID graph.ID }
	}
}

// Every answer about paths equals what a search over the visible part finds.
func TestPathsEqualASearchOfWhatIsInSight(t *testing.T) {
	h, made, known := openDemo(t)
	officer := "alex.mockford"
	g := plainly(visible(made, known[officer]))
	people := slices.DeleteFunc(slices.Clone(made.Planted.Suspects), func(id graph.ID) bool { return g.entity[id] == "" })[:12]
	t.Run("all pairs", func(t *testing.T) { checkAllPairs(t, h, officer, g, people) })
	t.Run("pairs in one call", func(t *testing.T) { checkPairs(t, h, officer, g, people) })
	t.Run("all shortest", func(t *testing.T) { checkAllShortest(t, h, officer, g, people) })
	t.Run("between sets", func(t *testing.T) { checkSets(t, h, officer, g, people) })
	t.Run("connect", func(t *testing.T) { checkConnect(t, h, officer, g, people[:4]) })
}

func checkAllPairs(t *testing.T, h *hub, officer string, g plainGraph, people []graph.ID) {
	h.tb = t
	var got struct {
		AllPairs struct {
			TotalCount, Unconnected int
			Pairs                   []struct {
				FromID, ToID graph.ID
				Hops         *int
			}
		}
	}
	h.get(officer, `query($i: AllPairsInput!) { allPairs(input: $i) { totalCount unconnected byHops { hops pairs } pairs { fromId toId hops cost } } }`,
		map[string]any{"i": map[string]any{"records": people}}, &got)
	unconnected := 0
	for _, p := range got.AllPairs.Pairs {
		hops, _ := g.shortest(p.FromID)
		want, reached := hops[p.ToID]
		if !reached {
			unconnected++
		}
		if (p.Hops != nil) != reached || reached && *p.Hops != want {
			t.Errorf("%v: want %d (%v)", p, want, reached)
		}
	}
	if got.AllPairs.Unconnected != unconnected || got.AllPairs.TotalCount != len(got.AllPairs.Pairs) || len(got.AllPairs.Pairs) < 40 {
		t.Errorf("%+v: %d are unconnected", got, unconnected)
	}
}

const pathsBetween = `query($i: PathsBetweenInput!) { pathsBetween(input: $i) { fromId toId route { ` + routeFields + ` } } }`

func pairsOf(people []graph.ID, n int) []map[string]any {
	var out []map[string]any
	for i := range n {
		out = append(out, map[string]any{"from": people[i%len(people)], "to": people[(i*5+1+i/len(people))%len(people)]})
	}
	return out
}

func checkPairs(t *testing.T, h *hub, officer string, g plainGraph, people []graph.ID) {
	h.tb = t
	ask := func(n int) int64 {
		var got struct {
			PathsBetween []struct {
				FromID, ToID graph.ID
				Route        *gotRoute
			}
		}
		before := h.statements.Load()
		h.get(officer, pathsBetween, map[string]any{"i": map[string]any{"pairs": pairsOf(people, n)}}, &got)
		took := h.statements.Load() - before
		for _, p := range got.PathsBetween {
			hops, _ := g.shortest(p.FromID)
			want, reached := hops[g.entity[p.ToID]]
			if (p.Route != nil) != reached || reached && (p.Route.Path.Hops != want || p.Route.Cost != float64(want)) {
				t.Errorf("%v: want %d (%v)", p, want, reached)
			}
		}
		return took
	}
	if three, hundred := ask(3), ask(100); three != hundred || hundred > 8 {
		t.Errorf("%d statements for 3 pairs, %d for 100: want the same, at most 8", three, hundred)
	}
}

const pathsQuery = `query($i: PathsInput!) { paths(input: $i) { mode count countOfLinks atLeast routes { ` + routeFields + ` } chain { cut from { id } steps { at to { id } link { id } } handling } } }`

type gotPaths struct {
	Paths struct {
		Count  *float64
		Routes []gotRoute
		Chain  *struct {
			Steps []struct {
				At time.Time
				To struct{ ID graph.ID }
			}
		}
	}
}

func checkAllShortest(t *testing.T, h *hub, officer string, g plainGraph, people []graph.ID) {
	h.tb = t
	for _, to := range people[1:] {
		var got gotPaths
		h.get(officer, pathsQuery, map[string]any{"i": map[string]any{"mode": "ALL_SHORTEST", "from": []any{people[0]}, "to": []any{to}, "first": 100}}, &got)
		hops, ways := g.shortest(people[0])
		want := ways[g.entity[to]]
		if got.Paths.Count == nil || *got.Paths.Count != float64(want) || len(got.Paths.Routes) != min(want, 100) {
			t.Errorf("to %s: %v and %d listed, want %d", to, got.Paths.Count, len(got.Paths.Routes), want)
		}
		for _, r := range got.Paths.Routes {
			if r.Path.Hops != hops[g.entity[to]] {
				t.Errorf("a path of %d links, where the shortest have %d", r.Path.Hops, hops[g.entity[to]])
			}
		}
	}
}

func checkSets(t *testing.T, h *hub, officer string, g plainGraph, people []graph.ID) {
	h.tb = t
	from, to := people[:4], people[8:]
	best := 1 << 30
	for _, a := range from {
		hops, _ := g.shortest(a)
		for _, b := range to {
			if n, ok := hops[g.entity[b]]; ok {
				best = min(best, n)
			}
		}
	}
	for _, mode := range []string{"FEWEST_HOPS", "STRONGEST"} {
		var got gotPaths
		h.get(officer, pathsQuery, map[string]any{"i": map[string]any{"mode": mode, "from": from, "to": to}}, &got)
		if len(got.Paths.Routes) != 1 || got.Paths.Routes[0].Path.Hops < best || mode == "FEWEST_HOPS" && got.Paths.Routes[0].Path.Hops != best {
			t.Errorf("%s: %+v, the nearest are %d apart", mode, got.Paths.Routes, best)
		}
	}
}

func checkConnect(t *testing.T, h *hub, officer string, g plainGraph, people []graph.ID) {
	h.tb = t
	var got struct {
		Connect struct {
			Cost, Bound float64
			Links       []struct{ FromID, ToID graph.ID }
			Groups      []struct{ EntityIDs []graph.ID }
		}
	}
	h.get(officer, `query($i: ConnectInput!) { connect(input: $i) { cost bound entities { id } links { link { id } fromId toId parallel } groups { entityIds }
		hubs { degree } reliesOn sources organisations { name } weakest { value } handling restrictions classification compartments } }`,
		map[string]any{"i": map[string]any{"records": people}}, &got)
	joined := map[graph.ID]graph.ID{}
	root := func(id graph.ID) graph.ID {
		for joined[id] != "" {
			id = joined[id]
		}
		return id
	}
	for _, l := range got.Connect.Links {
		if !slices.Contains(g.near[l.FromID], l.ToID) {
			t.Errorf("%s and %s have no link", l.FromID, l.ToID)
		}
		if a, b := root(l.FromID), root(l.ToID); a != b {
			joined[a] = b
		} else {
			t.Errorf("%s - %s closes a ring", l.FromID, l.ToID)
		}
	}
	for _, group := range got.Connect.Groups {
		for _, id := range group.EntityIDs {
			if root(id) != root(group.EntityIDs[0]) {
				t.Errorf("%s is not joined with its group", id)
			}
		}
	}
	if got.Connect.Cost != float64(len(got.Connect.Links)) || got.Connect.Bound < 1 || got.Connect.Bound > 2 || len(got.Connect.Groups) == 0 {
		t.Errorf("%+v", got.Connect)
	}
}

// What cannot be is refused with the field at fault.
func TestBadQuestionsOfTheEngineNameTheField(t *testing.T) {
	w := newTeam(t)
	h := w.hide()
	a, b := w.person("bogdan", "Own Example", nil).Record.ID, w.person("bogdan", "Own Friend", nil).Record.ID
	ends := func(more string) string {
		return fmt.Sprintf(`paths(input: {from: [%q], to: [%q]%s}) { atLeast }`, a, b, more)
	}
	many := `["` + strings.Repeat(a+`", "`, 100) + a + `"]`
	for question, want := range map[string]refusal{
		ends(`, within: {maxHops: -1}`):                                      {"BAD_USER_INPUT", "input.within.maxHops"},
		ends(`, within: {maxHops: 65}`):                                      {"BAD_USER_INPUT", "input.within.maxHops"},
		ends(`, within: {hubPenalty: -1}`):                                   {"BAD_USER_INPUT", "input.within.hubPenalty"},
		ends(`, within: {hubPenalty: 1001}`):                                 {"BAD_USER_INPUT", "input.within.hubPenalty"},
		ends(`, within: {hubDegree: 0}`):                                     {"BAD_USER_INPUT", "input.within.hubDegree"},
		ends(`, within: {leastGrading: {scheme: SIENA, value: "Z9"}}`):       {"BAD_USER_INPUT", "input.within.leastGrading.value"},
		ends(`, within: {avoidKinds: [PERSON], onlyThroughKinds: [PERSON]}`): {"BAD_USER_INPUT", "input.within.onlyThroughKinds"},
		ends(`, first: 0`):                                                   {"BAD_USER_INPUT", "input.first"},
		ends(`, first: 101`):                                                 {"BAD_USER_INPUT", "input.first"},
		ends(`, since: "2010-01-01T00:00:00Z"`):                              {"BAD_USER_INPUT", "input.mode"},
		ends(`, mode: K_SHORTEST, through: ["` + a + `"]`):                   {"BAD_USER_INPUT", "input.through"},
		ends(`, mode: TIME_RESPECTING, since: "2010-01-02T00:00:00Z", until: "2010-01-01T00:00:00Z"`):                                                        {"BAD_USER_INPUT", "input.until"},
		ends(`, mode: TIME_RESPECTING, within: {avoid: ["` + a + `"]}`):                                                                                      {"BAD_USER_INPUT", "input.within.avoid"},
		ends(`, through: ["` + h.record + `"]`):                                                                                                              {"NOT_FOUND", "input.through.0"},
		`paths(input: {from: [], to: ["` + a + `"]}) { atLeast }`:                                                                                            {"BAD_USER_INPUT", "input.from"},
		`paths(input: {from: ` + many + `, to: ["` + a + `"]}) { atLeast }`:                                                                                  {"BAD_USER_INPUT", "input.from"},
		`paths(input: {from: ["` + a + `", "` + h.record + `"], to: ["` + a + `"]}) { atLeast }`:                                                             {"NOT_FOUND", "input.from.1"},
		`paths(input: {mode: K_SHORTEST, from: ["` + a + `", "` + b + `"], to: ["` + a + `"]}) { atLeast }`:                                                  {"BAD_USER_INPUT", "input.from"},
		`pathsBetween(input: {pairs: []}) { fromId }`:                                                                                                        {"BAD_USER_INPUT", "input.pairs"},
		`pathsBetween(input: {pairs: [{from: "` + a + `", to: "nonsense"}]}) { fromId }`:                                                                     {"NOT_FOUND", "input.pairs.0.to"},
		`allPairs(input: {records: ["` + a + `"]}) { totalCount }`:                                                                                           {"BAD_USER_INPUT", "input.records"},
		`allPairs(input: {records: ["` + a + `", "` + h.record + `"]}) { totalCount }`:                                                                       {"NOT_FOUND", "input.records.1"},
		`connect(input: {records: ` + many + `}) { cost }`:                                                                                                   {"BAD_USER_INPUT", "input.records"},
		`connect(input: {records: ["` + a + `", "` + b + `"], within: {directed: true}}) { cost }`:                                                           {"BAD_USER_INPUT", "input.within.directed"},
		`trace(input: {from: ["` + h.record + `"]}) { entities }`:                                                                                            {"NOT_FOUND", "input.from.0"},
		`trace(input: {from: ["` + a + `"], maxHops: 21}) { entities }`:                                                                                      {"BAD_USER_INPUT", "input.maxHops"},
		`trace(input: {from: ["` + a + `"], hubDegree: -1}) { entities }`:                                                                                    {"BAD_USER_INPUT", "input.hubDegree"},
		`trace(input: {from: ["` + a + `"], maxGapMinutes: 0}) { entities }`:                                                                                 {"BAD_USER_INPUT", "input.maxGapMinutes"},
		`trace(input: {from: ["` + a + `"], first: 201}) { entities }`:                                                                                       {"BAD_USER_INPUT", "input.first"},
		`trace(input: {from: ["` + a + `"], leastAmount: {amount: "1", currency: "EURO"}}) { entities }`:                                                     {"BAD_USER_INPUT", "input.leastAmount.currency"},
		`trace(input: {from: ["` + a + `"], leastAmount: {amount: "-1", currency: "EUR"}}) { entities }`:                                                     {"BAD_USER_INPUT", "input.leastAmount"},
		`trace(input: {from: ["` + a + `"], since: "2010-01-02T00:00:00Z", until: "2010-01-02T00:00:00Z"}) { entities }`:                                     {"BAD_USER_INPUT", "input.until"},
		`earliestArrival(input: {from: "` + h.record + `"}) { totalCount }`:                                                                                  {"NOT_FOUND", "input.from"},
		`earliestArrival(input: {from: "` + a + `", first: 501}) { totalCount }`:                                                                             {"BAD_USER_INPUT", "input.first"},
		`compareCommunities(input: {before: "2010-01-02T00:00:00Z", after: "2010-01-01T00:00:00Z"}) { keptCount }`:                                           {"BAD_USER_INPUT", "input.after"},
		`compareCommunities(input: {before: "2010-01-01T00:00:00Z", after: "2010-01-02T00:00:00Z", likeness: 2}) { keptCount }`:                              {"BAD_USER_INPUT", "input.likeness"},
		`compareCommunities(input: {before: "2010-01-01T00:00:00Z", after: "2010-01-02T00:00:00Z", share: 0.5}) { keptCount }`:                               {"BAD_USER_INPUT", "input.share"},
		`centrality(input: {measure: DEGREE, samples: 5}) { ties }`:                                                                                          {"BAD_USER_INPUT", "input.samples"},
		`centrality(input: {measure: BETWEENNESS, samples: 0}) { ties }`:                                                                                     {"BAD_USER_INPUT", "input.samples"},
		`centrality(input: {measure: DEGREE, delta: 1}) { ties }`:                                                                                            {"BAD_USER_INPUT", "input.delta"},
		`centrality(input: {measure: DEGREE, of: ["` + h.record + `"]}) { ties }`:                                                                            {"NOT_FOUND", "input.of.0"},
		`centrality(input: {measure: DEGREE, scope: {operation: "nonsense"}}) { ties }`:                                                                      {"NOT_FOUND", "input.scope.operation"},
		`structure(input: {first: 0}) { ties }`:                                                                                                              {"BAD_USER_INPUT", "input.first"},
		`brokers(input: {scope: {}}) { between }`:                                                                                                            {"BAD_USER_INPUT", "input.scope"},
		`plan(input: {budget: -1}) { cost }`:                                                                                                                 {"BAD_USER_INPUT", "input.budget"},
		`plan(input: {budget: 1, costs: [{record: "` + a + `", cost: 0}]}) { cost }`:                                                                         {"BAD_USER_INPUT", "input.costs.0.cost"},
		`plan(input: {budget: 1, costs: [{record: "` + h.record + `", cost: 1}]}) { cost }`:                                                                  {"NOT_FOUND", "input.costs.0.record"},
		`plan(input: {budget: 1, scope: {records: ["` + h.record + `"]}}) { cost }`:                                                                          {"NOT_FOUND", "input.scope.records.0"},
		`plan(input: {budget: 1, must: ["` + h.record + `"]}) { cost }`:                                                                                      {"NOT_FOUND", "input.must.0"},
		`plan(input: {budget: 1, objectives: [{objective: REACH, weight: 0}]}) { cost }`:                                                                     {"BAD_USER_INPUT", "input.objectives.0.weight"},
		`plan(input: {budget: 1, distance: 0}) { cost }`:                                                                                                     {"BAD_USER_INPUT", "input.distance"},
		`plan(input: {budget: 1, runs: 101}) { cost }`:                                                                                                       {"BAD_USER_INPUT", "input.runs"},
		`plan(input: {budget: 1}) { pieces(first: 501) { size } }`:                                                                                           {"BAD_USER_INPUT", "first"},
		`plan(input: {budget: 1}) { pieces(skip: -1) { size } }`:                                                                                             {"BAD_USER_INPUT", "skip"},
		`plan(input: {budget: 1, exclude: ["` + h.record + `"]}) { cost }`:                                                                                   {"NOT_FOUND", "input.exclude.0"},
		`plan(input: {budget: 1, scope: {operation: "nonsense"}}) { cost }`:                                                                                  {"NOT_FOUND", "input.scope.operation"},
		`plan(input: {budget: 1, objectives: [{objective: SUPPLY}]}) { cost }`:                                                                               {"BAD_USER_INPUT", "input.sources"},
		`plan(input: {budget: 1, objectives: [{objective: SUPPLY}], sources: ["` + a + `"]}) { cost }`:                                                       {"BAD_USER_INPUT", "input.sinks"},
		`plan(input: {budget: 1, objectives: [{objective: SUPPLY}], sources: ["` + a + `"], sinks: ["` + a + `"]}) { cost }`:                                 {"BAD_USER_INPUT", "input.sinks"},
		`plan(input: {budget: 1, objectives: [{objective: SUPPLY}], sources: ["` + h.record + `"]}) { cost }`:                                                {"NOT_FOUND", "input.sources.0"},
		`plan(input: {budget: 1, objectives: [{objective: SUPPLY}], sourceRoles: [RECRUITER]}) { cost }`:                                                     {"BAD_USER_INPUT", "input.scope"},
		`plan(input: {budget: 1, objectives: [{objective: MONEY}], sources: ["` + a + `"], sinks: ["` + b + `"], scope: {linkKinds: [ASSOCIATE]}}) { cost }`: {"BAD_USER_INPUT", "input.objectives.0.objective"},
		`scorePlan(input: {network: {budget: 0}, targets: []}) { cost }`:                                                                                     {"BAD_USER_INPUT", "input.targets"},
		`scorePlan(input: {network: {budget: 0}, targets: ["` + h.record + `"]}) { cost }`:                                                                   {"NOT_FOUND", "input.targets.0"},
		`comparePlans(input: {network: {budget: 0}, first: ["` + a + `"], second: ["` + h.record + `"]}) { overlap }`:                                        {"NOT_FOUND", "input.second.0"},
		`job(id: "nonsense") { done }`:                                                                                                                       {"NOT_FOUND", ""},
	} {
		if code, field := w.fault("bogdan", "{ "+question+" }", nil); code != want.code || field != want.field {
			t.Errorf("%s: %s at %q, want %v", question[:min(len(question), 200)], code, field, want)
		}
		if code, _ := w.fault("idle", "{ "+question+" }", nil); code != "PURPOSE_REQUIRED" {
			t.Errorf("%s without a purpose: %s", question[:min(len(question), 200)], code)
		}
	}
}

// A chain in the order of time, and trails and arrivals of money, agree with
// each other: whoever is reached is on some trail.
func TestTracesFollowMoneyInTheOrderOfTime(t *testing.T) {
	h, made, known := openDemo(t)
	officer := "alex.mockford"
	part := visible(made, known[officer])
	g := plainly(part)
	var transfers []graph.Link
	for _, l := range part.Links {
		if l.Kind == graph.Transferred {
			transfers = append(transfers, l)
		}
	}
	when := func(l graph.Link) time.Time { return l.Details.(*graph.Transfer).At }
	slices.SortFunc(transfers, func(a, b graph.Link) int { return when(a).Compare(when(b)) })
	from := transfers[0].From
	arrives := map[graph.ID]time.Time{g.entity[from]: {}}
	for _, l := range transfers {
		a, b := g.entity[l.From], g.entity[l.To]
		reached, ok := arrives[a]
		if _, met := arrives[b]; ok && !met && when(l).After(reached) && a != b {
			arrives[b] = when(l)
		}
	}
	var got struct {
		EarliestArrival struct {
			TotalCount int
			Arrivals   []struct {
				At     time.Time
				Entity struct{ ID graph.ID }
				Via    struct{ ID graph.ID }
			}
		}
		Trace struct {
			Entities, LinkCount int
			Totals              []struct {
				Currency, Amount string
				Transfers        int
			}
			Trails []struct {
				Steps []struct{ At time.Time }
			}
		}
	}
	h.get(officer, fmt.Sprintf(`{ earliestArrival(input: {from: %q, first: 500}) { totalCount arrivals { at entity { id label } via { id } } }
		trace(input: {from: [%q], maxHops: 20, first: 200}) { entities linkCount atLeast hops { hops trails links } totals { currency amount transfers }
			hubs { degree trails entity { id } } trails { cut from { id } steps { at to { id } link { id } } weakest { value } handling restrictions classification compartments }
			weakest { value } handling restrictions classification compartments } }`, from, from), nil, &got)
	if want := len(arrives) - 1; got.EarliestArrival.TotalCount != want || want == 0 {
		t.Errorf("%d are reached, want %d", got.EarliestArrival.TotalCount, want)
	}
	for _, a := range got.EarliestArrival.Arrivals {
		if !a.At.Equal(arrives[a.Entity.ID]) {
			t.Errorf("%s is reached at %s, want %s", a.Entity.ID, a.At, arrives[a.Entity.ID])
		}
	}
	transferred := 0
	for _, total := range got.Trace.Totals {
		transferred += total.Transfers
	}
	if transferred != got.Trace.LinkCount || transferred == 0 {
		t.Errorf("the totals are of %d transfers, and %d are on trails", transferred, got.Trace.LinkCount)
	}
	for _, trail := range got.Trace.Trails {
		for i, s := range trail.Steps {
			if i > 0 && !s.At.After(trail.Steps[i-1].At) {
				t.Errorf("a trail goes back in time: %v", trail)
			}
		}
	}
}
