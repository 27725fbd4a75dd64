package casework

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// Calculator answers the questions that take longest. The engine is one, and
// answers unless another is given: one that computes beside the hub, over the
// same store, may take the jobs of a graph that has outgrown it.
//
// An answer is that of the engine: sight is applied before anything is counted,
// and what is out of sight changes nothing. Of Communities the division may be
// another one, for it is drawn; its communities are connected all the same.
type Calculator interface {
	Centrality(ctx context.Context, sight policy.Sight, o engine.CentralityOptions) (engine.Centralities, error)
	Communities(ctx context.Context, sight policy.Sight, o engine.CommunityOptions) (engine.Communities, error)
}

// calculatorOf is who computes: for jobs, which are told of progress, the one
// that was given, else the engine's view.
func (c *Casework) calculatorOf(view *engine.View, progress engine.Progress) Calculator {
	if c.calculator != nil && progress != nil {
		return c.calculator
	}
	return view
}

// present leaves out entities that a view does not have: a calculator reads the
// store at another moment than the engine.
func present[T any](e *Enquiry, view *engine.View, all []T, id func(T) graph.ID) []T {
	ids := make([]graph.ID, len(all))
	for i, x := range all {
		ids[i] = id(x)
	}
	there := map[graph.ID]bool{}
	for _, entity := range view.Entities(e.sight, ids) {
		there[entity.ID] = true
	}
	kept := make([]T, 0, len(all))
	for _, x := range all {
		if there[id(x)] {
			kept = append(kept, x)
		}
	}
	return kept
}
