package dismantle

import (
	"math/rand/v2"
	"slices"

	"entente/graph/engine/network"
)

// betweennessWork is how many half ties the betweenness may read in all.
const betweennessWork = 40_000_000

// byBetweenness removes the nodes that most shortest paths run over (Brandes
// 2001), judged anew after each batch: from every node where that is cheap, or
// else from a sample (Brandes and Pich 2007). The rest goes by degree.
func byBetweenness(w *network.Network, seed uint64) []uint32 {
	n := w.Size()
	rng := rand.New(rand.NewPCG(seed, 77)) //nolint:gosec // repeatable on purpose
	b := newBrandes(w)
	sources := min(n, max(8, betweennessWork/20/(n+len(w.Ends)+1)))
	rounds := min(n, max(4, betweennessWork/(sources*(n+len(w.Ends))+1)))
	batch := max(1, n/5/rounds)
	var order []uint32
	for range rounds {
		score := b.scores(rng, sources)
		alive := alive(b.gone)
		slices.SortFunc(alive, func(x, y uint32) int {
			switch {
			case score[x] > score[y]:
				return -1
			case score[x] < score[y]:
				return 1
			}
			return int(x) - int(y)
		})
		for _, v := range alive[:min(batch, len(alive))] {
			if score[v] == 0 {
				break
			}
			b.gone[v] = true
			order = append(order, v)
		}
	}
	return append(order, byDegreeFrom(w, b.gone)...)
}

func alive(gone []bool) []uint32 {
	var left []uint32
	for v, away := range gone {
		if !away {
			left = append(left, uint32(v)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	return left
}

// brandes is the scratch space of the betweenness.
type brandes struct {
	w     *network.Network
	gone  []bool
	depth []int32
	paths []float64
	owed  []float64
	queue []uint32
}

func newBrandes(w *network.Network) *brandes {
	n := w.Size()
	return &brandes{w: w, gone: make([]bool, n), depth: make([]int32, n), paths: make([]float64, n), owed: make([]float64, n)}
}

// scores gives each node's betweenness from so many of those left.
func (b *brandes) scores(rng *rand.Rand, sources int) []float64 {
	score := make([]float64, len(b.gone))
	left := alive(b.gone)
	if sources < len(left) {
		rng.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		left = left[:sources]
	}
	for _, s := range left {
		b.from(s, score)
	}
	return score
}

func (b *brandes) from(s uint32, score []float64) {
	for i := range b.depth {
		b.depth[i] = -1
	}
	b.depth[s], b.paths[s], b.owed[s] = 0, 1, 0
	b.queue = append(b.queue[:0], s)
	for at := 0; at < len(b.queue); at++ {
		v := b.queue[at]
		for _, end := range b.w.Row(v) {
			if b.gone[end] {
				continue
			}
			if b.depth[end] < 0 {
				b.depth[end], b.paths[end], b.owed[end] = b.depth[v]+1, 0, 0
				b.queue = append(b.queue, end)
			}
			if b.depth[end] == b.depth[v]+1 {
				b.paths[end] += b.paths[v]
			}
		}
	}
	for at := len(b.queue) - 1; at > 0; at-- {
		v := b.queue[at]
		for _, end := range b.w.Row(v) {
			if !b.gone[end] && b.depth[end] == b.depth[v]-1 {
				b.owed[end] += b.paths[end] / b.paths[v] * (1 + b.owed[v])
			}
		}
		score[v] += b.owed[v]
	}
}
