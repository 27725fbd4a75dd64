package dismantle

import (
	"context"
	"slices"

	"entente/graph/engine/network"
)

// mostForDistances is the number of nodes up to which all distances are worked
// out.
const mostForDistances = 2000

// mostWeight is the greatest weight of an objective, and 1 by it the least: the
// values of a mix stay numbers that can be told.
const mostWeight = 1e6

// solver evaluates sets of targets; the smaller value is the better one.
type solver struct {
	ctx        context.Context
	p          *Problem
	candidates []uint32
	whole      []float64 // each objective's value with nothing removed
	gone       []bool
	queue      []uint32
	depth      []int32
	streams    map[Objective]*stream // of the objectives about flows
}

func newSolver(ctx context.Context, p *Problem) *solver {
	n := p.Network.Size()
	s := &solver{ctx: ctx, p: p, gone: make([]bool, n), depth: make([]int32, n), streams: map[Objective]*stream{}}
	for _, o := range p.Objectives {
		if o.Objective.flows() {
			s.streams[o.Objective] = newStream(p, o.Objective)
		}
		whole := s.measure(o.Objective)
		if o.Objective == Reach {
			whole = float64(n)
		}
		s.whole = append(s.whole, whole)
	}
	return s
}

// value is the objective once a set is removed: one objective as it is, a mix
// as the weighted sum of shares. Reach counts with its sign changed.
func (s *solver) value(removed []uint32) float64 {
	for _, v := range removed {
		s.gone[v] = true
	}
	sum := 0.0
	for i, o := range s.p.Objectives {
		value := 0.0
		if o.Objective == Reach {
			value = 0 - s.reach(removed) // nobody reaches 0, not the -0 that JSON would tell apart
		} else {
			value = s.measure(o.Objective)
		}
		if len(s.p.Objectives) == 1 {
			sum = value
		} else if s.whole[i] > 0 {
			sum += o.Weight * value / s.whole[i]
		}
	}
	for _, v := range removed {
		s.gone[v] = false
	}
	return sum
}

func (s *solver) measure(o Objective) float64 {
	switch o {
	case LargestComponent:
		return float64(slices.Max(append(s.sizes(), 0)))
	case PairConnectivity:
		pairs := 0
		for _, size := range s.sizes() {
			pairs += size * (size - 1) / 2
		}
		return float64(pairs)
	case DistanceConnectivity:
		return s.closeness()
	case Supply, Money:
		return s.streams[o].value(s.ctx, s.gone)
	}
	return 0
}

// carried is how much of what flowed last went through a node.
func (s *solver) carried(v uint32) int64 {
	sum := int64(0)
	for _, stream := range s.streams {
		sum += stream.carries(v)
	}
	return sum
}

func (s *solver) unseen() {
	for v, gone := range s.gone {
		s.depth[v] = -1
		if gone {
			s.depth[v] = 0
		}
	}
}

// spread walks from the queue's nodes to all not yet seen, to a depth at most.
func (s *solver) spread(w *network.Network, most int32) {
	for at := 0; at < len(s.queue); at++ {
		v := s.queue[at]
		if s.depth[v] == most {
			return
		}
		for _, end := range w.Row(v) {
			if s.depth[end] < 0 {
				s.depth[end] = s.depth[v] + 1
				s.queue = append(s.queue, end)
			}
		}
	}
}

// sizes are those of the components that are left.
func (s *solver) sizes() []int {
	s.unseen()
	var sizes []int
	for v := range uint32(len(s.gone)) { //nolint:gosec // fewer than 2^31 nodes
		if s.depth[v] >= 0 {
			continue
		}
		s.depth[v], s.queue = 0, append(s.queue[:0], v)
		s.spread(s.p.Network, -1)
		sizes = append(sizes, len(s.queue))
	}
	return sizes
}

func (s *solver) closeness() float64 {
	counts := make([]int, len(s.gone)+1)
	for v := range uint32(len(s.gone)) { //nolint:gosec // fewer than 2^31 nodes
		if s.gone[v] {
			continue
		}
		s.unseen()
		s.depth[v], s.queue = 0, append(s.queue[:0], v)
		s.spread(s.p.Network, -1)
		for _, u := range s.queue[1:] {
			counts[s.depth[u]]++
		}
	}
	return overDistances(counts)
}

// overDistances adds up one over distance for nodes counted from each by their
// distance, each pair twice. Equal counts give equal sums.
func overDistances(counts []int) float64 {
	sum := 0.0
	for d, count := range counts {
		if count > 0 {
			sum += float64(count/2) / float64(d)
		}
	}
	return sum
}

// reach counts the nodes within the distance of a set, the set among them.
func (s *solver) reach(from []uint32) float64 {
	for v := range s.depth {
		s.depth[v] = -1
	}
	s.queue = s.queue[:0]
	for _, v := range from {
		s.depth[v] = 0
		s.queue = append(s.queue, v)
	}
	s.spread(s.p.Network, int32(max(1, s.p.Distance))) //nolint:gosec // no network is as wide
	return float64(len(s.queue))
}

// pieces is the number of components that the rest of v's component falls into
// without v, others being removed before.
func (s *solver) pieces(before []uint32, v uint32) int {
	s.unseen()
	for _, u := range before {
		s.depth[u] = 0
	}
	s.depth[v] = 0
	pieces := 0
	for _, end := range s.p.Network.Row(v) {
		if s.depth[end] < 0 {
			pieces++
			s.depth[end], s.queue = 0, append(s.queue[:0], end)
			s.spread(s.p.Network, -1)
		}
	}
	return pieces
}
