package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type involvement struct{}

// Involvement is the role of a person in one operation.
func (*Resolver) Involvement() generated.InvolvementResolver { return involvement{} }

func (involvement) Operation(ctx context.Context, i *casework.Involvement) (*graph.Operation, error) {
	return Enquiry(ctx).Operation(ctx, i.Operation)
}

func (involvement) Person(ctx context.Context, i *casework.Involvement) (*casework.Record, error) {
	return Enquiry(ctx).Person(ctx, i)
}

func (involvement) Owner(ctx context.Context, i *casework.Involvement) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, i.Owner())
}
