package oidc

import (
	"context"
	"errors"

	"entente/auth"
)

// LoginToken is an ID token as it came from the token endpoint, and what it
// must match.
type LoginToken struct {
	Issuer      string // URL of the issuer the login began with
	Nonce       string // of this login; never empty
	IDToken     string
	AccessToken string // that came along, or empty
}

// Officer is whom an ID token speaks for at the end of a login. Expires is left
// zero: how long the login lasts is the session's matter. Errors are as for
// Principal.
func (v *Verifier) Officer(ctx context.Context, login LoginToken) (auth.Principal, error) {
	t, err := v.open(ctx, login.IDToken, idToken)
	if err != nil {
		return auth.Principal{}, refusef("ID token: %w", err)
	}
	if t.issuer.URL != login.Issuer {
		return auth.Principal{}, refuse(errors.New("ID token is of another issuer than the login"))
	}
	if err := errors.Join(t.checkNonce(login.Nonce), t.checkAccessHash(login.AccessToken)); err != nil {
		return auth.Principal{}, refusef("ID token: %w", err)
	}
	p, err := t.issuer.grant(t.payload)
	if err != nil {
		return auth.Principal{}, refusef("ID token: %w", err)
	}
	return p, nil
}
