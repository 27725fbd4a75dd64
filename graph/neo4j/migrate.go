package neo4j

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed migrations/*.cypher
var migrations embed.FS

func migrationFiles() fs.FS { return migrations }

// step is one statement of a migration.
type step struct {
	name   string // file and number, "0001_records:3"
	text   string
	digest string
}

// Migrate brings the database's schema up to date, one statement at a time.
// Each can be repeated, so it may be interrupted anywhere and run again, and
// two processes may run it at once. It refuses a database on which a migration
// was applied that has been edited since, or that this hub does not know.
// progress, if not nil, is told before each pending statement.
func (s *Store) Migrate(ctx context.Context, progress func(done, of int, name string)) error {
	return s.migrate(ctx, migrationFiles(), progress)
}

func (s *Store) migrate(ctx context.Context, files fs.FS, progress func(done, of int, name string)) error {
	if err := s.apply(ctx, "migration_bootstrap", nil); err != nil {
		return err
	}
	steps, applied, err := s.compare(ctx, files)
	if err != nil {
		return err
	}
	for i, st := range steps {
		if _, done := applied[st.name]; done {
			continue
		}
		if progress != nil {
			progress(i, len(steps), st.name)
		}
		if err := s.applyStep(ctx, st); err != nil {
			return err
		}
	}
	return s.apply(ctx, "migration_await", nil)
}

// pending counts the statements that Migrate would run.
func (s *Store) pending(ctx context.Context, files fs.FS) (int, error) {
	steps, applied, err := s.compare(ctx, files)
	return len(steps) - len(applied), err
}

func (s *Store) compare(ctx context.Context, files fs.FS) ([]step, map[string]string, error) {
	steps, err := stepsIn(files)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.read(ctx, "migrations", nil)
	if err != nil {
		return nil, nil, err
	}
	applied := map[string]string{}
	for _, r := range rows {
		applied[text(r, "name")] = text(r, "digest")
	}
	return steps, applied, sameHistory(steps, applied)
}

func sameHistory(steps []step, applied map[string]string) error {
	known := map[string]bool{}
	for _, st := range steps {
		known[st.name] = true
		if digest, done := applied[st.name]; done && digest != st.digest {
			return fmt.Errorf("migration %s was edited after it was applied: restore it and add a new one", st.name)
		}
	}
	for name := range applied {
		if !known[name] {
			return fmt.Errorf("the database has migration %s, which this hub does not know: use a newer hub", name)
		}
	}
	return nil
}

// stepsIn reads the migrations in order; a statement ends with a semicolon at
// the end of a line.
func stepsIn(files fs.FS) ([]step, error) {
	names, err := fs.Glob(files, "migrations/*.cypher")
	if err != nil {
		return nil, fmt.Errorf("list migrations: %w", err)
	}
	var steps []step
	for _, name := range names { // in lexical order, as fs.Glob promises
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read migration: %w", err)
		}
		for i, statement := range strings.Split(strings.TrimSpace(string(content)), ";\n") {
			statement = strings.TrimSuffix(strings.TrimSpace(statement), ";")
			sum := sha256.Sum256([]byte(statement))
			steps = append(steps, step{
				name: fmt.Sprintf("%s:%d", strings.TrimSuffix(path.Base(name), ".cypher"), i+1),
				text: statement, digest: hex.EncodeToString(sum[:]),
			})
		}
	}
	return steps, nil
}

// applyStep runs a statement and then notes it: an interruption between the two
// repeats a statement that can be repeated.
func (s *Store) applyStep(ctx context.Context, st step) error {
	if err := s.schema(ctx, st.name, st.text, nil); err != nil {
		return err
	}
	return s.apply(ctx, "migration_applied", params{"name": st.name, "digest": st.digest, "at": s.options.Clock().UTC()})
}

func (s *Store) apply(ctx context.Context, name string, p params) error {
	text, err := s.statement(ctx, name)
	if err != nil {
		return err
	}
	return s.schema(ctx, name, text, p)
}

// schema runs one statement in a transaction of its own. When another process
// migrates at the same moment Neo4j answers with a deadlock or with "an
// equivalent rule exists": the second attempt then finds the work done.
func (s *Store) schema(ctx context.Context, name, text string, p params) error {
	const attempts = 20
	var err error
	for attempt := range attempts {
		if err = s.once(ctx, text, p); err == nil || !contended(err) {
			break
		}
		if wait(ctx, backoff(attempt)) != nil {
			break
		}
	}
	if err != nil {
		return failed(ctx, "migrate "+name, err)
	}
	return nil
}

func contended(err error) bool {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Schema.") {
		return true
	}
	return neo4j.IsRetryable(err)
}

func (s *Store) once(ctx context.Context, text string, p params) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer s.closeSession(ctx, session)
	result, err := session.Run(ctx, text, p.sent())
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// backoff doubles from 20 ms to 1.3 s.
func backoff(attempt int) time.Duration { return 20 * time.Millisecond << min(attempt, 6) }

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
