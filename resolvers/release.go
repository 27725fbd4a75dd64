package resolvers

import (
	"context"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) Releases(ctx context.Context, filter *casework.ReleaseFilter, first int, after *string) (*casework.ReleaseConnection, error) {
	return Enquiry(ctx).Releases(ctx, filter, first, after)
}

func (query) CheckAction(ctx context.Context, ids []graph.ID, action policy.Action) (*casework.ActionCheck, error) {
	return Enquiry(ctx).CheckAction(ctx, ids, action)
}

func (query) ExportGraph(ctx context.Context, input casework.ExportInput) (*casework.Export, error) {
	return Enquiry(ctx).ExportGraph(ctx, input)
}

func (query) SecondDecisions(ctx context.Context, first int) ([]*casework.SecondDecision, error) {
	return Enquiry(ctx).SecondDecisions(ctx, first)
}

func (mutation) RequestRelease(ctx context.Context, input casework.RequestReleaseInput) (*casework.ReleasePayload, error) {
	return Enquiry(ctx).RequestRelease(ctx, input)
}

func (mutation) DecideRelease(ctx context.Context, input casework.DecideReleaseInput) (*casework.ReleasePayload, error) {
	return Enquiry(ctx).DecideRelease(ctx, input)
}

func (mutation) WithdrawRelease(ctx context.Context, input casework.WithdrawReleaseInput) (*casework.ReleasePayload, error) {
	return Enquiry(ctx).WithdrawRelease(ctx, input)
}

func (mutation) ConfirmInvolvement(ctx context.Context, input casework.ConfirmInvolvementInput) (*casework.InvolvementPayload, error) {
	return Enquiry(ctx).ConfirmInvolvement(ctx, input)
}

type release struct{}

// Release is what one organisation asks of an owner.
func (*Resolver) Release() generated.ReleaseResolver { return release{} }

func (release) Element(ctx context.Context, r *casework.Release) (casework.Node, error) {
	return Enquiry(ctx).ReleasedElement(ctx, r)
}

func (release) Owner(ctx context.Context, r *casework.Release) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, r.Owner)
}

func (release) Asking(ctx context.Context, r *casework.Release) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, r.AskingID())
}

func (release) To(ctx context.Context, r *casework.Release) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, r.To)
}

func (release) Copy(ctx context.Context, r *casework.Release) (*casework.Record, error) {
	return Enquiry(ctx).RecordOrNone(ctx, r.Copy)
}

type closedGate struct{}

// ClosedGate is an element that may not be used so.
func (*Resolver) ClosedGate() generated.ClosedGateResolver { return closedGate{} }

func (closedGate) Owner(ctx context.Context, g *casework.ClosedGate) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, g.OwnerID)
}

type secondDecision struct{}

// SecondDecision is a judgement that a second officer decides on.
func (*Resolver) SecondDecision() generated.SecondDecisionResolver { return secondDecision{} }

func (secondDecision) Person(ctx context.Context, d *casework.SecondDecision) (*casework.Record, error) {
	return Enquiry(ctx).DecisionPerson(ctx, d)
}
