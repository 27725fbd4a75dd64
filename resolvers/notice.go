package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type notice struct{}

// Notice concerns its reader.
func (*Resolver) Notice() generated.NoticeResolver { return notice{} }

func (notice) From(ctx context.Context, n *casework.Notice) (*graph.Organisation, error) {
	return known(Enquiry(ctx).Organisation(ctx, n.From))
}

func (notice) OfficerID(_ context.Context, n *casework.Notice) (*graph.ID, error) {
	return given(n.Officer), nil
}

func (notice) Operation(ctx context.Context, n *casework.Notice) (*graph.Operation, error) {
	return known(Enquiry(ctx).Operation(ctx, n.Notice.Operation))
}

func (notice) About(_ context.Context, n *casework.Notice) ([]graph.ID, error) { return n.AboutID, nil }

func (query) Notices(ctx context.Context, kinds []graph.NoticeKind, first int, after *string) (*casework.NoticeConnection, error) {
	return Enquiry(ctx).Notices(ctx, kinds, first, after)
}

// known is null for what the caller does not find.
func known[T any](found *T, err error) (*T, error) {
	if graph.CodeOf(err) == graph.NotFound {
		return nil, nil
	}
	return found, err
}

// given is null for an id that is not there.
func given(id graph.ID) *graph.ID {
	if id == "" {
		return nil
	}
	return &id
}
