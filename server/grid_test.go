package server_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// grid is one organisation's elements under 70 markings: seven audiences, in a
// compartment or not, at five places in time. What hangs on them for everybody
// leads there by every route.
type grid struct {
	*hub
	cast       cast
	operations []graph.Operation
	markings   []graph.Marking
	anchor     graph.ID
	// By the place of their marking: a record, a link between two records for
	// everyone, and a role of somebody for everyone.
	records, links, roles []graph.ID
	ties, judged          []graph.ID // for everyone, but they end at the records
}

func gridMarkings(c *cast) []graph.Marking {
	named := func(i int) []graph.ID { return []graph.ID{c.officers[i].ID} }
	team := func(name string) []graph.ID { return []graph.ID{c.named(graph.NounOperation, name)} }
	audiences := []graph.Audience{
		{Scope: graph.Private},
		{Scope: graph.Officers, Officers: named(2)},
		{Scope: graph.Officers, Officers: named(4)},
		{Scope: graph.Organisations, Organisations: []graph.ID{c.organisations[1].ID}},
		{Scope: graph.JointTeams, Operations: team("Heron")},
		{Scope: graph.JointTeams, Operations: team("Wren")},
		{Scope: graph.Everyone},
	}
	times := [][2]time.Duration{{}, {time.Hour, 0}, {-time.Hour, 0}, {0, time.Hour}, {0, -time.Hour}} // embargo, expiry
	var out []graph.Marking
	for _, audience := range audiences {
		for _, compartments := range [][]graph.Compartment{nil, {graph.Child}} {
			for _, at := range times {
				m := graph.Marking{Owner: c.organisations[0].ID, Audience: audience, Classification: graph.Official, Compartments: compartments}
				if at[0] != 0 {
					m.Embargo = theDay().Add(at[0])
				}
				if at[1] != 0 {
					m.Expires = theDay().Add(at[1])
				}
				out = append(out, m.Canonical())
			}
		}
	}
	return out
}

// newGrid loads the elements. In Heron are one officer of each organisation;
// from Wren the second organisation has gone.
func newGrid(t *testing.T) *grid {
	t.Helper()
	at := neo4jtest.Start(t)
	at.Empty(t)
	c := newCast(0)
	g := &grid{hub: openHub(t, at, c.known), cast: c, markings: gridMarkings(&c)}
	for _, name := range []string{"Heron", "Wren"} {
		o := graph.Operation{
			ID: c.named(graph.NounOperation, name), Hub: "hub.test.example", Name: "Operation " + name,
			Agreement: graph.Agreement{LegalBasis: "an invented agreement", Purpose: "to test", Signed: "2010-01-01", From: "2010-01-01", Until: "2011-01-01"},
		}
		for i, organisation := range c.organisations {
			party := graph.Party{Organisation: organisation.ID, From: begun()}
			if name == "Wren" && i == 1 {
				party.Until = theDay().Add(-time.Minute)
			}
			o.Parties = append(o.Parties, party)
			officer := c.officers[3*i+1]
			o.Members = append(o.Members, graph.Member{Officer: officer.ID, Name: officer.Name, Organisation: organisation.ID, Role: graph.TeamAnalyst, From: begun()})
		}
		g.operations = append(g.operations, o)
	}
	g.load(g.fill())
	return g
}

func (g *grid) fill() casework.Case {
	everyone := graph.Marking{Owner: g.cast.organisations[0].ID, Audience: graph.Audience{Scope: graph.Everyone}, Classification: graph.Official}
	made := casework.Case{Name: "grid", Organisations: g.cast.organisations, Officers: g.cast.officers, Operations: g.operations}
	contribution := func(noun graph.Noun, name string, i int, m graph.Marking) graph.Contribution {
		name = fmt.Sprintf("grid %s %d", name, i)
		return graph.Contribution{ID: twinID(noun, name), Hub: "hub.test.example", Source: "INT-1", Version: twinID(graph.NounVersion, name), Marking: m}
	}
	person := func(name string, i int, m graph.Marking) graph.ID {
		made.Records = append(made.Records, graph.Record{Contribution: contribution(graph.NounRecord, name, i, m), Details: &graph.Person{Name: fmt.Sprintf("Grid %03d", i)}})
		return made.Records[len(made.Records)-1].ID
	}
	tie := func(name string, i int, m graph.Marking, from, to graph.ID) graph.ID {
		made.Links = append(made.Links, graph.Link{Contribution: contribution(graph.NounLink, name, i, m), Kind: graph.AssociateOf, From: from, To: to})
		return made.Links[len(made.Links)-1].ID
	}
	judge := func(name string, i int, m graph.Marking, who graph.ID) graph.ID {
		made.Involvements = append(made.Involvements, graph.Involvement{Contribution: contribution(graph.NounInvolvement, name, i, m), Person: who, Operation: g.operations[0].ID, Role: graph.Witness})
		return made.Involvements[len(made.Involvements)-1].ID
	}
	g.anchor = person("anchor", 900, everyone)
	other := person("other", 901, everyone)
	for i, m := range g.markings {
		g.records = append(g.records, person("record", i, m))
		g.links = append(g.links, tie("link", i, m, g.anchor, other))
		g.roles = append(g.roles, judge("role", i, m, other))
		g.ties = append(g.ties, tie("tie", i, everyone, g.anchor, g.records[i]))
		g.judged = append(g.judged, judge("judged", i, everyone, g.records[i]))
	}
	return made
}

// sees are those of some elements whose markings an officer sees, in order.
func (g *grid) sees(officer string, elements []graph.ID) []graph.ID {
	p := g.cast.known[officer]
	var teams, out []graph.ID
	for _, o := range g.operations {
		if o.InTeam(p.Officer, p.Organisation, theDay()) {
			teams = append(teams, o.ID)
		}
	}
	for i, m := range g.markings {
		if policy.Decide(p, teams, m, theDay()).Seen {
			out = append(out, elements[i])
		}
	}
	slices.Sort(out)
	return out
}

// route is a way to elements: a document, its variables, and the elements of
// the grid it may lead to.
type route struct {
	name, document string
	variables      map[string]any
	to             []graph.ID
	// same is for whom these are reached; nil is for everybody.
	same func(officer string) bool
}

func (g *grid) routes() []route {
	knowsHeron := func(officer string) bool {
		return g.operations[0].PartyAt(g.cast.known[officer].Organisation, theDay())
	}
	ids := func(of ...[]graph.ID) map[string]any { return map[string]any{"ids": slices.Concat(of...)} }
	anchor := map[string]any{"id": g.anchor}
	return []route{
		{"records by id", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, ids(g.records), g.records, nil},
		{"links by id", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, ids(g.links), g.links, nil},
		{"ties by id", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, ids(g.ties), g.ties, nil},
		{"roles by id", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, ids(g.roles), g.roles, knowsHeron},
		{"judgements by id", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, ids(g.judged), g.judged, knowsHeron},
		{"records by name", `{ search(input: { text: "grid", first: 100 }) { id } }`, nil, g.records, nil},
		{"a filter", `{ records(first: 100, filter: { kinds: [PERSON], name: "grid" }) { nodes { id } } }`, nil, g.records, nil},
		{"their own links", `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { links(first: 5) { nodes { id from { id } to { id } } } } } }`, ids(g.records), g.records, nil},
		{"the anchor's links", `query($id: ID!) { node(id: $id) { ... on Record { links(first: 200) { nodes { id } } } } }`, anchor, g.links, nil},
		{"the anchor's ties", `query($id: ID!) { node(id: $id) { ... on Record { links(first: 200) { nodes { id } } } } }`, anchor, g.ties, nil},
		{"the ends of ties", `query($id: ID!) { node(id: $id) { ... on Record { links(first: 200) { nodes { to { id } } } } } }`, anchor, g.records, nil},
		{"an expansion", `query($id: ID!) { node(id: $id) { ... on Record { expand(limit: 400) { records { id } links { id } } } } }`, anchor, g.records, nil},
		{"a subgraph", `query($ids: [ID!]!) { subgraph(ids: $ids) { records { id } links { id } } }`, ids(g.records, []graph.ID{g.anchor}), g.ties, nil},
		{"entities", `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { entity { records { id } } } } }`, ids(g.records), g.records, nil},
		{"ends", `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Link { to { id } } } }`, ids(g.ties), g.records, nil},
		{"judgements of people", `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { involvements { id } } } }`, ids(g.records), g.judged, knowsHeron},
		{"an operation's judgements", fmt.Sprintf(`{ node(id: %q) { ... on Operation { involvements(first: 200) { nodes { id } } } } }`, g.operations[0].ID), nil, g.roles, knowsHeron},
		{"an operation's people", fmt.Sprintf(`{ node(id: %q) { ... on Operation { involvements(first: 200) { nodes { person { id } } } } } }`, g.operations[0].ID), nil, g.records, knowsHeron},
		{"communities", `{ communities(input: { first: 50 }) { communities { memberIds } } }`, nil, g.records, nil},
		{"centrality", `{ centrality(input: { measure: DEGREE, first: 100 }) { values { entity { id } } } }`, nil, g.records, nil},
	}
}

// textsIn are all texts of an answer that are among these ids, in order.
func textsIn(t *testing.T, body []byte, among []graph.ID) []graph.ID {
	t.Helper()
	var answer struct {
		Data   any
		Errors []any
	}
	must(t, json.Unmarshal(body, &answer))
	found := map[graph.ID]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, one := range v {
				walk(one)
			}
		case []any:
			for _, one := range v {
				walk(one)
			}
		case string:
			found[graph.ID(v)] = true
		}
	}
	walk(answer.Data)
	return slices.DeleteFunc(slices.Sorted(maps.Keys(found)), func(id graph.ID) bool { return !slices.Contains(among, id) })
}

// What an officer sees of seventy configurations is what the policy says of each
// alone, and every way there leads to the same: the list in pages of any size,
// each element by its id, and what hangs on others.
func TestListGetAndEveryRouteAreTheSame(t *testing.T) {
	g := newGrid(t)
	if len(g.markings) != 70 {
		t.Fatalf("%d configurations", len(g.markings))
	}
	different := map[string]bool{}
	for _, officer := range g.cast.names {
		want := g.sees(officer, g.records)
		different[fmt.Sprint(want)] = true
		for _, size := range []int{1, 2, 5, 16, 53, 100} {
			if got := g.inPages(officer, size); !slices.Equal(got, want) {
				t.Errorf("%s, pages of %d: %d records, not %d:\n%v\n%v", officer, size, len(got), len(want), got, want)
			}
		}
		for _, id := range g.records { // one by one
			code := g.codeOf(officer, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id})
			if seen := slices.Contains(want, id); (code == "") != seen || !seen && code != "NOT_FOUND" {
				t.Errorf("%s gets %s: %q, and it is on the list: %v", officer, id, code, seen)
			}
		}
		for _, r := range g.routes() {
			want := g.sees(officer, r.to)
			if r.same != nil && !r.same(officer) {
				want = nil
			}
			if got := textsIn(t, g.ask(officer, r.document, r.variables), r.to); !slices.Equal(got, want) {
				t.Errorf("%s, %s: %d elements, not %d:\n%v\n%v", officer, r.name, len(got), len(want), got, want)
			}
		}
	}
	if len(different) < 6 {
		t.Errorf("nine officers have only %d different sights", len(different))
	}
}

// codeOf is the code of an answer's first error, empty for none.
func (g *grid) codeOf(officer, query string, variables map[string]any) string {
	g.tb.Helper()
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	must(g.tb, json.Unmarshal(g.ask(officer, query, variables), &answer))
	if len(answer.Errors) == 0 {
		return ""
	}
	return answer.Errors[0].Extensions.Code
}

// inPages are the records of the grid on an officer's list, read in pages of a
// size, in order.
func (g *grid) inPages(officer string, size int) []graph.ID {
	g.tb.Helper()
	var ids []graph.ID
	var after *string
	for {
		var got listed
		g.get(officer, listRecords, map[string]any{"n": size, "after": after}, &got)
		for _, node := range got.Records.Nodes {
			if id := graph.ID(node.ID); slices.Contains(g.records, id) {
				ids = append(ids, id)
			}
		}
		if !got.Records.PageInfo.HasNextPage {
			slices.Sort(ids)
			return ids
		}
		if len(got.Records.Nodes) != size {
			g.tb.Errorf("%s: a page of %d, not %d, and there are more", officer, len(got.Records.Nodes), size)
		}
		after = got.Records.PageInfo.EndCursor
	}
}

// A cursor of one officer is refused to each other, and so is any that differs
// from it in one bit.
func TestNoCursorOfTheGridServesAnother(t *testing.T) {
	g := newGrid(t)
	var got listed
	g.get(g.cast.names[0], listRecords, map[string]any{"n": 5}, &got)
	cursor := *got.Records.PageInfo.EndCursor
	for _, officer := range g.cast.names[1:] {
		if code, field := g.fault(officer, listRecords, map[string]any{"n": 5, "after": cursor}); code != "BAD_USER_INPUT" || field != "after" {
			t.Errorf("%s goes on where another was: %s %s", officer, code, field)
		}
	}
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	must(t, err)
	for i := range raw {
		raw[i] ^= 1 << (i % 8)
		forged := base64.RawURLEncoding.EncodeToString(raw)
		raw[i] ^= 1 << (i % 8)
		if code, field := g.fault(g.cast.names[0], listRecords, map[string]any{"n": 5, "after": forged}); code != "BAD_USER_INPUT" || field != "after" {
			t.Errorf("a cursor with another bit in byte %d: %s %s", i, code, field)
		}
	}
}
