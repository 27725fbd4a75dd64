package server_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

// leaky is a store with a fault of the kinds that are easy to build; which one
// is switched on by its name.
type leaky struct {
	*neo4j.Store
	fault *string
	casts []cast
	mu    sync.Mutex
	cache map[string][]graph.Record // of the cache that forgets whom it answered
}

// wide is a sight of everything, which no officer has.
func (l *leaky) wide(ctx context.Context, narrow policy.Sight) policy.Sight {
	standing, err := l.Standing(ctx, "", "", theDay())
	if err != nil {
		return narrow
	}
	return policy.Whole(standing.Markings)
}

func (l *leaky) sight(ctx context.Context, fault string, s policy.Sight) policy.Sight {
	if *l.fault == fault {
		return l.wide(ctx, s)
	}
	return s
}

// CountRecords leaks "a count of everything".
func (l *leaky) CountRecords(ctx context.Context, s policy.Sight, f graph.RecordFilter) (int, error) {
	return l.Store.CountRecords(ctx, l.sight(ctx, "a count of everything", s), f)
}

// ListRecords leaks "a page cut before the filter" and "a cursor that counts".
func (l *leaky) ListRecords(ctx context.Context, s policy.Sight, f graph.RecordFilter, o graph.RecordOrder, p graph.Page) ([]graph.Record, []graph.Position, error) {
	records, positions, err := l.Store.ListRecords(ctx, l.sight(ctx, "a page cut before the filter", s), f, o, p)
	if err != nil {
		return nil, nil, err
	}
	switch *l.fault {
	case "a page cut before the filter":
		return l.onlySeen(ctx, s, records, positions)
	case "a cursor that counts":
		for i := range positions {
			count, err := l.Store.CountRecords(ctx, l.wide(ctx, s), graph.RecordFilter{})
			if err != nil {
				return nil, nil, err
			}
			positions[i].Key += fmt.Sprint(count)
		}
	}
	return records, positions, nil
}

func (l *leaky) onlySeen(ctx context.Context, s policy.Sight, records []graph.Record, positions []graph.Position) ([]graph.Record, []graph.Position, error) {
	var ids []graph.ID
	for _, r := range records {
		ids = append(ids, r.ID)
	}
	seen, err := l.Store.Records(ctx, s, ids, nil)
	var kept []graph.Record
	var places []graph.Position
	for i, r := range records {
		if _, ok := seen[r.ID]; ok {
			kept = append(kept, r)
			if positions != nil {
				places = append(places, positions[i])
			}
		}
	}
	return kept, places, err
}

// Search leaks "a filter after the search" and "a cache without the officer".
func (l *leaky) Search(ctx context.Context, s policy.Sight, q graph.Search) ([]graph.Record, error) {
	switch *l.fault {
	case "a filter after the search":
		found, err := l.Store.Search(ctx, l.wide(ctx, s), q)
		if err != nil {
			return nil, err
		}
		found, _, err = l.onlySeen(ctx, s, found, nil)
		return found, err
	case "a cache without the officer":
		l.mu.Lock()
		defer l.mu.Unlock()
		key := fmt.Sprint(q.Text, q.Identifier, q.Kinds, q.Limit)
		if kept, ok := l.cache[key]; ok {
			return kept, nil
		}
		found, err := l.Store.Search(ctx, s, q)
		l.cache[key] = found
		return found, err
	}
	return l.Store.Search(ctx, s, q)
}

// Records leaks "forbidden instead of not found" and "a record out of sight".
func (l *leaky) Records(ctx context.Context, s policy.Sight, ids []graph.ID, asOf *time.Time) (map[graph.ID]graph.Record, error) {
	found, err := l.Store.Records(ctx, l.sight(ctx, "a record out of sight", s), ids, asOf)
	if err != nil || *l.fault != "forbidden instead of not found" {
		return found, err
	}
	all, err := l.Store.Records(ctx, l.wide(ctx, s), ids, asOf)
	if err == nil && len(all) > len(found) {
		return nil, &graph.Error{Code: graph.GateClosed, Message: "You may not see this."}
	}
	return found, err
}

// LinksOf leaks "links with a hidden end".
func (l *leaky) LinksOf(ctx context.Context, s policy.Sight, records []graph.ID, f graph.LinkFilter, p graph.Page, asOf *time.Time) (map[graph.ID][]graph.Link, error) {
	return l.Store.LinksOf(ctx, l.sight(ctx, "links with a hidden end", s), records, f, p, asOf)
}

// Involvements leaks "a role out of sight".
func (l *leaky) Involvements(ctx context.Context, s policy.Sight, persons []graph.ID, asOf *time.Time) (map[graph.ID][]graph.Involvement, error) {
	return l.Store.Involvements(ctx, l.sight(ctx, "a role out of sight", s), persons, asOf)
}

// RecordVersions leaks "a version out of sight".
func (l *leaky) RecordVersions(ctx context.Context, s policy.Sight, id graph.ID) ([]graph.Record, error) {
	return l.Store.RecordVersions(ctx, l.sight(ctx, "a version out of sight", s), id)
}

// home is the cast that an organisation is of.
func (l *leaky) home(organisation graph.ID) cast {
	return l.casts[slices.IndexFunc(l.casts, func(c cast) bool { return c.has(organisation) })]
}

// Standing leaks "a team that was left".
func (l *leaky) Standing(ctx context.Context, officer, organisation graph.ID, at time.Time) (graph.Standing, error) {
	standing, err := l.Store.Standing(ctx, officer, organisation, at)
	if *l.fault == "a team that was left" && err == nil && organisation != "" {
		home := l.home(organisation)
		standing.Operations = []graph.ID{home.named(graph.NounOperation, "Heron"), home.named(graph.NounOperation, "Wren")}
	}
	return standing, err
}

// Operations leaks "an operation of others".
func (l *leaky) Operations(ctx context.Context, organisation graph.ID, at time.Time) ([]graph.Operation, error) {
	if *l.fault == "an operation of others" {
		organisation = l.home(organisation).organisations[0].ID // party to all
	}
	return l.Store.Operations(ctx, organisation, at)
}

// EngineLinks leaks "paths over hidden links": the engine takes every link for
// one in everybody's sight.
func (l *leaky) EngineLinks(ctx context.Context, ids []graph.ID, each func(engine.Edge) error) error {
	return l.Store.EngineLinks(ctx, ids, func(e engine.Edge) error {
		if *l.fault == "paths over hidden links" {
			e.Marking = 0
		}
		return each(e)
	})
}

// EngineNodes leaks "degrees of everything": hidden records count as
// neighbours.
func (l *leaky) EngineNodes(ctx context.Context, ids []graph.ID, each func(engine.Node) error) error {
	return l.Store.EngineNodes(ctx, ids, func(n engine.Node) error {
		if *l.fault == "degrees of everything" {
			n.Marking = 0
		}
		return each(n)
	})
}

// Each leak is built in on purpose, and the twins find it.
func TestTwinsFindEveryLeak(t *testing.T) {
	own := neo4jtest.StartOwn(t)
	shared := neo4jtest.Start(t)
	shared.Empty(t)
	fault := ""
	spoilt := &leaky{fault: &fault, cache: map[string][]graph.Record{}}
	w := newTwins(t, shared, own.Server, func(s *neo4j.Store) casework.Store { spoilt.Store = s; return spoilt })
	spoilt.casts = w.casts
	everyone := casework.Case{Name: "for everyone", Organisations: w.casts[0].organisations, Records: []graph.Record{{
		// The first marking of the hub, which the leaks in the engine put on all.
		Contribution: graph.Contribution{
			ID: twinID(graph.NounRecord, "first"), Source: "INT-1", Version: twinID(graph.NounVersion, "first"),
			Marking: graph.Marking{Owner: w.casts[0].organisations[0].ID, Audience: graph.Audience{Scope: graph.Everyone}, Classification: graph.Official},
		},
		Details: &graph.Person{Name: "Every One"},
	}}}
	must(t, w.whole.casework.LoadCase(context.Background(), auth.OfficerID("test", "loader"), everyone, func(int, int) {}))
	for _, leak := range []struct{ name, where string }{
		{"a count of everything", "records"},
		{"a page cut before the filter", "records"},
		{"a cursor that counts", "records"},
		{"a filter after the search", "search"},
		{"a cache without the officer", "search"},
		{"forbidden instead of not found", "node"},
		{"a record out of sight", "node"},
		{"links with a hidden end", "node"},
		{"a role out of sight", "every record"},
		{"a version out of sight", "every record"},
		{"a team that was left", "records"},
		{"an operation of others", "operations"},
		{"paths over hidden links", "shortestPath"},
		{"degrees of everything", "node"},
	} {
		t.Run(leak.name, func(t *testing.T) {
			fault, w.focus = leak.name, leak.where
			defer func() { fault, w.focus = "", "" }()
			if !w.found(t) {
				t.Errorf("no world of %d shows this leak", leakDraws*sideBySide)
			}
		})
	}
}

// leakDraws is after how many draws of worlds a leak should have been found.
const leakDraws = 10

// found draws worlds until the hubs differ.
func (w *twins) found(t *testing.T) bool {
	t.Helper()
	worlds := rapid.Custom(func(t *rapid.T) string { return w.differing(t) })
	for seed := range leakDraws {
		if worlds.Example(seed) != "" {
			t.Logf("found in draw %d", seed)
			return true
		}
	}
	return false
}
