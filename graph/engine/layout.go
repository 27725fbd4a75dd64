package engine

// lay fills the arrays from the links, once the nodes are there, and says whether
// each link has an id of its own. If not, the snapshot is of no use.
//
// What leaves a region, a range of nodes whose links fit into a processor's cache,
// is put in order there, and what a link needs is written once into the region of
// its To; then the same for that. So memory is read and written one piece after the
// other, by all cores, where sorting the whole would wait for it at each step.
func (s *Snapshot) lay(links strips) (distinct bool) {
	l := &layout{Snapshot: s, links: links, regions: regionsOf(len(s.nodes), links.shift)}
	l.judge()
	l.begin()
	l.leave()
	l.classify()
	l.come()
	l.timesIn()
	return l.identify()
}

// layout is a snapshot under way.
type layout struct {
	*Snapshot
	links   strips
	regions int
	classing
	comers []*piles[comingTie] // by core, by region of the To
	ids    []*piles[numbered]  // by core, by the first bits of the id
	out    []half              // by link, its leaving half
	far    [][]uint32          // by core, room
	times  []uint32            // by link; nil where none has any
}

// region is the nodes of a region.
func (l *layout) region(r int) (first, end uint32) {
	shift, n := l.links.shift, len(l.nodes)
	return uint32(min(r<<shift, n)), uint32(min((r+1)<<shift, n)) //nolint:gosec // fewer than 2^31 nodes
}

// comingTie is a link on its way into the row of its To.
type comingTie struct {
	from uint32 // with its joined bit
	slot uint32
	row  uint16 // its To, counted from the first of the region
	// place is which of the links that leave its From it is.
	place uint8
}

// judge marks the nodes that are joined.
func (l *layout) judge() {
	for _, j := range l.links.judged {
		l.marks[j.from] |= joined
		l.marks[j.to] |= joined
	}
	l.same = newJudgements(l.links.judged)
}

// leave numbers the links in their order (from, class, to, id).
func (l *layout) leave() {
	begins, s := l.links.begins, l.Snapshot
	n := int(begins[l.regions])
	s.links, s.linkKind, s.linkWeak = make([]key, n), make([]uint8, n), make([]uint8, n)
	s.leaving, l.out = make([]uint32, len(s.nodes)+1), make([]half, n)
	if l.links.timesOf != nil {
		l.times = make([]uint32, n)
	}
	l.comers, l.ids = make([]*piles[comingTie], cores()), make([]*piles[numbered], cores())
	for core := range l.comers {
		l.comers[core] = newPiles[comingTie](l.regions, n/cores())
		l.ids[core] = newPiles[numbered](1<<groupBits, n/cores())
	}
	rooms := make([]rowsOf[draft], cores())
	l.far = make([][]uint32, cores())
	onEachBy(l.regions, func(core, r int) {
		first, end := l.region(r)
		rows, met := &rooms[core], l.core(core)
		rows.ties = l.links.read(r, rows.ties[:0])
		rows.begin(int(end - first))
		rows.tied = func(x, y uint32) int { return compareKeys(rows.ties[x].key, rows.ties[y].key) }
		marks := l.marksOf(rows, core)
		rows.count(s.leaving[first:end], begins[r])
		for i := range rows.ties {
			t, mark := &rows.ties[i], marks[i]
			rank := uint64(l.slot(met, t.mark, mark&^joined))<<32 | uint64(t.to)
			t.to |= mark & joined
			rows.place(t.row, placed{rank, uint32(t.key.hi >> 32), uint32(i)}) //nolint:gosec // fewer than 2^32 links
		}
		rows.order()
		l.leaveRegion(rows, first, begins[r], core)
	})
	s.leaving[len(s.nodes)] = uint32(n) //nolint:gosec // fewer than 2^32 links
}

// marksOf counts the rows, and gives the marks of the nodes to which links lead. It
// does nothing else, so that a processor waits for many at once.
func (l *layout) marksOf(rows *rowsOf[draft], core int) []uint32 {
	marks := sized(l.far[core], len(rows.ties))
	for i := range rows.ties {
		marks[i] = l.marks[rows.ties[i].to]
	}
	for i := range rows.ties {
		rows.next[rows.ties[i].row]++
	}
	l.far[core] = marks
	return marks
}

// leaveRegion writes the links of a region, which are in order, and puts each into
// the region of its To. Their halves have slots in place of classes yet.
func (l *layout) leaveRegion(rows *rowsOf[draft], first, number uint32, core int) {
	s, shift, inside := l.Snapshot, l.links.shift, uint32(1)<<l.links.shift-1
	comers, ids, met := l.comers[core], l.ids[core], l.core(core)
	for _, p := range rows.placed {
		t := &rows.ties[p.at]
		from, to := first+uint32(t.row), t.to&^joined
		mark := s.marks[from]
		s.links[number], s.linkKind[number], s.linkWeak[number] = t.key, t.kind, t.weak
		*ids.next(groupOf(t.key)) = numbered{restOf(t.key), number}
		l.out[number] = half{t.to, uint32(p.rank >> 32)} //nolint:gosec // its high half
		*comers.next(to >> shift) = comingTie{
			from: from | mark&joined, slot: l.slot(met, t.mark, mark&^joined),
			row: uint16(to & inside), place: uint8(min(number-s.leaving[from], distant)), //nolint:gosec // bounded
		}
		if l.times != nil {
			l.times[number] = t.at
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
			rows.place(t.row, placed{uint64(t.slot)<<32 | uint64(t.from&^joined), uint32(i), uint32(i)}) //nolint:gosec // fewer than 2^32 links
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
		for _, h := range l.out[s.leaving[v]:s.leaving[v+1]] {
			s.halves[at] = half{h.far, l.class(h.class)}
			at++
		}
		for ; next < int(rows.next[v-first]); next++ {
			t := &rows.ties[rows.placed[next].at]
			s.halves[at] = half{t.from, l.class(t.slot)}
			s.places[coming+uint32(next)] = t.place //nolint:gosec // fewer than 2^32 links
			at++
		}
	}
}
