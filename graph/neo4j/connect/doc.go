// Package connect says whether the hub can work with the Neo4j it was pointed
// at, and if not, why and what to set.
//
// It owns that judgement and nothing else: no schema, no data. It imports the
// Neo4j driver and no other package of the hub. Start at check.go.
package connect
