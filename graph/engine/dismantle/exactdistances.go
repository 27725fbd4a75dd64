package dismantle

import (
	"math/bits"

	"entente/graph/engine/network"
)

// lengths tells what nodes gain where each two nodes count by their distance: for
// DistanceConnectivity one over it, for PairConnectivity as long as there is a way, for
// LargestComponent those with a root, which is in it. A node that is removed takes
// its own pairs, and of two others it lengthens the way: but two nodes with more ways
// between them that share nobody (Menger 1927) than there are nodes still to be
// removed keep one of those ways. So of each two nodes apart some such ways are known,
// the shortest first. That their distance grows beyond the length of the i-th, all i
// must be met; so each node on those i has an i-th of that loss in its number, and
// whichever nodes meet all of them have the whole of it.
type lengths struct {
	rows   []nodeSet
	nodes  nodeSet
	near   []float64    // of each node in the whole network: what its own pairs count
	worth  [256]float64 // what two nodes count by their distance; unreached is nothing
	rooted float64      // what each node counts that hangs together with the root
	levels [exactTargets]lengthsLevel
}

// lengthsLevel is what is known of the set at a depth.
type lengthsLevel struct {
	most  []float64
	apart []uint8
	pairs []pair
	root  uint32
}

// tally is what a network comes to: how many nodes there are at each distance from all
// others, each pair twice, and the size of the largest component.
type tally struct {
	counts  [mostInSet]int
	largest int
}

func (t *tally) pairs() int {
	sum := 0
	for _, count := range t.counts {
		sum += count
	}
	return sum / 2
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
	return l
}

// weigh adds to what two nodes count: some divided by their distance, some as long as
// there is a way.
func (l *lengths) weigh(near, tied float64) {
	for d := 1; d < mostInSet; d++ {
		l.worth[d] += near/float64(d) + tied
	}
}

// beside gives one for sets below the one at a depth.
func (l *lengths) beside(depth int) *lengths {
	own := *l
	for i := depth + 1; i < len(own.levels); i++ {
		own.levels[i] = lengthsLevel{}
	}
	return &own
}

// tally goes through the network from each node that is left.
func (l *lengths) tally(set nodeSet) (t tally) {
	left := l.nodes.without(set)
	for v := range left.each {
		size := 1
		l.spread(v, left, func(d int, met nodeSet) {
			count := met.count()
			t.counts[d] += count
			size += count
		})
		t.largest = max(t.largest, size)
	}
	return t
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

// number finds the numbers of a depth.
func (l *lengths) number(depth int, set, open nodeSet, more int) (t tally, work int) {
	at := &l.levels[depth]
	if at.most == nil {
		at.most, at.apart = make([]float64, len(l.rows)), make([]uint8, len(l.rows)*len(l.rows))
	}
	t = l.measure(at, set)
	if l.near == nil {
		l.near = append(l.near, at.most...)
	}
	work = 1 + len(l.rows)*len(l.rows)/20 + l.pack(depth, set, more)
	for i := range at.pairs {
		l.charge(at, &at.pairs[i], set, open, more)
	}
	if l.rooted > 0 && t.largest > 0 {
		at.most[at.root] += l.rooted * float64(t.largest)
	}
	return t, work
}

// measure finds all distances without a set, the root, and what each node has of them.
func (l *lengths) measure(at *lengthsLevel, set nodeSet) (t tally) {
	n := len(l.rows)
	for i := range at.apart {
		at.apart[i] = unreached
	}
	clear(at.most)
	left, ties := l.nodes.without(set), 0
	for v := range left.each {
		row, size := at.apart[int(v)*n:int(v)*n+n], 1
		l.spread(v, left, func(d int, met nodeSet) {
			count := met.count()
			t.counts[d] += count
			size += count
			at.most[v] += float64(count) * l.worth[d]
			for i, word := range met {
				for ; word != 0; word &= word - 1 {
					row[64*i+bits.TrailingZeros64(word)] = uint8(d) //nolint:gosec // at most mostInSet
				}
			}
		})
		if own := l.rows[v].common(left).count(); size > t.largest || size == t.largest && own > ties {
			t.largest, ties, at.root = size, own, v
		}
	}
	if l.rooted > 0 && t.largest > 0 {
		for v, d := range at.apart[int(at.root)*n : int(at.root)*n+n] {
			if d != unreached {
				at.most[v] += l.rooted
			}
		}
	}
	return t
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
	tied := 0.0
	if uint32(p.a) == at.root || uint32(p.b) == at.root {
		tied = l.rooted
	}
	var ways [exactTargets]*way
	count, end := 0, 0.0 // how many ways must all be met, and what is left of the pair then
	for i := range p.ways {
		w := &p.ways[i]
		if w.on.meets(&set) {
			continue
		}
		if count == more || !w.on.meets(&open) {
			end = l.worth[w.length] + tied
			break
		}
		ways[count] = w
		count++
	}
	begin, now := end, l.worth[d]+tied
	if count > 0 {
		begin = l.worth[ways[0].length] + tied
	}
	if now > begin {
		w, _ := l.shortest(uint32(p.a), uint32(p.b), set)
		if !w.on.meets(&open) {
			return
		}
		share(at.most, &w, now-begin)
	}
	loss := 0.0
	for i := count - 1; i >= 0; i-- {
		begin = l.worth[ways[i].length] + tied
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
