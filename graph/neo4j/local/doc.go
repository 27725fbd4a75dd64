// Package local runs a Neo4j of the hub's own on loopback: it fetches the
// distribution, verifies every jar, starts the server as a child, watches over
// it and stops it.
//
// It owns the jar folder (Fetch) and the data folder (Start): configuration,
// password, lock and process. It knows nothing of records or markings and
// imports no other package of the hub. distribution/ pins the version and holds
// the SHA-256 lock of its jars.
//
// Start reading at server.go; fetch.go is the other way in.
package local
