package dismantle

import (
	"math/bits"

	"entente/graph/engine/network"
)

// lengths tells what nodes gain for DistanceConnectivity. A node that is removed takes
// its own pairs, and of two others it lengthens the way: but two nodes with more ways
// between them that share nobody (Menger 1927) than there are nodes still to be
// removed keep one of those ways. So of each two nodes apart some such ways are known,
// the shortest first. That their distance grows beyond the length of the i-th, all i
// must be met; so each node on those i has an i-th of that loss in its number, and
// whichever nodes meet all of them have the whole of it.
type lengths struct {
	rows   []nodeSet
	nodes  nodeSet
	near   []float64 // of each node in the whole network: its sum of one over distance
	inv    [mostInSet + 1]float64
	levels [exactTargets]lengthsLevel
}

// lengthsLevel is what is known of the set at a depth.
type lengthsLevel struct {
	most  []float64
	apart []uint8
	pairs []pair
}

// unreached is the distance where there is no way.
const unreached = 255

// pair is two nodes apart and ways between them that share nobody.
type pair struct {
	a, b uint8
	ways []way
}

// way is a path: who is on it, its ends left out, and its length.
type way struct {
	on     nodeSet
	length uint8
}

func newLengths(w *network.Network) *lengths {
	l := &lengths{rows: rowsOf(w)}
	for v := range l.rows {
		l.nodes.add(uint32(v)) //nolint:gosec // at most mostInSet
	}
	for d := 1; d < len(l.inv); d++ {
		l.inv[d] = 1 / float64(d)
	}
	return l
}

func (l *lengths) lane(depth int) gains {
	own := *l
	for i := depth + 1; i < len(own.levels); i++ {
		own.levels[i] = lengthsLevel{}
	}
	return &own
}

// value adds up as solver.closeness does.
func (l *lengths) value(set nodeSet) float64 {
	var counts [mostInSet]int
	left := l.nodes.without(set)
	for v := range left.each {
		l.spread(v, left, func(d int, met nodeSet) { counts[d] += met.count() })
	}
	return overDistances(counts[:])
}

// spread tells at each distance from a node whom there is among those left.
func (l *lengths) spread(v uint32, left nodeSet, tell func(d int, met nodeSet)) {
	left.drop(v)
	met := l.rows[v].common(left)
	for d := 1; !met.empty(); d++ {
		tell(d, met)
		left = left.without(met)
		met = beyond(l.rows, met, left)
	}
}

func (l *lengths) look(depth int, set, open nodeSet, more int) outlook {
	at := &l.levels[depth]
	if at.most == nil {
		at.most, at.apart = make([]float64, len(l.rows)), make([]uint8, len(l.rows)*len(l.rows))
	}
	value := l.measure(at, set)
	out := outlook{value: value, room: value, most: at.most, apart: at.apart, work: 1 + len(l.rows)*len(l.rows)/20}
	if l.near == nil {
		l.near = append(l.near, at.most...)
	}
	out.work += l.pack(depth, set, more)
	for i := range at.pairs {
		l.charge(at, &at.pairs[i], set, open, more)
	}
	return out
}

// measure finds all distances without a set, and what each node has of them.
func (l *lengths) measure(at *lengthsLevel, set nodeSet) float64 {
	n := len(l.rows)
	for i := range at.apart {
		at.apart[i] = unreached
	}
	clear(at.most)
	var counts [mostInSet]int
	left := l.nodes.without(set)
	for v := range left.each {
		row := at.apart[int(v)*n : int(v)*n+n]
		l.spread(v, left, func(d int, met nodeSet) {
			count := met.count()
			counts[d] += count
			at.most[v] += float64(count) * l.inv[d]
			for i, word := range met {
				for ; word != 0; word &= word - 1 {
					row[64*i+bits.TrailingZeros64(word)] = uint8(d) //nolint:gosec // at most mostInSet
				}
			}
		})
	}
	return overDistances(counts[:])
}

// packed is the depth to which ways are sought anew where a removed node was on one;
// below, those that are left do.
const packed = 2

// pack finds the ways between nodes apart, one more than nodes may be removed: those
// of the depth above, sought anew where one is broken.
func (l *lengths) pack(depth int, set nodeSet, more int) (work int) {
	at := &l.levels[depth]
	if depth == 0 {
		return l.packAll(at, set, more)
	}
	if above := l.levels[depth-1].pairs; depth > packed {
		at.pairs = above
	} else {
		at.pairs = at.pairs[:0]
		for _, p := range above {
			if set.has(uint32(p.a)) || set.has(uint32(p.b)) {
				continue
			}
			if p.broken(&set) {
				p.ways = l.ways(uint32(p.a), uint32(p.b), set, more+1)
				work += 4 * len(p.ways)
			}
			at.pairs = append(at.pairs, p)
		}
	}
	return work
}

func (l *lengths) packAll(at *lengthsLevel, set nodeSet, more int) (work int) {
	n := uint32(len(l.rows)) //nolint:gosec // at most mostInSet
	for a := range n {
		for b := a + 1; b < n; b++ {
			if d := at.apart[a*n+b]; d > 1 && d != unreached {
				ways := l.ways(a, b, set, more+1)
				work += 4 * len(ways)
				at.pairs = append(at.pairs, pair{uint8(a), uint8(b), ways}) //nolint:gosec // at most mostInSet
			}
		}
	}
	return work
}

func (p *pair) broken(set *nodeSet) bool {
	for i := range p.ways {
		if p.ways[i].on.meets(set) {
			return true
		}
	}
	return false
}

// ways takes the shortest way again and again, without those on one before.
func (l *lengths) ways(a, b uint32, gone nodeSet, most int) []way {
	ways := make([]way, 0, most)
	for len(ways) < most {
		w, ok := l.shortest(a, b, gone)
		if !ok {
			break
		}
		ways = append(ways, w)
		gone = gone.union(w.on)
	}
	return ways
}

// shortest is a shortest way that goes by those who are near to few.
func (l *lengths) shortest(a, b uint32, gone nodeSet) (w way, ok bool) {
	var layers [mostInSet]nodeSet
	left := l.nodes.without(gone)
	left.drop(a)
	met, d := l.rows[a].common(left), 1
	for ; !met.has(b); d++ {
		if met.empty() {
			return w, false
		}
		layers[d] = met
		left = left.without(met)
		met = beyond(l.rows, met, left)
	}
	w.length = uint8(d) //nolint:gosec // at most mostInSet
	for at := b; d > 1; {
		d--
		met, at = layers[d].common(l.rows[at]), mostInSet
		for v := range met.each {
			if at == mostInSet || l.near[v] < l.near[at] {
				at = v
			}
		}
		w.on.add(at)
	}
	return w, true
}

// charge adds to the numbers of nodes what they take from a pair.
func (l *lengths) charge(at *lengthsLevel, p *pair, set, open nodeSet, more int) {
	d := at.apart[int(p.a)*len(l.rows)+int(p.b)]
	if d == unreached || set.has(uint32(p.a)) || set.has(uint32(p.b)) {
		return
	}
	var ways [exactTargets]*way
	count, end := 0, 0.0 // how many ways must all be met, and what is left of the pair then
	for i := range p.ways {
		w := &p.ways[i]
		if w.on.meets(&set) {
			continue
		}
		if count == more || !w.on.meets(&open) {
			end = l.inv[w.length]
			break
		}
		ways[count] = w
		count++
	}
	begin := end
	if count > 0 {
		begin = l.inv[ways[0].length]
	}
	if l.inv[d] > begin {
		w, _ := l.shortest(uint32(p.a), uint32(p.b), set)
		if !w.on.meets(&open) {
			return
		}
		share(at.most, &w, l.inv[d]-begin)
	}
	loss := 0.0
	for i := count - 1; i >= 0; i-- {
		begin = l.inv[ways[i].length]
		loss += (begin - end) / float64(i+1)
		if end = begin; loss > 0 {
			share(at.most, ways[i], loss)
		}
	}
}

func share(most []float64, w *way, loss float64) {
	for i, word := range w.on {
		for ; word != 0; word &= word - 1 {
			most[64*i+bits.TrailingZeros64(word)] += loss
		}
	}
}
