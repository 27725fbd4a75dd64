package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"entente/auth"
	"entente/graph"
)

// Watcher is one caller who follows what happens. Who they are is asked anew for
// each event, and each event is an enquiry of its own.
type Watcher struct {
	casework *Casework
	// who signs the caller in again; its error ends the watching.
	who      func(context.Context) (auth.Principal, error)
	request  string
	position graph.Revision // all changes up to it were told
	teams    []graph.ID     // those the caller was in when it began
	within   graph.ID       // the operation that is watched; empty for all
	anyTeam  bool           // what is watched does not hang on the caller's teams
	dates    dates          // up to when what time alone does was told
}

// The rhythm and the reach of watching.
const (
	// watchBeat is a fixed clock: how often a watcher is signed in again and its
	// dates are looked at while nothing happens.
	watchBeat = 5 * time.Second
	// watchReach is how long a client may have been away. It is a time, because
	// a number of changes would tell how much goes on out of sight.
	watchReach = 24 * time.Hour
)

// Watch begins to follow for a caller who is signed in by who for every event.
func (c *Casework) Watch(who func(context.Context) (auth.Principal, error), request string) *Watcher {
	return &Watcher{casework: c, who: who, request: request}
}

// start puts the watcher at a place: now, or that of a token.
func (w *Watcher) start(ctx context.Context, operation *graph.ID, since *string) error {
	e, err := w.enquiry(ctx)
	if err != nil {
		return err
	}
	if err := e.reader(); err != nil {
		return err
	}
	if operation != nil {
		w.within = *operation
	}
	w.teams, w.position = e.standing.Operations, e.standing.Revision
	if w.within != "" && !slices.Contains(w.teams, w.within) {
		return graph.At("operation", graph.Missing())
	}
	w.dates.lookedAt(e.at, e.sight, len(e.known))
	if since == nil {
		return nil
	}
	return w.startAt(ctx, e, *since)
}

func (w *Watcher) startAt(ctx context.Context, e *Enquiry, since string) error {
	revision, sealed, ok := w.casework.seal.openSince(since)
	if !ok {
		return graph.Bad("since", "This is not a revision of this hub: hand back what an event or a mutation gave.")
	}
	if e.at.Sub(sealed) > watchReach {
		return readAnew("This token is more than a day old.")
	}
	then, err := w.casework.store.Standing(ctx, e.principal.Officer, e.principal.Organisation, sealed)
	if err != nil {
		return fmt.Errorf("watch: %w", err)
	}
	if w.within == "" && !w.anyTeam && !slices.Equal(then.Operations, w.teams) {
		return readAnew("The teams you are in have changed since.")
	}
	w.position = revision
	w.dates.lookedAt(sealed, e.sightAt(sealed), len(e.known))
	return nil
}

// readAnew ends a watching that cannot go on from where it is.
func readAnew(why string) error {
	return &graph.Error{Code: graph.LimitExceeded, Message: why + " Subscribe without a token and read anew."}
}

// enquiry is a new one for the caller as they are now.
func (w *Watcher) enquiry(ctx context.Context) (*Enquiry, error) {
	for {
		p, err := w.who(ctx)
		if err != nil {
			return nil, fmt.Errorf("watch: %w", err)
		}
		e, err := w.casework.Begin(ctx, p, Request{ID: w.request})
		if !errors.Is(err, ErrAskAgain) || ctx.Err() != nil {
			return e, err
		}
	}
}

// still is an enquiry for the next event, unless the teams of the caller are not
// those any more for which the watching began.
func (w *Watcher) still(ctx context.Context) (*Enquiry, error) {
	e, err := w.enquiry(ctx)
	if err != nil {
		return nil, err
	}
	switch {
	case w.within != "" && !slices.Contains(e.standing.Operations, w.within):
		return nil, graph.Missing()
	case w.within == "" && !w.anyTeam && !slices.Equal(e.standing.Operations, w.teams):
		return e, w.movedTeams(ctx, e)
	}
	return e, nil
}

// changes waits for the next changes that this process has followed; none are
// given where time alone has changed what is in sight.
func (w *Watcher) changes(ctx context.Context) (*Enquiry, []graph.Change, error) {
	for {
		e, err := w.still(ctx)
		if err != nil {
			return nil, nil, err
		}
		reached := w.casework.engine.Revision()
		if reached > w.position {
			found, err := w.casework.store.Changes(ctx, w.position, followAtOnce)
			if err != nil {
				return nil, nil, fmt.Errorf("watch: %w", err)
			}
			found = slices.DeleteFunc(found, func(c graph.Change) bool { return c.Revision > reached })
			if len(found) > 0 {
				return e, found, nil
			}
		}
		if !w.anyTeam && w.dates.turned(e) {
			return e, nil, nil
		}
		w.dates.lookedAt(e.at, e.sight, len(e.known))
		next, err := w.nextDate(ctx, e)
		if err != nil {
			return nil, nil, err
		}
		if err := w.wait(ctx, reached, next); err != nil {
			return nil, nil, err
		}
	}
}

// wait ends with the next revision or the next beat, and no later than in so long.
func (w *Watcher) wait(ctx context.Context, reached graph.Revision, next time.Duration) error {
	beat, cancel := context.WithTimeout(ctx, min(watchBeat, next))
	defer cancel()
	_ = w.casework.engine.WaitFor(beat, max(w.position, reached)+1)
	return ctx.Err()
}
