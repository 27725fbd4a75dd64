package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type job struct{}

// Job is a long question under way or answered.
func (*Resolver) Job() generated.JobResolver { return job{} }

func (job) Result(ctx context.Context, j *casework.Job) (casework.JobResult, error) {
	return Enquiry(ctx).JobResult(ctx, j)
}

func (query) Job(ctx context.Context, id graph.ID) (*casework.Job, error) {
	return Enquiry(ctx).Job(ctx, id)
}

func (mutation) StartJob(ctx context.Context, input casework.JobInput) (*casework.Job, error) {
	return Enquiry(ctx).StartJob(ctx, input)
}

func (mutation) CancelJob(ctx context.Context, id graph.ID) (*casework.Job, error) {
	return Enquiry(ctx).CancelJob(ctx, id)
}
