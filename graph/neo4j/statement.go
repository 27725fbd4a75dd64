package neo4j

import (
	"context"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/graph"
	"entente/tracing"
)

//go:embed cypher/*.cypher cypher/fragments/*.cypher
var cypher embed.FS

// params are the parameters of a statement, by the names it has for them.
type params map[string]any

// sent is how parameters go to Neo4j: as one map, p. It plans a statement anew for
// each combination of its parameters' types, null being one, and of how long
// their lists are, to the power of ten. That takes it up to a second, far longer
// than most statements; of a map it looks at neither.
func (p params) sent() map[string]any { return map[string]any{"p": map[string]any(p)} }

// named is a parameter in a statement.
var named = regexp.MustCompile(`\$(\w+)`)

// row is one row of a result: column name to value.
type row map[string]any

// parseStatements reads cypher/: each file is a statement under its name
// without the ending. It may include those of cypher/fragments as templates,
// with the name of a variable as their dot.
func parseStatements() (map[string]string, error) {
	all, err := template.ParseFS(cypher, "cypher/*.cypher", "cypher/fragments/*.cypher")
	if err != nil {
		return nil, fmt.Errorf("parse statements: %w", err)
	}
	files, err := cypher.ReadDir("cypher")
	if err != nil {
		return nil, fmt.Errorf("list statements: %w", err)
	}
	statements := map[string]string{}
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		var text strings.Builder
		if err := all.ExecuteTemplate(&text, file.Name(), nil); err != nil {
			return nil, fmt.Errorf("parse statement %s: %w", file.Name(), err)
		}
		statements[strings.TrimSuffix(file.Name(), ".cypher")] = named.ReplaceAllString(text.String(), "$$p.$1")
	}
	return statements, nil
}

// statement is the text of cypher/name.cypher; a missing file is a fault of
// the build that every test of the noun meets.
func (s *Store) statement(ctx context.Context, name string) (string, error) {
	text, ok := s.statements[name]
	if !ok {
		return "", fmt.Errorf("there is no statement %q", name)
	}
	s.options.OnStatement(ctx, name)
	return text, nil
}

// batchOf is how many elements a row has of a statement that gives many in one. It
// bounds what Neo4j gathers before it sends any.
const batchOf = 250

// batches are ids as such a statement takes them.
func batches(ids []graph.ID) []any {
	var all []any
	for some := range slices.Chunk(ids, batchOf) {
		all = append(all, plainTexts(some))
	}
	return all
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.options.Database, BookmarkManager: s.bookmarks, FetchSize: fetchSize,
	})
}

const fetchSize = 5000

// read runs one statement in a read transaction, which the driver repeats where
// a cluster changes its leader, and gives all rows.
func (s *Store) read(ctx context.Context, name string, p params) ([]row, error) {
	text, err := s.statement(ctx, name)
	if err != nil {
		return nil, err
	}
	ctx, end := tracing.Begin(ctx, "neo4j "+name)
	defer end()
	session := s.session(ctx, neo4j.AccessModeRead)
	defer s.closeSession(ctx, session)
	rows, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]row, error) {
		result, err := tx.Run(ctx, text, p.sent())
		if err != nil {
			return nil, err
		}
		return collect(ctx, result)
	}, until(ctx)...)
	if err != nil {
		return nil, failed(ctx, name, err)
	}
	return rows, nil
}

// stream runs one statement and hands over each row as it comes, so that memory
// stays bounded. It is not repeated on failure.
func (s *Store) stream(ctx context.Context, name string, p params, each func(row) error) error {
	text, err := s.statement(ctx, name)
	if err != nil {
		return err
	}
	ctx, end := tracing.Begin(ctx, "neo4j "+name)
	defer end()
	session := s.session(ctx, neo4j.AccessModeRead)
	defer s.closeSession(ctx, session)
	result, err := session.Run(ctx, text, p.sent(), until(ctx)...)
	if err != nil {
		return failed(ctx, name, err)
	}
	for result.Next(ctx) {
		if err := each(result.Record().AsMap()); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return failed(ctx, name, err)
	}
	return nil
}

func collect(ctx context.Context, result neo4j.ResultWithContext) ([]row, error) {
	var rows []row
	for result.Next(ctx) {
		rows = append(rows, result.Record().AsMap())
	}
	return rows, result.Err()
}

// until makes the server give up when the caller does; the driver tells it of a
// cancellation by closing the connection.
func until(ctx context.Context) []func(*neo4j.TransactionConfig) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	return []func(*neo4j.TransactionConfig){neo4j.WithTxTimeout(max(time.Until(deadline), time.Millisecond))}
}

// closeSession cannot lose anything: what was committed is committed.
func (s *Store) closeSession(ctx context.Context, session neo4j.SessionWithContext) {
	if err := session.Close(context.WithoutCancel(ctx)); err != nil {
		s.options.Log.DebugContext(ctx, "closing a Neo4j session", "error", failed(ctx, "close session", err))
	}
}
