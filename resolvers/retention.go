package resolvers

import (
	"context"
	"time"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type retention struct{}

// Retention is how long an element is kept.
func (*Resolver) Retention() generated.RetentionResolver { return retention{} }

func (retention) Element(ctx context.Context, t *casework.Retention) (casework.Node, error) {
	return Enquiry(ctx).Element(ctx, t)
}

func (query) Reviews(ctx context.Context, due time.Time, first int, after *string) (*casework.RetentionConnection, error) {
	return Enquiry(ctx).Reviews(ctx, due, first, after)
}

func (query) Disposals(ctx context.Context, states []graph.DisposalState, first int) ([]*casework.Disposal, error) {
	return Enquiry(ctx).Disposals(ctx, states, first)
}

func (mutation) SetReview(ctx context.Context, input casework.SetReviewInput) (*casework.RetentionPayload, error) {
	return Enquiry(ctx).SetReview(ctx, input)
}

func (mutation) Keep(ctx context.Context, input casework.KeepInput) (*casework.RetentionPayload, error) {
	return Enquiry(ctx).Keep(ctx, input)
}

func (mutation) SetHold(ctx context.Context, input casework.SetHoldInput) (*casework.RetentionPayload, error) {
	return Enquiry(ctx).SetHold(ctx, input)
}

func (mutation) LiftHold(ctx context.Context, input casework.LiftHoldInput) (*casework.RetentionPayload, error) {
	return Enquiry(ctx).LiftHold(ctx, input)
}

func (mutation) Dispose(ctx context.Context, input casework.DisposeInput) (*casework.DisposalPayload, error) {
	return Enquiry(ctx).Dispose(ctx, input)
}

func (mutation) DecideDisposal(ctx context.Context, input casework.DecideDisposalInput) (*casework.DisposalPayload, error) {
	return Enquiry(ctx).DecideDisposal(ctx, input)
}
