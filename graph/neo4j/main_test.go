package neo4j_test

import (
	"context"
	"crypto/rand"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// testing.TB and *rapid.T both are one.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// noon is when tests begin; each takes its times from there.
var noon = time.Date(2009, 3, 2, 12, 0, 0, 0, time.UTC)

func open(t testing.TB, options neo4j.Options) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), neo4jtest.Start(t).Driver(t), options)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Migrate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return store
}

func newID(t fataler, noun graph.Noun) graph.ID {
	t.Helper()
	id, err := graph.NewID(noun, rand.Reader)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return id
}

// officer is an invented officer of an organisation of this test alone.
func officer(t fataler, organisation graph.ID) auth.Principal {
	t.Helper()
	return auth.Principal{
		Officer: newID(t, graph.NounOfficer), Organisation: organisation, Expires: noon.AddDate(100, 0, 0),
		Roles: []auth.Role{auth.Investigator}, Clearances: graph.Compartments(),
	}
}

// sightOf is what an officer sees now, by the store's own word.
func sightOf(t fataler, store *neo4j.Store, p auth.Principal, at time.Time) policy.Sight {
	t.Helper()
	standing, err := store.Standing(context.Background(), p.Officer, p.Organisation, at)
	if err != nil {
		t.Fatalf("%v", err)
	}
	markings, err := store.Markings(context.Background(), 0)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if len(markings) != standing.Markings {
		t.Fatalf("%d markings, the standing says %d", len(markings), standing.Markings)
	}
	return policy.See(p, standing.Operations, markings, at)
}

func contributed(t fataler, noun graph.Noun, marking graph.Marking) graph.Contribution {
	t.Helper()
	return graph.Contribution{ID: newID(t, noun), Hub: "test", Source: "INT-2009-00001", Marking: marking.Canonical()}
}

func person(t fataler, name string, marking graph.Marking) graph.Record {
	t.Helper()
	return graph.Record{Contribution: contributed(t, graph.NounRecord, marking), Details: &graph.Person{Name: name}}
}

func tie(t fataler, from, to graph.Record, marking graph.Marking) graph.Link {
	t.Helper()
	return graph.Link{Contribution: contributed(t, graph.NounLink, marking), Kind: graph.AssociateOf, From: from.ID, To: to.ID}
}

func write(t fataler, store *neo4j.Store, sight policy.Sight, w graph.Write) graph.Written {
	t.Helper()
	written, err := store.Write(context.Background(), sight, w)
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	return written
}

func refused(t fataler, store *neo4j.Store, sight policy.Sight, w graph.Write, code graph.Code) {
	t.Helper()
	if _, err := store.Write(context.Background(), sight, w); graph.CodeOf(err) != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}
