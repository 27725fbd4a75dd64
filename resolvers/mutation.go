package resolvers

import (
	"context"

	"entente/casework"
	"entente/resolvers/generated"
)

type mutation struct{}

// Mutation carries out what changes the hub.
func (*Resolver) Mutation() generated.MutationResolver { return mutation{} }

func (mutation) CreateRecord(ctx context.Context, input casework.CreateRecordInput) (*casework.RecordPayload, error) {
	return Enquiry(ctx).CreateRecord(ctx, input)
}

func (mutation) AmendRecord(ctx context.Context, input casework.AmendRecordInput) (*casework.RecordPayload, error) {
	return Enquiry(ctx).AmendRecord(ctx, input)
}

func (mutation) RetireRecord(ctx context.Context, input casework.RetireInput) (*casework.RetirePayload, error) {
	return Enquiry(ctx).RetireRecord(ctx, input)
}

func (mutation) CreateLink(ctx context.Context, input casework.CreateLinkInput) (*casework.LinkPayload, error) {
	return Enquiry(ctx).CreateLink(ctx, input)
}

func (mutation) AmendLink(ctx context.Context, input casework.AmendLinkInput) (*casework.LinkPayload, error) {
	return Enquiry(ctx).AmendLink(ctx, input)
}

func (mutation) RetireLink(ctx context.Context, input casework.RetireInput) (*casework.RetirePayload, error) {
	return Enquiry(ctx).RetireLink(ctx, input)
}

func (mutation) CreateInvolvement(ctx context.Context, input casework.CreateInvolvementInput) (*casework.InvolvementPayload, error) {
	return Enquiry(ctx).CreateInvolvement(ctx, input)
}

func (mutation) RetireInvolvement(ctx context.Context, input casework.RetireInput) (*casework.RetirePayload, error) {
	return Enquiry(ctx).RetireInvolvement(ctx, input)
}

func (mutation) ImportPart(ctx context.Context, input casework.ImportPartInput) (*casework.ImportPayload, error) {
	return Enquiry(ctx).ImportPart(ctx, input)
}

func (mutation) SetPurpose(ctx context.Context, purpose string) (*casework.Me, error) {
	return Enquiry(ctx).SetPurpose(ctx, purpose)
}
