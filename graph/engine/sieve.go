package engine

import (
	"slices"
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
	if f.plain {
		return true
	}
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

// near appends to dst the nodes in sight at the other ends of a node's links
// that pass, once for each link, with their joined bits.
func (f *sieve) near(dst []uint32, n uint32) []uint32 {
	v := f.view
	if !f.plain || v.over != nil && (v.over.touches(n) || int(n) >= len(v.base.nodes)) {
		return f.nearSifted(dst, n)
	}
	at, end := f.part(n)
	if end-at > longRow { // a run ends with its side of the row
		middle := min(max(v.base.middle(n), at), end)
		return f.nearLong(f.nearLong(dst, at, middle), middle, end)
	}
	k := len(dst)
	dst = slices.Grow(dst, int(end-at))[:k+int(end-at)]
	for _, h := range v.base.halves[at:end] { // without a branch: sight is as random as a coin
		dst[k] = h.far
		k += int(f.lens.open[h.class>>6] >> (h.class & 63) & 1) //nolint:gosec // one bit
	}
	return dst[:k]
}

// longRow is from where on it is worth while to skip hidden halves a run at a time.
const longRow = 128

func (f *sieve) nearLong(dst []uint32, at, end uint32) []uint32 {
	halves := f.view.base.halves
	for at < end {
		h := halves[at]
		if !f.lens.opens(h.class) {
			at = runEnd(halves, at, end)
			continue
		}
		dst = append(dst, h.far)
		at++
	}
	return dst
}

// part is where the halves of a node lie that the direction allows.
func (f *sieve) part(n uint32) (at, end uint32) {
	s := f.view.base
	at, end = s.rows[n], s.rows[n+1]
	if !f.leaving {
		at = s.middle(n)
	}
	if !f.coming {
		end = s.middle(n)
	}
	return at, end
}

func (f *sieve) nearSifted(dst []uint32, n uint32) []uint32 {
	f.eachTie(n, func(t tie) { dst = append(dst, t.other|f.view.mark(t.other)&joined) })
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
	f.eachTie(n, func(t tie) { dst = append(dst, t) })
	return dst
}

func (f *sieve) eachTie(n uint32, yield func(tie)) { f.eachTieTo(n, nil, yield) }

// eachTieTo leaves out the links to nodes that are not wanted; nil wants all.
// wanted is asked with the joined bit of a node, and may be asked of one out of
// sight.
func (f *sieve) eachTieTo(n uint32, wanted func(far uint32) bool, yield func(tie)) {
	s, over := f.view.base, f.view.over
	changed := over != nil && over.touches(n)
	if int(n) < len(s.nodes) {
		at, middle, end := s.rows[n], s.middle(n), s.rows[n+1]
		if f.leaving {
			f.eachOld(n, at, middle, changed, true, wanted, yield)
		}
		if f.coming {
			f.eachOld(n, middle, end, changed, false, wanted, yield)
		}
	}
	if changed {
		f.eachNew(n, func(t tie) {
			if wanted == nil || wanted(t.other|f.view.mark(t.other)&joined) {
				yield(t)
			}
		})
	}
}

// eachOld walks a part of a row of the snapshot. Where a change touches the
// node, classes may be out of date and are not asked.
func (f *sieve) eachOld(n, at, end uint32, changed, out bool, wanted func(uint32) bool, yield func(tie)) {
	s := f.view.base
	for at < end {
		h := s.halves[at]
		if !changed && !f.lens.opens(h.class) || changed && !f.lens.sees(s.classes[h.class].link) {
			at = runEnd(s.halves, at, end)
			continue
		}
		if wanted != nil && !wanted(h.far|f.view.mark(h.far&^joined)&joined) {
			at++
			continue
		}
		t := tie{other: h.far &^ joined, out: out}
		if out {
			t.link = s.leaving[n] + at - s.rows[n]
		} else {
			t.link = s.comingAt(n, at)
		}
		at++
		if f.passes(t.link) && (!changed || f.alive(t)) {
			yield(t)
		}
	}
}

func (f *sieve) alive(t tie) bool {
	_, dead := f.view.over.dead[t.link]
	return !dead && f.lens.sees(f.view.mark(t.other))
}

// eachNew walks the links of a node that were added since the snapshot.
func (f *sieve) eachNew(n uint32, yield func(tie)) {
	over, first := f.view.over, uint32(len(f.view.base.links)) //nolint:gosec // fewer than 2^32 links
	row := over.rows[n]
	for at := row.out; f.leaving && at != 0; at = over.nextOut[at-1] {
		if l := &over.links[at-1]; f.admits(l) && f.lens.sees(f.view.mark(l.to)) {
			yield(tie{l.to, first + at - 1, true})
		}
	}
	for at := row.in; f.coming && at != 0; at = over.nextIn[at-1] {
		if l := &over.links[at-1]; f.admits(l) && f.lens.sees(f.view.mark(l.from)) {
			yield(tie{l.from, first + at - 1, false})
		}
	}
}

// runEnd finds where the run of equal classes that begins at `at` ends: it
// gallops, so a hidden run of any length costs the logarithm of it.
func runEnd(halves []half, at, end uint32) uint32 {
	class, step := halves[at].class, uint32(1)
	low := at // known to be in the run
	for low+step < end && halves[low+step].class == class {
		low += step
		step *= 2
	}
	high := min(low+step, end) // known to be past it
	for low+1 < high {
		if middle := low + (high-low)/2; halves[middle].class == class {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
