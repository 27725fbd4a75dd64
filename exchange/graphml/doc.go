// Package graphml writes an extract as GraphML, as networkx, Gephi and yEd read it.
//
// It imports exchange/extract and the standard library only. Start at write.go.
package graphml
