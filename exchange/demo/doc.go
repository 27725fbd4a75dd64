// Package demo generates the demo case: Operation Heron, a synthetic network
// shaped like Operation Golf, and the small UK-only Operation Wren beside it.
//
// It owns everybody and everything in that case. Nobody in it exists: names,
// numbers and plates are invented and look it. It draws on nothing but the
// seed, so two generations are equal, ids included. It must not import a
// store, casework or anything above exchange.
//
// Start reading at case.go, then suspects.go and victims.go; each further file
// is one subject (journeys, money, phones, ...).
package demo
