package engine

import (
	"context"
	"math"
)

// desk adds up the weights from a node to each community around it.
type desk struct {
	weight []float64 // by community; 0 where not met
	met    []uint32  // in the order in which they were met
}

func newDesk(n int) desk { return desk{weight: make([]float64, n)} }

func (d *desk) tally(w *web, n uint32, community []uint32) {
	for at := w.begins[n]; at < w.begins[n+1]; at++ {
		c := community[w.ends[at]]
		if d.weight[c] == 0 {
			d.met = append(d.met, c)
		}
		d.weight[c] += w.weights[at]
	}
}

func (d *desk) clear() {
	for _, c := range d.met {
		d.weight[c] = 0
	}
	d.met = d.met[:0]
}

// tolerance keeps rounding from looking like a gain: real gains of a web with
// fewer than 10^9 links are greater.
const tolerance = 1e-10

// checkEvery is how many nodes are handled between looks at the context.
const checkEvery = 1 << 14

// movement is the state of the fast local moving.
type movement struct {
	*leiden
	web       *web
	community []uint32
	strength  []float64 // by community
	size      []uint32  // by community
	empty     []uint32  // communities without nodes
	queue     []uint32  // a ring: every node is in it once at most
	first     int
	waiting   []bool
}

// move takes nodes from a queue, at first all in random order, and puts each
// into the community around it that gains most; neighbours outside that
// community queue again.
func (l *leiden) move(ctx context.Context, w *web, community []uint32) error {
	m := l.newMovement(w, community)
	for handled := 0; len(m.queue) > 0; handled++ {
		if handled%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		n := m.queue[m.first]
		m.first++
		if m.first == len(m.queue) {
			m.queue, m.first = m.queue[:0], 0
		} else if m.first > w.size() {
			m.queue, m.first = append(m.queue[:0], m.queue[m.first:]...), 0
		}
		m.waiting[n] = false
		m.settle(n)
	}
	return nil
}

func (l *leiden) newMovement(w *web, community []uint32) *movement {
	n := w.size()
	m := &movement{leiden: l, web: w, community: community, queue: l.shuffled(n)}
	m.strength, m.size, m.waiting = make([]float64, n), make([]uint32, n), make([]bool, n)
	for v, c := range community {
		m.strength[c] += w.strength[v]
		m.size[c]++
		m.waiting[v] = true
	}
	for c := n - 1; c >= 0; c-- {
		if m.size[c] == 0 {
			m.empty = append(m.empty, uint32(c)) //nolint:gosec // not negative
		}
	}
	return m
}

func (l *leiden) shuffled(n int) []uint32 {
	order := alone(n)
	l.random.Shuffle(n, func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

func (m *movement) settle(n uint32) {
	former, own := m.community[n], m.web.strength[n]
	m.desk.tally(m.web, n, m.community)
	m.strength[former] -= own
	m.size[former]--
	best, share := former, m.gamma*own/(2*m.web.total)
	gain := m.desk.weight[former] - share*m.strength[former]
	for _, c := range m.desk.met {
		if g := m.desk.weight[c] - share*m.strength[c]; g > gain+tolerance {
			best, gain = c, g
		}
	}
	m.desk.clear()
	if gain < -tolerance && m.size[former] > 0 {
		best = m.empty[len(m.empty)-1]
		m.empty = m.empty[:len(m.empty)-1]
	}
	m.strength[best] += own
	m.size[best]++
	m.community[n] = best
	if best == former {
		return
	}
	if m.size[former] == 0 {
		m.empty = append(m.empty, former)
	}
	m.wake(n, best)
}

func (m *movement) wake(n, community uint32) {
	for _, end := range m.web.ends[m.web.begins[n]:m.web.begins[n+1]] {
		if !m.waiting[end] && m.community[end] != community {
			m.waiting[end] = true
			m.queue = append(m.queue, end)
		}
	}
}

// refinement is the state of the refinement phase.
type refinement struct {
	*leiden
	web       *web
	community []uint32
	whole     []float64 // by community, its strength
	part      []uint32  // by node
	strength  []float64 // by part
	cut       []float64 // by part, the weight of its ties to the rest of its community
	joined    []bool    // by part, whether more than its first node is in it
	choices   []choice
}

type choice struct {
	part uint32
	gain float64
}

// refine divides each community into parts: every node begins alone, and a
// node that is still alone joins a part of its community, both well connected
// with the rest of it, at random with a probability that grows with the gain.
func (l *leiden) refine(ctx context.Context, w *web, community []uint32) ([]uint32, error) {
	n := w.size()
	r := &refinement{leiden: l, web: w, community: community, part: alone(n)}
	r.whole, r.strength, r.cut, r.joined = make([]float64, n), make([]float64, n), make([]float64, n), make([]bool, n)
	for v, c := range community {
		r.whole[c] += w.strength[v]
		r.strength[v] = w.strength[v]
		for at := w.begins[v]; at < w.begins[v+1]; at++ {
			if community[w.ends[at]] == c {
				r.cut[v] += w.weights[at]
			}
		}
	}
	for i, v := range l.shuffled(n) {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if r.part[v] == v && !r.joined[v] && r.wellConnected(v, community[v]) {
			r.join(v)
		}
	}
	return r.part, nil
}

// wellConnected says whether a part is tied to the rest of its community by no
// less than chance would have it.
func (r *refinement) wellConnected(part, community uint32) bool {
	expected := r.gamma * r.strength[part] * (r.whole[community] - r.strength[part]) / (2 * r.web.total)
	return r.cut[part] >= expected-tolerance
}

func (r *refinement) join(v uint32) {
	c := r.community[v]
	for at := r.web.begins[v]; at < r.web.begins[v+1]; at++ {
		if end := r.web.ends[at]; r.community[end] == c {
			p := r.part[end]
			if r.desk.weight[p] == 0 {
				r.desk.met = append(r.desk.met, p)
			}
			r.desk.weight[p] += r.web.weights[at]
		}
	}
	share := r.gamma * r.strength[v] / (2 * r.web.total)
	r.choices = append(r.choices[:0], choice{v, 0})
	for _, p := range r.desk.met {
		gain := r.desk.weight[p] - share*r.strength[p]
		if gain >= -tolerance && r.wellConnected(p, c) {
			r.choices = append(r.choices, choice{p, gain})
		}
	}
	if p := r.pick(); p != v {
		r.part[v] = p
		r.strength[p] += r.strength[v]
		r.cut[p] += r.cut[v] - 2*r.desk.weight[p]
		r.joined[p] = true
	}
	r.desk.clear()
}

// pick draws a choice with probability in proportion to exp(gain/theta).
func (r *refinement) pick() uint32 {
	most := 0.0
	for _, c := range r.choices {
		most = max(most, c.gain)
	}
	sum := 0.0
	for i := range r.choices {
		r.choices[i].gain = math.Exp((r.choices[i].gain - most) / theta)
		sum += r.choices[i].gain
	}
	draw := r.random.Float64() * sum
	for _, c := range r.choices {
		if draw -= c.gain; draw < 0 {
			return c.part
		}
	}
	return r.choices[len(r.choices)-1].part
}
