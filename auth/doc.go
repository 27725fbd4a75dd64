// Package auth holds the caller: Principal, its roles and its clearances.
//
// It owns no decision. Where a Principal comes from is auth/oidc, what it may
// see is auth/policy. It imports the standard library and graph only.
package auth
