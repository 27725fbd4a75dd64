package network

import (
	"context"
	"math"
)

// theta is the randomness of the refinement, as the authors chose it.
const theta = 0.01

// refinement is the state of the refinement phase. Communities do not meet in
// it, so several may be refined at once.
type refinement struct {
	*shape
	share     float64 // gamma over twice the total
	community []uint32
	order     []uint32 // the nodes by community
	begins    []uint32 // by community, where its nodes stand in order
	part      []uint32 // by node
	held      []uint32 // by part, its strength
	cut       []uint32 // by part, the weight of its ties to the rest of its community
	joined    []bool   // by part, whether more than its first node is in it
	random    mix
}

type choice struct {
	part uint32
	gain float64
}

// refine divides each community into parts: every node begins alone, and a
// node that is still alone joins a part of its community, both well connected
// with the rest of it, at random with a probability that grows with the gain.
func (l *leiden) refine(ctx context.Context, w *shape, community []uint32, random mix) ([]uint32, error) {
	n := w.size()
	r := &refinement{shape: w, share: l.gamma / (2 * l.total), community: community, part: alone(n), random: random}
	r.held, r.cut, r.joined = append([]uint32(nil), w.strength...), make([]uint32, n), make([]bool, n)
	count := 0
	for _, c := range community {
		count = max(count, int(c)+1)
	}
	r.order, r.begins = countingSort(n, count, func(v uint32) uint32 { return community[v] })
	err := l.share(ctx, r.begins, func(worker int, from, to uint32) {
		l.desks[worker].open(n)
		c := &chooser{refinement: r, desk: &l.desks[worker]}
		for community := from; community < to; community++ {
			c.refine(community)
		}
	})
	return r.part, err
}

// chooser is one worker's part of a refinement.
type chooser struct {
	*refinement
	desk    *desk
	choices []choice
	whole   uint32 // the strength of the community at hand
	draws   mix
}

func (c *chooser) refine(community uint32) {
	nodes := c.order[c.refinement.begins[community]:c.refinement.begins[community+1]]
	if len(nodes) < 2 {
		return
	}
	c.whole = 0
	for _, v := range nodes {
		c.whole += c.strength[v]
		cut := uint32(0)
		for at := c.shape.begins[v]; at < c.shape.begins[v+1]; at++ {
			if c.community[c.ends[at]] == community {
				cut += c.weight(at)
			}
		}
		c.cut[v] = cut
	}
	c.draws = c.random.with(uint64(nodes[0]))
	c.draws.shuffle(nodes)
	for _, v := range nodes {
		if !c.joined[v] && c.wellConnected(v) {
			c.join(v, community)
		}
	}
}

func (w *shape) weight(at uint32) uint32 {
	if w.weights == nil {
		return 1
	}
	return w.weights[at]
}

// wellConnected says whether a part is tied to the rest of its community by no
// less than chance would have it.
func (c *chooser) wellConnected(part uint32) bool {
	return float64(c.cut[part]) >= c.share*float64(c.held[part])*float64(c.whole-c.held[part])-tolerance
}

func (c *chooser) join(v, community uint32) {
	for at := c.shape.begins[v]; at < c.shape.begins[v+1]; at++ {
		if end := c.ends[at]; c.community[end] == community {
			p := c.part[end]
			if c.desk.weight[p] == 0 {
				c.desk.met = append(c.desk.met, p)
			}
			c.desk.weight[p] += c.weight(at)
		}
	}
	share := c.share * float64(c.strength[v])
	c.choices = append(c.choices[:0], choice{v, 0})
	for _, p := range c.desk.met {
		gain := float64(c.desk.weight[p]) - share*float64(c.held[p])
		if gain >= -tolerance && c.wellConnected(p) {
			c.choices = append(c.choices, choice{p, gain})
		}
	}
	if p := c.pick(); p != v {
		c.part[v] = p
		c.held[p] += c.strength[v]
		c.cut[p] += c.cut[v] - 2*c.desk.weight[p]
		c.joined[p] = true
	}
	c.desk.clear()
}

// negligible is how far below the best a choice is never drawn in practice.
const negligible = 40

// pick draws a choice with probability in proportion to exp(gain/theta).
func (c *chooser) pick() uint32 {
	most := 0.0
	for _, x := range c.choices {
		most = max(most, x.gain)
	}
	sum, kept := 0.0, c.choices[:0]
	for _, x := range c.choices {
		below := (most - x.gain) / theta
		switch {
		case below > negligible:
			continue
		case below == 0:
			x.gain = 1
		default:
			x.gain = math.Exp(-below)
		}
		sum += x.gain
		kept = append(kept, x)
	}
	if len(kept) == 1 {
		return kept[0].part
	}
	var draw uint64
	draw, c.draws = c.draws.next()
	left := float64(draw>>11) / (1 << 53) * sum
	for _, x := range kept {
		if left -= x.gain; left < 0 {
			return x.part
		}
	}
	return kept[len(kept)-1].part
}
