package oidc_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// What is written of an issuer is read as the same issuer, and holds no secret.
func TestAnEntryOfAnIssuerIsReadAsTheSame(t *testing.T) {
	organisation := graph.IDOf(graph.NounOrganisation, [16]byte{7})
	issuer := oidc.Issuer{
		Name: "coast", DisplayName: "Coastguard: \"invented\"", Country: "GB", URL: "https://id.coastguard.example", State: oidc.Active,
		ClientID: "hub", Audience: "https://hub.example/api", Algorithms: []string{"ES256"}, AccessTokenType: "at+jwt", SenderConstrained: true,
		Scopes:        []string{"offline_access"},
		Organisations: oidc.Mapping[graph.ID]{Claim: "org", Values: map[string]graph.ID{"007": organisation}},
		Roles:         oidc.Mapping[auth.Role]{Claim: "roles", Values: map[string]auth.Role{"yes": auth.Analyst}},
		Clearances:    oidc.Mapping[graph.Compartment]{Claim: "clearances", Values: map[string]graph.Compartment{"c": graph.Child}},
		Services:      []oidc.Service{{ClientID: "feed", Subject: "feed", Name: "An invented feed", Organisation: organisation, Roles: []auth.Role{auth.Analyst}}},
		HomeDomains:   []string{"coastguard.example"}, Contacts: []string{"federation desk"},
		SignIn: auth.Proof{AMR: []string{"otp"}, MaxAge: 90 * time.Minute}, StepUp: auth.Proof{ACR: []string{"high"}, MaxAge: time.Hour},
		RefreshEvery: 5 * time.Minute,
	}
	secret := issuer
	secret.ClientSecret = "an invented secret"
	for _, i := range []oidc.Issuer{issuer, secret} {
		text, err := oidc.EntryOf(i)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text, "invented secret") || strings.HasPrefix(text, "#") != (i.ClientSecret != "") {
			t.Errorf("written: %s", text)
		}
		got, err := oidc.ParseEntry(text)
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if diff := cmp.Diff(issuer, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
