package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type record struct{}

// Record is what one organisation says about one thing.
func (*Resolver) Record() generated.RecordResolver { return record{} }

func (record) Owner(ctx context.Context, r *casework.Record) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, r.Owner())
}

func (record) Versions(ctx context.Context, r *casework.Record) ([]*casework.Record, error) {
	return Enquiry(ctx).Versions(ctx, r)
}

func (record) Entity(ctx context.Context, r *casework.Record) (*casework.Entity, error) {
	return Enquiry(ctx).EntityOf(ctx, r)
}

func (record) Links(ctx context.Context, r *casework.Record, filter *casework.LinkFilter, first int, after *string) (*casework.LinkConnection, error) {
	return Enquiry(ctx).LinksOf(ctx, r, filter, first, after)
}

func (record) LinkCounts(ctx context.Context, r *casework.Record) ([]*casework.LinkCount, error) {
	return of(Enquiry(ctx).LinkCounts(ctx, r))
}

func (record) Involvements(ctx context.Context, r *casework.Record) ([]*casework.Involvement, error) {
	return Enquiry(ctx).InvolvementsOf(ctx, r)
}

func (record) Expand(ctx context.Context, r *casework.Record, filter *casework.LinkFilter, limit int) (*casework.Subgraph, error) {
	return Enquiry(ctx).Expand(ctx, r, filter, limit)
}
