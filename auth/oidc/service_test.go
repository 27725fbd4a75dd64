package oidc_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/oidc"
)

func feed() oidc.Service {
	return oidc.Service{ClientID: "plates", Name: "Number plate feed", Organisation: southmet, Roles: []auth.Role{auth.Investigator, auth.Analyst}}
}

// A program is what the registry says, whatever its token claims.
func TestServices(t *testing.T) {
	f := newFakeIssuer(t)
	entry := f.entry()
	other := feed()
	other.ClientID, other.Subject = "borders", "5b1e"
	entry.Services = []oidc.Service{feed(), other}
	v := newVerifier(t, newRegistry(t, entry), newHands().now)
	boastful := f.accessClaims().with("roles", []string{"boss"}).with("sub", "plates").with("client_id", "plates")
	got, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), boastful))
	if err != nil {
		t.Fatal(err)
	}
	want := auth.Principal{
		Officer: auth.OfficerID(f.URL, "plates"), Issuer: f.URL, Subject: "plates", Name: "Number plate feed", Service: true,
		Organisation: southmet, Roles: []auth.Role{auth.Analyst, auth.Investigator}, Expires: start.Add(5 * time.Minute),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	older := f.accessClaims().without("client_id").with("sub", "5b1e").with("azp", "borders")
	if got, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), older)); err != nil || !got.Service {
		t.Errorf("%+v, %v", got, err)
	}
	for name, claims := range map[string]members{
		"a person by a service's client":   f.accessClaims().with("client_id", "plates"),
		"a service's sub by a client else": f.accessClaims().with("sub", "plates"),
		"one service's client, another's":  f.accessClaims().with("sub", "5b1e").with("client_id", "plates"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), claims))
			refused(t, err, "not by both")
		})
	}
	t.Run("by a browser", func(t *testing.T) {
		claims := f.idClaims().with("sub", "plates").with("azp", hubClient)
		_, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: f.token(t, f.idHeader(), claims)})
		refused(t, err, "not by both")
	})
}

func TestFaultyServices(t *testing.T) {
	f := newFakeIssuer(t)
	for name, tc := range map[string]struct {
		change func(*oidc.Service)
		want   string
	}{
		"no client":            {func(s *oidc.Service) { s.ClientID = "" }, "a client_id and a subject of its own"},
		"the hub's own client": {func(s *oidc.Service) { s.ClientID = hubClient }, "a client_id and a subject of its own"},
		"another's subject":    {func(s *oidc.Service) { s.ClientID, s.Subject = "x", "plates" }, "a client_id and a subject of its own"},
		"no name":              {func(s *oidc.Service) { s.Name = " " }, "needs a name"},
		"another country's":    {func(s *oidc.Service) { s.Organisation = carpati }, "that the issuer lists"},
		"no role":              {func(s *oidc.Service) { s.Roles = nil }, "must have roles"},
		"a role that decides":  {func(s *oidc.Service) { s.Roles = []auth.Role{auth.Supervisor} }, "must have roles"},
	} {
		t.Run(name, func(t *testing.T) {
			faulty := feed()
			faulty.ClientID = "faulty"
			tc.change(&faulty)
			entry := f.entry()
			entry.Services = []oidc.Service{feed(), faulty}
			if _, err := oidc.NewRegistry(entry); err == nil || !strings.Contains(err.Error(), "services: ") || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}
