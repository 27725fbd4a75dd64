package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph/identifier"
	"entente/resolvers/generated"
)

func (query) Trace(ctx context.Context, input casework.TraceInput) (*casework.Trace, error) {
	return Enquiry(ctx).Trace(ctx, input)
}

func (query) EarliestArrival(ctx context.Context, input casework.ArrivalInput) (*casework.Arrivals, error) {
	return Enquiry(ctx).EarliestArrival(ctx, input)
}

type currencyTotal struct{}

// CurrencyTotal is what transfers of one currency add up to.
func (*Resolver) CurrencyTotal() generated.CurrencyTotalResolver { return currencyTotal{} }

func (currencyTotal) Amount(_ context.Context, t *casework.CurrencyTotal) (string, error) {
	return identifier.Amount(t.Minor, t.Currency), nil
}
