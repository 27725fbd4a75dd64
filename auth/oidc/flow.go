package oidc

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"entente/auth"
)

const secretBytes = 32 // 256 bits, for session ids, states, nonces and PKCE verifiers

// draw is a fresh secret in text.
func (l *Login) draw() (string, error) {
	var b [secretBytes]byte
	if _, err := io.ReadFull(l.options.Random, b[:]); err != nil {
		return "", fmt.Errorf("draw a secret: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(b[:]), nil
}

func (l *Login) drawPending(issuer, returnTo string, stepUp bool) (pending, error) {
	p := pending{Issuer: issuer, StepUp: stepUp, Return: returnPath(returnTo), Ends: l.options.Clock().Add(pendingLife)}
	for _, secret := range []*string{&p.State, &p.Nonce, &p.Verifier} {
		var err error
		if *secret, err = l.draw(); err != nil {
			return pending{}, err
		}
	}
	return p, nil
}

// start sends the browser to the provider.
func (l *Login) start(w http.ResponseWriter, r *http.Request) {
	l.startAt(w, r, r.PathValue("issuer"), false)
}

// startAt begins a login at an issuer; for a step-up it asks the provider for
// what the issuer's entry wants before the gravest actions.
func (l *Login) startAt(w http.ResponseWriter, r *http.Request, name string, stepUp bool) {
	target, p, err := l.begun(r, name, stepUp)
	if err == nil {
		err = l.cookies.setPending(w, p)
	}
	if err != nil {
		l.fail(w, r, err)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, target, http.StatusSeeOther) //nolint:gosec // a trusted issuer's own endpoint
}

// begun is where a login leads, and what the browser keeps of it.
func (l *Login) begun(r *http.Request, name string, stepUp bool) (target string, p pending, err error) {
	issuer, err := l.active(r.Context(), name)
	if err != nil {
		return "", pending{}, err
	}
	known, err := l.known(r.Context(), issuer)
	if err != nil {
		return "", pending{}, err
	}
	if p, err = l.drawPending(issuer.Name, r.FormValue("return_to"), stepUp); err != nil {
		return "", pending{}, err
	}
	target, err = l.begin(r.Context(), issuer, known, p)
	return target, p, err
}

// active is the issuer of this name, as the hub's administrators have it now.
func (l *Login) active(ctx context.Context, name string) (Issuer, error) {
	if err := l.options.Registry.Fresh(ctx); err != nil {
		return Issuer{}, err
	}
	issuer, ok := l.options.Registry.ByName(name)
	if !ok {
		return Issuer{}, errors.New("no issuer of this name")
	}
	if issuer.State != Active {
		return Issuer{}, fmt.Errorf("issuer %s is %s", issuer.Name, issuer.State)
	}
	return issuer, nil
}

func (l *Login) known(ctx context.Context, i Issuer) (*metadata, error) {
	ctx, cancel := context.WithTimeout(ctx, l.options.Verifier.timeout)
	defer cancel()
	known, err := l.options.Verifier.provider(i.URL).metadata(ctx)
	if err != nil {
		return nil, fmt.Errorf("issuer %s: %w", i.Name, err)
	}
	return known, nil
}

// callback ends a login: it takes the pending cookie away whatever happens, so
// that no state serves twice in one browser.
func (l *Login) callback(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer") // the address holds the code
	p, err := l.cookies.getPending(r, l.options.Clock())
	l.cookies.set(w, pendingCookie, "")
	if err != nil {
		l.fail(w, r, l.failed(r.Context(), err))
		return
	}
	in, err := l.finish(r, p)
	if err == nil && p.StepUp && !in.officer.Proved(l.options.Clock()) {
		err = errors.New("the provider did not do what was asked for the step-up")
	}
	if err != nil {
		l.fail(w, r, l.failed(r.Context(), err))
		return
	}
	if err := l.beginSession(w, r, in); err != nil {
		l.fail(w, r, err)
		return
	}
	http.Redirect(w, r, p.Return, http.StatusSeeOther)
}

// failed writes a login that came to nothing down: nobody knows whose.
func (l *Login) failed(ctx context.Context, reason error) error {
	return errors.Join(reason, l.options.Journal.Refused(ctx, auth.Principal{}))
}

// finish checks the answer against the login that began here, and trades the
// code for the officer and the ID token.
func (l *Login) finish(r *http.Request, p pending) (signedIn, error) {
	issuer, err := l.active(r.Context(), r.PathValue("issuer"))
	if err != nil {
		return signedIn{}, err
	}
	known, err := l.known(r.Context(), issuer)
	if err != nil {
		return signedIn{}, err
	}
	answer := r.URL.Query()
	if err := checkAnswer(answer, p, issuer, known); err != nil {
		return signedIn{}, err
	}
	return l.exchange(r.Context(), issuer, known, p, answer.Get("code"))
}

// checkAnswer refuses an answer to another login, of another provider (mix-up;
// RFC 9207), an error, or parameters given twice.
func checkAnswer(answer url.Values, p pending, issuer Issuer, known *metadata) error {
	for _, name := range []string{"state", "iss", "code", "error"} {
		if len(answer[name]) > 1 {
			return fmt.Errorf("parameter %s came twice", name)
		}
	}
	switch {
	case p.Issuer != issuer.Name:
		return errors.New("the answer came to the address of another issuer than the login began with")
	case subtle.ConstantTimeCompare([]byte(answer.Get("state")), []byte(p.State)) != 1:
		return errors.New("state is missing or not that of this browser's login")
	case answer.Has("iss") && answer.Get("iss") != issuer.URL:
		return errors.New("iss names another issuer than the login began with")
	case known.namesItself && !answer.Has("iss"):
		return errors.New("iss is missing from a provider that always sends it")
	case answer.Has("error"):
		return fmt.Errorf("issuer %s answered with an error", issuer.Name)
	case answer.Get("code") == "":
		return errors.New("code is missing")
	}
	return nil
}

func (l *Login) exchange(ctx context.Context, issuer Issuer, known *metadata, p pending, code string) (signedIn, error) {
	ctx, cancel := context.WithTimeout(ctx, l.options.Verifier.timeout)
	defer cancel()
	withClient := goidc.ClientContext(ctx, l.options.Verifier.provider(issuer.URL).client)
	answer, err := l.trade(withClient, issuer, known, p, code)
	if err != nil {
		return signedIn{}, exchangeError(issuer, err)
	}
	raw, ok := answer.Extra("id_token").(string)
	if !ok {
		return signedIn{}, fmt.Errorf("issuer %s gave no ID token", issuer.Name)
	}
	in, err := l.options.Verifier.signedIn(ctx, LoginToken{
		Issuer: issuer.URL, Nonce: p.Nonce,
		IDToken: raw, AccessToken: answer.AccessToken,
	})
	if issuer.RefreshEvery > 0 {
		in.refresh = answer.RefreshToken
	}
	return in, err
}

// trade sends the code to the token endpoint, with the client proved.
func (l *Login) trade(ctx context.Context, issuer Issuer, known *metadata, p pending, code string) (*oauth2.Token, error) {
	proof, err := l.asserted(issuer)
	if err != nil {
		return nil, err
	}
	options := []oauth2.AuthCodeOption{oauth2.VerifierOption(p.Verifier)}
	for name, value := range proof {
		options = append(options, oauth2.SetAuthURLParam(name, value))
	}
	return l.client(issuer, known.endpoint).Exchange(ctx, code, options...)
}

// exchangeError keeps the provider's error code and drops its text, which may
// hold anything.
func exchangeError(issuer Issuer, err error) error {
	var refused *oauth2.RetrieveError
	if errors.As(err, &refused) {
		return fmt.Errorf("issuer %s refused the code: %.40q", issuer.Name, refused.ErrorCode)
	}
	return fmt.Errorf("issuer %s: trade the code: %w", issuer.Name, err)
}

// beginSession makes a new session under a new id. One the browser had before
// ends, so that an id planted before the login is worth nothing. The journal has
// the login before the browser has the cookie.
func (l *Login) beginSession(w http.ResponseWriter, r *http.Request, in signedIn) error {
	officer := in.officer
	again, err := l.endFormer(r, officer)
	if err != nil {
		return fmt.Errorf("end the session before: %w", err)
	}
	if err := l.options.Journal.SignedIn(r.Context(), officer, again); err != nil {
		return fmt.Errorf("write down the login: %w", err)
	}
	id, err := l.draw()
	if err != nil {
		return err
	}
	key := SessionKey(sha256.Sum256([]byte(id)))
	now := l.options.Clock()
	officer.Session = key.String()
	session := Session{Officer: officer, IDToken: in.idToken, Login: in.login, Refresh: in.refresh, Began: now, Seen: now, Ends: now.Add(l.options.Absolute)}
	if err := l.options.Sessions.Create(r.Context(), key, session); err != nil {
		return fmt.Errorf("begin a session: %w", err)
	}
	// An issuer that lost its trust while this was written must not keep it.
	if _, err := l.active(r.Context(), r.PathValue("issuer")); err != nil {
		return errors.Join(err, l.options.Sessions.Delete(r.Context(), key))
	}
	l.cookies.set(w, sessionCookie, id)
	return nil
}

// endFormer ends the session the browser has, if any, and says whether it was a
// live one of the same officer. Another officer's is written down as ended.
func (l *Login) endFormer(r *http.Request, officer auth.Principal) (again bool, err error) {
	id, err := l.cookies.get(r, sessionCookie)
	if err != nil {
		return false, nil //nolint:nilerr // no one session to end
	}
	key := SessionKey(sha256.Sum256([]byte(id)))
	former, err := l.options.Sessions.Find(r.Context(), key)
	if errors.Is(err, ErrNoSession) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := l.options.Sessions.Delete(r.Context(), key); err != nil {
		return false, err
	}
	live := l.options.Clock().Before(l.expires(former))
	if live && former.Officer.Officer == officer.Officer {
		return true, nil
	}
	return false, l.options.Journal.Ended(r.Context(), former.Officer)
}
