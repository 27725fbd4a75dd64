package neo4j

import (
	"context"
	"io/fs"

	"entente/auth/policy"
	"entente/graph"
)

// Statements gives tests every statement by name, as it is sent.
func (s *Store) Statements() map[string]string { return s.statements }

// IdentifierQueries gives tests what a search for an identifier asks the index.
func (s *Store) IdentifierQueries(token string, sight policy.Sight) []string {
	return identifierQueries(token, sight.Visible())
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
