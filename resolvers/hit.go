package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (mutation) SetDiscoverable(ctx context.Context, input casework.SetDiscoverableInput) (*casework.SetDiscoverablePayload, error) {
	return Enquiry(ctx).SetDiscoverable(ctx, input)
}

func (mutation) AskHit(ctx context.Context, input casework.AskHitInput) (*casework.AskHitPayload, error) {
	return Enquiry(ctx).AskHit(ctx, input)
}

func (record) DiscoverableBy(ctx context.Context, r *casework.Record) ([]graph.HitScheme, error) {
	return Enquiry(ctx).DiscoverableBy(ctx, r)
}

type hit struct{}

// Hit says who holds something.
func (*Resolver) Hit() generated.HitResolver { return hit{} }

func (hit) Organisation(ctx context.Context, h *casework.Hit) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, h.OrganisationID)
}
