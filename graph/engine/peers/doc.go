// Package peers compares the engine with other programs, in tests and
// benchmarks alone: Cypher and Graph Data Science on a Neo4j of the tests, igraph
// and networkx in a virtual environment that tools/peers.sh makes. None of them
// is part of the hub.
//
// Start reading at peers_test.go. It is a package of its own because the
// engine's tests must not need a store.
package peers
