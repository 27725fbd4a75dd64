package neo4jtest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Empty removes every node, relationship, constraint and index.
func (s Server) Empty(tb testing.TB) {
	tb.Helper()
	if err := s.empty(); err != nil {
		tb.Fatal(err)
	}
}

func (s Server) empty() error {
	driver, err := s.open()
	if err != nil {
		return err
	}
	ctx := context.Background()
	defer driver.Close(ctx) //nolint:errcheck // nothing is under way
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx) //nolint:errcheck // nothing is under way
	if err := auto(ctx, session, "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS"); err != nil {
		return err
	}
	if err := dropAll(ctx, session, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name"); err != nil {
		return err
	}
	return dropAll(ctx, session, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'")
}

func dropAll(ctx context.Context, session neo4j.SessionWithContext, what, list string) error {
	result, err := session.Run(ctx, list, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	for _, record := range records {
		name := strings.ReplaceAll(fmt.Sprint(record.Values[0]), "`", "``")
		if err := auto(ctx, session, "DROP "+what+" `"+name+"`"); err != nil {
			return err
		}
	}
	return nil
}

// auto runs a statement in a transaction of its own, as these must be.
func auto(ctx context.Context, session neo4j.SessionWithContext, statement string) error {
	result, err := session.Run(ctx, statement, nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", statement, err)
	}
	return nil
}
