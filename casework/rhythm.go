package casework

import (
	"context"
	"sync/atomic"
	"time"
)

// The rhythm of following: how often the store is asked, and for how much.
const (
	followEvery  = 30 * time.Millisecond // writes of this process are followed at once
	followAtRest = time.Second
	restAfter    = 2 * watchBeat // whoever watches asks at every beat
	followAtOnce = 64
	followRetry  = 500 * time.Millisecond
)

// rhythm lets the follower rest while nobody asks anything. The first question
// after that waits for the writes that were made meanwhile, so that it is answered
// no staler than any other. It is safe for concurrent use.
type rhythm struct {
	asked   atomic.Int64 // when somebody asked last, in nanoseconds since 1970
	resting atomic.Bool
}

// pause is how long the follower waits before it looks again.
func (r *rhythm) pause(now time.Time) time.Duration {
	rest := now.Sub(time.Unix(0, r.asked.Load())) > restAfter
	r.resting.Store(rest)
	if rest {
		return followAtRest
	}
	return followEvery
}

// stir notes that somebody asks, and says whether the follower rests.
func (r *rhythm) stir(now time.Time) (rested bool) {
	r.asked.Store(now.UnixNano())
	return r.resting.Load()
}

// awake ends the follower's rest, if it has one, and waits until the engine has what
// had been written when the enquiry began; not for ever, as a question is not
// refused because a process lags.
func (e *Enquiry) awake(ctx context.Context) {
	if !e.rhythm.stir(e.clock()) {
		return
	}
	e.nudge()
	ctx, cancel := context.WithTimeout(ctx, followAtRest)
	defer cancel()
	_ = e.engine.WaitFor(ctx, e.standing.Revision)
}
