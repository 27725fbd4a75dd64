// Package neo4j is the store: the truth of a hub, kept in Neo4j. One file per
// noun, the statements in cypher/, numbered schema changes in migrations/.
//
// Every read takes a policy.Sight and every statement applies it before it
// counts, orders or cuts; only what feeds the engine (engine.go) and what
// holds no case data (organisations, officers) takes none. Every write is one
// transaction: the idempotency key first, former versions kept, markings
// interned, the Change with the next revision last (write.go).
//
// It must not import casework or anything above it, and decides nothing of who
// may see what: that is auth/policy. Start reading at store.go and write.go.
package neo4j
