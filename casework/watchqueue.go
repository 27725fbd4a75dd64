package casework

import (
	"context"
	"time"

	"entente/graph"
)

// happened is one event on its way.
type happened struct {
	kind graph.ChangeKind
	id   graph.ID
	from graph.Revision // where a client is that has been told it
	at   time.Time      // up to when it knows what time alone did
}

// watched are the events of one kind for a caller, in the order in which they
// are told.
type watched[E any] struct {
	*Watcher
	// gather waits for what happens next and moves the watcher on; it may find
	// nothing that concerns the caller. What it gives beside an error counts.
	gather func(context.Context) ([]happened, error)
	// event reads what is told; NotFound if it is out of sight by now.
	event   func(*Enquiry, context.Context, happened) (*E, error)
	begun   bool
	waiting []happened
	current happened
}

// Next waits for the next event, and gives the enquiry by which it may be read
// and must be disclosed. Any error ends the watching.
func (w *watched[E]) Next(ctx context.Context) (*Enquiry, *E, error) {
	for {
		if err := w.fill(ctx); err != nil {
			return nil, nil, err
		}
		w.current, w.waiting = w.waiting[0], w.waiting[1:]
		e, err := w.still(ctx)
		if err != nil {
			return nil, nil, err
		}
		event, err := w.event(e, ctx, w.current)
		if graph.CodeOf(err) == graph.NotFound {
			continue // it has gone since: a later event says so to whom it concerns
		}
		return e, event, err
	}
}

// fill waits until there is something to tell; first comes BEGUN.
func (w *watched[E]) fill(ctx context.Context) error {
	if !w.begun {
		w.begun, w.waiting = true, append(w.waiting, happened{kind: graph.ChangeBegun, from: w.position, at: w.dates.at})
	}
	for len(w.waiting) == 0 {
		more, err := w.gather(ctx)
		w.waiting = append(w.waiting, more...)
		if err != nil {
			return err
		}
	}
	return nil
}

// Again puts the last event back, to be told by another enquiry.
func (w *watched[E]) Again() { w.waiting = append([]happened{w.current}, w.waiting...) }
