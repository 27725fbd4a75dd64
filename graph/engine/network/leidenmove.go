package network

import "context"

// desk adds up the weights from a node to each community around it.
type desk struct {
	weight []uint32 // by community; 0 where not met
	met    []uint32 // in the order in which they were met
}

func (d *desk) open(n int) {
	if len(d.weight) < n {
		d.weight, d.met = make([]uint32, n), make([]uint32, n)
	}
	d.met = d.met[:0]
}

// tally adds the ties of a node.
func (d *desk) tally(w *shape, n uint32, community []uint32) {
	row := w.ends[w.begins[n]:w.begins[n+1]]
	k := len(d.met)
	met := d.met[:cap(d.met)]
	if w.weights == nil {
		for _, end := range row {
			c := community[end]
			if d.weight[c] == 0 {
				met[k] = c
				k++
			}
			d.weight[c]++
		}
		d.met = met[:k]
		return
	}
	weights := w.weights[w.begins[n]:w.begins[n+1]]
	for i, end := range row {
		c := community[end]
		if d.weight[c] == 0 {
			met[k] = c
			k++
		}
		d.weight[c] += weights[i]
	}
	d.met = met[:k]
}

func (d *desk) clear() {
	for _, c := range d.met {
		d.weight[c] = 0
	}
	d.met = d.met[:0]
}

// tolerance keeps rounding from looking like a gain: real gains of a network
// with fewer than 10^9 ties are greater.
const tolerance = 1e-10

// checkEvery is how many nodes are handled between looks at the context.
const checkEvery = 1 << 14

// movement is the state of the fast local moving.
type movement struct {
	*shape
	desk      *desk
	share     float64 // gamma over twice the total
	community []uint32
	held      []uint32 // by community, the strength of its nodes
	empty     []uint32 // communities without nodes
	queue     []uint32 // a ring; every node is in it once at most
	last      int      // where the next one queues
	length    int
	waiting   []bool
}

// move takes nodes from a queue, at first all, and puts each into the community
// around it that gains most; neighbours outside that community queue again.
func (l *leiden) move(ctx context.Context, w *shape, community []uint32, random mix) error {
	m := l.newMovement(w, community, random)
	first := 0
	for handled := 0; m.length > 0; handled++ {
		if handled%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		n := m.queue[first]
		if first++; first == len(m.queue) {
			first = 0
		}
		m.length--
		m.waiting[n] = false
		m.settle(n)
	}
	return nil
}

func (l *leiden) newMovement(w *shape, community []uint32, random mix) *movement {
	n := w.size()
	m := &movement{shape: w, desk: &l.desks[0], share: l.gamma / (2 * l.total), community: community}
	m.desk.open(n)
	m.held, m.waiting, m.queue = make([]uint32, n), make([]bool, n), w.blocks(random)
	for v, c := range community {
		m.held[c] += w.strength[v]
	}
	m.length, m.last = len(m.queue), 0
	for _, v := range m.queue {
		m.waiting[v] = true
	}
	for c := n - 1; c >= 0; c-- {
		if m.held[c] == 0 {
			m.empty = append(m.empty, uint32(c)) //nolint:gosec // not negative
		}
	}
	return m
}

// Where the order is random some nodes stay together, because their rows lie
// side by side; but there are always many blocks of them.
const (
	longestBlock = 32
	manyBlocks   = 1 << 10
)

// blocks are the nodes that have ties, in an order that is random by blocks.
func (w *shape) blocks(random mix) []uint32 {
	n := uint32(w.size()) //nolint:gosec // fewer than 2^31 nodes
	block := min(max(n/manyBlocks, 1), longestBlock)
	order := alone(int((n + block - 1) / block))
	random.shuffle(order)
	out := make([]uint32, 0, n)
	for _, b := range order {
		for v := b * block; v < min((b+1)*block, n); v++ {
			if w.begins[v] < w.begins[v+1] {
				out = append(out, v)
			}
		}
	}
	return out
}

func (m *movement) settle(n uint32) {
	former, own := m.community[n], m.strength[n]
	m.desk.tally(m.shape, n, m.community)
	m.held[former] -= own
	best, share := former, m.share*float64(own)
	gain := float64(m.desk.weight[former]) - share*float64(m.held[former])
	for _, c := range m.desk.met {
		if g := float64(m.desk.weight[c]) - share*float64(m.held[c]); g > gain+tolerance {
			best, gain = c, g
		}
		m.desk.weight[c] = 0
	}
	m.desk.met = m.desk.met[:0]
	if gain < -tolerance && m.held[former] > 0 {
		best = m.empty[len(m.empty)-1]
		m.empty = m.empty[:len(m.empty)-1]
	}
	m.held[best] += own
	if best == former {
		return
	}
	m.community[n] = best
	if m.held[former] == 0 {
		m.empty = append(m.empty, former)
	}
	m.wake(n, best)
}

func (m *movement) wake(n, community uint32) {
	for _, end := range m.ends[m.begins[n]:m.begins[n+1]] {
		if m.community[end] != community && !m.waiting[end] {
			m.waiting[end] = true
			m.queue[m.last] = end
			m.length++
			if m.last++; m.last == len(m.queue) {
				m.last = 0
			}
		}
	}
}
