package neo4j

import (
	"context"
	"io/fs"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
)

// Statements gives tests every statement by name, as it is sent.
func (s *Store) Statements() map[string]string { return s.statements }

// IdentifierQueries gives tests what a search for an identifier asks the index.
func (s *Store) IdentifierQueries(token string, sight policy.Sight) []string {
	return identifierQueries(token, sight.Visible())
}

// Slow runs a statement that does not end, for which Neo4j has less time than the caller.
func (s *Store) Slow(ctx context.Context) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer s.closeSession(ctx, session)
	_, err := neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]row, error) {
		result, err := tx.Run(ctx, "UNWIND range(1, 1000000000000) AS n WITH n WHERE n < 0 RETURN n", nil)
		if err != nil {
			return nil, err
		}
		return collect(ctx, result)
	}, neo4j.WithTxTimeout(100*time.Millisecond))
	return failed(ctx, "slow", err)
}

// MigrateFrom applies the migrations of another folder.
func (s *Store) MigrateFrom(ctx context.Context, files fs.FS, progress func(done, of int, name string)) error {
	return s.migrate(ctx, files, progress)
}

// Forget removes elements without a trace, between the worlds of a test.
func Forget(ctx context.Context, s *Store, ids []graph.ID) error {
	return s.once(ctx, "UNWIND $p.ids AS id OPTIONAL MATCH (r:Record {id: id}) OPTIONAL MATCH (i:Involvement {id: id}) DETACH DELETE r, i",
		params{"ids": plainTexts(ids)})
}

// Sent is how parameters go with a statement.
func Sent(p map[string]any) map[string]any { return params(p).sent() }
