package casework

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"entente/graph"
	"entente/graph/engine"
)

// IdentityStore tells databases apart.
type IdentityStore interface {
	// Identity is random, drawn once for each database; a copy of it has the same.
	Identity(ctx context.Context) (string, error)
}

// LoadSaved is Load from a file of SaveEngine, if there is one of this
// database and of a revision that it still has; Follow then reads only what was
// written since. Otherwise it is Load, and says so in the log: a foreign or
// damaged file is never used. read says whether the file was.
func (c *Casework) LoadSaved(ctx context.Context, file string) (read bool, err error) {
	s, err := c.readSaved(ctx, file)
	if err == nil {
		c.engine.Load(s)
		return true, nil
	}
	if ctx.Err() != nil {
		return false, fmt.Errorf("load the engine: %w", ctx.Err())
	}
	if !errors.Is(err, os.ErrNotExist) {
		c.log.InfoContext(ctx, "the saved snapshot is not used: the database is read instead", "reason", err)
	}
	return false, c.Load(ctx)
}

var errForeign = errors.New("it is not of a state of this database")

func (c *Casework) readSaved(ctx context.Context, name string) (*engine.Snapshot, error) {
	file, err := os.Open(name) // #nosec G304 -- the operator's own folder
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	s, origin, err := engine.ReadSnapshot(file, c.clock)
	if err != nil {
		return nil, err
	}
	present, err := c.origin(ctx, s.Revision())
	if err != nil {
		return nil, err
	}
	if origin != present {
		return nil, errForeign
	}
	return s, nil
}

// origin is that of a revision in the store, errForeign if it has none.
func (c *Casework) origin(ctx context.Context, revision graph.Revision) (engine.Origin, error) {
	store, err := c.store.Identity(ctx)
	if err != nil || revision == 0 {
		return engine.Origin{Store: store}, err
	}
	changes, err := c.store.Changes(ctx, revision-1, 1)
	if err != nil {
		return engine.Origin{}, err
	}
	if len(changes) == 0 || changes[0].Revision != revision {
		return engine.Origin{}, errForeign
	}
	encoded, err := json.Marshal(changes[0])
	return engine.Origin{Store: store, Change: sha256.Sum256(encoded)}, err
}

// SaveEngine writes the engine's snapshot into a file that its owner alone can
// read. Who reads it meets the former one or this one, never a part.
func (c *Casework) SaveEngine(ctx context.Context, name string) error {
	s, ok := c.engine.Settled()
	if !ok {
		return nil
	}
	origin, err := c.origin(ctx, s.Revision())
	if err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	unfinished, err := os.CreateTemp(filepath.Dir(name), ".unfinished-*") // made with mode 0600
	if err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	defer func() { _ = os.Remove(unfinished.Name()) }()
	if err := errors.Join(s.Write(unfinished, origin), unfinished.Sync(), unfinished.Close()); err != nil {
		return err
	}
	return os.Rename(unfinished.Name(), name)
}
