// Package keycloak holds the tests that sign officers in at a real Keycloak, as
// partners run it: a British and a Romanian realm in one process, fetched through
// Maven by a pinned SHA-256. It has no code of its own.
//
// Start reading at flow_test.go.
package keycloak
