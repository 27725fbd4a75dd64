package resolvers

import (
	"context"
	"time"

	"entente/graph"
	"entente/resolvers/generated"
)

type marking struct{}

// Marking says who may see an element.
func (*Resolver) Marking() generated.MarkingResolver { return marking{} }

func (marking) Owner(ctx context.Context, m *graph.Marking) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, m.Owner)
}

func (marking) Review(ctx context.Context, m *graph.Marking) (*time.Time, error) {
	return Enquiry(ctx).ReviewOf(m), nil
}

type audience struct{}

// Audience is who sees an element beside its owner.
func (*Resolver) Audience() generated.AudienceResolver { return audience{} }

func (audience) Scope(ctx context.Context, a *graph.Audience) (graph.Scope, error) {
	return Enquiry(ctx).ScopeOf(ctx, a)
}

func (audience) Organisations(ctx context.Context, a *graph.Audience) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, a.Organisations)
}

func (audience) Operations(ctx context.Context, a *graph.Audience) ([]*graph.Operation, error) {
	return Enquiry(ctx).OperationsNamed(ctx, a.Operations)
}
