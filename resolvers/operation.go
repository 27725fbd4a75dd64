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
