package neo4j

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph/neo4j/connect"
)

// Options are what a Store needs beside a driver. The zero value is usable.
type Options struct {
	// Database is Neo4j's name of the database; empty is the server's default.
	Database string
	// Clock and Random are the system's if nil.
	Clock  func() time.Time
	Random io.Reader
	// Log takes what an operator should know: retries and unsettled commits,
	// never data. Nil is silent.
	Log *slog.Logger
	// OnStatement is told the name of each statement before it is sent, and for
	// whom: the context of the caller.
	OnStatement func(ctx context.Context, name string)
}

// Store keeps the hub in one Neo4j database. It is safe for concurrent use,
// and any number of processes may have one on the same database.
type Store struct {
	driver     neo4j.DriverWithContext
	options    Options
	bookmarks  neo4j.BookmarkManager
	statements map[string]string
	markings   interned
}

// Open gives the Store of a Neo4j that connect.Check accepts; what Check says
// otherwise is returned as it is, within ten seconds. The driver stays the
// caller's to close. Nothing is written: see Migrate.
func Open(ctx context.Context, driver neo4j.DriverWithContext, options Options) (*Store, error) {
	statements, err := parseStatements()
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	if err := connect.Check(ctx, driver); err != nil {
		return nil, err
	}
	s := &Store{driver: driver, options: options.filled(), statements: statements}
	s.bookmarks = neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	return s, nil
}

func (o Options) filled() Options {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.OnStatement == nil {
		o.OnStatement = func(context.Context, string) {}
	}
	return o
}

// Ready says whether the database answers and all migrations are applied.
func (s *Store) Ready(ctx context.Context) error {
	pending, err := s.pending(ctx, migrationFiles())
	if err != nil {
		return err
	}
	if pending > 0 {
		return fmt.Errorf("the database lacks %d migration statements: run entente migrate", pending)
	}
	_, err = s.Revision(ctx)
	return err
}
