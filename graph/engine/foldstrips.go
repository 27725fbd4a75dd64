package engine

import (
	"cmp"
	"slices"
)

// viewStrips are the links of a view: those of its snapshot, then those that were
// added.
type viewStrips struct {
	*View
	number []uint32 // by node of the view, its number in the new snapshot
	shift  int
	dead   []uint32 // links of the snapshot that are there no longer, in order
	late   []link   // in the order of their From there
}

// strips are the links of a view, for a snapshot with other numbers of nodes.
func (v *View) strips(number []uint32) strips {
	s := &viewStrips{View: v, number: number, shift: regionShift(len(number))}
	for l := range v.over.dead {
		s.dead = append(s.dead, l)
	}
	slices.Sort(s.dead)
	out := strips{shift: s.shift, read: s.read}
	for _, c := range v.base.classes {
		out.widest = max(out.widest, c.link)
	}
	for _, l := range slices.Concat(v.over.links, v.same.links) {
		out.widest = max(out.widest, l.mark)
		l.from, l.to = number[l.from], number[l.to]
		if l.kind == v.numbering.same {
			out.judged = append(out.judged, l)
		} else {
			s.late = append(s.late, l)
		}
	}
	slices.SortFunc(out.judged, func(a, b link) int { return compareKeys(a.key, b.key) })
	slices.SortFunc(s.late, func(a, b link) int { return cmp.Compare(a.from, b.from) })
	out.begins = s.begins()
	if s.timed() {
		out.timesOf = s.timesOf
	}
	return out
}

// begins says how many links there are in the strips before each.
func (s *viewStrips) begins() []uint32 {
	begins := make([]uint32, regionsOf(len(s.number), s.shift)+1)
	for r := range len(begins) - 1 {
		from, until := s.old(r)
		added, end := s.lateOf(r)
		links := int(s.base.leaving[until]-s.base.leaving[from]) - len(s.deadOf(from, until)) + end - added
		begins[r+1] = begins[r] + uint32(links) //nolint:gosec // fewer than 2^32 links
	}
	return begins
}

// old are the nodes of the snapshot that lie in a region of the new one.
func (s *viewStrips) old(r int) (from, until uint32) {
	numbers := s.number[:len(s.base.nodes)] // rising
	begin, _ := slices.BinarySearch(numbers, s.first(r))
	end, _ := slices.BinarySearch(numbers, s.first(r+1))
	return uint32(begin), uint32(end) //nolint:gosec // fewer than 2^31 nodes
}

// first is the first node of a region.
func (s *viewStrips) first(r int) uint32 { return uint32(r << s.shift) } //nolint:gosec // fewer than 2^31 nodes

func (s *viewStrips) deadOf(from, until uint32) []uint32 {
	begin, _ := slices.BinarySearch(s.dead, s.base.leaving[from])
	end, _ := slices.BinarySearch(s.dead, s.base.leaving[until])
	return s.dead[begin:end]
}

// lateOf are the places of the added links of a strip.
func (s *viewStrips) lateOf(r int) (begin, end int) {
	by := func(l link, n uint32) int { return cmp.Compare(l.from, n) }
	begin, _ = slices.BinarySearchFunc(s.late, s.first(r), by)
	end, _ = slices.BinarySearchFunc(s.late, s.first(r+1), by)
	return begin, end
}

func (s *viewStrips) timed() bool {
	b := s.base
	return b.validFrom != nil || b.validUntil != nil || b.at != nil || b.amount != nil || b.ended != nil ||
		slices.ContainsFunc(s.late, func(l link) bool { return l.times != times{} })
}

// timesOf takes the number of a link of the snapshot plus one, or after those the
// place among the added ones.
func (s *viewStrips) timesOf(at uint32) times {
	if at--; int(at) >= len(s.base.links) {
		return s.late[int(at)-len(s.base.links)].times
	}
	return s.base.timesOf(at)
}

func (s *viewStrips) read(strip int, into []draft) []draft {
	from, until := s.old(strip)
	b, first, dead := s.base, s.first(strip), s.deadOf(from, until)
	for v := from; v < until; v++ {
		row, at := uint16(s.number[v]-first), b.rows[v] //nolint:gosec // at most 2^16 nodes
		for l := b.leaving[v]; l < b.leaving[v+1]; l++ {
			h := b.halves[at]
			at++
			if len(dead) > 0 && dead[0] == l {
				dead = dead[1:]
				continue
			}
			into = append(into, draft{
				key: b.links[l], to: s.number[h.far&^joined], mark: b.classes[h.class].link, at: l + 1, row: row,
				kind: b.linkKind[l], weak: b.linkWeak[l],
			})
		}
	}
	for i, end := s.lateOf(strip); i < end; i++ {
		l := &s.late[i]
		into = append(into, draft{
			key: l.key, to: l.to, mark: l.mark, at: uint32(len(b.links) + i + 1), row: uint16(l.from - first), //nolint:gosec // bounded
			kind: l.kind, weak: l.weak,
		})
	}
	return into
}
