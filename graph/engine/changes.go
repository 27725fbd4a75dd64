package engine

import "maps"

// changes are the elements put since a snapshot, by id, with what the snapshot
// holds under their ids.
type changes struct {
	nodes map[key]nodeChange
	edges map[key]edgeChange
}

type nodeChange struct {
	node
	at  uint32 // its number in the snapshot, or how many nodes there have smaller ids
	old bool   // the snapshot has it
}

type edgeChange struct {
	edge
	from, to       nodeRef
	link           uint32 // its number in the snapshot
	old            bool   // the snapshot has it
	oldFrom, oldTo uint32 // its ends there
}

// nodeRef is an end of an edge, as far as the snapshot knows it.
type nodeRef struct {
	at  uint32
	old bool
}

func newChanges() changes {
	return changes{nodes: map[key]nodeChange{}, edges: map[key]edgeChange{}}
}

func (c changes) len() int { return len(c.nodes) + len(c.edges) }

// with is the union of both; later wins.
func (c changes) with(later changes) changes {
	if c.len() == 0 {
		return later
	}
	out := changes{nodes: maps.Clone(c.nodes), edges: maps.Clone(c.edges)}
	maps.Copy(out.nodes, later.nodes)
	maps.Copy(out.edges, later.edges)
	return out
}

// addNode and addEdge find out once what each rebuilding of the overlay needs.
func (c changes) addNode(base *Snapshot, n node) {
	at, old := base.find(n.key)
	c.nodes[n.key] = nodeChange{node: n, at: at, old: old}
}

func (c changes) addEdge(base *Snapshot, e edge) {
	put := edgeChange{edge: e}
	put.from.at, put.from.old = base.find(e.from)
	put.to.at, put.to.old = base.find(e.to)
	if put.link, put.old = base.findLink(e.key); put.old {
		put.oldFrom, put.oldTo = base.ends(put.link)
	}
	c.edges[e.key] = put
}

// over gives the same changes laid over another snapshot.
func (c changes) over(base *Snapshot) changes {
	out := newChanges()
	for _, n := range c.nodes {
		out.addNode(base, n.node)
	}
	for _, e := range c.edges {
		out.addEdge(base, e.edge)
	}
	return out
}
