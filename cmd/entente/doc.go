// Command entente is the hub in one binary: serve runs it against a Neo4j and
// issuers of one's own, dev runs everything on this machine with a demo case,
// and the rest are its tools.
//
// It owns settings, start and stop, and the joining of the packages; it holds
// no rule. Start reading at main.go and hub.go.
package main
