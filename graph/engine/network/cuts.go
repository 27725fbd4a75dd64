package network

import (
	"cmp"
	"slices"
)

// Cuts is where a network comes apart.
type Cuts struct {
	// Articulations are the nodes, ascending, without which what they belong to
	// falls into several parts.
	Articulations []uint32
	// Bridges are the ties, A below B and in order, without which it does. A tie of
	// several parallel links is still one tie.
	Bridges []Tie
	// Blocks are the biconnected components: of each its nodes, ascending; in order
	// of size, largest first, then of their nodes. Each tie lies in one block; a
	// node without ties in none.
	Blocks [][]uint32
}

// Cut finds articulation points, bridges and biconnected components by one
// search in depth (Hopcroft and Tarjan 1973), without recursion: O(n + m).
func Cut(w *Network) Cuts {
	c := &cutter{w: w, found: make([]uint32, w.Size()), low: make([]uint32, w.Size()), cuts: make([]bool, w.Size())}
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^32 nodes
		if c.found[v] == 0 {
			c.search(v)
		}
	}
	for v, cuts := range c.cuts {
		if cuts {
			c.out.Articulations = append(c.out.Articulations, uint32(v)) //nolint:gosec // fewer than 2^32 nodes
		}
	}
	slices.SortFunc(c.out.Bridges, func(a, b Tie) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	slices.SortFunc(c.out.Blocks, func(a, b []uint32) int { return cmp.Or(len(b)-len(a), slices.Compare(a, b)) })
	return c.out
}

// cutter is one search. found and low count from 1.
type cutter struct {
	w          *Network
	found, low []uint32
	cuts       []bool
	count      uint32
	stack      []uint32 // nodes whose block is not closed
	out        Cuts
}

type visit struct {
	node, parent uint32
	next         uint32 // place in Ends
}

func (c *cutter) visit(v, parent uint32) visit {
	c.count++
	c.found[v], c.low[v] = c.count, c.count
	c.stack = append(c.stack, v)
	return visit{v, parent, c.w.Begins[v]}
}

func (c *cutter) search(root uint32) {
	way, branches := []visit{c.visit(root, root)}, 0
	for len(way) > 0 {
		top := &way[len(way)-1]
		if top.next < c.w.Begins[top.node+1] {
			end := c.w.Ends[top.next]
			top.next++
			switch {
			case c.found[end] == 0:
				way = append(way, c.visit(end, top.node))
			case end != top.parent:
				c.low[top.node] = min(c.low[top.node], c.found[end])
			}
			continue
		}
		done := *top
		if way = way[:len(way)-1]; len(way) == 0 {
			break
		}
		if done.parent == root {
			branches++
		}
		c.leave(done.node, done.parent, root)
	}
	c.cuts[root] = branches > 1
	c.stack = c.stack[:0]
}

// leave goes back from a node to its parent, and closes the block that begins
// with that tie, if it does.
func (c *cutter) leave(v, parent, root uint32) {
	c.low[parent] = min(c.low[parent], c.low[v])
	if c.low[v] > c.found[parent] {
		c.out.Bridges = append(c.out.Bridges, Tie{min(v, parent), max(v, parent)})
	}
	if c.low[v] < c.found[parent] {
		return
	}
	if parent != root {
		c.cuts[parent] = true
	}
	block := []uint32{parent}
	for last := v + 1; last != v; {
		last = c.stack[len(c.stack)-1]
		c.stack = c.stack[:len(c.stack)-1]
		block = append(block, last)
	}
	slices.Sort(block)
	c.out.Blocks = append(c.out.Blocks, block)
}
