// Package graph holds the nouns of a joint investigation: records and links
// with their contribution (owner, source, grading, marking, validity),
// organisations, officers, operations, involvements and changes.
//
// It owns the shape of each noun and the rules that need nothing but the noun
// itself. It imports the standard library only, and knows neither a store nor
// a caller: who may see what is auth/policy, and normalising what officers type
// (phones, plates, names) is graph/identifier.
//
// Start reading at record.go, link.go and marking.go.
package graph
