package resolvers

import (
	"context"

	"entente/graph"
	"entente/resolvers/generated"
)

func (query) Translate(
	ctx context.Context, grading *graph.Grading, handling []graph.Handling, to graph.Scheme,
) (*graph.Translation, error) {
	return Enquiry(ctx).Translate(grading, handling, to)
}

type grading struct{}

// Grading is the evaluation of a source and of its information.
func (*Resolver) Grading() generated.GradingResolver { return grading{} }

func (grading) Meaning(ctx context.Context, g *graph.Grading) (string, error) {
	return Enquiry(ctx).Meaning(*g), nil
}
