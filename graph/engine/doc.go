// Package engine answers questions about the shape of the graph: entities,
// neighbours, shortest paths and communities, each for one caller's Sight.
//
// It owns the in-memory snapshot of the graph (compressed sparse rows), the
// small delta of changes on top of it, and the algorithms. It imports graph and
// auth/policy only: it never sees a store, and whoever feeds it (Builder, Apply)
// reads the store.
//
// Every query takes a policy.Sight. A link is in sight if its marking and the
// markings of both its ends are. An answer is the same, byte for byte, as if
// what is out of sight did not exist: every tie is broken by the order of ids,
// never by a number inside the snapshot that hidden elements could shift.
//
// Start reading at engine.go (what changes), view.go (what is asked) and
// sieve.go (where sight is applied). docs/algorithms.md gives sources and costs.
package engine
