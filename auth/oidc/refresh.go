package oidc

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"entente/auth"
)

const (
	// askedAgain is how long nobody else asks the provider about a session that
	// somebody is asking about: a refresh token that rotates serves once.
	askedAgain = 15 * time.Second
	// lookAgain is how often a request looks whether another has the answer.
	lookAgain = 100 * time.Millisecond
)

// confirmed gives a session as its provider last confirmed it, by refresh token
// (OpenID Connect Core section 12): asked where RefreshEvery has passed since it
// did. A provider that refuses ends the session. One that cannot be reached is
// asked again for as long once more; then the session ends.
func (l *Login) confirmed(ctx context.Context, key SessionKey, issuer Issuer, s Session) (Session, error) {
	now := l.options.Clock()
	since := now.Sub(s.confirmed())
	if issuer.RefreshEvery == 0 || since < issuer.RefreshEvery {
		return s, nil
	}
	if s.Refresh == "" {
		return s, l.ended(ctx, key, s, fmt.Errorf("issuer %s gave no refresh token, by which the session could be confirmed", issuer.Name))
	}
	last := since >= 2*issuer.RefreshEvery
	mine, err := l.claim(ctx, key, now)
	switch {
	case err != nil:
		return s, sessionError("confirm the session", err)
	case !mine && last:
		return l.awaited(ctx, key, s)
	case !mine:
		return s, nil
	}
	change, err := l.refresh(ctx, issuer, s)
	var refused *refreshRefused
	switch {
	case errors.As(err, &refused), err != nil && last:
		return s, l.ended(ctx, key, s, err)
	case err != nil:
		l.options.Log.WarnContext(ctx, "a session was not confirmed; the provider is asked again", "error", err)
		return s, nil
	}
	if err := l.options.Sessions.Change(ctx, key, change); err != nil {
		return s, sessionError("keep what confirms the session", err)
	}
	change(&s)
	return s, nil
}

// claim lets one request ask about a session, of all at all processes.
func (l *Login) claim(ctx context.Context, key SessionKey, now time.Time) (mine bool, err error) {
	err = l.options.Sessions.Change(ctx, key, func(s *Session) {
		if mine = now.Sub(s.Asked) >= askedAgain; mine {
			s.Asked = now
		}
	})
	return mine, err
}

// awaited waits for the answer that another request is asking for, no longer than
// that one may take.
func (l *Login) awaited(ctx context.Context, key SessionKey, s Session) (Session, error) {
	ctx, cancel := context.WithTimeout(ctx, l.options.Verifier.timeout)
	defer cancel()
	for look := time.NewTicker(lookAgain); ; {
		now, err := l.options.Sessions.Find(ctx, key)
		if err != nil {
			look.Stop()
			return s, sessionError("find the session", err)
		}
		if now.confirmed().After(s.confirmed()) {
			look.Stop()
			return now, nil
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			look.Stop()
			return s, refuse(errors.New("the session waits for its provider"))
		}
	}
}

// refreshRefused is an answer that ends the session: the provider's no, or an ID
// token that cannot be of the same officer.
type refreshRefused struct{ reason error }

// Error implements error.
func (r *refreshRefused) Error() string { return r.reason.Error() }

// refresh trades the refresh token, and gives what the answer makes of the session.
func (l *Login) refresh(ctx context.Context, issuer Issuer, s Session) (func(*Session), error) {
	known, err := l.known(ctx, issuer)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, l.options.Verifier.timeout)
	defer cancel()
	answer, err := l.tradeRefresh(ctx, issuer, known, s.Refresh)
	if err != nil {
		return nil, refreshError(issuer, err)
	}
	officer, raw := s.Officer, s.IDToken
	if token, ok := answer.Extra("id_token").(string); ok { // it may come without one
		raw = token
		if officer, err = l.options.Verifier.refreshed(ctx, issuer, s, token, answer.AccessToken); err != nil {
			return nil, &refreshRefused{fmt.Errorf("issuer %s: refreshed ID token: %w", issuer.Name, err)}
		}
	}
	now := l.options.Clock()
	return func(s *Session) {
		s.Officer.Name, s.Officer.Roles, s.Officer.Clearances = officer.Name, officer.Roles, officer.Clearances
		s.IDToken, s.Refresh, s.Confirmed = raw, or(answer.RefreshToken, s.Refresh), now
	}, nil
}

// tradeRefresh sends the refresh token to the token endpoint, with the client
// proved as for a code.
func (l *Login) tradeRefresh(ctx context.Context, issuer Issuer, known *metadata, token string) (*oauth2.Token, error) {
	proof, err := l.asserted(issuer)
	if err != nil {
		return nil, err
	}
	form := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {token}}
	for name, value := range proof {
		form.Set(name, value)
	}
	style := oauth2.AuthStyleInParams
	if issuer.ClientSecret != "" && known.takesSecretInHeader() {
		style = oauth2.AuthStyleInHeader
	}
	// The package of client credentials is the one that sends a form of ours.
	request := clientcredentials.Config{
		ClientID: issuer.ClientID, ClientSecret: issuer.ClientSecret, TokenURL: known.endpoint.TokenURL,
		EndpointParams: form, AuthStyle: style,
	}
	return request.Token(goidc.ClientContext(ctx, l.options.Verifier.provider(issuer.URL).client))
}

// refreshError tells a provider that refuses from one that is in trouble.
func refreshError(issuer Issuer, err error) error {
	var answered *oauth2.RetrieveError
	if !errors.As(err, &answered) {
		return fmt.Errorf("issuer %s: refresh: %w", issuer.Name, err)
	}
	reason := fmt.Errorf("issuer %s refused the refresh: %.40q", issuer.Name, answered.ErrorCode)
	status := answered.Response.StatusCode
	if status >= 400 && status < 500 && status != http.StatusRequestTimeout && status != http.StatusTooManyRequests {
		return &refreshRefused{reason}
	}
	return reason
}

// refreshed is the officer of a session as a refreshed ID token has them now: the
// same person for the same organisation (OpenID Connect Core section 12.2), with
// the roles and clearances of today. How the officer proved themselves is not taken
// from it: that was at the login.
func (v *Verifier) refreshed(ctx context.Context, issuer Issuer, s Session, raw, access string) (auth.Principal, error) {
	t, err := v.open(ctx, raw, idToken)
	if err != nil {
		return auth.Principal{}, err
	}
	p, err := t.issuer.grant(t.payload)
	if err != nil {
		return auth.Principal{}, err
	}
	switch {
	case t.issuer.URL != issuer.URL:
		return auth.Principal{}, errors.New("it is of another issuer than the session")
	case p.Officer != s.Officer.Officer:
		return auth.Principal{}, errors.New("sub is not that of the session")
	case p.Organisation != s.Officer.Organisation:
		return auth.Principal{}, errors.New("the officer speaks for another organisation than at the login")
	}
	return p, errors.Join(t.checkAccessHash(access), t.checkNonceOf(s.IDToken))
}

// checkNonceOf wants no nonce, or that of the ID token before.
func (t token) checkNonceOf(before string) error {
	if !t.payload.has("nonce") {
		return nil
	}
	_, payload, err := decodeToken(before)
	if err != nil {
		return err
	}
	nonce, err := payload.text("nonce")
	if err != nil {
		return err
	}
	return t.checkNonce(nonce)
}
