// Package neo4jtest gives tests a real Neo4j.
//
// Start is the shared one: the server that withneo4j started for the whole run,
// or else one per test process. StartOwn is a private one for tests that kill
// it. Both run from the jars under .entente/neo4j at the module's root.
//
// A package that uses Start has a TestMain that calls Main. This package is
// imported by tests alone.
package neo4jtest
