package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

func (query) JointPlans(ctx context.Context, first int) ([]*casework.JointPlan, error) {
	return Enquiry(ctx).JointPlans(ctx, first)
}

func (mutation) ProposeJointPlan(ctx context.Context, input casework.ProposeJointPlanInput) (*casework.JointPlanPayload, error) {
	return Enquiry(ctx).ProposeJointPlan(ctx, input)
}

func (mutation) DecideJointPlan(ctx context.Context, input casework.DecideJointPlanInput) (*casework.JointPlanPayload, error) {
	return Enquiry(ctx).DecideJointPlan(ctx, input)
}

func (mutation) WithdrawJointPlan(ctx context.Context, input casework.WithdrawJointPlanInput) (*casework.JointPlanPayload, error) {
	return Enquiry(ctx).WithdrawJointPlan(ctx, input)
}

type jointPlan struct{}

// JointPlan is one plan of two organisations.
func (*Resolver) JointPlan() generated.JointPlanResolver { return jointPlan{} }

func (jointPlan) Operation(ctx context.Context, p *casework.JointPlan) (*graph.Operation, error) {
	return known(Enquiry(ctx).Operation(ctx, p.JointPlan.Operation))
}

func (jointPlan) Asking(ctx context.Context, p *casework.JointPlan) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, p.AskingID())
}

func (jointPlan) Partner(ctx context.Context, p *casework.JointPlan) (*graph.Organisation, error) {
	return Enquiry(ctx).Organisation(ctx, p.JointPlan.Partner)
}
