package main

import (
	"context"
	"fmt"

	"entente/auth"
	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/casework"
	"entente/exchange/demo"
	"entente/graph"
)

// demoSeed makes every demo the same.
const demoSeed = 2008

// devAudience is what access tokens for a development hub name.
const devAudience = "entente-api"

// devClient is the hub at the development providers.
const devClient = "entente-hub"

// demoLoader is who loads the demo case, in the log.
func demoLoader() graph.ID { return auth.OfficerID("entente:dev", "demo") }

// loadDemo brings the demo case into a hub that holds nothing.
func loadDemo(ctx context.Context, h *hub, made demo.Case) error {
	in := casework.Case{
		Name: "demo", Organisations: made.Organisations, Operations: made.Operations,
		Records: made.Records, Links: made.Links, Involvements: made.Involvements,
	}
	for _, officer := range made.Officers {
		in.Officers = append(in.Officers, officer.Noun())
	}
	return h.casework.LoadCase(ctx, demoLoader(), in, func(done, total int) {
		h.term.progress.show("loading the demo case", done, total)
	})
}

// devProvider is one development provider: what it is and how the hub trusts it.
type devProvider struct {
	options devissuer.Options
	trust   oidc.Issuer
}

// providersFor makes the British and the Romanian provider of the demo's officers.
func (c *devCommand) providersFor(made demo.Case) []devProvider {
	british := c.provider(made, "uk", "United Kingdom (development)", "GB", c.IssuerUK)
	romanian := c.provider(made, "ro", "România (development)", "RO", c.IssuerRO)
	return []devProvider{british, romanian}
}

func (c *devCommand) provider(made demo.Case, name, display, country, url string) devProvider {
	options := devissuer.Options{
		Name: display, Country: country, URL: url, ClientID: devClient, Audience: devAudience,
		RedirectURIs:           []string{fmt.Sprintf("%s/login/%s/callback", c.baseURL(), name)},
		PostLogoutRedirectURIs: []string{c.baseURL() + "/login"},
		KeyFile:                c.file("issuers", name+".key"),
	}
	organisations, names := map[string]graph.ID{}, map[graph.ID]string{}
	for _, organisation := range made.Organisations {
		names[organisation.ID] = organisation.Name
	}
	for _, officer := range made.Officers {
		if officer.Country != country {
			continue
		}
		organisations[string(officer.Organisation)] = officer.Organisation
		options.Officers = append(options.Officers, devissuer.Officer{
			Username: officer.Username, Subject: officer.Subject, Name: officer.Name, Agency: names[officer.Organisation],
			Organisation: string(officer.Organisation), Roles: officer.Roles, Clearances: officer.Clearances,
		})
	}
	return devProvider{options: options, trust: devissuer.Trust(options, name, organisations)}
}
