package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/graph/identifier"
	"entente/resolvers/generated"
)

type link struct{}

// Link is what one organisation says about the tie between two records.
func (*Resolver) Link() generated.LinkResolver { return link{} }

func (link) From(ctx context.Context, l *casework.Link) (*casework.Record, error) {
	return Enquiry(ctx).From(ctx, l)
}

func (link) To(ctx context.Context, l *casework.Link) (*casework.Record, error) {
	return Enquiry(ctx).To(ctx, l)
}

func (link) Owner(ctx context.Context, l *casework.Link) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, l.Owner())
}

func (link) Versions(ctx context.Context, l *casework.Link) ([]*casework.Link, error) {
	return Enquiry(ctx).LinkVersions(ctx, l)
}

type transfer struct{}

// Transfer is one payment.
func (*Resolver) Transfer() generated.TransferResolver { return transfer{} }

func (transfer) Amount(_ context.Context, t *graph.Transfer) (string, error) {
	return identifier.Amount(t.Amount, t.Currency), nil
}
