package engine

import "slices"

// lay fills the arrays from links in the order of their ids.
//
// What a link needs is written once into the region of its From, a range of
// nodes whose links fit into a processor's cache, and put in order there; then
// the same for its To. So memory is read and written one piece after the other,
// by all cores, where sorting the whole would wait for it at each step.
func (s *Snapshot) lay(links []link, same uint8) {
	ties, judged := s.judged(links, same)
	s.same = newJudgements(judged)
	l := &layout{Snapshot: s, ties: ties}
	l.classify()
	l.divide()
	l.leave()
	l.come()
	l.timesIn()
}

// judged takes the judgements out of links, and marks what they join.
func (s *Snapshot) judged(links []link, same uint8) (ties, judged []link) {
	first := slices.IndexFunc(links, func(l link) bool { return l.kind == same })
	if first < 0 {
		return links, nil
	}
	ties = links[:first]
	for _, l := range links[first:] {
		if l.kind != same {
			ties = append(ties, l)
			continue
		}
		judged = append(judged, l)
		s.marks[l.from] |= joined
		s.marks[l.to] |= joined
	}
	return ties, slices.Clip(judged)
}

// layout is a snapshot under way.
type layout struct {
	*Snapshot
	ties    []link // in the order of ids
	classOf func(mark, far uint32) uint32
	shift   int // a region has 1<<shift nodes
	regions int
	// By link, once numbered: its place among ties, its ends and the class of its
	// leaving half.
	order, from, to, class []uint32
}

// regionLinks is about how many links a region has.
const regionLinks = 1 << 13

func (l *layout) divide() {
	n := len(l.nodes)
	for n>>l.shift > max(len(l.ties)/regionLinks, 1) {
		l.shift++
	}
	l.regions = n>>l.shift + 1
}

// region is the nodes of a region.
func (l *layout) region(r int) (first, end uint32) {
	return uint32(min(r<<l.shift, len(l.nodes))), uint32(min((r+1)<<l.shift, len(l.nodes))) //nolint:gosec // fewer than 2^31 nodes
}

// leavingTie is a link on its way into the row of its From.
type leavingTie struct {
	key                 key
	from, to, class, at uint32
	kind, weak          uint8
}

// placed is where a link stands in a row, and where it is found: those of equal
// rank keep their order.
type placed struct {
	rank uint64
	at   uint32
}

func comparePlaced(a, b placed) int {
	switch {
	case a.rank < b.rank:
		return -1
	case a.rank > b.rank:
		return 1
	}
	return int(a.at) - int(b.at)
}

// leave numbers the links in their order (from, class, to, id).
func (l *layout) leave() {
	n, s := len(l.ties), l.Snapshot
	moving, begins := scattered(n, l.regions, func(i int) uint32 { return l.ties[i].from >> l.shift }, func(i int) leavingTie {
		t := &l.ties[i]
		return leavingTie{t.key, t.from, t.to, l.classOf(t.mark, s.marks[t.to]&^joined), uint32(i), t.kind, t.weak} //nolint:gosec // fewer than 2^32 links
	})
	s.links, s.linkKind, s.linkWeak, s.byID = make([]key, n), make([]uint8, n), make([]uint8, n), make([]uint32, n)
	l.order, l.from, l.to, l.class = make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n)
	s.leaving = make([]uint32, len(s.nodes)+1)
	onEach(l.regions, func(r int) {
		first, end := l.region(r)
		part := moving[begins[r]:begins[r+1]]
		rows := inRows(len(part), first, end, begins[r], s.leaving,
			func(i int) uint32 { return part[i].from },
			func(i int) uint64 { return uint64(part[i].class)<<32 | uint64(part[i].to) })
		for i, p := range rows {
			t, number := &part[p.at], begins[r]+uint32(i) //nolint:gosec // fewer than 2^32 links
			s.links[number], s.linkKind[number], s.linkWeak[number], s.byID[t.at] = t.key, t.kind, t.weak, number
			l.order[number], l.from[number], l.to[number], l.class[number] = t.at, t.from, t.to, t.class
		}
	})
	s.leaving[len(s.nodes)] = uint32(n) //nolint:gosec // fewer than 2^32 links
}

// comingTie is a link on its way into the row of its To.
type comingTie struct{ to, from, class, number uint32 }

// come puts the links into the order of their coming halves (to, class, from,
// id), and writes the rows.
func (l *layout) come() {
	n, s := len(l.ties), l.Snapshot
	moving, begins := scattered(n, l.regions, func(i int) uint32 { return l.to[i] >> l.shift }, func(i int) comingTie {
		class := l.classOf(s.classes[l.class[i]].link, s.marks[l.from[i]]&^joined)
		return comingTie{l.to[i], l.from[i], class, uint32(i)} //nolint:gosec // fewer than 2^32 links
	})
	s.rows, s.halves, s.places = make([]uint32, len(s.nodes)+1), make([]half, 2*n), make([]uint8, n)
	onEach(l.regions, func(r int) {
		first, end := l.region(r)
		part := moving[begins[r]:begins[r+1]]
		rows := inRows(len(part), first, end, begins[r], s.rows,
			func(i int) uint32 { return part[i].to },
			func(i int) uint64 { return uint64(part[i].class)<<32 | uint64(part[i].from) })
		at, next := begins[r]+s.leaving[first], 0 // where in the halves, and which coming one
		for v := first; v < end; v++ {
			s.rows[v] = at
			for number := s.leaving[v]; number < s.leaving[v+1]; number++ {
				s.halves[at] = half{s.flagged(l.to[number]), l.class[number]}
				at++
			}
			for ; next < len(rows) && part[rows[next].at].to == v; next++ {
				t := &part[rows[next].at]
				s.halves[at] = half{s.flagged(t.from), t.class}
				s.places[begins[r]+uint32(next)] = uint8(min(t.number-s.leaving[t.from], distant)) //nolint:gosec // bounded
				at++
			}
		}
	})
	s.rows[len(s.nodes)] = uint32(2 * n) //nolint:gosec // fewer than 2^32 halves
}

func (s *Snapshot) flagged(n uint32) uint32 { return n | s.marks[n]&joined }

// inRows puts the links of one region into rows, those of a row by rank, and
// says in starts where the rows begin, counted from a base.
func inRows(n int, first, end, base uint32, starts []uint32, node func(i int) uint32, rank func(i int) uint64) []placed {
	next := make([]uint32, end-first+1)
	for i := range n {
		next[node(i)-first+1]++
	}
	for v := range end - first {
		next[v+1] += next[v]
		starts[first+v] = base + next[v]
	}
	out := make([]placed, n)
	for i := range n {
		v := node(i) - first
		out[next[v]] = placed{rank(i), uint32(i)} //nolint:gosec // fewer than 2^32 links
		next[v]++
	}
	begin := uint32(0)
	for v := range end - first { // next says now where each row ends
		slices.SortFunc(out[begin:next[v]], comparePlaced)
		begin = next[v]
	}
	return out
}

// timesIn fills the arrays that most graphs do without.
func (l *layout) timesIn() {
	columns := []struct {
		to *[]int64
		of func(t *times) int64
	}{
		{&l.validFrom, func(t *times) int64 { return t.validFrom }},
		{&l.validUntil, func(t *times) int64 { return t.validUntil }},
		{&l.at, func(t *times) int64 { return t.at }},
		{&l.amount, func(t *times) int64 { return t.amount }},
		{&l.ended, func(t *times) int64 { return t.ended }},
	}
	some := l.someTimes()
	for _, c := range columns {
		if c.of(&some) == 0 {
			continue
		}
		column := make([]int64, len(l.ties))
		onAllCores(len(l.ties), func(from, to int) {
			for number := from; number < to; number++ {
				column[number] = c.of(&l.ties[l.order[number]].times)
			}
		})
		*c.to = column
	}
}

// someTimes is zero where the times of all links are.
func (l *layout) someTimes() times {
	bounds := parts(len(l.ties))
	found := make([]times, len(bounds)-1)
	onEach(len(found), func(i int) {
		var some times
		for at := bounds[i]; at < bounds[i+1]; at++ {
			t := &l.ties[at].times
			some = times{some.validFrom | t.validFrom, some.validUntil | t.validUntil, some.at | t.at, some.amount | t.amount, some.ended | t.ended}
		}
		found[i] = some
	})
	var all times
	for _, t := range found {
		all = times{all.validFrom | t.validFrom, all.validUntil | t.validUntil, all.at | t.at, all.amount | t.amount, all.ended | t.ended}
	}
	return all
}

// alone are the numbers below n.
func alone(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i) //nolint:gosec // fewer than 2^32 links
	}
	return out
}

func gather[T any](order []uint32, value func(uint32) T) []T {
	out := make([]T, len(order))
	for at, i := range order {
		out[at] = value(i)
	}
	return out
}
