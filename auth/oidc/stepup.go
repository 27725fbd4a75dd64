package oidc

import (
	"crypto/sha256"
	"net/http"
	"strconv"
	"strings"
	"time"

	"golang.org/x/oauth2"

	"entente/auth"
)

// stepUpName stands where an issuer's name stands in the address of a login.
const stepUpName = "step-up"

// stepUp sends an officer who is signed in to their own provider once more, to
// prove who they are as the gravest actions want it; nobody signed in chooses an
// agency first.
func (l *Login) stepUp(w http.ResponseWriter, r *http.Request) {
	id, err := l.cookies.get(r, sessionCookie)
	if err != nil {
		l.choose(w, r)
		return
	}
	s, err := l.options.Sessions.Find(r.Context(), sha256.Sum256([]byte(id)))
	if err != nil {
		l.choose(w, r)
		return
	}
	issuer, ok := l.options.Registry.ByURL(s.Officer.Issuer)
	if !ok {
		l.choose(w, r)
		return
	}
	l.startAt(w, r, issuer.Name, true)
}

// wanted is what the provider is asked for: what every sign-in must be, and for a
// step-up what the gravest actions want as well.
func (i Issuer) wanted(stepUp bool) auth.Proof {
	if !stepUp {
		return i.SignIn
	}
	asked := i.StepUp
	if len(asked.ACR) == 0 {
		asked.ACR = i.SignIn.ACR
	}
	if age := i.SignIn.MaxAge; age > 0 && (asked.MaxAge == 0 || age < asked.MaxAge) {
		asked.MaxAge = age
	}
	return asked
}

// asking puts what is wanted of a sign-in into its request (OpenID Connect Core
// section 3.1.2.1). A provider may take acr_values as a wish: the answer is
// checked.
func asking(p auth.Proof) []oauth2.AuthCodeOption {
	var out []oauth2.AuthCodeOption
	if len(p.ACR) > 0 {
		out = append(out, oauth2.SetAuthURLParam("acr_values", strings.Join(p.ACR, " ")))
	}
	if p.MaxAge > 0 {
		out = append(out, oauth2.SetAuthURLParam("max_age", strconv.Itoa(int(p.MaxAge/time.Second))))
	}
	return out
}
