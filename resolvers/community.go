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

func (community) Conditions(ctx context.Context, c *casework.Community) (*graph.Derived, error) {
	return Enquiry(ctx).ConditionsOf(ctx, c)
}
