package resolvers

import (
	"context"

	"entente/casework"
)

func (query) Issuers(ctx context.Context) ([]*casework.Issuer, error) {
	return Enquiry(ctx).Issuers(ctx)
}

func (query) DryRunIssuer(ctx context.Context, entry, token string) (*casework.IssuerTrial, error) {
	return Enquiry(ctx).DryRunIssuer(ctx, entry, token)
}

func (mutation) ProposeIssuer(ctx context.Context, entry string) (*casework.Issuer, error) {
	return Enquiry(ctx).ProposeIssuer(ctx, entry)
}

func (mutation) DecideIssuer(ctx context.Context, name string, version int, accept bool) (*casework.Issuer, error) {
	return Enquiry(ctx).DecideIssuer(ctx, name, version, accept)
}

func (mutation) SuspendIssuer(ctx context.Context, name string) (*casework.Issuer, error) {
	return Enquiry(ctx).SuspendIssuer(ctx, name)
}
