package resolvers

import (
	"context"

	"entente/graph"
)

func (query) Translate(
	ctx context.Context, grading *graph.Grading, handling []graph.Handling, to graph.Scheme,
) (*graph.Translation, error) {
	return Enquiry(ctx).Translate(grading, handling, to)
}
