package casework

import (
	"context"
	"errors"
	"fmt"

	"entente/graph"
)

// A right that was taken away is gone on every process before the mutation
// that took it away returns. Sights are made from the truth at the beginning of
// each enquiry; two things could still be older, and are guarded here: the
// engine, which follows the truth, and the enquiry itself, which may have begun
// before. (Pang et al., "Zanzibar", 2019, call the second the new enemy problem.)

// ErrAskAgain marks a refusal that says nothing of the question: a right was
// taken away meanwhile, or this process has not followed yet. The same question
// begun anew may be answered.
var ErrAskAgain = errors.New("who sees what has changed")

// followed waits until the engine has everything by which somebody may see
// less; if that takes too long, this process does not answer.
func (e *Enquiry) followed(ctx context.Context) error {
	if e.engine.Revision() >= e.standing.Narrowed {
		return nil
	}
	e.nudge()
	if err := e.waitFor(ctx, e.standing.Narrowed); err != nil {
		return &graph.Error{Code: graph.Conflict, Message: "The hub is catching up with a change of who sees what. Ask again.", Err: errors.Join(ErrAskAgain, err)}
	}
	return nil
}

// unrevoked refuses an answer if somebody's sight became smaller while it was
// made: what was written since may not be for this caller's eyes.
func (e *Enquiry) unrevoked(ctx context.Context) error {
	narrowed, err := e.store.Narrowed(ctx)
	if err != nil {
		return fmt.Errorf("look for rights that were taken away: %w", err)
	}
	if narrowed > e.standing.Narrowed {
		return &graph.Error{Code: graph.Conflict, Message: "Who sees what changed while this was answered. Ask again.", Err: ErrAskAgain}
	}
	return nil
}

// held refuses to go on if what the enquiry has handed out so far may since
// have been taken back: looking afresh, as a write does, must not forget it.
func (e *Enquiry) held(ctx context.Context) error {
	e.mu.Lock()
	nothing := len(e.noted) == 0
	e.mu.Unlock()
	if nothing {
		return nil
	}
	return e.unrevoked(ctx)
}
