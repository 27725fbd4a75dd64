package oidc_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// every is what an issuer's entry asks of every sign-in in these tests.
var every = auth.Proof{ACR: []string{"silver", "gold"}, AMR: []string{"otp"}, MaxAge: time.Hour}

// A sign-in that is less than the entry wants of every one signs nobody in, however
// the provider took the wish.
func TestEverySignInIsWhatTheEntryWants(t *testing.T) {
	good := func(c members) members { return c.with("acr", "silver").with("amr", []string{"pwd", "otp"}) }
	for name, tc := range map[string]struct {
		right bool
		says  func(members) members
	}{
		"as asked":         {true, good},
		"a higher class":   {true, func(c members) members { return good(c).with("acr", "gold") }},
		"acr downgrade":    {false, func(c members) members { return good(c).with("acr", "bronze") }},
		"no acr":           {false, func(c members) members { return good(c).without("acr") }},
		"a method less":    {false, func(c members) members { return good(c).with("amr", []string{"pwd"}) }},
		"too long ago":     {false, func(c members) members { return good(c).with("auth_time", start.Add(-2*time.Hour).Unix()) }},
		"no word of when":  {false, func(c members) members { return good(c).without("auth_time") }},
		"class in capital": {false, func(c members) members { return good(c).with("acr", "SILVER") }},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			f := newFlowIssuer(t, h, func(i *oidc.Issuer) { i.SignIn = every })
			says(tc.says)(f)
			b := h.browser()
			got := b.get(h.URL + "/login/door")
			if signedIn := b.who().Code == ""; signedIn != tc.right {
				t.Fatalf("signed in: %t\n%s", signedIn, h.log)
			}
			if !tc.right {
				h.failed(got, "not what every sign-in must be")
			}
			asked := h.browser().still().get(h.URL + "/login/door").Header.Get("Location")
			for _, want := range []string{"acr_values=silver+gold", "max_age=3600"} {
				if !strings.Contains(asked, want) {
					t.Errorf("the provider is not asked for %s: %s", want, asked)
				}
			}
		})
	}
}

// The same holds for access tokens, and for who is signed in when the entry begins
// to want more; a program has no sign-in.
func TestEverySignInOfTokensAndSessions(t *testing.T) {
	f := newFakeIssuer(t)
	entry := f.entry()
	entry.SignIn = auth.Proof{ACR: []string{"gold"}}
	entry.Services = []oidc.Service{{ClientID: "plates", Name: "Number plate feed", Organisation: northmet, Roles: []auth.Role{auth.Analyst}}}
	v := newVerifier(t, newRegistry(t, entry), newHands().now)
	_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	refused(t, err, "not what every sign-in must be")
	if _, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims().with("acr", "gold"))); err != nil {
		t.Error(err)
	}
	if _, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims().with("client_id", "plates").with("sub", "plates"))); err != nil {
		t.Error(err)
	}

	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].SignIn = auth.Proof{ACR: []string{"gold"}}
		return entries
	})
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("signed in as %+v", got.Officer)
	}
}

// A step-up asks for its own classes, and for no older a sign-in than every one.
func TestStepUpsAskForBoth(t *testing.T) {
	h := newHub(t)
	f := newFlowIssuer(t, h, func(i *oidc.Issuer) {
		i.SignIn = auth.Proof{ACR: []string{"silver", "gold"}, MaxAge: time.Minute}
		i.StepUp = auth.Proof{ACR: []string{"gold"}, MaxAge: time.Hour}
	})
	says(func(c members) members { return c.with("acr", "silver").with("auth_time", h.now().Unix()) })(f)
	b := h.browser()
	b.get(h.URL + "/login/door")
	asked := b.still().get(h.URL + "/login/step-up")
	if to := asked.Header.Get("Location"); asked.StatusCode != http.StatusSeeOther || !strings.Contains(to, "acr_values=gold&") || !strings.Contains(to, "max_age=60&") {
		t.Errorf("%d, asked at %s\n%s", asked.StatusCode, to, h.log)
	}
}
