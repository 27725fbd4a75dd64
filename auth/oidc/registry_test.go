package oidc_test

import (
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

func honestEntry() oidc.Issuer {
	return oidc.Issuer{
		Name: "uk", DisplayName: "Invented Police", Country: "GB", URL: "https://id.invented.example",
		ClientID: "hub", Audience: "api",
		Organisations: oidc.Mapping[graph.ID]{Values: map[string]graph.ID{"northmet": northmet}},
	}
}

func TestIssuerCheck(t *testing.T) {
	if err := honestEntry().Check(); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		change func(*oidc.Issuer)
		want   string
	}{
		{"no name", func(i *oidc.Issuer) { i.Name = "" }, "name: must be"},
		{"name with a slash", func(i *oidc.Issuer) { i.Name = "a/b" }, "name: must be"},
		{"no display name", func(i *oidc.Issuer) { i.DisplayName = " " }, "display_name: must"},
		{"country in small letters", func(i *oidc.Issuer) { i.Country = "gb" }, "country: must"},
		{"unknown state", func(i *oidc.Issuer) { i.State = "asleep" }, "state: must"},
		{"no client", func(i *oidc.Issuer) { i.ClientID = "" }, "client_id: must"},
		{"no audience", func(i *oidc.Issuer) { i.Audience = "" }, "audience: must not be empty"},
		{"audience is the client", func(i *oidc.Issuer) { i.Audience = "hub" }, "audience: must differ"},
		{"http off loopback", func(i *oidc.Issuer) { i.URL = "http://id.invented.example" }, "url: must be https"},
		{"relative URL", func(i *oidc.Issuer) { i.URL = "id.invented.example" }, "url: must be an absolute"},
		{"URL with a user", func(i *oidc.Issuer) { i.URL = "https://a:b@id.invented.example" }, "url: must be an absolute"},
		{"URL with a query", func(i *oidc.Issuer) { i.URL = "https://id.invented.example?x=1" }, "url: must be an absolute"},
		{"alg none", func(i *oidc.Issuer) { i.Algorithms = []string{"none"} }, "algorithms: must"},
		{"alg HS256", func(i *oidc.Issuer) { i.Algorithms = []string{"ES256", "HS256"} }, "algorithms: must"},
		{"unknown access token type", func(i *oidc.Issuer) { i.AccessTokenType = "any" }, "access_token_type: must"},
		{"no organisations", func(i *oidc.Issuer) { i.Organisations.Values = nil }, "organisations: must"},
		{"id of another noun", func(i *oidc.Issuer) {
			i.Organisations.Values = map[string]graph.ID{"x": auth.OfficerID("a", "b")}
		}, `organisations: "x" must map`},
		{"unknown role", func(i *oidc.Issuer) { i.Roles.Values = map[string]auth.Role{"x": "KING"} }, `roles: "x" must map`},
		{"age of part of a second", func(i *oidc.Issuer) { i.SignIn.MaxAge = time.Millisecond }, "sign_in: max_age must"},
		{"two classes in one word", func(i *oidc.Issuer) { i.SignIn.ACR = []string{"silver gold"} }, "sign_in: acr and amr must"},
		{"step-up to a class that signs nobody in", func(i *oidc.Issuer) {
			i.SignIn.ACR, i.StepUp.ACR = []string{"silver"}, []string{"gold"}
		}, "step_up: acr must be of those of sign_in"},
		{"asked too often", func(i *oidc.Issuer) { i.RefreshEvery = time.Second }, "refresh_every: must"},
		{"unknown compartment", func(i *oidc.Issuer) { i.Clearances.Values = map[string]graph.Compartment{"x": "ALL"} }, `clearances: "x" must map`},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			i := honestEntry()
			tc.change(&i)
			if err := i.Check(); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}

func TestLoopbackIssuerMayUseHTTP(t *testing.T) {
	for _, url := range []string{"http://127.0.0.1:9001", "http://localhost:9001", "http://[::1]:9001"} {
		i := honestEntry()
		i.URL = url
		if err := i.Check(); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
}

func TestRegistryRefusesIssuersThatOverlap(t *testing.T) {
	cases := []struct {
		name   string
		change func(*oidc.Issuer)
		want   string
	}{
		{"same name", func(i *oidc.Issuer) { i.URL = "https://other.example" }, "name: is taken"},
		{"same URL", func(i *oidc.Issuer) { i.Name = "other" }, "url: is taken"},
		{"another country's organisation", func(i *oidc.Issuer) {
			i.Name, i.URL, i.Country = "ro", "https://other.example", "RO"
		}, "another country"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			second := honestEntry()
			tc.change(&second)
			r := newRegistry(t, honestEntry())
			if err := r.Replace(honestEntry(), second); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
			if got := len(r.All()); got != 1 {
				t.Errorf("a refused change left %d issuers, want 1", got)
			}
		})
	}
}
