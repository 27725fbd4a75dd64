package devissuer

import (
	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// Trust is the hub's trust registry entry for a provider with these options:
// name is the short name, organisations the values of the claim org it may use.
// Its roles and clearances are named as the hub names them.
func Trust(o Options, name string, organisations map[string]graph.ID) oidc.Issuer {
	roles := map[string]auth.Role{}
	for _, r := range auth.Roles() {
		roles[string(r)] = r
	}
	clearances := map[string]graph.Compartment{}
	for _, c := range graph.Compartments() {
		clearances[string(c)] = c
	}
	return oidc.Issuer{
		Name: name, DisplayName: o.Name, Country: o.Country, URL: o.URL,
		ClientID: o.ClientID, Audience: o.Audience, Algorithms: []string{"ES256"},
		Organisations: oidc.Mapping[graph.ID]{Values: organisations},
		Roles:         oidc.Mapping[auth.Role]{Values: roles},
		Clearances:    oidc.Mapping[graph.Compartment]{Values: clearances},
	}
}
