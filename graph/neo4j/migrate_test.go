package neo4j_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"entente/graph/neo4j"
	"entente/graph/neo4j/neo4jtest"
)

func unmigrated(t *testing.T) *neo4j.Store {
	t.Helper()
	server := neo4jtest.Start(t)
	server.Empty(t)
	store, err := neo4j.Open(t.Context(), server.Driver(t), neo4j.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestAMigrationInterruptedAtAnyStatementIsFinishedLater(t *testing.T) {
	store := unmigrated(t)
	if err := store.Ready(t.Context()); err == nil {
		t.Fatal("an empty database is ready")
	}
	total := 0
	for stop := 0; ; stop++ {
		ctx, cancel := context.WithCancel(t.Context())
		begun := 0
		err := store.Migrate(ctx, func(_, of int, _ string) {
			total = of
			if begun++; begun > 1 {
				cancel() // one statement further each time
			}
		})
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) || stop > total {
			t.Fatalf("interrupted %d times: %v", stop, err)
		}
	}
	if err := store.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	err := store.Migrate(t.Context(), func(int, int, string) { t.Error("a finished migration is run again") })
	if err != nil {
		t.Error(err)
	}
}

func TestTwoProcessesMayMigrateAtOnce(t *testing.T) {
	first := unmigrated(t)
	second, err := neo4j.Open(t.Context(), neo4jtest.Start(t).Driver(t), neo4j.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var both sync.WaitGroup
	for _, store := range []*neo4j.Store{first, second} {
		both.Go(func() {
			if err := store.Migrate(context.Background(), nil); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	if revision, err := first.Revision(t.Context()); err != nil || revision != 0 {
		t.Errorf("revision %d, %v", revision, err)
	}
}

func TestAnEditedOrUnknownMigrationIsRefused(t *testing.T) {
	store := unmigrated(t)
	file := func(text string) fstest.MapFS {
		return fstest.MapFS{"migrations/0001_a.cypher": &fstest.MapFile{Data: []byte(text)}}
	}
	const first, second = "MERGE (a:MigrationTest {id: 1});\n", "MERGE (a:MigrationTest {id: 2});\n"
	if err := store.MigrateFrom(t.Context(), file(first), nil); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{second: "edited", "": "edited"} {
		if err := store.MigrateFrom(t.Context(), file(text), nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := store.MigrateFrom(t.Context(), file(first+second), nil); err != nil {
		t.Errorf("a statement added at the end: %v", err)
	}
	if err := store.MigrateFrom(t.Context(), file(first), nil); err == nil || !strings.Contains(err.Error(), "newer hub") {
		t.Errorf("a database ahead of the hub: %v", err)
	}
	neo4jtest.Start(t).Empty(t)
}
