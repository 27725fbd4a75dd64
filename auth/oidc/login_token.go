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
	in, err := v.signedIn(ctx, login)
	return in.officer, err
}

// signedIn is whom an ID token speaks for, and what the session keeps of it.
type signedIn struct {
	officer auth.Principal
	idToken string
	login   string // the provider's `sid`
	refresh string // the refresh token, if the entry wants one kept
}

func (v *Verifier) signedIn(ctx context.Context, login LoginToken) (signedIn, error) {
	t, err := v.open(ctx, login.IDToken, idToken)
	if err != nil {
		return signedIn{}, refusef("ID token: %w", err)
	}
	if t.issuer.URL != login.Issuer {
		return signedIn{}, refuse(errors.New("ID token is of another issuer than the login"))
	}
	if err := errors.Join(t.checkNonce(login.Nonce), t.checkAccessHash(login.AccessToken)); err != nil {
		return signedIn{}, refusef("ID token: %w", err)
	}
	in := signedIn{idToken: login.IDToken}
	if in.officer, err = t.officer(v.clock()); err != nil {
		return signedIn{}, refusef("ID token: %w", err)
	}
	if in.login, err = t.payload.text("sid"); err != nil {
		return signedIn{}, refusef("ID token: %w", err)
	}
	return in, nil
}
