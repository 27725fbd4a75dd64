package resolvers

import (
	"context"
	"time"

	"entente/casework"
	"entente/exchange/csv"
	"entente/graph"
	"entente/resolvers/generated"
)

type query struct{}

// Query answers what is asked of the root.
func (*Resolver) Query() generated.QueryResolver { return query{} }

func (query) Me(ctx context.Context) (*casework.Me, error) {
	return Enquiry(ctx).Me(), Enquiry(ctx).Introduce(ctx)
}

func (query) ImportLayout(ctx context.Context, input casework.ImportLayoutInput) (*csv.Layout, error) {
	return Enquiry(ctx).ImportLayout(ctx, input)
}

func (query) PreviewImport(ctx context.Context, input casework.PreviewImportInput) (*casework.ImportPreview, error) {
	return Enquiry(ctx).PreviewImport(ctx, input)
}

func (query) Officers(ctx context.Context) ([]*graph.Officer, error) {
	return Enquiry(ctx).Officers(ctx)
}

func (query) Node(ctx context.Context, id graph.ID, asOf *time.Time) (casework.Node, error) {
	return Enquiry(ctx).Node(ctx, id, asOf)
}

func (query) Nodes(ctx context.Context, ids []graph.ID, asOf *time.Time) ([]casework.Node, error) {
	return Enquiry(ctx).Nodes(ctx, ids, asOf)
}

func (query) Entity(ctx context.Context, id graph.ID, asOf *time.Time) (*casework.Entity, error) {
	return Enquiry(ctx).Entity(ctx, id, asOf)
}

func (query) Records(
	ctx context.Context, filter *casework.RecordFilter, orderBy graph.RecordOrder, first int, after *string,
) (*casework.RecordConnection, error) {
	return Enquiry(ctx).Records(ctx, filter, orderBy, first, after)
}

func (query) Search(ctx context.Context, input casework.SearchInput) ([]*casework.Record, error) {
	return Enquiry(ctx).Search(ctx, input)
}

func (query) Subgraph(ctx context.Context, ids []graph.ID) (*casework.Subgraph, error) {
	return Enquiry(ctx).Subgraph(ctx, ids)
}

func (query) Operations(ctx context.Context) ([]*graph.Operation, error) {
	return Enquiry(ctx).Operations(ctx)
}

func (query) Organisations(ctx context.Context) ([]*graph.Organisation, error) {
	return Enquiry(ctx).Organisations(ctx)
}

func (query) ShortestPath(ctx context.Context, from, to graph.ID, options *casework.PathOptions) (*casework.Path, error) {
	return Enquiry(ctx).ShortestPath(ctx, from, to, options, detailOfPaths(ctx))
}

func (query) Communities(ctx context.Context, input casework.CommunitiesInput) (*casework.Communities, error) {
	return Enquiry(ctx).Communities(ctx, input)
}

func (query) AccessesTo(ctx context.Context, id graph.ID, from, until *time.Time, first int, after *string) (*casework.AuditConnection, error) {
	return Enquiry(ctx).AccessesTo(ctx, id, casework.AuditPeriod{From: from, Until: until}, first, after)
}

func (query) ActionsOf(ctx context.Context, officer graph.ID, from, until *time.Time, first int, after *string) (*casework.AuditConnection, error) {
	return Enquiry(ctx).ActionsOf(ctx, officer, casework.AuditPeriod{From: from, Until: until}, first, after)
}
