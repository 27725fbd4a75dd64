package casework

import (
	"context"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"entente/graph"
)

// anotherHub is a store that another process writes to: it counts how often it is
// asked for changes, and tells its last revision.
type anotherHub struct {
	timetable
	looks atomic.Int64
	wrote atomic.Uint64
}

func (s *anotherHub) Changes(_ context.Context, after graph.Revision, _ int) ([]graph.Change, error) {
	s.looks.Add(1)
	if now := graph.Revision(s.wrote.Load()); now > after {
		return []graph.Change{{Revision: now}}, nil
	}
	return nil, nil
}

func (s *anotherHub) Standing(ctx context.Context, officer, organisation graph.ID, t time.Time) (graph.Standing, error) {
	standing, err := s.timetable.Standing(ctx, officer, organisation, t)
	standing.Revision = graph.Revision(s.wrote.Load())
	return standing, err
}

func TestTheFollowerRestsUntilSomebodyAsks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &anotherHub{}
		store.interned = []graph.Marking{graph.OwnOrganisationOnly(ana().Organisation)}
		c := desk(t, &store.shelf, &diary{})
		c.store, c.clock = store, func() time.Time { return theDay().Add(time.Since(bubbleBegan())) }
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { defer close(done); c.Follow(ctx) }()
		looks := func(d time.Duration) int64 {
			before := store.looks.Load()
			time.Sleep(d)
			return store.looks.Load() - before
		}
		if n := looks(time.Minute); n > 61 {
			t.Errorf("asked by nobody, the hub looked %d times in a minute", n)
		}
		for revision := range graph.Revision(3) {
			time.Sleep(300 * time.Millisecond) // amid a rest
			store.wrote.Store(uint64(revision + 1))
			begun(t, c, ana())
			if got := c.engine.Revision(); got != revision+1 {
				t.Errorf("a question was begun at %d, of %d", got, revision+1)
			}
			if n := looks(restAfter - time.Second); n < 250 {
				t.Errorf("asked a moment ago, the hub looked %d times in 9 s", n)
			}
			looks(time.Minute)
		}
		stop()
		<-done
		c.engine.Close()
	})
}

// bubbleBegan is when the time of a synctest bubble begins.
func bubbleBegan() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }
