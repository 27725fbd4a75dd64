package demo_test

import (
	"slices"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/exchange/demo"
	"entente/graph"
)

// world is the case as one officer sees it.
type world struct {
	made    demo.Case
	officer demo.Officer
	records map[graph.ID]graph.Record
	links   []graph.Link
	entity  map[graph.ID]graph.ID // smallest record joined over SAME_AS
}

func see(t *testing.T, c demo.Case, username string) world {
	t.Helper()
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	i := slices.IndexFunc(c.Officers, func(o demo.Officer) bool { return o.Username == username })
	w := world{made: c, officer: c.Officers[i], records: map[graph.ID]graph.Record{}, entity: map[graph.ID]graph.ID{}}
	o := w.officer
	p := auth.Principal{
		Officer: o.ID(), Issuer: o.Issuer, Subject: o.Subject, Organisation: o.Organisation,
		Roles: o.Roles, Clearances: o.Clearances, Expires: at.Add(time.Hour),
	}
	var teams []graph.ID
	for _, operation := range c.Operations {
		if operation.InTeam(o.ID(), o.Organisation, at) {
			teams = append(teams, operation.ID)
		}
	}
	seen := func(m graph.Marking) bool { return policy.Decide(p, teams, m, at).Seen }
	for _, r := range c.Records {
		if seen(r.Marking) {
			w.records[r.ID] = r
			w.entity[r.ID] = r.ID
		}
	}
	for _, l := range c.Links {
		if _, from := w.records[l.From]; from && seen(l.Marking) {
			if _, to := w.records[l.To]; to {
				w.links = append(w.links, l)
			}
		}
	}
	w.join()
	return w
}

// join finds entities by repeated relabelling.
func (w world) join() {
	for changed := true; changed; {
		changed = false
		for _, l := range w.links {
			if a, b := w.entity[l.From], w.entity[l.To]; l.Kind == graph.SameAs && a != b {
				w.entity[l.From], w.entity[l.To], changed = min(a, b), min(a, b), true
			}
		}
	}
}

// records of one entity.
func (w world) of(id graph.ID) []string {
	var out []string
	for r, e := range w.entity {
		if e == w.entity[id] {
			out = append(out, w.records[r].Details.Label())
		}
	}
	slices.Sort(out)
	return out
}

// hops is the number of links between two entities, -1 without a path.
func (w world) hops(from, to graph.ID) int {
	next := map[graph.ID][]graph.ID{}
	for _, l := range w.links {
		a, b := w.entity[l.From], w.entity[l.To]
		next[a], next[b] = append(next[a], b), append(next[b], a)
	}
	reached := map[graph.ID]int{w.entity[from]: 0}
	queue := []graph.ID{w.entity[from]}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, n := range next[at] {
			if _, done := reached[n]; !done {
				reached[n] = reached[at] + 1
				queue = append(queue, n)
			}
		}
	}
	if n, ok := reached[w.entity[to]]; ok {
		return n
	}
	return -1
}
