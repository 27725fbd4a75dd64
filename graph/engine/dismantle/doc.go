// Package dismantle makes plans that take a network apart: plain networks and
// numbers in, plans out. It knows no records, markings or callers.
//
// It owns the orders of removals (Sequence), the objectives and their exact and
// approximate search (Solve), the minimum cuts (Cut), what is left after a plan
// (Score), who could take over (Recover), how sure a ranking is (Confidence) and
// the joint plan of two sides (Joint). Equal input and seed give equal plans,
// whatever the number of workers: work is counted in steps, never by a clock.
// Costs and sources are in docs/algorithms.md.
//
// It imports graph/engine/network and the standard library only. Start reading
// at sequence.go.
package dismantle
