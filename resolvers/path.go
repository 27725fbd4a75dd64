package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type route struct{}

// Route is a path with what it costs and what it rests on.
func (*Resolver) Route() generated.RouteResolver { return route{} }

func (route) Organisations(ctx context.Context, r *casework.Route) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, r.Owners)
}

type connection struct{}

// Connection is a tree that joins several entities.
func (*Resolver) Connection() generated.ConnectionResolver { return connection{} }

func (connection) Organisations(ctx context.Context, c *casework.Connection) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, c.Owners)
}

func (query) Paths(ctx context.Context, input casework.PathsInput) (*casework.Paths, error) {
	return Enquiry(ctx).Paths(ctx, input, detailOfPaths(ctx))
}

func (query) Connect(ctx context.Context, input casework.ConnectInput) (*casework.Connection, error) {
	return Enquiry(ctx).Connect(ctx, input)
}

func (query) PathsBetween(ctx context.Context, input casework.PathsBetweenInput) ([]*casework.PairRoute, error) {
	return Enquiry(ctx).PathsBetween(ctx, input, detailOfPaths(ctx))
}

func (query) AllPairs(ctx context.Context, input casework.AllPairsInput) (*casework.AllPairs, error) {
	return Enquiry(ctx).AllPairs(ctx, input)
}
