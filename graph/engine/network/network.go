package network

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// Network is an undirected graph of simple ties in compressed sparse rows,
// without loops. Nodes are numbered from 0. It is immutable once made, and safe
// for many goroutines.
type Network struct {
	// Begins has a place for each node and one more: the row of v is
	// Ends[Begins[v]:Begins[v+1]].
	Begins []uint32
	// Ends are the far ends, ascending within a row. A tie stands in two rows.
	Ends []uint32
	// Weights says, for each of Ends, of how many links the tie consists, or
	// whatever else it weighs; nil is 1 everywhere.
	Weights []uint32
}

// Tie is a link between two nodes.
type Tie struct{ A, B uint32 }

// New makes a network of n nodes. Parallel ties add up to a weight; a tie from
// a node to itself is left out. It panics on an end that is not below n.
func New(n int, ties []Tie) *Network {
	begins := make([]uint32, n+1)
	for _, t := range ties {
		if t.A != t.B {
			begins[t.A+1]++
			begins[t.B+1]++
		}
	}
	for v := range n {
		begins[v+1] += begins[v]
	}
	next := slices.Clone(begins)
	ends := make([]uint32, begins[n])
	for _, t := range ties {
		if t.A != t.B {
			ends[next[t.A]], ends[next[t.B]] = t.B, t.A
			next[t.A]++
			next[t.B]++
		}
	}
	return merge(begins, ends)
}

// merge sorts each row and turns repeats into weights.
func merge(begins, ends []uint32) *Network {
	n := len(begins) - 1
	w := &Network{Begins: make([]uint32, n+1), Weights: make([]uint32, 0, len(ends))}
	sortRows(begins, ends)
	kept := uint32(0)
	for v := range n {
		row := ends[begins[v]:begins[v+1]]
		for i, end := range row {
			if i > 0 && row[i-1] == end {
				w.Weights[kept-1]++
				continue
			}
			ends[kept] = end
			w.Weights = append(w.Weights, 1)
			kept++
		}
		w.Begins[v+1] = kept
	}
	w.Ends = ends[:kept:kept]
	if !slices.ContainsFunc(w.Weights, func(weight uint32) bool { return weight != 1 }) {
		w.Weights = nil
	}
	return w
}

// sortRows sorts each row, on all cores.
func sortRows(begins, ends []uint32) {
	n := len(begins) - 1
	workers := min(runtime.GOMAXPROCS(0), n/piece+1)
	var all sync.WaitGroup
	for i := range workers {
		all.Go(func() {
			for v := n * i / workers; v < n*(i+1)/workers; v++ {
				slices.Sort(ends[begins[v]:begins[v+1]])
			}
		})
	}
	all.Wait()
}

// Size is the number of nodes.
func (w *Network) Size() int { return len(w.Begins) - 1 }

// Ties is the number of ties.
func (w *Network) Ties() int { return len(w.Ends) / 2 }

// Degree is the number of ties of a node.
func (w *Network) Degree(v uint32) int { return int(w.Begins[v+1] - w.Begins[v]) }

// Row lists the far ends of a node's ties, ascending. The caller must not
// change it.
func (w *Network) Row(v uint32) []uint32 { return w.Ends[w.Begins[v]:w.Begins[v+1]] }

// Weight is that of the tie at a place of Ends.
func (w *Network) Weight(at uint32) uint32 {
	if w.Weights == nil {
		return 1
	}
	return w.Weights[at]
}

// Tied says whether two nodes have a tie: O(log degree).
func (w *Network) Tied(a, b uint32) bool {
	_, ok := slices.BinarySearchFunc(w.Row(a), b, cmp.Compare[uint32])
	return ok
}
