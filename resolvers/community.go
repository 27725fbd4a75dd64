package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type community struct{}

// Community is entities that hold together more than with the rest.
func (*Resolver) Community() generated.CommunityResolver { return community{} }

func (community) Members(ctx context.Context, c *casework.Community, first int) ([]*casework.Entity, error) {
	return Enquiry(ctx).MembersOf(c, first)
}

type organisationCount struct{}

// OrganisationCount is how many records an organisation contributed.
func (*Resolver) OrganisationCount() generated.OrganisationCountResolver { return organisationCount{} }

func (organisationCount) Organisation(ctx context.Context, o *casework.OrganisationCount) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, o.OrganisationID)
}

func (query) CompareCommunities(ctx context.Context, input casework.ComparisonInput) (*casework.CommunityComparison, error) {
	return Enquiry(ctx).CompareCommunities(ctx, input)
}
