package resolvers

import (
	"context"

	"entente/casework"
)

func (query) Plan(ctx context.Context, input casework.PlanInput) (*casework.DisruptionPlan, error) {
	return Enquiry(ctx).Plan(ctx, input)
}

func (query) ScorePlan(ctx context.Context, input casework.ScorePlanInput) (*casework.DisruptionPlan, error) {
	return Enquiry(ctx).ScorePlan(ctx, input)
}

func (query) ComparePlans(ctx context.Context, input casework.ComparePlansInput) (*casework.PlanComparison, error) {
	return Enquiry(ctx).ComparePlans(ctx, input)
}
