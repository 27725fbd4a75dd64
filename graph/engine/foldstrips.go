package engine

import "slices"

// viewStrips are the links of a view: those of the snapshot by ranges of the nodes
// that they leave, then those that were added or joined records.
type viewStrips struct {
	*View
	into    *Snapshot
	number  []uint32 // by node of the view
	bounds  []uint32 // where each range of nodes begins, and the end of the last
	ranks   []uint32 // by link of the snapshot
	dead    []uint64 // a bitmap of these
	late    []link   // in the order of ids
	rank    []uint32 // by late one
	mark    uint32   // the largest
	batches [][]rankedLink
}

// stripOf is about how many links a strip has.
const stripOf = 1 << 13

func (v *View) strips(into *Snapshot, number []uint32) *viewStrips {
	s := &viewStrips{
		View: v, into: into, number: number, ranks: make([]uint32, len(v.base.links)), dead: make([]uint64, len(v.base.links)/64+1),
		late: slices.Concat(v.over.links, v.same.links), batches: make([][]rankedLink, cores()),
	}
	for l := range v.over.dead {
		s.dead[l>>6] |= 1 << (l & 63)
	}
	slices.SortFunc(s.late, func(a, b link) int { return compareKeys(a.key, b.key) })
	s.rankAll()
	for _, c := range v.base.classes {
		s.mark = max(s.mark, c.link)
	}
	for i := range s.late {
		s.mark = max(s.mark, s.late[i].mark)
	}
	s.bounds = []uint32{0}
	for n := range uint32(len(v.base.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		if v.base.leaving[n+1]-v.base.leaving[s.bounds[len(s.bounds)-1]] >= stripOf {
			s.bounds = append(s.bounds, n+1)
		}
	}
	s.bounds = append(s.bounds, uint32(len(v.base.nodes))) //nolint:gosec // fewer than 2^31 nodes
	return s
}

// rankAll finds each link's place in the order of ids.
func (s *viewStrips) rankAll() {
	s.rank = make([]uint32, 0, len(s.late))
	next := uint32(0)
	for _, l := range s.base.byID {
		for len(s.rank) < len(s.late) && compareKeys(s.late[len(s.rank)].key, s.base.links[l]) <= 0 {
			s.rank = append(s.rank, next)
			next++
		}
		s.ranks[l] = next
		next++
	}
	for len(s.rank) < len(s.late) {
		s.rank = append(s.rank, next)
		next++
	}
}

func (s *viewStrips) count() int     { return len(s.bounds) - 1 + (len(s.late)+stripOf-1)/stripOf }
func (s *viewStrips) most() int      { return len(s.ranks) + len(s.late) }
func (s *viewStrips) widest() uint32 { return s.mark }

func (s *viewStrips) timed() bool {
	b := s.base
	return b.validFrom != nil || b.validUntil != nil || b.at != nil || b.amount != nil || b.ended != nil ||
		slices.ContainsFunc(s.late, func(l link) bool { return l.times != times{} })
}

// timesOf takes the number of a link of the view, plus one.
func (s *viewStrips) timesOf(at uint32) times {
	if at--; int(at) >= len(s.ranks) {
		return s.late[int(at)-len(s.ranks)].times
	}
	return s.base.timesOf(at)
}

func (s *viewStrips) read(core, strip int, take func([]rankedLink)) (spare [][]draft) {
	batch := s.batches[core][:0]
	if cap(batch) == 0 {
		batch = make([]rankedLink, 0, batchOf)
		s.batches[core] = batch
	}
	add := func(l rankedLink) {
		l.fromNumber, l.toNumber = s.number[l.from], s.number[l.to]
		l.fromMark, l.toMark = s.into.marks[l.fromNumber], s.into.marks[l.toNumber]
		if batch = append(batch, l); len(batch) == batchOf {
			take(batch)
			batch = batch[:0]
		}
	}
	if ranges := len(s.bounds) - 1; strip < ranges {
		s.readOld(s.bounds[strip], s.bounds[strip+1], add)
	} else {
		s.readLate((strip-ranges)*stripOf, add)
	}
	take(batch)
	return nil
}

// readOld gives what is left of the links of the snapshot from a range of nodes.
func (s *viewStrips) readOld(from, until uint32, add func(rankedLink)) {
	b, timed := s.base, s.timed()
	for v := from; v < until; v++ {
		at := b.rows[v]
		for l := b.leaving[v]; l < b.leaving[v+1]; l++ {
			if h := b.halves[at]; s.dead[l>>6]>>(l&63)&1 == 0 {
				own := rankedLink{
					key: b.links[l], from: v, to: h.far &^ joined, mark: b.classes[h.class].link,
					rank: s.ranks[l], kind: b.linkKind[l], weak: b.linkWeak[l],
				}
				if timed {
					own.times = l + 1
				}
				add(own)
			}
			at++
		}
	}
}

func (s *viewStrips) readLate(from int, add func(rankedLink)) {
	for i := from; i < min(from+stripOf, len(s.late)); i++ {
		l := &s.late[i]
		own := rankedLink{key: l.key, from: l.from, to: l.to, mark: l.mark, rank: s.rank[i], kind: l.kind, weak: l.weak}
		if l.times != (times{}) {
			own.times = uint32(len(s.ranks) + i + 1) //nolint:gosec // fewer than 2^32 links
		}
		add(own)
	}
}
