package neo4j

import (
	"context"
	"io/fs"
)

// Statements gives tests every statement by name, as it is sent.
func (s *Store) Statements() map[string]string { return s.statements }

// MigrateFrom applies the migrations of another folder.
func (s *Store) MigrateFrom(ctx context.Context, files fs.FS, progress func(done, of int, name string)) error {
	return s.migrate(ctx, files, progress)
}
