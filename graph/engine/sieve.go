package engine

import (
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// sieve lets through the links that are in sight and pass a filter. It is the
// one place where the links of a node are read.
type sieve struct {
	view *View
	lens *lens
	// plain says that nothing but sight decides.
	plain   bool
	kinds   uint64
	weakest uint8
	dated   bool
	moment  int64 // Unix milliseconds
	leaving bool  // links are followed from their From
	coming  bool  // links are followed from their To
}

const everyGrade = 255

// sieve makes a filter ready; a graph.Error names a field that cannot be.
func (v *View) sieve(sight policy.Sight, filter graph.LinkFilter) (*sieve, error) {
	f := &sieve{view: v, lens: v.lens(sight), weakest: everyGrade, kinds: ^uint64(0), leaving: true, coming: true}
	if err := f.setKinds(filter.Kinds); err != nil {
		return nil, err
	}
	switch filter.Direction {
	case "", graph.EitherWay:
	case graph.Outgoing:
		f.coming = false
	case graph.Incoming:
		f.leaving = false
	default:
		return nil, graph.Bad("direction", "The direction is EITHER, OUTGOING or INCOMING.")
	}
	if filter.At != nil {
		f.setMoment(*filter.At)
	}
	if w := filter.WeakestGrading; w != nil {
		if *w < 0 || *w > 10 {
			return nil, graph.Bad("weakestGrading", "The weakest grading lies between 0 (strongest) and 10.")
		}
		f.weakest = uint8(*w) //nolint:gosec // checked above
	}
	f.plain = len(filter.Kinds) == 0 && !f.dated && f.weakest == everyGrade
	return f, nil
}

func (f *sieve) setKinds(kinds []graph.LinkKind) error {
	if len(kinds) == 0 {
		return nil
	}
	f.kinds = 0
	for _, k := range kinds {
		number, ok := f.view.numbering.links[k]
		if !ok {
			return graph.Bad("kinds", "This is not a kind of link.")
		}
		f.kinds |= 1 << number
	}
	return nil
}

func (f *sieve) setMoment(at time.Time) { f.dated, f.moment = true, at.UnixMilli() }

// reversed is the same filter walked from the other end.
func (f *sieve) reversed() *sieve {
	r := *f
	r.leaving, r.coming = f.coming, f.leaving
	return &r
}

// passes asks a link of the snapshot whether it fits, its sight apart.
func (f *sieve) passes(l uint32) bool {
	s := f.view.base
	if f.kinds>>s.linkKind[l]&1 == 0 || s.linkWeak[l] > f.weakest {
		return false
	}
	return !f.dated || f.holds(value(s.validFrom, l), value(s.validUntil, l))
}

func (f *sieve) holds(from, until int64) bool {
	return (from == 0 || f.moment >= from) && (until == 0 || f.moment < until)
}

// admits asks a link of the overlay whether it is in sight and fits.
func (f *sieve) admits(l *link) bool {
	return f.lens.sees(l.mark) && f.kinds>>l.kind&1 == 1 && l.weak <= f.weakest &&
		(!f.dated || f.holds(l.times.validFrom, l.times.validUntil))
}

// near appends to dst the nodes at the other ends of a node's links that pass,
// once for each link; whether those nodes are in sight is still to be asked.
func (f *sieve) near(dst []uint32, n uint32) []uint32 {
	over := f.view.over
	if over != nil && over.touches(n) {
		return f.nearChanged(dst, n)
	}
	s := f.view.base
	if int(n) >= len(s.nodes) {
		return dst
	}
	if f.leaving {
		dst = f.nearOut(dst, s.out[n], s.out[n+1])
	}
	if f.coming {
		dst = f.nearIn(dst, s.in[n], s.in[n+1])
	}
	return dst
}

func (f *sieve) nearOut(dst []uint32, at, end uint32) []uint32 {
	s := f.view.base
	for at < end {
		next := runEnd(s.linkMark, at, end)
		switch {
		case !f.lens.sees(s.linkMark[at]):
		case f.plain:
			dst = append(dst, s.to[at:next]...)
		default:
			for l := at; l < next; l++ {
				if f.passes(l) {
					dst = append(dst, s.to[l])
				}
			}
		}
		at = next
	}
	return dst
}

func (f *sieve) nearIn(dst []uint32, at, end uint32) []uint32 {
	s := f.view.base
	for at < end {
		next := runEnd(s.inMark, at, end)
		switch {
		case !f.lens.sees(s.inMark[at]):
		case f.plain:
			dst = append(dst, s.inFrom[at:next]...)
		default:
			for p := at; p < next; p++ {
				if f.passes(s.inLink[p]) {
					dst = append(dst, s.inFrom[p])
				}
			}
		}
		at = next
	}
	return dst
}

func (f *sieve) nearChanged(dst []uint32, n uint32) []uint32 {
	for _, t := range f.ties(nil, n) {
		dst = append(dst, t.other)
	}
	return dst
}

// tie is a link seen from one of its ends.
type tie struct {
	other uint32 // the node at the other end
	link  uint32
	out   bool // the link leaves the node
}

// ties is near with the links told apart.
func (f *sieve) ties(dst []tie, n uint32) []tie {
	if f.leaving {
		dst = f.tiesOut(dst, n)
	}
	if f.coming {
		dst = f.tiesIn(dst, n)
	}
	return dst
}

func (f *sieve) tiesOut(dst []tie, n uint32) []tie {
	s := f.view.base
	if int(n) < len(s.nodes) {
		for at, end := s.out[n], s.out[n+1]; at < end; {
			next := runEnd(s.linkMark, at, end)
			for l := at; l < next && f.lens.sees(s.linkMark[at]); l++ {
				if f.alive(l) && f.passes(l) {
					dst = append(dst, tie{s.to[l], l, true})
				}
			}
			at = next
		}
	}
	for _, l := range f.added(n).out {
		if added := &f.view.over.links[l]; f.admits(added) {
			dst = append(dst, tie{added.to, l + uint32(len(s.links)), true}) //nolint:gosec // fewer than 2^32 links
		}
	}
	return dst
}

func (f *sieve) tiesIn(dst []tie, n uint32) []tie {
	s := f.view.base
	if int(n) < len(s.nodes) {
		for at, end := s.in[n], s.in[n+1]; at < end; {
			next := runEnd(s.inMark, at, end)
			for p := at; p < next && f.lens.sees(s.inMark[at]); p++ {
				if l := s.inLink[p]; f.alive(l) && f.passes(l) {
					dst = append(dst, tie{s.inFrom[p], l, false})
				}
			}
			at = next
		}
	}
	for _, l := range f.added(n).in {
		if added := &f.view.over.links[l]; f.admits(added) {
			dst = append(dst, tie{added.from, l + uint32(len(s.links)), false}) //nolint:gosec // fewer than 2^32 links
		}
	}
	return dst
}

func (f *sieve) alive(l uint32) bool {
	if f.view.over == nil {
		return true
	}
	_, dead := f.view.over.dead[l]
	return !dead
}

func (f *sieve) added(n uint32) row {
	if f.view.over == nil {
		return row{}
	}
	return f.view.over.rows[n]
}

// runEnd finds where the run of equal marks that begins at `at` ends: it
// gallops, so a hidden run of any length costs the logarithm of it.
func runEnd(marks []uint32, at, end uint32) uint32 {
	mark, step := marks[at], uint32(1)
	low := at // known to be in the run
	for low+step < end && marks[low+step] == mark {
		low += step
		step *= 2
	}
	high := min(low+step, end) // known to be past it
	for low+1 < high {
		if middle := low + (high-low)/2; marks[middle] == mark {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
