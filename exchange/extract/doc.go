// Package extract is what leaves the hub in a file: records and links, each
// with its owner, source, grading and conditions, under one banner.
//
// It owns the shape and the plain forms of it, CSV and JSON; GraphML is
// exchange/graphml. It decides nothing: what may leave is decided before. It
// imports graph and the standard library only. Start at extract.go.
package extract
