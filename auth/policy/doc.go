// Package policy decides: from markings and a caller it makes a Sight, the
// only key that opens a read.
//
// It is pure: no clock, no store, no log. It alone can make a Sight; the zero
// Sight sees nothing. It imports graph and auth only. Start at sight.go.
package policy
