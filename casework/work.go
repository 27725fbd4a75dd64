package casework

import (
	"context"
	"fmt"

	"entente/graph/engine"
)

// A long question has two halves. Its work is done on the engine alone, under the
// sight of who asked, and may outlive the request as a job. What it found is
// presented by the enquiry that hands it out: that reads what belongs to it,
// and notes it for the log.
type (
	// work computes; progress may be nil.
	work func(ctx context.Context, progress engine.Progress) (presented, error)
	// presented is an answer that may be handed out several times.
	presented func(ctx context.Context, e *Enquiry) (JobResult, error)
)

// answered does a question's work within the request.
func answered[A JobResult](ctx context.Context, e *Enquiry, asked func() (work, error)) (A, error) {
	var nothing A
	if err := e.reader(); err != nil {
		return nothing, err
	}
	do, err := asked()
	if err != nil {
		return nothing, err
	}
	found, err := do(ctx, nil)
	if err != nil {
		return nothing, err
	}
	answer, err := found(ctx, e)
	if err != nil {
		return nothing, err
	}
	of, ok := answer.(A)
	if !ok {
		return nothing, fmt.Errorf("casework: a question answered with %T", answer)
	}
	return of, nil
}
