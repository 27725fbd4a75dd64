// Package devissuer is a real OpenID provider for development: a partner
// police force's sign-in with invented officers, on loopback only.
//
// It owns login pages, invented officers as its caller gives them, a signing
// key kept in a file, and Token, which walks the whole code flow for scripts.
// The protocol is zitadel/oidc's op package, with three things of its own: RFC
// 9068 access tokens, RFC 9207 answers, and nothing but the code and device flows.
//
// It is no example of keeping passwords: there is one for everybody, and the
// page shows it. It imports graph, auth, auth/oidc and op. Start at provider.go.
package devissuer
