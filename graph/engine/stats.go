package engine

import (
	"time"

	"entente/graph"
)

// Stats say what a snapshot holds and what it costs. They count everything, so
// they are for the hub's operators only.
type Stats struct {
	Revision graph.Revision
	Nodes    int
	Links    int // SAME_AS included
	SameAs   int
	// Orphans are links of which an end has not been put.
	Orphans int
	// Changes are elements laid over the snapshot and not yet folded.
	Changes int
	// TopologyBytes is what it takes to walk: rows, far ends, places.
	// AttributeBytes is the rest: ids, classes, kinds, gradings, times, amounts.
	TopologyBytes  int64
	AttributeBytes int64
	BuildTime      time.Duration
}

// TopologyBytesPerLink is 0 for a graph without links.
func (s Stats) TopologyBytesPerLink() float64 {
	if s.Links == 0 {
		return 0
	}
	return float64(s.TopologyBytes) / float64(s.Links)
}

// Stats gives the figures of the present snapshot.
func (e *Engine) Stats() Stats {
	v := e.View()
	s := v.base
	out := Stats{
		Revision: v.revision, Nodes: v.size(), Links: len(s.links) + len(v.same.links), SameAs: len(v.same.links),
		Orphans: len(s.orphans), BuildTime: s.took,
	}
	out.TopologyBytes = int64(4*(len(s.rows)+len(s.leaving)+len(s.halves)) + len(s.places))
	nodes := len(s.nodes)*keyBytes + 4*len(s.marks) + len(s.kinds)
	links := len(s.links)*keyBytes + 4*(len(s.halves)+len(s.byID)) + len(s.linkKind) + len(s.linkWeak) + 8*len(s.classes)
	timed := 8 * (len(s.validFrom) + len(s.validUntil) + len(s.at) + len(s.amount))
	out.AttributeBytes = int64(nodes + links + timed + len(v.same.links)*linkBytes)
	if v.over != nil {
		out.Links += len(v.over.links) - len(v.over.dead)
		out.Changes = len(v.over.nodes) + len(v.over.links) + len(v.over.dead)
	}
	return out
}

const (
	keyBytes  = 16
	linkBytes = 72
)
