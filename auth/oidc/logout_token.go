package oidc

import (
	"context"
	"errors"
	"time"

	"entente/auth"
	"entente/graph"
)

// logoutEvent is the one member that `events` of a logout token must have.
const logoutEvent = "http://schemas.openid.net/event/backchannel-logout"

// maxTokenName bounds `jti` and `sid`, in bytes.
const maxTokenName = 255

// checkLogout is OpenID Connect Back-Channel Logout section 2.6, points 4 to 6,
// and the name by which a token is known again.
func (t token) checkLogout() error {
	if t.payload.has("nonce") {
		return errors.New("a logout token has no nonce")
	}
	events, err := decodeObject(t.payload["events"])
	if err != nil {
		return errors.New("events is not an object")
	}
	if _, err := decodeObject(events[logoutEvent]); err != nil {
		return errors.New("events does not say that somebody signed out")
	}
	id, err := t.payload.text("jti")
	if err != nil || id == "" || len(id) > maxTokenName {
		return errors.New("jti is missing, malformed or too long")
	}
	login, err := t.payload.text("sid")
	if err != nil || len(login) > maxTokenName {
		return errors.New("sid is malformed or too long")
	}
	if login == "" && !t.payload.has("sub") {
		return errors.New("neither sub nor sid says who signed out")
	}
	return nil
}

// leaving is what a logout token says.
type leaving struct {
	issuer, id string // the issuer's URL; jti
	officer    graph.ID
	login      string // sid; empty: all sessions of the officer
	expires    time.Time
}

// leaving reads a logout token of an issuer.
func (v *Verifier) leaving(ctx context.Context, issuer Issuer, raw string) (leaving, error) {
	t, err := v.open(ctx, raw, logoutToken)
	if err != nil {
		return leaving{}, err
	}
	if t.issuer.URL != issuer.URL {
		return leaving{}, errors.New("the token is of another issuer than the address")
	}
	out := leaving{issuer: issuer.URL, expires: t.expires}
	var faults [3]error
	out.id, faults[0] = t.payload.text("jti")
	out.login, faults[1] = t.payload.text("sid")
	subject, fault := t.payload.text("sub")
	faults[2] = fault
	if subject != "" {
		out.officer = auth.OfficerID(issuer.URL, subject)
	}
	return out, errors.Join(faults[:]...)
}

// mark says where to look for the sessions that end.
func (o leaving) mark() SessionMark {
	if o.login != "" {
		return SessionMark{Issuer: o.issuer, Login: o.login}
	}
	return SessionMark{Officer: o.officer}
}

// ends says whether a session that has the mark is meant: of the login, and of
// the officer where the token names one.
func (o leaving) ends(s Session) bool { return o.officer == "" || o.officer == s.Officer.Officer }
