package dismantle

import (
	"encoding/binary"
	"maps"
	"slices"
)

// rimSearch is the exact search for objectives that hang on components alone, the
// other way about: not which nodes to remove, but what could be cut off by so few. In
// a network that hangs together well that is little, however many sets there are.
//
// One node, the root, stays or is removed. Where it stays, each component that a set
// leaves beside the root's is connected, and all its neighbours are in the set: its
// rim. So all connected pieces whose rim can be paid are listed, and all unions of
// their rims looked at; whatever else a set holds takes single nodes from components
// (were it to split one, it would be on a rim). Where the root is removed, the same
// is done with the next root.
type rimSearch struct {
	s        *solver
	best     []uint32
	least    float64
	cheapest int64
	costs    []int64 // of the candidates, the least first
	work     int
	price    int     // of one walk through the network
	state    []uint8 // of each node, while a piece grows
	root     uint32
	first    uint32 // of the piece: it has no earlier node
	rims     map[string][]uint32
	queue    []uint32
	from     []uint32
	seen     []int
	taken    []int
	turn     int
}

// rimTies is how many ties a node has at least, on the average, where rims are few enough
// to be listed: in a network like a tree nearly every part has a small one.
const rimTies = 3

// The rims and unions that are kept at most: where there are more, it is not done.
const (
	mostRims   = 100_000
	mostUnions = 1_000_000
)

// What a node is to a piece that grows.
const (
	free uint8 = iota
	inside
	onRim
	removed
)

// byRims searches so, from the best known; done is false where the work did not do.
func (s *solver) byRims(best []uint32, left, cheapest int64, work int) (better []uint32, done bool) {
	n := s.p.Network.Size()
	b := &rimSearch{
		s: s, best: slices.Clone(best), least: s.value(best), cheapest: cheapest, work: work, price: s.p.price(), state: make([]uint8, n),
		from: make([]uint32, n), seen: make([]int, n), taken: make([]int, n),
	}
	for _, v := range s.candidates {
		b.costs = append(b.costs, s.p.cost(v))
	}
	slices.Sort(b.costs)
	chosen := slices.Clone(s.p.Must)
	for left >= 0 {
		for _, v := range chosen {
			b.state[v] = removed
		}
		var any bool
		if b.root, any = b.widest(); !any {
			b.look(chosen, left)
			break
		}
		b.stays(chosen, left)
		if !s.p.may(b.root) {
			break
		}
		left -= s.p.cost(b.root)
		chosen = append(chosen, b.root)
	}
	return b.best, b.work > 0 && s.ctx.Err() == nil
}

// rimLeast is the work that may go into it where another search comes after it.
const rimLeast = exactLeast / 4

// rimWork is the work that may go into it, a quarter of that of the branches: it
// is done soon, or not at all.
func (p *Problem) rimWork() int {
	return int(p.exactAll()) / 4
}

// spend says whether there is work left, and takes that of one walk through the network.
func (b *rimSearch) spend() bool {
	b.work -= b.price
	return b.work > 0 && b.s.ctx.Err() == nil
}

// widest is the node with the most ties to what is left.
func (b *rimSearch) widest() (root uint32, any bool) {
	most := -1
	for v := range uint32(len(b.state)) { //nolint:gosec // fewer than 2^31 nodes
		ties := 0
		for _, end := range b.s.p.Network.Row(v) {
			if b.state[end] != removed {
				ties++
			}
		}
		if b.state[v] != removed && ties > most {
			root, most = v, ties
		}
	}
	return root, most >= 0
}

// stays looks at all sets without the root.
func (b *rimSearch) stays(chosen []uint32, left int64) {
	b.rims = map[string][]uint32{}
	for v := range uint32(len(b.state)) { //nolint:gosec // fewer than 2^31 nodes
		if b.state[v] == free && v != b.root {
			b.first, b.state[v] = v, inside
			b.grow([]uint32{v}, nil, left)
			b.state[v] = free
		}
	}
	delete(b.rims, "")
	rims := slices.SortedFunc(maps.Values(b.rims), slices.Compare)
	b.unite(rims, 0, chosen, len(chosen), left, map[string]int{})
}

// grow lists the rims of all pieces that have these nodes inside and those on the rim.
func (b *rimSearch) grow(in, rim []uint32, left int64) {
	next, state := b.undecided(in, left)
	if state == removed || !b.spend() {
		return
	}
	if state == inside {
		key, sorted := keyOf(rim)
		if b.rims[key] = sorted; len(b.rims) > mostRims {
			b.work = 0
		}
		return
	}
	if b.ways(int(left/b.cheapest)+1) > left/b.cheapest {
		return
	}
	if cost := b.s.p.cost(next); b.s.p.may(next) && cost <= left {
		b.state[next] = onRim
		b.grow(in, append(rim, next), left-cost)
	}
	if next > b.first {
		b.state[next] = inside
		b.grow(append(in, next), rim, left)
	}
	b.state[next] = free
}

// undecided is a neighbour of the piece that is neither inside nor on the rim, one
// that can be but one of the two first. Its state is free; or inside, where there is
// none: the piece is whole; or removed, where the piece cannot be.
func (b *rimSearch) undecided(in []uint32, left int64) (next uint32, state uint8) {
	state = inside
	for _, v := range in {
		for _, end := range b.s.p.Network.Row(v) {
			if b.state[end] != free {
				continue
			}
			rim, deep := b.s.p.may(end) && b.s.p.cost(end) <= left, end > b.first
			if end == b.root || !rim && !deep {
				return end, removed
			}
			if state == inside || !rim || !deep {
				next, state = end, free
			}
		}
	}
	return next, state
}

// ways counts paths from the piece to the root that share no node, up to so many, by
// taking the shortest one again and again: the rim has a node of each.
func (b *rimSearch) ways(most int) int64 {
	begun := b.turn
	count := 0
	for count < most && b.way(begun) && b.spend() {
		count++
	}
	return int64(count)
}

// way takes a shortest path of free nodes from the root to the piece that were not
// taken since, if there is one.
func (b *rimSearch) way(begun int) bool {
	b.turn++
	b.queue = append(b.queue[:0], b.root)
	b.seen[b.root] = b.turn
	for at := 0; at < len(b.queue); at++ {
		v := b.queue[at]
		for _, end := range b.s.p.Network.Row(v) {
			if b.state[end] == inside {
				for ; v != b.root; v = b.from[v] {
					b.taken[v] = b.turn
				}
				return true
			}
			if b.state[end] == free && b.seen[end] != b.turn && b.taken[end] <= begun {
				b.seen[end], b.from[end] = b.turn, v
				b.queue = append(b.queue, end)
			}
		}
	}
	return false
}

// unite looks at the unions of a set with rims from a place on. The set begins with
// those that are in all sets; been holds from which place each union was united.
func (b *rimSearch) unite(rims [][]uint32, from int, set []uint32, fixed int, left int64, been map[string]int) {
	key, _ := keyOf(set[fixed:])
	before, known := been[key]
	if known && before <= from {
		return
	}
	if been[key] = from; len(been) > mostUnions {
		b.work = 0
	}
	if !known {
		b.look(set, left)
	}
	for i := from; i < len(rims) && left >= b.cheapest; i++ {
		more, rest := slices.Clip(set), left
		for _, v := range rims[i] {
			if !slices.Contains(set, v) {
				more, rest = append(more, v), rest-b.s.p.cost(v)
			}
		}
		if rest >= 0 && len(more) > len(set) {
			if b.unite(rims, i+1, more, fixed, rest, been); b.work <= 0 {
				return
			}
		}
	}
	b.work--
}

// look finds the best set of these and others that split nothing.
func (b *rimSearch) look(set []uint32, left int64) {
	if !b.spend() || b.bound(set, left) >= b.least {
		return
	}
	if value := b.s.value(set); value < b.least {
		b.least, b.best = value, slices.Clone(set)
	}
	for _, v := range b.single(set, left) {
		b.look(append(slices.Clip(set), v), left-b.s.p.cost(v))
	}
}

// bound is the least that is left if as many more nodes as can be paid are taken
// from components, each from the largest then, and nothing else comes apart.
func (b *rimSearch) bound(set []uint32, left int64) float64 {
	for _, v := range set {
		b.s.gone[v] = true
	}
	sizes := append(b.s.sizes(), 0)
	for _, v := range set {
		b.s.gone[v] = false
	}
	for _, cost := range b.costs {
		if left -= cost; left < 0 {
			break
		}
		sizes[slices.Index(sizes, slices.Max(sizes))]--
	}
	if b.s.alone(LargestComponent) {
		return float64(max(0, slices.Max(sizes)))
	}
	pairs := 0
	for _, size := range sizes {
		pairs += max(0, size) * (size - 1) / 2
	}
	return float64(pairs)
}

// single gives of each component the cheapest node that can be paid, those of large
// components first.
func (b *rimSearch) single(set []uint32, left int64) []uint32 {
	s := b.s
	for _, v := range set {
		s.gone[v] = true
	}
	var nodes []uint32
	sizes := map[uint32]int{}
	s.unseen()
	for v := range uint32(len(s.gone)) { //nolint:gosec // fewer than 2^31 nodes
		if s.depth[v] >= 0 {
			continue
		}
		s.depth[v], s.queue = 0, append(s.queue[:0], v)
		s.spread(s.p.Network, -1)
		best, ok := v, false
		for _, u := range s.queue {
			if s.p.may(u) && s.p.cost(u) <= left && (!ok || s.p.cost(u) < s.p.cost(best)) {
				best, ok = u, true
			}
		}
		if ok {
			nodes = append(nodes, best)
			sizes[best] = len(s.queue)
		}
	}
	for _, v := range set {
		s.gone[v] = false
	}
	slices.SortStableFunc(nodes, func(x, y uint32) int { return sizes[y] - sizes[x] })
	return nodes
}

// keyOf gives a set in order, and a key that is equal for equal sets.
func keyOf(set []uint32) (string, []uint32) {
	sorted := slices.Clone(set)
	slices.Sort(sorted)
	var key []byte
	for _, v := range sorted {
		key = binary.BigEndian.AppendUint32(key, v)
	}
	return string(key), sorted
}
