package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type operation struct{}

// Operation is a joint investigation.
func (*Resolver) Operation() generated.OperationResolver { return operation{} }

func (operation) Involvements(
	ctx context.Context, o *graph.Operation, roles []graph.InvolvementRole, first int, after *string,
) (*casework.InvolvementConnection, error) {
	return Enquiry(ctx).InvolvementsIn(ctx, o, roles, first, after)
}

func (operation) Graph(ctx context.Context, o *graph.Operation, kinds []graph.RecordKind, limit int) (*casework.Subgraph, error) {
	return Enquiry(ctx).OperationGraph(ctx, o, kinds, limit)
}

type party struct{}

// Party is an organisation in an agreement.
func (*Resolver) Party() generated.PartyResolver { return party{} }

func (party) Organisation(ctx context.Context, p *graph.Party) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, p.Organisation)
}

type member struct{}

// Member is an officer in a team.
func (*Resolver) Member() generated.MemberResolver { return member{} }

func (member) OfficerID(_ context.Context, m *graph.Member) (graph.ID, error) { return m.Officer, nil }

func (member) Organisation(ctx context.Context, m *graph.Member) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, m.Organisation)
}

func (operation) State(ctx context.Context, o *graph.Operation) (graph.OperationState, error) {
	return Enquiry(ctx).OperationState(o), nil
}

func (operation) Versions(ctx context.Context, o *graph.Operation) ([]*graph.Operation, error) {
	return Enquiry(ctx).OperationVersions(ctx, o)
}

type proposal struct{}

// Proposal is what parties are asked to sign.
func (*Resolver) Proposal() generated.ProposalResolver { return proposal{} }

func (proposal) Parties(ctx context.Context, p *graph.Proposal) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, p.Parties)
}

func (proposal) By(ctx context.Context, p *graph.Proposal) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, p.By)
}

func (proposal) Awaits(ctx context.Context, p *graph.Proposal) ([]*graph.Organisation, error) {
	return Enquiry(ctx).OrganisationsNamed(ctx, p.Awaits())
}

type signature struct{}

// Signature is that of an organisation.
func (*Resolver) Signature() generated.SignatureResolver { return signature{} }

func (signature) Organisation(ctx context.Context, s *graph.Signature) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, s.Organisation)
}

func (mutation) ProposeOperation(ctx context.Context, input casework.ProposeOperationInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).ProposeOperation(ctx, input)
}

func (mutation) SignOperation(ctx context.Context, input casework.OperationInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).SignOperation(ctx, input)
}

func (mutation) AmendOperation(ctx context.Context, input casework.AmendOperationInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).AmendOperation(ctx, input)
}

func (mutation) ExtendOperation(ctx context.Context, input casework.ExtendOperationInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).ExtendOperation(ctx, input)
}

func (mutation) EndOperation(ctx context.Context, input casework.OperationInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).EndOperation(ctx, input)
}

func (mutation) WithdrawParty(ctx context.Context, input casework.WithdrawPartyInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).WithdrawParty(ctx, input)
}

func (mutation) AddMember(ctx context.Context, input casework.AddMemberInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).AddMember(ctx, input)
}

func (mutation) RemoveMember(ctx context.Context, input casework.RemoveMemberInput) (*casework.OperationPayload, error) {
	return Enquiry(ctx).RemoveMember(ctx, input)
}

func (operation) Certificates(ctx context.Context, o *graph.Operation) ([]*casework.Certificate, error) {
	return Enquiry(ctx).Certificates(ctx, o)
}

func (operation) Evaluations(ctx context.Context, o *graph.Operation) ([]*casework.Evaluation, error) {
	return Enquiry(ctx).Evaluations(ctx, o)
}

type certificate struct{}

// Certificate is what an owner did with what it had shared.
func (*Resolver) Certificate() generated.CertificateResolver { return certificate{} }

func (certificate) Organisation(ctx context.Context, c *casework.Certificate) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, c.Certificate.Organisation)
}

type evaluation struct{}

// Evaluation is what a party makes of a joint team.
func (*Resolver) Evaluation() generated.EvaluationResolver { return evaluation{} }

func (evaluation) Organisation(ctx context.Context, v *casework.Evaluation) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, v.Evaluation.Organisation)
}

func (mutation) CloseSharing(ctx context.Context, input casework.CloseSharingInput) (*casework.CertificatePayload, error) {
	return Enquiry(ctx).CloseSharing(ctx, input)
}

func (mutation) FileEvaluation(ctx context.Context, input casework.FileEvaluationInput) (*casework.EvaluationPayload, error) {
	return Enquiry(ctx).FileEvaluation(ctx, input)
}
