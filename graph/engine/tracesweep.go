package engine

import (
	"cmp"
	"math/bits"
	"slices"

	"entente/graph"
)

// sweep counts trails in one pass over all events in the order of time: at each
// entity stands how many trails of each length have come to it, and an event
// sends on what stands where it begins. Events of one instant are looked at
// together, before what they bring is added.
type sweep struct {
	*tracer
	kept    int     // lengths that go on: 1 to MaxHops-1
	gap     int64   // ms; 0 is any
	counts  []sumOf // kept for each slot: trails that came, within the gap
	ends    []end   // by slot
	steps   []sweepStep
	leaving []uint64 // MaxHops for each step: trails of 1 to MaxHops links that it ends
	// What came: from head to tail it is in counts, from there on it is of this
	// instant. Without a gap it is forgotten once it is in counts.
	came       []came
	sizes      []uint64 // kept for each of came
	head, tail int
}

// end says what becomes of trails that come to a slot.
type end uint8

const (
	unasked end = iota
	goesOn
	cutHere
)

// sweepStep is an event of one instant in one direction.
type sweepStep struct {
	from, to uint32 // slots
	amount   int64
	link     uint32
}

type came struct {
	at   int64
	slot uint32
}

func (t *tracer) sweep() error {
	s := &sweep{tracer: t, kept: t.o.MaxHops - 1, gap: t.o.MaxGap.Milliseconds()}
	base, over := t.view.base.timeline().between(t.since, t.until), t.view.added(t.clock).between(t.since, t.until)
	for base.len()+over.len() > 0 {
		var now [2]events
		var at int64
		if t.o.Back {
			at = max(base.last(), over.last())
			base, now[0] = base.cutBack(at)
			over, now[1] = over.cutBack(at)
			at = -at
		} else {
			at = min(base.next(), over.next())
			now[0], base = base.cut(at)
			now[1], over = over.cut(at)
		}
		if err := s.instant(at, now); err != nil {
			return err
		}
	}
	return nil
}

func (e events) next() int64 {
	if e.len() == 0 {
		return latestOf
	}
	return e.moments[0].at
}

func (e events) last() int64 {
	if e.len() == 0 {
		return earliest
	}
	return e.moments[e.len()-1].at
}

// cut splits off the events of the first instant, if it is that.
func (e events) cut(at int64) (now, rest events) {
	n := 0
	for n < e.len() && e.moments[n].at == at {
		n++
	}
	return e.slice(0, n), e.slice(n, e.len())
}

func (e events) cutBack(at int64) (rest, now events) {
	n := e.len()
	for n > 0 && e.moments[n-1].at == at {
		n--
	}
	return e.slice(0, n), e.slice(n, e.len())
}

func (s *sweep) instant(at int64, now [2]events) error {
	if s.gap > 0 {
		s.expire(at - s.gap)
	}
	s.gather(now)
	if s.same && len(s.steps) > 1 {
		if err := s.chains(); err != nil {
			return err
		}
	}
	for i := range s.steps {
		if err := s.settle(at, i); err != nil {
			return err
		}
	}
	s.arrive()
	return s.tick(now[0].len() + now[1].len())
}

// gather collects the steps of an instant with what leaves by each.
func (s *sweep) gather(now [2]events) {
	s.steps, s.leaving = s.steps[:0], s.leaving[:0]
	for _, e := range now {
		for i := range e.moments {
			m, x := &e.moments[i], &e.traits[i]
			along, against := s.ways(x.kind)
			if x.phase == ending {
				continue
			}
			if s.o.Back {
				along, against = against, along
			}
			from, to := s.root(m.from), s.root(m.to)
			if from == to || !s.begins(along, from) && !s.begins(against, to) || !s.admitsEvent(m, x) {
				continue
			}
			if along {
				s.add(from, to, x)
			}
			if against {
				s.add(to, from, x)
			}
		}
	}
}

// begins says whether a step may begin at an entity: where nothing has come
// nothing leaves, but within an instant it may still come.
func (s *sweep) begins(way bool, root uint32) bool {
	return way && (s.stamps[root] >= s.floor || s.same)
}

func (s *sweep) add(from, to uint32, x *traits) {
	step := sweepStep{s.slot(from), s.slot(to), x.amount, x.link}
	at := len(s.leaving)
	s.leaving = append(s.leaving, make([]uint64, s.o.MaxHops)...)
	out, some := s.leaving[at:], false
	if s.places[step.from].source {
		out[0], some = 1, true
	}
	if begin := int(step.from) * s.kept; begin < len(s.counts) {
		for h, sum := range s.counts[begin : begin+s.kept] {
			if sum.lo|sum.hi != 0 {
				out[h+1], some = s.clamped(sum.hi, sum.lo), true
			}
		}
	}
	if !some && !s.same {
		s.leaving = s.leaving[:at]
		return
	}
	s.steps = append(s.steps, step)
}

// of gives what leaves by a step, by length.
func (s *sweep) of(step int) []uint64 { return s.leaving[step*s.o.MaxHops : (step+1)*s.o.MaxHops] }

// settle notes the trails that end with a step, and what comes where it leads.
func (s *sweep) settle(at int64, i int) error {
	step, trails, lengths := s.steps[i], s.of(i), uint32(0)
	for h, n := range trails {
		if n == 0 {
			continue
		}
		lengths |= 1 << h
		for len(s.out.Hops) <= h {
			s.out.Hops = append(s.out.Hops, TraceHop{})
		}
		s.out.Hops[h].Trails = s.clamped(0, s.out.Hops[h].Trails+n)
	}
	if lengths == 0 {
		return nil
	}
	s.noteLink(i, lengths)
	if !s.places[step.to].met {
		s.places[step.to].met = true
		s.out.Entities++
	}
	cut, err := s.cutAt(step.to)
	if err != nil {
		return err
	}
	if cut {
		for _, n := range trails[:s.kept] {
			s.places[step.to].cut = s.clamped(0, s.places[step.to].cut+n)
		}
		return nil
	}
	if lengths&(1<<s.kept-1) != 0 {
		s.came = append(s.came, came{at, step.to})
		s.sizes = append(s.sizes, trails[:s.kept]...)
	}
	return nil
}

// noteLink counts a link once for each length, though it may be a step either way.
func (s *sweep) noteLink(i int, lengths uint32) {
	if i > 0 && s.steps[i-1].link == s.steps[i].link {
		before := uint32(0)
		for h, n := range s.of(i - 1) {
			if n > 0 {
				before |= 1 << h
			}
		}
		if lengths &^= before; before == 0 {
			s.noteNew(i)
		}
	} else {
		s.noteNew(i)
	}
	for ; lengths != 0; lengths &= lengths - 1 {
		h := &s.out.Hops[bits.TrailingZeros32(lengths)]
		h.Links++
		h.Amount += s.steps[i].amount
	}
}

// noteNew counts a link that was on no trail before.
func (s *sweep) noteNew(i int) {
	s.out.Links++
	s.out.Amount += s.steps[i].amount
	if len(s.onTrails) <= mostNamed {
		s.onTrails = append(s.onTrails, s.steps[i].link)
	}
}

// cutAt says whether trails are cut at a slot. Its steps are read only where it
// has links enough.
func (s *sweep) cutAt(slot uint32) (bool, error) {
	if int(slot) >= len(s.ends) {
		s.ends = append(s.ends, make([]end, len(s.places)-len(s.ends))...)
	}
	if s.ends[slot] == unasked {
		s.ends[slot] = goesOn
		if s.o.HubDegree >= 0 && !s.places[slot].source && s.mayBeHub(s.places[slot].root) {
			row, err := s.row(slot)
			if err != nil {
				return false, err
			}
			if s.tracer.ends(slot, row) {
				s.ends[slot] = cutHere
			}
		}
	}
	return s.ends[slot] == cutHere, nil
}

func (s *sweep) mayBeHub(root uint32) bool {
	v, links := s.view, 0
	var one [1]uint32
	for _, member := range s.lens.records(root, &one) {
		if v.over != nil && v.over.touches(member) {
			return true
		}
		if int(member) < len(v.base.nodes) {
			links += int(v.base.rows[member+1] - v.base.rows[member])
		}
	}
	return links > s.o.HubDegree
}

// arrive adds what the instant brought.
func (s *sweep) arrive() {
	if need := len(s.places) * s.kept; s.tail < len(s.came) && need > len(s.counts) {
		s.counts = append(s.counts, make([]sumOf, need-len(s.counts))...)
	}
	for ; s.tail < len(s.came); s.tail++ {
		at := int(s.came[s.tail].slot) * s.kept
		for h, n := range s.sizes[s.tail*s.kept : (s.tail+1)*s.kept] {
			s.counts[at+h].add(n)
		}
	}
	if s.gap == 0 {
		s.came, s.sizes, s.tail = s.came[:0], s.sizes[:0], 0
	}
}

// expire takes away what came before a time.
func (s *sweep) expire(before int64) {
	for ; s.head < s.tail && s.came[s.head].at < before; s.head++ {
		at := int(s.came[s.head].slot) * s.kept
		for h, n := range s.sizes[s.head*s.kept : (s.head+1)*s.kept] {
			s.counts[at+h].take(n)
		}
	}
	if s.head > 1<<10 && 2*s.head > len(s.came) {
		s.came = append(s.came[:0], s.came[s.head:]...)
		s.sizes = append(s.sizes[:0], s.sizes[s.head*s.kept:]...)
		s.head, s.tail = 0, s.tail-s.head
	}
}

// chains walks the links that follow each other within the instant, and adds to
// what leaves by each of them: only here can a link come again, and must not.
func (s *sweep) chains() error {
	direct := slices.Clone(s.leaving)
	order := alone(len(s.steps))
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(s.steps[a].from, s.steps[b].from) })
	for i := range s.steps {
		trails := direct[i*s.o.MaxHops : (i+1)*s.o.MaxHops]
		first := slices.IndexFunc(trails, func(n uint64) bool { return n > 0 })
		if first < 0 {
			continue
		}
		c := chained{sweep: s, order: order, trails: trails, first: first, way: []uint32{uint32(i)}} //nolint:gosec // fewer than 2^32 links
		if err := c.walk(uint32(i)); err != nil {                                                    //nolint:gosec // fewer than 2^32 links
			return err
		}
	}
	return nil
}

// chained are the chains within an instant that begin with one step.
type chained struct {
	*sweep
	order  []uint32 // steps, by slots that they leave
	trails []uint64 // that end with the first step, by length
	first  int      // the least length of them, from 0
	way    []uint32 // steps
}

func (c *chained) walk(last uint32) error {
	depth := len(c.way)
	if c.first+depth >= c.o.MaxHops {
		return nil
	}
	slot := c.steps[last].to
	if cut, err := c.cutAt(slot); err != nil || cut {
		return err
	}
	at, _ := slices.BinarySearchFunc(c.order, slot, func(i, slot uint32) int { return cmp.Compare(c.steps[i].from, slot) })
	for ; at < len(c.order) && c.steps[c.order[at]].from == slot; at++ {
		next := c.order[at]
		if slices.ContainsFunc(c.way, func(i uint32) bool { return c.steps[i].link == c.steps[next].link }) {
			continue
		}
		if c.walked++; c.walked > mostInstants {
			return tooMuchAtOnce()
		}
		if err := c.tick(1); err != nil {
			return err
		}
		into := c.of(int(next))
		for h := c.first; h+depth < c.o.MaxHops; h++ {
			into[h+depth] = c.clamped(0, into[h+depth]+c.trails[h])
		}
		c.way = append(c.way, next)
		if err := c.walk(next); err != nil {
			return err
		}
		c.way = c.way[:depth]
	}
	return nil
}

func tooMuchAtOnce() error {
	return &graph.Error{Code: graph.LimitExceeded, Field: "sameInstant", Message: "Too many links follow each other in one instant. Narrow the window, or let each step be later than the one before."}
}
