package dismantle

import "entente/graph/engine/network"

// reaches tells what nodes gain for Reach: whom they reach whom none before them does.
// That only shrinks as others are chosen (Nemhauser, Wolsey and Fisher 1978).
type reaches struct {
	reached []nodeSet // by each node
	most    [exactTargets][]float64
}

func newReaches(w *network.Network, distance int) *reaches {
	rows := rowsOf(w)
	c := &reaches{reached: make([]nodeSet, len(rows))}
	var all nodeSet
	for v := range rows {
		all.add(uint32(v)) //nolint:gosec // at most mostInSet
	}
	for v := range rows {
		front := nodeSet{}.with(uint32(v)) //nolint:gosec // at most mostInSet
		c.reached[v] = front
		for d := 0; d < distance && !front.empty(); d++ {
			front = beyond(rows, front, all.without(c.reached[v]))
			c.reached[v] = c.reached[v].union(front)
		}
	}
	return c
}

func (c *reaches) lane(int) gains { return &reaches{reached: c.reached} }

func (c *reaches) value(set nodeSet) float64 {
	met := c.by(set)
	return -float64(met.count())
}

// by gives all whom a set reaches.
func (c *reaches) by(set nodeSet) (met nodeSet) {
	for v := range set.each {
		met = met.union(c.reached[v])
	}
	return met
}

func (c *reaches) look(depth int, set, open nodeSet, _ int) outlook {
	if c.most[depth] == nil {
		c.most[depth] = make([]float64, len(c.reached))
	}
	met, all := c.by(set), c.by(open)
	for v := range open.each {
		c.most[depth][v] = float64(c.reached[v].without(met).count())
	}
	return outlook{value: -float64(met.count()), room: float64(all.without(met).count()), most: c.most[depth], work: 1 + len(c.reached)/32}
}
