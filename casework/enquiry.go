package casework

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// Request is what a call says of itself.
type Request struct {
	ID      string // names the call in logs
	AtLeast string // a sealed revision the answers must contain, or empty
}

// Enquiry is one caller's one request. All that it hands out it notes, and
// Disclose must have returned nil before any of it leaves the hub.
// It is safe for the goroutines of one request.
type Enquiry struct {
	*Casework
	principal auth.Principal
	request   Request
	at        time.Time
	sight     policy.Sight
	standing  graph.Standing
	known     []graph.Marking // by id
	loaders   *loaders
	mu        sync.Mutex
	noted     []audit.Entry
}

// freshness is how long an enquiry waits for the state it demands.
const freshness = 5 * time.Second

// Begin opens an enquiry for a caller. Nobody known: Unauthenticated.
func (c *Casework) Begin(ctx context.Context, p auth.Principal, r Request) (*Enquiry, error) {
	now := c.clock()
	if !p.Known(now) {
		return nil, &graph.Error{Code: graph.Unauthenticated, Message: "Sign in first."}
	}
	e := &Enquiry{Casework: c, principal: p, request: r, at: now}
	e.loaders = newLoaders(e)
	if err := e.look(ctx); err != nil {
		return nil, err
	}
	if r.AtLeast == "" {
		return e, nil
	}
	return e, e.atLeast(ctx)
}

// look computes the sight afresh: at the beginning, and after a write that may
// have brought a new marking.
func (e *Enquiry) look(ctx context.Context) error {
	standing, err := e.store.Standing(ctx, e.principal.Officer, e.principal.Organisation, e.at)
	if err != nil {
		return fmt.Errorf("begin an enquiry: %w", err)
	}
	known, err := e.markings.upTo(ctx, standing.Markings)
	if err != nil {
		return fmt.Errorf("begin an enquiry: %w", err)
	}
	e.standing, e.known = standing, known
	e.sight = policy.See(e.looking(), standing.Operations, known, e.at)
	e.awake(ctx)
	return e.followed(ctx)
}

func (e *Enquiry) atLeast(ctx context.Context) error {
	revision, ok := e.seal.openRevision(e.request.AtLeast)
	if !ok {
		return graph.Bad("Entente-At-Least", "This is not a revision of this hub: hand back what a mutation returned.")
	}
	return e.waitFor(ctx, revision)
}

func (e *Enquiry) waitFor(ctx context.Context, revision graph.Revision) error {
	ctx, cancel := context.WithTimeout(ctx, freshness)
	defer cancel()
	if err := e.engine.WaitFor(ctx, revision); err != nil {
		return fmt.Errorf("wait for a revision: %w", err)
	}
	return nil
}

// Principal is the caller.
func (e *Enquiry) Principal() auth.Principal { return e.principal }

// reader lets through who has stated a purpose: no personal data without one.
func (e *Enquiry) reader() error {
	if e.principal.Purpose == "" {
		return &graph.Error{
			Code:    graph.PurposeRequired,
			Message: "Say for what purpose you ask: once for the session (setPurpose), or in the header Entente-Purpose.",
		}
	}
	return nil
}

// note remembers what is about to be handed out.
func (e *Enquiry) note(action audit.Action, shape *audit.Shape, elements ...graph.ID) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if shape == nil {
		for i := range e.noted {
			if e.noted[i].Action == action && e.noted[i].Query == nil {
				e.noted[i].Elements = append(e.noted[i].Elements, elements...)
				return
			}
		}
	}
	e.noted = append(e.noted, audit.Entry{Action: action, Query: shape, Elements: append([]graph.ID(nil), elements...)})
}

// Disclose logs all that the enquiry has handed out since the last call. Only
// if it returns nil may the answer leave.
func (e *Enquiry) Disclose(ctx context.Context) error {
	e.mu.Lock()
	entries := e.noted
	e.noted = nil
	e.mu.Unlock()
	if len(entries) == 0 {
		return nil
	}
	// Both cost a round trip: an entry too much does no harm. Neither outlives the
	// enquiry.
	held := make(chan error, 1)
	go func() { held <- e.unrevoked(ctx) }()
	logged := e.record(ctx, entries...)
	return cmp.Or(logged, <-held)
}

// record makes entries durable: all at once, for each wait costs a sync of the disk.
func (e *Enquiry) record(ctx context.Context, entries ...audit.Entry) error {
	for i := range entries {
		entries[i].Officer, entries[i].Organisation = e.principal.Officer, e.principal.Organisation
		entries[i].Purpose, entries[i].Request = e.principal.Purpose, e.request.ID
	}
	if _, err := e.audit.Record(ctx, entries[0], entries[1:]...); err != nil {
		return fmt.Errorf("log %s: %w", entries[0].Action, err)
	}
	return nil
}

// gate refuses, and logs the refusal.
func (e *Enquiry) gate(ctx context.Context, message string, elements ...graph.ID) error {
	refusal := audit.Entry{Action: audit.Refuse, Refusal: graph.GateClosed, Elements: elements}
	if err := e.record(ctx, refusal); err != nil {
		return err
	}
	return &graph.Error{Code: graph.GateClosed, Message: message}
}
