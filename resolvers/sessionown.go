package resolvers

import (
	"context"

	"entente/auth"
)

func (query) MySessions(ctx context.Context) ([]*auth.BrowserSession, error) {
	return of(Enquiry(ctx).MySessions(ctx))
}

func (mutation) EndSession(ctx context.Context, session string) ([]*auth.BrowserSession, error) {
	return of(Enquiry(ctx).EndSession(ctx, session))
}
