package oidc

import (
	"fmt"

	"github.com/goccy/go-yaml"

	"entente/auth"
)

// EntryOf is an issuer in the words of the configuration file: ParseEntry reads the
// same issuer from it. The client's secret or key is not in it, and a comment says so.
func EntryOf(i Issuer) (string, error) {
	text, err := yaml.Marshal(registryFile{Issuers: []issuerEntry{entryOf(i)}})
	if err != nil {
		return "", fmt.Errorf("write the entry of issuer %q: %w", i.Name, err)
	}
	if i.ClientSecret != "" || i.ClientKey != nil {
		return "# The client's secret or key is not shown; for an entry it stands where docs/federation.md says.\n" + string(text), nil
	}
	return string(text), nil
}

func entryOf(i Issuer) issuerEntry {
	e := issuerEntry{
		Name: i.Name, DisplayName: i.DisplayName, Country: i.Country, URL: i.URL, State: i.State, ClientID: i.ClientID,
		Audience: i.Audience, Algorithms: i.Algorithms, AccessTokenType: i.AccessTokenType, SenderConstrained: i.SenderConstrained, Scopes: i.Scopes,
		OrganisationClaim: i.Organisations.Claim, Organisations: i.Organisations.Values,
		RolesClaim: i.Roles.Claim, Roles: i.Roles.Values, ClearancesClaim: i.Clearances.Claim, Clearances: i.Clearances.Values,
		HomeDomains: i.HomeDomains, SignIn: proofEntryOf(i.SignIn), StepUp: proofEntryOf(i.StepUp), RefreshEvery: i.RefreshEvery, Contacts: i.Contacts,
	}
	for _, s := range i.Services {
		e.Services = append(e.Services, serviceEntry(s))
	}
	return e
}

func proofEntryOf(p auth.Proof) proofEntry {
	return proofEntry{ACR: p.ACR, AMR: p.AMR, MaxAge: p.MaxAge}
}
