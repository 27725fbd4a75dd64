package keycloak_test

import "strconv"

// What docs/federation.md tells a partner's administrator to configure, as a
// realm to be imported.

const (
	hubClient   = "entente"
	hubAudience = "https://hub.example/api"
	password    = "invented-password"
)

// realm is a partner with one officer of the name ana, who speaks for org.
func realm(name, org, base string, roles ...string) map[string]any {
	return map[string]any{
		"realm": name, "enabled": true, "sslRequired": "external", "accessTokenLifespan": 300,
		"revokeRefreshToken": name == "ro", "refreshTokenMaxReuse": 0,
		"roles": map[string]any{"realm": []any{map[string]any{"name": "intel-analysts"}, map[string]any{"name": "unmapped"}}},
		"users": []any{map[string]any{
			"username": "ana", "enabled": true, "firstName": "Ana", "lastName": "Invented " + name, "email": "ana@" + name + ".example",
			"emailVerified": true, "realmRoles": roles, "credentials": []any{map[string]any{"type": "password", "value": password}},
		}},
		"clients": []any{hub(name, org, base), tool(org)},
	}
}

// hub is the hub as a public client with PKCE. Of an officer with several sessions
// Keycloak 26.4 sends one logout token to a client, whatever their number (its issue
// 32124): where the token names a session (sid), the others go on at the hub. So the
// British realm's name the officer alone, and end them all.
func hub(name, org, base string) map[string]any {
	return map[string]any{
		"clientId": hubClient, "publicClient": true, "standardFlowEnabled": true, "implicitFlowEnabled": false,
		"directAccessGrantsEnabled": false, "redirectUris": []any{base + "/login/" + name + "/callback"},
		"attributes": map[string]any{
			"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": base + "/login",
			"backchannel.logout.url": base + "/login/" + name + "/logout", "backchannel.logout.session.required": strconv.FormatBool(name != "uk"),
			"access.token.header.type.rfc9068": "true",
		},
		"protocolMappers": mappers(org),
	}
}

// tool is a client that gets access tokens for the hub's API.
func tool(org string) map[string]any {
	return map[string]any{
		"clientId": "tool", "publicClient": true, "standardFlowEnabled": false, "directAccessGrantsEnabled": true,
		"attributes":      map[string]any{"access.token.header.type.rfc9068": "true"},
		"protocolMappers": mappers(org),
	}
}

func mappers(org string) []any {
	mapper := func(name, kind string, config map[string]any) map[string]any {
		return map[string]any{"name": name, "protocol": "openid-connect", "protocolMapper": kind, "config": config}
	}
	return []any{
		mapper("org", "oidc-hardcoded-claim-mapper", map[string]any{
			"claim.name": "org", "claim.value": org, "jsonType.label": "String", "id.token.claim": "true", "access.token.claim": "true",
		}),
		mapper("roles", "oidc-usermodel-realm-role-mapper", map[string]any{
			"claim.name": "roles", "multivalued": "true", "jsonType.label": "String", "id.token.claim": "true", "access.token.claim": "true",
		}),
		mapper("api", "oidc-audience-mapper", map[string]any{
			"included.custom.audience": hubAudience, "id.token.claim": "false", "access.token.claim": "true",
		}),
		mapper("methods", "oidc-amr-mapper", map[string]any{"id.token.claim": "true", "access.token.claim": "true"}),
	}
}
