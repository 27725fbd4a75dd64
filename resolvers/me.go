package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type me struct{}

// Me is the caller.
func (*Resolver) Me() generated.MeResolver { return me{} }

func (me) Organisation(ctx context.Context, m *casework.Me) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, m.Organisation)
}

func (me) Operations(ctx context.Context, _ *casework.Me) ([]*graph.Operation, error) {
	return Enquiry(ctx).OperationsNow(ctx)
}

type officer struct{}

// Officer is a person who logs in.
func (*Resolver) Officer() generated.OfficerResolver { return officer{} }

func (officer) Organisation(ctx context.Context, o *graph.Officer) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, o.Organisation)
}
