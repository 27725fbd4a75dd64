package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) Comments(ctx context.Context, on graph.ID, first int) ([]*casework.Comment, error) {
	return Enquiry(ctx).Comments(ctx, on, first)
}

func (mutation) AddComment(ctx context.Context, input casework.AddCommentInput) (*casework.CommentPayload, error) {
	return Enquiry(ctx).AddComment(ctx, input)
}

func (mutation) WithdrawComment(ctx context.Context, input casework.RetireInput) (*casework.RetirePayload, error) {
	return Enquiry(ctx).WithdrawComment(ctx, input)
}

type comment struct{}

// Comment is what an officer noted on one thing.
func (*Resolver) Comment() generated.CommentResolver { return comment{} }

func (comment) Owner(ctx context.Context, c *casework.Comment) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, c.OwnerID())
}

func (comment) Officer(ctx context.Context, c *casework.Comment) (*graph.Officer, error) {
	return known(Enquiry(ctx).Officer(ctx, c.Comment.Officer))
}
