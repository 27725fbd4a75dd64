package network

import (
	"context"
	"math"
)

// PageRank gives, by node, the share of time that a walk spends there which
// follows ties at random by their weight, and with probability 1 - damping (and
// from a node without ties always) begins anew anywhere (Page, Brin, Motwani and
// Winograd 1999). It iterates until no more than tolerance moves in all, at most
// 1,000 times, and costs O(m) each time; the values add up to 1. The error is
// the context's. It panics unless damping lies from 0 to below 1.
func PageRank(ctx context.Context, w *Network, damping, tolerance float64) ([]float64, error) {
	if !(damping >= 0 && damping < 1) {
		panic("network: page rank with a damping that cannot be")
	}
	n := w.Size()
	strength, rank, next := make([]float64, n), make([]float64, n), make([]float64, n)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^32 nodes
		for at := w.Begins[v]; at < w.Begins[v+1]; at++ {
			strength[v] += float64(w.Weight(at))
		}
		rank[v] = 1 / float64(n)
	}
	for range 1000 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if spread(w, damping, strength, rank, next) <= tolerance {
			return next, nil
		}
		rank, next = next, rank
	}
	return rank, nil
}

// spread is one step of all walks; it gives how much moved. Each node gathers
// from its row, in order, so the sums are the same at every run.
func spread(w *Network, damping float64, strength, rank, next []float64) (moved float64) {
	n, idle := w.Size(), 0.0
	for v, s := range strength {
		if s == 0 {
			idle += rank[v]
		}
	}
	anew := (1-damping)/float64(n) + damping*idle/float64(n)
	for v := range uint32(n) { //nolint:gosec // fewer than 2^32 nodes
		sum := 0.0
		for at := w.Begins[v]; at < w.Begins[v+1]; at++ {
			end := w.Ends[at]
			sum += rank[end] * float64(w.Weight(at)) / strength[end]
		}
		next[v] = anew + damping*sum
		moved += math.Abs(next[v] - rank[v])
	}
	return moved
}
