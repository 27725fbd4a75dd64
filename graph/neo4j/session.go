package neo4j

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/tracing"
)

// Sessions of browsers are kept beside the graph, sealed by who signs officers
// in: the store cannot read them. They are no part of the graph, of its changes
// or of its versions, and are written without the hub's lock.

// KeepSession keeps a new session under the hash of its id and under marks, by
// which it is found again, and forgets some of those that have ended.
func (s *Store) KeepSession(ctx context.Context, key string, sealed []byte, ends time.Time, marks ...string) error {
	return s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		if _, err := run(ctx, "session_forget", params{"now": s.options.Clock().UTC()}); err != nil {
			return err
		}
		_, err := run(ctx, "session_keep", params{"key": key, "sealed": sealed, "ends": ends.UTC(), "marks": marks})
		return err
	})
}

// SessionUnder gives what is kept under a key, nil if nothing is. It asks where
// is written, so that what ended at another process has ended here.
func (s *Store) SessionUnder(ctx context.Context, key string) (sealed []byte, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		rows, err := run(ctx, "session_find", params{"key": key})
		sealed = sealedIn(rows)
		return err
	})
	return sealed, err
}

// ChangeSession replaces what is kept by what change makes of it, in one step;
// false if nothing is kept. change may be called more than once.
func (s *Store) ChangeSession(ctx context.Context, key string, change func(sealed []byte) ([]byte, error)) (found bool, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		rows, err := run(ctx, "session_hold", params{"key": key})
		if found = len(rows) > 0; err != nil || !found {
			return err
		}
		sealed, err := change(sealedIn(rows))
		if err != nil {
			return err
		}
		_, err = run(ctx, "session_change", params{"key": key, "sealed": sealed})
		return err
	})
	return found, err
}

// DropSession forgets a session; it is no error if there is none.
func (s *Store) DropSession(ctx context.Context, key string) error {
	return s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		_, err := run(ctx, "session_drop", params{"key": key})
		return err
	})
}

// SessionsMarked gives what is kept under a mark, by key.
func (s *Store) SessionsMarked(ctx context.Context, mark string) (sealed map[string][]byte, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		sealed = map[string][]byte{}
		rows, err := run(ctx, "session_marked", params{"mark": mark})
		for _, r := range rows {
			sealed[text(r, "key")] = sealedIn([]row{r})
		}
		return err
	})
	return sealed, err
}

// SpendToken keeps a name until a time, and forgets some of those past their
// own; false if it was kept already, by any process.
func (s *Store) SpendToken(ctx context.Context, name string, until time.Time) (fresh bool, err error) {
	err = s.sessionWork(ctx, func(ctx context.Context, run runner) error {
		if _, err := run(ctx, "spent_forget", params{"now": s.options.Clock().UTC()}); err != nil {
			return err
		}
		rows, err := run(ctx, "spent_keep", params{"name": name, "until": until.UTC()})
		fresh = err == nil && len(rows) > 0 && rows[0]["times"] == int64(1)
		return err
	})
	return fresh, err
}

func sealedIn(rows []row) []byte {
	if len(rows) == 0 {
		return nil
	}
	sealed, _ := rows[0]["sealed"].([]byte)
	return sealed
}

// runner runs a statement of cypher/ by its name.
type runner func(ctx context.Context, name string, p params) ([]row, error)

// sessionWork runs statements in one transaction, at the member of a cluster
// that writes.
func (s *Store) sessionWork(ctx context.Context, work func(context.Context, runner) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer s.closeSession(ctx, session)
	last := "session"
	_, err := neo4j.ExecuteWrite(ctx, session, func(tx neo4j.ManagedTransaction) (struct{}, error) {
		return struct{}{}, work(ctx, func(ctx context.Context, name string, p params) ([]row, error) {
			last = name
			text, err := s.statement(ctx, name)
			if err != nil {
				return nil, err
			}
			ctx, end := tracing.Begin(ctx, "neo4j "+name)
			defer end()
			result, err := tx.Run(ctx, text, p.sent())
			if err != nil {
				return nil, err
			}
			return collect(ctx, result)
		})
	}, until(ctx)...)
	if err != nil {
		return failed(ctx, last, err)
	}
	return nil
}
