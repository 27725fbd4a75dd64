package oidc

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
)

// logout ends the session here first, then sends the browser on to be signed
// out at the provider (OpenID Connect RP-Initiated Logout). A caller that
// accepts JSON gets {"continue": address} to go to. It answers the same
// whether or not there was a session.
func (l *Login) logout(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	next := l.LoggedOutURI()
	id, err := l.cookies.get(r, sessionCookie)
	if err == nil {
		next, err = l.endSession(r, sha256.Sum256([]byte(id)))
	}
	l.cookies.set(w, sessionCookie, "")
	if err != nil && !errors.Is(err, ErrNoCredential) {
		l.fail(w, r, err)
		return
	}
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		w.Header().Set("Content-Type", "application/json")
		if err := json.NewEncoder(w).Encode(map[string]string{"continue": next}); err != nil {
			l.options.Log.WarnContext(r.Context(), "logout answer not sent", "error", err)
		}
		return
	}
	// A page that goes on by itself rather than a redirect: a content security
	// policy of the page the form was on would stop a redirect to the provider.
	w.Header().Set("Refresh", "0; url="+next)
	_, words := l.speech.of(r)
	l.render(w, r, http.StatusOK, page{Text: words.SignedOut, Next: next, NextText: words.Continue})
}

// endSession forgets the session and says where to go next.
func (l *Login) endSession(r *http.Request, key SessionKey) (string, error) {
	s, err := l.options.Sessions.Find(r.Context(), key)
	if errors.Is(err, ErrNoSession) {
		return l.LoggedOutURI(), nil
	}
	if err != nil {
		return "", err
	}
	if err := l.options.Sessions.Delete(r.Context(), key); err != nil {
		return "", err
	}
	// The session has ended whatever becomes of the journal.
	if err := l.options.Journal.SignedOut(r.Context(), s.Officer); err != nil {
		return "", err
	}
	issuer, ok := l.options.Registry.ByURL(s.Officer.Issuer)
	if !ok {
		return l.LoggedOutURI(), nil
	}
	known, err := l.known(r.Context(), issuer)
	if err != nil || known.endSession == "" {
		return l.LoggedOutURI(), nil // signed out here; the provider is down or has no such endpoint
	}
	return l.providerLogout(known.endSession, issuer, s.IDToken)
}

func (l *Login) providerLogout(endpoint string, issuer Issuer, hint string) (string, error) {
	u, err := url.Parse(endpoint)
	if err != nil {
		return "", err
	}
	q := u.Query()
	q.Set("id_token_hint", hint)
	q.Set("client_id", issuer.ClientID)
	q.Set("post_logout_redirect_uri", l.LoggedOutURI())
	u.RawQuery = q.Encode()
	return u.String(), nil
}
