package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) PreviewShare(ctx context.Context, input casework.ShareInput) (*casework.SharePreview, error) {
	return Enquiry(ctx).PreviewShare(ctx, input)
}

func (mutation) Share(ctx context.Context, input casework.ShareInput) (*casework.SharePayload, error) {
	return Enquiry(ctx).Share(ctx, input)
}

func (query) ViewAs(ctx context.Context, organisation graph.ID, operation *graph.ID, clearances []graph.Compartment) (*casework.ViewAs, error) {
	return Enquiry(ctx).ViewAs(ctx, organisation, operation, clearances)
}

type shareReceiver struct{}

// ShareReceiver is whose sight an act of sharing changes.
func (*Resolver) ShareReceiver() generated.ShareReceiverResolver { return shareReceiver{} }

func (shareReceiver) Organisation(ctx context.Context, r *casework.ShareReceiver) (*graph.Organisation, error) {
	return first(Enquiry(ctx).OrganisationsNamed(ctx, []graph.ID{r.OrganisationID}))
}

func (shareReceiver) Operation(ctx context.Context, r *casework.ShareReceiver) (*graph.Operation, error) {
	return first(Enquiry(ctx).OperationsNamed(ctx, []graph.ID{r.OperationID}))
}

type concern struct{}

// Concern is what an owner should look at before sharing.
func (*Resolver) Concern() generated.ConcernResolver { return concern{} }

func (concern) Other(ctx context.Context, c *casework.Concern) (*casework.Record, error) {
	return Enquiry(ctx).RecordOrNone(ctx, c.OtherID)
}

type viewAs struct{}

// ViewAs is what another organisation sees of the caller's.
func (*Resolver) ViewAs() generated.ViewAsResolver { return viewAs{} }

func (viewAs) Counts(ctx context.Context, v *casework.ViewAs) ([]*casework.KindCount, error) {
	return Enquiry(ctx).ViewAsCounts(ctx, v)
}

func (viewAs) Records(ctx context.Context, v *casework.ViewAs, first int, after *string) (*casework.RecordConnection, error) {
	return Enquiry(ctx).ViewAsRecords(ctx, v, first, after)
}

func (viewAs) Links(ctx context.Context, v *casework.ViewAs, record graph.ID, first int, after *string) (*casework.LinkConnection, error) {
	return Enquiry(ctx).ViewAsLinks(ctx, v, record, first, after)
}

// first is the only one of a list, nil for none.
func first[T any](found []*T, err error) (*T, error) {
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found[0], nil
}
