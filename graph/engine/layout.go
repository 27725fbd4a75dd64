package engine

import (
	"slices"
)

// lay fills the arrays from the links, once the nodes are there.
//
// What a link needs is written once into the region of its From, a range of
// nodes whose links fit into a processor's cache, and put in order there; then
// the same for its To. So memory is read and written one piece after the other,
// by all cores, where sorting the whole would wait for it at each step.
func (s *Snapshot) lay(links strips, same uint8) {
	l := &layout{Snapshot: s, links: links, kindOfSame: same}
	l.divide()
	l.split()
	l.classify()
	l.leave()
	l.come()
	l.rank()
	l.timesIn()
	l.closeRanks()
}

// layout is a snapshot under way.
type layout struct {
	*Snapshot
	links      strips
	kindOfSame uint8
	classing   classing
	shift      int // a region has 1<<shift nodes
	regions    int
	leavers    []*piles[draft]     // by core, by region of the From
	comers     []*piles[comingTie] // by core, by region of the To
	ranked     []*piles[numbered]  // by core, by the first bits of the rank
	out        []half              // by link, its leaving half
	joined     []uint64            // a bitmap of nodes
	times      []uint32            // by rank, the times of a link; nil where none has any
}

// A region has about so many links, and at most so many nodes.
const (
	regionLinks = 1 << 13
	regionShift = 16
)

func (l *layout) divide() {
	n := len(l.nodes)
	for l.shift < regionShift && n>>l.shift > max(l.links.most()/regionLinks, 1) {
		l.shift++
	}
	l.regions = n>>l.shift + 1
}

// region is the nodes of a region.
func (l *layout) region(r int) (first, end uint32) {
	return uint32(min(r<<l.shift, len(l.nodes))), uint32(min((r+1)<<l.shift, len(l.nodes))) //nolint:gosec // fewer than 2^31 nodes
}

// comingTie is a link on its way into the row of its To.
type comingTie struct {
	from  uint32 // with its joined bit
	class uint32
	row   uint16 // its To, counted from the first of the region
	place uint8
}

// split puts each link into the region of its From, and takes the judgements out.
// Its drafts have, in the order of a region's nodes, the row of a link; and, as the
// From is known by that, the rank in its stead, and what its class is found by in
// that of the marking.
func (l *layout) split() {
	most := l.links.most()
	l.leavers = make([]*piles[draft], cores())
	l.classing.begin(l.marks, l.links.widest())
	if l.links.timed() {
		l.times = make([]uint32, most)
	}
	judged := make([][]link, cores())
	for core := range l.leavers {
		l.leavers[core] = newPiles[draft](l.regions, most/cores())
	}
	onEachBy(l.links.count(), func(core, strip int) {
		own := splitting{l, l.leavers[core], l.classing.core(core), nil}
		own.leavers.spare = append(own.leavers.spare, l.links.read(core, strip, own.take)...)
		judged[core] = append(judged[core], own.judged...)
	})
	all := slices.Concat(judged...)
	slices.SortFunc(all, func(a, b link) int { return compareKeys(a.key, b.key) })
	for _, j := range all {
		l.marks[j.from] |= joined
		l.marks[j.to] |= joined
	}
	l.same = newJudgements(all)
	l.joined = make([]uint64, len(l.nodes)/64+1)
	for _, j := range all {
		l.joined[j.from>>6] |= 1 << (j.from & 63)
		l.joined[j.to>>6] |= 1 << (j.to & 63)
	}
}

// flagged is a node with its joined bit, from a bitmap that stays in the cache.
func (l *layout) flagged(n uint32) uint32 { return n | uint32(l.joined[n>>6]>>(n&63)&1)<<31 } //nolint:gosec // one bit

// splitting is what one core does of it.
type splitting struct {
	*layout
	leavers *piles[draft]
	classes *classesMet
	judged  []link
}

func (s *splitting) take(batch []rankedLink) {
	inside := uint32(1)<<s.shift - 1
	for i := range batch {
		t := &batch[i]
		if t.kind == s.kindOfSame {
			j := link{key: t.key, from: t.fromNumber, to: t.toNumber, mark: t.mark, kind: t.kind, weak: t.weak}
			if t.times > 0 {
				j.times = s.links.timesOf(t.times)
			}
			s.judged = append(s.judged, j)
			continue
		}
		s.classes.meet(t.mark, t.fromMark)
		*s.leavers.next(t.fromNumber >> s.shift) = draft{
			key: t.key, from: t.rank, to: t.toNumber, mark: s.classes.meet(t.mark, t.toMark),
			row: uint16(t.fromNumber & inside), kind: t.kind, weak: t.weak, //nolint:gosec // at most 2^16 nodes
		}
		if t.times > 0 {
			s.times[t.rank] = t.times
		}
	}
}

// leave numbers the links in their order (from, class, to, id).
func (l *layout) leave() {
	begins, s := heights(l.leavers, l.regions), l.Snapshot
	n := int(begins[l.regions])
	s.links, s.linkKind, s.linkWeak = make([]key, n), make([]uint8, n), make([]uint8, n)
	s.leaving, l.out = make([]uint32, len(s.nodes)+1), make([]half, n)
	l.comers, l.ranked = make([]*piles[comingTie], cores()), make([]*piles[numbered], cores())
	for core := range l.comers {
		l.comers[core] = newPiles[comingTie](l.regions, n/cores())
		l.ranked[core] = newPiles[numbered](l.links.most()>>rankShift+1, n/cores())
	}
	rooms := make([]rowsOf[draft], cores())
	onEachBy(l.regions, func(core, r int) {
		first, end := l.region(r)
		rows := &rooms[core]
		rows.ties = gathered(rows.ties[:0], l.leavers, r)
		rows.begin(int(end - first))
		for i := range rows.ties {
			rows.next[rows.ties[i].row]++
		}
		rows.count(s.leaving[first:end], begins[r])
		for i := range rows.ties {
			t := &rows.ties[i]
			rows.place(t.row, placed{uint64(l.classing.ofSlot(t.mark, t.to, l.marks))<<32 | uint64(t.to), t.from, uint32(i)}) //nolint:gosec // fewer than 2^32 links
		}
		rows.order()
		l.leaveRegion(rows, first, begins[r], core)
	})
	s.leaving[len(s.nodes)] = uint32(n) //nolint:gosec // fewer than 2^32 links
	l.leavers = nil
}

// leaveRegion writes the links of a region, which are in order, and puts each into
// the region of its To.
func (l *layout) leaveRegion(rows *rowsOf[draft], first, number uint32, core int) {
	s, inside := l.Snapshot, uint32(1)<<l.shift-1
	comers, ranked := l.comers[core], l.ranked[core]
	for _, p := range rows.placed {
		t := &rows.ties[p.at]
		from, class := first+uint32(t.row), uint32(p.rank>>32) //nolint:gosec // its high half
		s.links[number], s.linkKind[number], s.linkWeak[number] = t.key, t.kind, t.weak
		*ranked.next(p.then >> rankShift) = numbered{p.then, number}
		l.out[number] = half{l.flagged(t.to), class}
		*comers.next(t.to >> l.shift) = comingTie{
			from: l.flagged(from), class: l.classing.of(s.classes[class].link, s.marks[from]&^joined),
			row: uint16(t.to & inside), place: uint8(min(number-s.leaving[from], distant)), //nolint:gosec // bounded
		}
		number++
	}
}

// come puts the links into the order of their coming halves (to, class, from,
// id), and writes the rows. What one core put into a region is in the order of
// leaving halves, and parallel links were put by one core.
func (l *layout) come() {
	begins, s := heights(l.comers, l.regions), l.Snapshot
	n := len(s.links)
	s.rows, s.halves, s.places = make([]uint32, len(s.nodes)+1), make([]half, 2*n), make([]uint8, n)
	rooms := make([]rowsOf[comingTie], cores())
	onEachBy(l.regions, func(core, r int) {
		first, end := l.region(r)
		rows := &rooms[core]
		rows.ties = gathered(rows.ties[:0], l.comers, r)
		rows.begin(int(end - first))
		for i := range rows.ties {
			rows.next[rows.ties[i].row]++
		}
		rows.count(s.rows[first:end], begins[r])
		for i := range rows.ties {
			t := &rows.ties[i]
			rows.place(t.row, placed{uint64(t.class)<<32 | uint64(t.from&^joined), uint32(i), uint32(i)}) //nolint:gosec // fewer than 2^32 links
		}
		rows.order()
		l.comeRegion(rows, first, end, begins[r])
	})
	s.rows[len(s.nodes)] = uint32(2 * n) //nolint:gosec // fewer than 2^32 halves
	l.comers, l.out = nil, nil
}

// comeRegion writes the rows of a region, whose coming halves begin at coming.
func (l *layout) comeRegion(rows *rowsOf[comingTie], first, end, coming uint32) {
	s, next := l.Snapshot, 0 // which coming one
	at := coming + s.leaving[first]
	for v := first; v < end; v++ {
		s.rows[v] = at
		at += uint32(copy(s.halves[at:], l.out[s.leaving[v]:s.leaving[v+1]])) //nolint:gosec // fewer than 2^32 halves
		for ; next < int(rows.next[v-first]); next++ {
			t := &rows.ties[rows.placed[next].at]
			s.halves[at] = half{t.from, t.class}
			s.places[coming+uint32(next)] = t.place //nolint:gosec // fewer than 2^32 links
			at++
		}
	}
}

// numbered is which number a link got.
type numbered struct{ rank, number uint32 }

// rankShift is how many bits of a rank lie within a group of ranks.
const rankShift = 14

// rank says which number the link of each rank got, where it is one at all.
func (l *layout) rank() {
	l.byID = make([]uint32, l.links.most())
	if len(l.byID) > len(l.Snapshot.links) {
		for rank := range l.byID {
			l.byID[rank] = missing
		}
	}
	onEach(len(l.ranked[0].open), func(group int) {
		eachPiled(l.ranked, group, func(all []numbered) {
			for _, one := range all {
				l.byID[one.rank] = one.number
			}
		})
	})
	l.ranked = nil
}

// closeRanks takes the free places out of the links by their ids.
func (l *layout) closeRanks() {
	if len(l.byID) > len(l.Snapshot.links) {
		l.byID = slices.Clone(slices.DeleteFunc(l.byID, func(number uint32) bool { return number == missing }))
	}
}
