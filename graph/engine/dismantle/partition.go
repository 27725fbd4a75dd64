package dismantle

import (
	"math"
	"math/rand/v2"

	"entente/graph/engine/network"
)

// partitionWork is how many half ties the partition may read in all.
const partitionWork = 40_000_000

// byPartition cuts the largest part in two, again and again, each time at few
// nodes: generalised network dismantling of Ren, Gleinig, Helbing and
// Antulov-Fantulin 2019. The sides are the signs of the second eigenvector of the
// Laplacian, found by repeated multiplication, and the nodes a greedy cover of the
// ties between them. Nodes cost the same, so that their weighted operator is the
// Laplacian. What is left below a hundredth of the network goes by degree.
func byPartition(w *network.Network, seed uint64) []uint32 {
	n := w.Size()
	p := &partition{
		w: w, gone: make([]bool, n), place: make([]int32, n), work: partitionWork,
		rng: rand.New(rand.NewPCG(seed, 78)), //nolint:gosec // repeatable on purpose
	}
	p.pieces(alive(p.gone))
	for len(p.queue) > 0 && p.work > 0 {
		part := p.parts[p.queue.pop().node]
		if len(part) <= max(2, n/100) {
			break
		}
		p.cover(part, p.sides(part))
		p.pieces(part)
	}
	return append(p.order, byDegreeFrom(w, p.gone)...)
}

// partition is a network on its way to pieces.
type partition struct {
	w     *network.Network
	rng   *rand.Rand
	gone  []bool
	place []int32 // of a node in the part in hand, plus one; 0 is elsewhere
	parts [][]uint32
	queue heap // of parts, the largest first
	order []uint32
	work  int
}

// pieces finds what some nodes fall into, those that are gone left out.
func (p *partition) pieces(nodes []uint32) {
	for _, v := range nodes {
		p.place[v] = 1
	}
	for _, root := range nodes {
		if p.gone[root] || p.place[root] == 0 {
			continue
		}
		p.place[root] = 0
		part := []uint32{root}
		for at := 0; at < len(part); at++ {
			for _, end := range p.w.Row(part[at]) {
				if !p.gone[end] && p.place[end] != 0 {
					p.place[end] = 0
					part = append(part, end)
				}
			}
		}
		p.queue.push(entry{^uint32(len(part)), root, uint32(len(p.parts))}) //nolint:gosec // fewer than 2^31 nodes
		p.parts = append(p.parts, part)
	}
	for _, v := range nodes {
		p.place[v] = 0
	}
}

// sides says of each node of a part on which side of the cut it is.
func (p *partition) sides(part []uint32) []bool {
	x, next := make([]float64, len(part)), make([]float64, len(part))
	ties, most := 0, 0
	for i, v := range part {
		p.place[v], x[i] = int32(i)+1, p.rng.Float64()-0.5 //nolint:gosec // fewer than 2^31 nodes
		ties, most = ties+p.w.Degree(v), max(most, p.w.Degree(v))
	}
	ln := math.Log(float64(len(part)))
	for range int(30*ln*math.Sqrt(ln)) + 1 {
		p.multiply(part, x, next, float64(2*most))
		x, next = next, x
		if p.work -= ties + len(part); p.work <= 0 {
			break
		}
	}
	out := make([]bool, len(part))
	for i, v := range part {
		p.place[v], out[i] = 0, x[i] > 0
	}
	return out
}

// multiply gives shift·x - Lx without its mean, of length one.
func (p *partition) multiply(part []uint32, x, next []float64, shift float64) {
	mean, length := 0.0, 0.0
	for i, v := range part {
		sum, degree := 0.0, 0.0
		for _, end := range p.w.Row(v) {
			if at := p.place[end]; at > 0 {
				sum += x[at-1]
				degree++
			}
		}
		next[i] = (shift-degree)*x[i] + sum
		mean += next[i]
	}
	mean /= float64(len(part))
	for i := range next {
		next[i] -= mean
		length += next[i] * next[i]
	}
	if length = math.Sqrt(length); length > 0 {
		for i := range next {
			next[i] /= length
		}
	}
}

// cover removes nodes of a part until no tie joins its sides, always the one with
// the most of them.
func (p *partition) cover(part []uint32, sides []bool) {
	for i, v := range part {
		p.place[v] = int32(i) + 1 //nolint:gosec // fewer than 2^31 nodes
	}
	crossing := make([]int, len(part))
	for i, v := range part {
		p.across(v, sides, func(int32) { crossing[i]++ })
	}
	most := 0
	for _, c := range crossing {
		most = max(most, c)
	}
	queue := newBuckets(len(part), most)
	for i, c := range crossing {
		queue.put(uint32(i), c) //nolint:gosec // fewer than 2^31 nodes
	}
	for {
		at, ties, ok := queue.pop()
		if !ok || ties == 0 {
			break
		}
		v := part[at]
		p.gone[v] = true
		p.order = append(p.order, v)
		p.across(v, sides, func(far int32) {
			crossing[far]--
			queue.put(uint32(far), crossing[far]) //nolint:gosec // not negative
		})
	}
	for _, v := range part {
		p.place[v] = 0
	}
}

// across tells the places of the far ends of a node's ties to the other side.
func (p *partition) across(v uint32, sides []bool, tell func(far int32)) {
	mine := sides[p.place[v]-1]
	for _, end := range p.w.Row(v) {
		if at := p.place[end]; at > 0 && !p.gone[end] && sides[at-1] != mine {
			tell(at - 1)
		}
	}
}
