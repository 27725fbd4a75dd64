package neo4j_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// alone is a store that leaves nothing behind: Neo4j plans by how much there is.
func alone(t *testing.T) *neo4j.Store {
	t.Helper()
	t.Cleanup(func() { neo4jtest.Start(t).Empty(t) })
	return open(t, neo4j.Options{})
}

// crowded is a hub with more markings in an officer's sight than one query of
// the full-text index takes, and as many out of it; one record under each.
func crowded(t *testing.T) (store *neo4j.Store, sight policy.Sight, seen []graph.Record) {
	t.Helper()
	store = alone(t)
	me, other := officer(t, newID(t, graph.NounOrganisation)), officer(t, newID(t, graph.NounOrganisation))
	for _, p := range []auth.Principal{me, other} {
		spread(t, store, many(p.Organisation, 1000), 1)
	}
	sight = sightOf(t, store, me, noon)
	seen, _, err := store.ListRecords(t.Context(), sight, graph.RecordFilter{}, graph.ByLabel, graph.Page{Limit: 5000})
	fail(t, err)
	if len(seen) != 1000 || slices.ContainsFunc(seen, func(r graph.Record) bool { return r.Owner() != me.Organisation }) {
		t.Fatalf("%d records in sight", len(seen))
	}
	return store, sight, seen
}

// Pages under many markings are those of a sorted list, whatever their size and
// filter, and counts and searches agree with them.
func TestListsUnderManyMarkingsEqualASortedList(t *testing.T) {
	store, sight, seen := crowded(t)
	for _, filter := range []graph.RecordFilter{
		{},
		{Kinds: []graph.RecordKind{graph.KindPhone, graph.KindVehicle}},
		{Name: "mock"},
		{Name: "invented1", Kinds: []graph.RecordKind{graph.KindPerson}},
		{Owners: []graph.ID{seen[0].Owner()}, Countries: []string{"RO"}},
	} {
		fits := slices.DeleteFunc(slices.Clone(seen), func(r graph.Record) bool { return !passes(filter, r) })
		if len(fits) < 20 {
			t.Fatalf("%+v: only %d records", filter, len(fits))
		}
		for _, order := range []graph.RecordOrder{graph.ByLabel, graph.ByRecent} {
			want := listedIn(fits, order)
			for _, limit := range []int{53, 500} {
				same(t, "pages", pages(t, store, sight, filter, order, limit), want)
			}
		}
		count, err := store.CountRecords(t.Context(), sight, filter)
		fail(t, err)
		same(t, "count", count, len(fits))
	}
	found, err := store.Search(t.Context(), sight, graph.Search{Text: "mock", Limit: 5000})
	fail(t, err)
	if len(found) != 500 {
		t.Errorf("%d found of 500", len(found))
	}
}

// passes says what a filter is for, as far as this test uses it.
func passes(f graph.RecordFilter, r graph.Record) bool {
	kind := len(f.Kinds) == 0 || slices.Contains(f.Kinds, r.Details.Kind())
	country := len(f.Countries) == 0 || r.Details.Kind() == graph.KindVehicle
	named := f.Name == "" || slices.ContainsFunc(identifier.Terms(append([]string{r.Details.Label()}, r.Details.Names()...)...), func(term string) bool {
		return strings.HasPrefix(term, f.Name)
	})
	return kind && country && named
}

func listedIn(records []graph.Record, order graph.RecordOrder) []graph.ID {
	sorted := slices.SortedFunc(slices.Values(records), func(a, b graph.Record) int {
		by := strings.Compare(identifier.SortKey(a.Details.Label()), identifier.SortKey(b.Details.Label()))
		if order == graph.ByRecent {
			by = b.KnownFrom.Compare(a.KnownFrom)
		}
		if by == 0 {
			by = strings.Compare(string(a.ID), string(b.ID))
		}
		return by
	})
	var ids []graph.ID
	for _, r := range sorted {
		ids = append(ids, r.ID)
	}
	return ids
}

func pages(t *testing.T, store *neo4j.Store, sight policy.Sight, f graph.RecordFilter, order graph.RecordOrder, limit int) []graph.ID {
	t.Helper()
	var ids []graph.ID
	page := graph.Page{Limit: limit}
	for {
		records, positions, err := store.ListRecords(t.Context(), sight, f, order, page)
		fail(t, err)
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		if len(records) < limit {
			return ids
		}
		page.After = positions[len(positions)-1]
	}
}

// A page reads one record under each marking and then its own, or the next of
// each to know its end, and not all that follows: the index gives them in order.
func TestAListReadsNoMoreThanItsPage(t *testing.T) {
	store := alone(t)
	me := officer(t, newID(t, graph.NounOrganisation))
	const markings, each, limit = 5, 100, 10
	spread(t, store, many(me.Organisation, markings), each)
	session := neo4jtest.Start(t).Driver(t).NewSession(context.Background(), driver.SessionConfig{})
	defer func() { _ = session.Close(context.Background()) }()
	kinds := make([]string, 0, len(graph.RecordKinds()))
	for _, kind := range graph.RecordKinds() {
		kinds = append(kinds, string(kind))
	}
	for name, of := range map[string]struct {
		key  any
		read int64
	}{
		"list_all_by_label":    {"", markings + markings*limit},
		"list_all_by_recent":   {noon.AddDate(9, 0, 0), markings + markings*limit},
		"list_kinds_by_label":  {"", 4*markings + limit*limit},
		"list_kinds_by_recent": {noon.AddDate(9, 0, 0), 4*markings + limit*limit},
	} {
		result, err := session.Run(t.Context(), "PROFILE "+store.Statements()[name], neo4j.Sent(map[string]any{
			"sight": sightOf(t, store, me, noon).Visible(), "kinds": kinds, "key": of.key, "after": "", "limit": limit,
			"at": nil, "countries": nil, "words": nil,
		}))
		fail(t, err)
		rows, err := result.Collect(t.Context())
		fail(t, err)
		summary, err := result.Consume(t.Context())
		fail(t, err)
		if read := sought(summary.Profile()); len(rows) != limit || read > 2*of.read {
			t.Errorf("%s reads %d records for a page of %d of %d: %v", name, read, len(rows), markings*each, profiled(summary.Profile()))
		}
	}
}

// sought is how many rows the seeks of a plan gave.
func sought(plan driver.ProfiledPlan) int64 {
	var rows int64
	if strings.HasPrefix(plan.Operator(), "NodeIndexSeek") {
		rows = plan.Records()
	}
	for _, child := range plan.Children() {
		rows += sought(child)
	}
	return rows
}

func profiled(plan driver.ProfiledPlan) []string {
	all := []string{plan.Operator()}
	for _, child := range plan.Children() {
		all = append(all, profiled(child)...)
	}
	return all
}
