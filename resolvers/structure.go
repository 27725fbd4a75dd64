package resolvers

import (
	"context"

	"entente/casework"
)

func (query) Centrality(ctx context.Context, input casework.CentralityInput) (*casework.Centrality, error) {
	return Enquiry(ctx).Centrality(ctx, input)
}

func (query) Structure(ctx context.Context, input casework.StructureInput) (*casework.Structure, error) {
	return Enquiry(ctx).Structure(ctx, input)
}

func (query) Brokers(ctx context.Context, input casework.BrokersInput) ([]*casework.Broker, error) {
	return of(Enquiry(ctx).Brokers(ctx, input))
}
