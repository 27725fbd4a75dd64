// Package peer_test holds the engine's answers, and times, to those of Cypher
// on a real Neo4j. It stands apart from the engine's own tests, which need no
// store.
package peer_test
