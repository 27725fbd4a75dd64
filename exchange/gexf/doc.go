// Package gexf writes an extract as GEXF 1.3, as Gephi reads it.
//
// It imports exchange/extract and the standard library only. Start at write.go.
package gexf
