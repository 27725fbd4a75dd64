package oidc

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"entente/auth"
	"entente/graph"
)

// PurposeHeader carries the purpose of one request, percent-encoded where it
// is not ASCII; it goes before the purpose of the session.
const PurposeHeader = "Entente-Purpose"

// The limits of a purpose; the log takes no more bytes.
const (
	maxPurpose      = 200 // characters
	maxPurposeBytes = 500
)

// seenEvery is how exactly a session's last use is kept.
const seenEvery = time.Minute

// Authenticate says who asks: by an access token, with proof of the key it is
// bound to where it is, or by the session cookie. A request that carries both is refused, because nobody could say for
// which of the two it speaks; so are two of either. Without any, the error
// wraps ErrNoCredential. Errors are as for Verifier.Principal, or BadInput for
// a purpose that cannot be read; a session store that fails is no refusal but
// an error without a code.
//
// It does not protect a cookie against requests forged by other sites: the
// server does, for every request that changes something.
func (l *Login) Authenticate(r *http.Request) (auth.Principal, error) {
	return l.authenticate(r, true)
}

// Recheck is Authenticate for a request that was let in before and goes on: it
// does not count as use of the session, which ends by its idle time all the same,
// and the proof of a key need not be fresh.
func (l *Login) Recheck(r *http.Request) (auth.Principal, error) {
	return l.authenticate(r, false)
}

func (l *Login) authenticate(r *http.Request, uses bool) (auth.Principal, error) {
	p, err := l.credential(r, uses)
	if err != nil {
		return auth.Principal{}, l.refused(r.Context(), err)
	}
	if values := r.Header.Values(PurposeHeader); len(values) > 0 {
		purpose, err := url.PathUnescape(strings.Join(values, " "))
		if err != nil {
			return auth.Principal{}, graph.Bad(PurposeHeader, "The purpose must be percent-encoded text.")
		}
		if p.Purpose, err = checkPurpose(PurposeHeader, purpose); err != nil {
			return auth.Principal{}, err
		}
	}
	return p, nil
}

// refused writes a credential that does not hold down, and logs why. Who has none
// has not been refused, a session that ended is written down as that, and a store
// that failed refuses nobody.
func (l *Login) refused(ctx context.Context, err error) error {
	if graph.CodeOf(err) != graph.Unauthenticated || errors.Is(err, ErrNoCredential) {
		return err
	}
	l.tell(ctx, "credential refused", err)
	if errors.Is(err, errEnded) {
		return err
	}
	return errors.Join(err, l.options.Journal.Refused(ctx, auth.Principal{}))
}

func (l *Login) credential(r *http.Request, uses bool) (auth.Principal, error) {
	scheme, token, tokenErr := accessTokenOf(r)
	cookie, cookieErr := l.cookies.get(r, sessionCookie)
	noToken := errors.Is(tokenErr, ErrNoCredential)
	noCookie := errors.Is(cookieErr, ErrNoCredential)
	switch {
	case noToken && noCookie:
		return auth.Principal{}, refuse(ErrNoCredential)
	case !noToken && !noCookie:
		return auth.Principal{}, refuse(errors.New("both an access token and a session cookie"))
	case noCookie && tokenErr != nil:
		return auth.Principal{}, refuse(tokenErr)
	case !noCookie && cookieErr != nil:
		return auth.Principal{}, refuse(cookieErr)
	}
	if err := l.options.Registry.Fresh(r.Context()); err != nil {
		return auth.Principal{}, err
	}
	switch {
	case noCookie && scheme == schemeBearer:
		return l.options.Verifier.Principal(r.Context(), token)
	case noCookie:
		return l.holder(r, token, uses)
	}
	return l.session(r.Context(), sha256.Sum256([]byte(cookie)), uses)
}

// The schemes of the header Authorization, in small letters.
const (
	schemeBearer = "bearer" // RFC 6750 section 2.1
	schemeProof  = "dpop"   // RFC 9449 section 7.1
)

// accessTokenOf reads the header Authorization, the only place for a token.
func accessTokenOf(r *http.Request) (scheme, token string, err error) {
	headers := r.Header.Values("Authorization")
	if len(headers) == 0 {
		return "", "", ErrNoCredential
	}
	scheme, token, ok := strings.Cut(headers[0], " ")
	scheme, token = strings.ToLower(scheme), strings.TrimSpace(token)
	if len(headers) > 1 || !ok || token == "" || scheme != schemeBearer && scheme != schemeProof {
		return "", "", errors.New("the header Authorization is not one access token")
	}
	return scheme, token, nil
}

// holder signs in by a token and the proof of the key that it is bound to.
func (l *Login) holder(r *http.Request, token string, uses bool) (auth.Principal, error) {
	proofs := r.Header.Values("DPoP")
	if len(proofs) != 1 {
		return auth.Principal{}, refuse(errors.New("the header DPoP is not one proof"))
	}
	return l.options.Verifier.Holder(r.Context(), token, Proof{
		JWT: proofs[0], Method: r.Method, URL: l.base.String() + r.URL.EscapedPath(), Repeated: !uses,
	}, l.options.Sessions)
}

// session gives the officer of a session that still holds, within what the
// issuer may say now; uses keeps it from ending by its idle time.
func (l *Login) session(ctx context.Context, key SessionKey, uses bool) (auth.Principal, error) {
	s, err := l.options.Sessions.Find(ctx, key)
	if err != nil {
		return auth.Principal{}, sessionError("find the session", err)
	}
	now := l.options.Clock()
	if !now.Before(l.expires(s)) {
		return auth.Principal{}, l.ended(ctx, key, s, errors.New("the session has ended"))
	}
	issuer, ok := l.options.Registry.ByURL(s.Officer.Issuer)
	if !ok {
		return auth.Principal{}, l.ended(ctx, key, s, errors.New("the session's issuer is not in the trust registry"))
	}
	if _, err := issuer.still(s.Officer); err != nil {
		return auth.Principal{}, l.ended(ctx, key, s, fmt.Errorf("session: %w", err))
	}
	if s, err = l.confirmed(ctx, key, issuer, s); err != nil {
		return auth.Principal{}, err
	}
	officer, err := issuer.still(s.Officer)
	if err != nil {
		return auth.Principal{}, l.ended(ctx, key, s, fmt.Errorf("session: %w", err))
	}
	officer.Expires = l.expires(s)
	if uses && now.Sub(s.Seen) >= seenEvery {
		if err := l.options.Sessions.Change(ctx, key, func(s *Session) { s.Seen = now }); err != nil {
			return auth.Principal{}, sessionError("keep the session", err)
		}
		officer.Expires = earlier(now.Add(l.options.Idle), s.Ends)
	}
	return officer, nil
}

// errEnded marks a session whose end has been written down.
var errEnded = errors.New("the session is over")

// ended forgets a session that no longer holds, writes that down and refuses.
func (l *Login) ended(ctx context.Context, key SessionKey, s Session, reason error) error {
	return refuse(errors.Join(reason, errEnded, l.options.Sessions.Delete(ctx, key), l.options.Journal.Ended(ctx, s.Officer)))
}

// expires is when a session ends if it is not used again.
func (l *Login) expires(s Session) time.Time { return earlier(s.Seen.Add(l.options.Idle), s.Ends) }

// sessionError is a refusal if there is no such session. A store that fails is
// no reason to send officers to sign in again.
func sessionError(operation string, err error) error {
	if errors.Is(err, ErrNoSession) {
		return refusef("%s: %w", operation, err)
	}
	return fmt.Errorf("%s: %w", operation, err)
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// SetPurpose keeps the purpose of an officer's session for the requests that
// follow; session is the Principal's Session. An empty purpose takes it away.
func (l *Login) SetPurpose(ctx context.Context, session, purpose string) error {
	purpose, err := checkPurpose("purpose", purpose)
	if err != nil {
		return err
	}
	key, ok := parseSessionKey(session)
	if !ok {
		return graph.Bad("purpose", "Only a browser session keeps a purpose; with a token send the header "+PurposeHeader+".")
	}
	if err := l.options.Sessions.Change(ctx, key, func(s *Session) { s.Officer.Purpose = purpose }); err != nil {
		return sessionError("set the purpose", err)
	}
	return nil
}

func checkPurpose(field, purpose string) (string, error) {
	purpose = strings.TrimSpace(purpose)
	unprintable := func(r rune) bool { return !unicode.IsPrint(r) }
	if !utf8.ValidString(purpose) || utf8.RuneCountInString(purpose) > maxPurpose || len(purpose) > maxPurposeBytes || strings.ContainsFunc(purpose, unprintable) {
		return "", graph.Bad(field, "A purpose is at most 200 printable characters on one line.")
	}
	return purpose, nil
}
