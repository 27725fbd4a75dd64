package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) WhoCanSee(ctx context.Context, id graph.ID) (*casework.Visibility, error) {
	return Enquiry(ctx).WhoCanSee(ctx, id)
}

func (query) WhyCanISee(ctx context.Context, id graph.ID) ([]*casework.SightReason, error) {
	return Enquiry(ctx).WhyCanISee(ctx, id)
}

type visibility struct{}

// Visibility says who sees an element.
func (*Resolver) Visibility() generated.VisibilityResolver { return visibility{} }

func (visibility) Organisations(ctx context.Context, v *casework.Visibility) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsSeeing(ctx, v)
}
