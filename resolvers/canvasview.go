package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) Views(ctx context.Context, first int) ([]*casework.View, error) {
	return Enquiry(ctx).Views(ctx, first)
}

func (query) View(ctx context.Context, id graph.ID) (*casework.View, error) {
	return Enquiry(ctx).View(ctx, id)
}

func (mutation) SaveView(ctx context.Context, input casework.SaveViewInput) (*casework.ViewPayload, error) {
	return Enquiry(ctx).SaveView(ctx, input)
}

func (mutation) RemoveView(ctx context.Context, input casework.RetireInput) (*casework.RetirePayload, error) {
	return Enquiry(ctx).RemoveView(ctx, input)
}

type view struct{}

// View is what an officer laid out on the canvas.
func (*Resolver) View() generated.ViewResolver { return view{} }

func (view) Owner(ctx context.Context, v *casework.View) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, v.OwnerID())
}

func (view) Content(ctx context.Context, v *casework.View) (*casework.ViewContent, error) {
	return Enquiry(ctx).ViewContent(ctx, v)
}
