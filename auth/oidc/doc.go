// Package oidc is the door of the hub: partner police are vouched for by their
// own OpenID Connect providers, each only within what that partner may say.
//
// It owns the trust registry (which provider may vouch for which organisations,
// roles and clearances), the verification of access and ID tokens and of the
// proofs of keys that tokens are bound to, the browser login and its server-side
// sessions, and the sign-in of the command line (device.go). It makes an auth.Principal and decides
// nothing about data: team membership is the hub's own record, and no claim can
// grant it. Identity is issuer and subject, never an e-mail address.
//
// It imports graph, auth, the standard library, go-oidc, oauth2, go-jose, a
// YAML reader and x/text; never a store, casework or the server. Development providers are
// in devissuer.
//
// Start reading at issuer.go, verifier.go and login.go.
package oidc
