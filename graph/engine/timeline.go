package engine

import (
	"cmp"
	"slices"
	"sort"
	"sync"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// timeline is every link of a snapshot that has a time, in the order of time
// and then of ids. It is made when it is first asked for, and is the same for
// every sight: whether an event is seen is two bits.
type timeline struct {
	once   sync.Once
	events events
}

// events are links that happened, each in two parts: what every pass over them
// reads, and what it reads of the few that lead on.
type events struct {
	moments []moment
	traits  []traits
}

type moment struct {
	at       int64
	from, to uint32 // with their joined bits
}

type traits struct {
	amount          int64
	leaving, coming uint32 // classes from either end
	link            uint32
	kind, weak      uint8
	phase           phase
}

// phase is which part of a link that lasts an event is. Who follows it along is
// on it from its beginning, who comes off it, against it, does so at its end.
type phase uint8

const (
	whole phase = iota
	beginning
	ending
)

func (e events) len() int { return len(e.moments) }

func (e events) slice(begin, end int) events {
	return events{e.moments[begin:end], e.traits[begin:end]}
}

// between gives the events from one time to just before another.
func (e events) between(since, until int64) events {
	begin := sort.Search(e.len(), func(i int) bool { return e.moments[i].at >= since })
	end := sort.Search(e.len(), func(i int) bool { return e.moments[i].at >= until })
	return e.slice(begin, max(begin, end))
}

// when is the time of a link in Unix milliseconds: when it happened, or else
// the beginning of its validity; 0 is unknown.
func (t times) when() int64 { return cmp.Or(t.at, t.validFrom, t.ended) }

// until is the time at which a step against a link arrives.
func (t times) until() int64 { return max(t.when(), t.ended) }

// add notes the events of a link, whose time is known.
func (e *events) add(t times, m moment, x traits) {
	if m.at, x.amount = t.when(), t.amount; t.until() > t.when() {
		x.phase = beginning
		e.moments, e.traits = append(e.moments, m), append(e.traits, x)
		m.at, x.phase = t.until(), ending
	}
	e.moments, e.traits = append(e.moments, m), append(e.traits, x)
}

func (s *Snapshot) timeline() events {
	s.timed.once.Do(func() {
		ranks := s.ranks()
		s.timed.events = s.happened().sorted(func(a, b uint32) int { return cmp.Compare(ranks[a], ranks[b]) })
	})
	return s.timed.events
}

// sorted puts events in the order of time and then of their links.
func (e events) sorted(order func(a, b uint32) int) events {
	places := alone(e.len())
	slices.SortFunc(places, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(e.moments[a].at, e.moments[b].at), order(e.traits[a].link, e.traits[b].link))
	})
	return events{
		gather(places, func(i uint32) moment { return e.moments[i] }),
		gather(places, func(i uint32) traits { return e.traits[i] }),
	}
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

// happened gives the timed links in the order of their numbers.
func (s *Snapshot) happened() events {
	if s.at == nil && s.validFrom == nil && s.ended == nil {
		return events{}
	}
	coming := make([]uint32, len(s.links))
	for v := range uint32(len(s.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		for at := s.middle(v); at < s.rows[v+1]; at++ {
			coming[s.comingAt(v, at)] = s.halves[at].class
		}
	}
	var out events
	for v := range uint32(len(s.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		for l := s.leaving[v]; l < s.leaving[v+1]; l++ {
			t, h := s.timesOf(l), s.halves[s.rows[v]+l-s.leaving[v]]
			if t.when() != 0 {
				out.add(t, moment{from: s.flagged(v), to: h.far}, traits{
					leaving: h.class, coming: coming[l], link: l, kind: s.linkKind[l], weak: s.linkWeak[l],
				})
			}
		}
	}
	return events{slices.Clip(out.moments), slices.Clip(out.traits)}
}

func (s *Snapshot) flagged(n uint32) uint32 { return n | s.marks[n]&joined }

// ranks gives, by link, its place in the order of ids.
func (s *Snapshot) ranks() []uint32 {
	ranks := make([]uint32, len(s.byID))
	for place, l := range s.byID {
		ranks[l] = uint32(place) //nolint:gosec // fewer than 2^32 links
	}
	return ranks
}

// timesOf reads a link by its number.
func (v *View) timesOf(l uint32) times {
	if int(l) < len(v.base.links) {
		return v.base.timesOf(l)
	}
	return v.over.links[int(l)-len(v.base.links)].times
}

// TimedLinks say which links count as steps in time; the zero TimedLinks are
// all transfers.
type TimedLinks struct {
	// Links narrow by kind, date of validity and grading. No kinds is TRANSFERRED
	// alone. With no direction, transfers and calls are followed from their From
	// to their To and other kinds either way (two who travel on one journey are
	// beside each other); a direction holds for all kinds.
	//
	// The time of a link is when it happened, or else the beginning of its
	// validity; a link with neither is never a step. Who goes along a link that
	// lasts (onto a journey) does so when it begins, who goes against it (off the
	// journey) when it ends; Trace takes both when it begins.
	Links graph.LinkFilter
	// Since and Until bound the time of every step, the first included and the
	// second not. Zero is open.
	Since, Until time.Time
	// LeastAmount keeps links of at least this amount, in minor units of each
	// link's own currency; 0 keeps all.
	LeastAmount int64
	// SameInstant lets a step follow another of the same instant, as where a bank
	// gives only the day; else each step is later than the one before.
	SameInstant bool
}

// clock is a TimedLinks made ready.
type clock struct {
	*sieve               // both ways
	onward, against bool // the direction that was given
	since, until    int64
	amount          int64
	same            bool
	free            bool // no direction was given
	along           uint64
}

const (
	earliest = -1 << 62
	latestOf = 1 << 62
)

func (v *View) clock(sight policy.Sight, o TimedLinks) (*clock, error) {
	links := o.Links
	if len(links.Kinds) == 0 {
		links.Kinds = []graph.LinkKind{graph.Transferred}
	}
	f, err := v.sieve(sight, links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	c := &clock{sieve: f, onward: f.leaving, against: f.coming, since: earliest, until: latestOf, amount: o.LeastAmount, same: o.SameInstant, free: links.Direction == ""}
	f.leaving, f.coming = true, true // which way is asked of each kind, and of each question
	if !o.Since.IsZero() {
		c.since = o.Since.UnixMilli()
	}
	if !o.Until.IsZero() {
		c.until = o.Until.UnixMilli()
	}
	if c.until <= c.since {
		return nil, graph.Bad("until", "The window ends before it begins: until must lie after since.")
	}
	if o.LeastAmount < 0 {
		return nil, graph.Bad("leastAmount", "The least amount is in minor units and not negative.")
	}
	c.along = 1<<v.numbering.links[graph.Transferred] | 1<<v.numbering.links[graph.Called]
	return c, nil
}

// waysOf says in which directions an event is followed.
func (c *clock) waysOf(x *traits) (along, against bool) {
	along, against = c.ways(x.kind)
	return along && x.phase != ending, against && x.phase != beginning
}

// ways says in which directions a kind of link is followed.
func (c *clock) ways(kind uint8) (along, against bool) {
	if c.free {
		return true, c.along>>kind&1 == 0
	}
	return c.onward, c.against
}

// later says whether a step at a time may follow one at another.
func (c *clock) later(at, before int64) bool { return at > before || c.same && at == before }

// step asks a link seen from one of its ends whether it is a step from there,
// and when.
func (c *clock) step(t tie, lasts bool) (at, amount int64, ok bool) {
	along, against := c.ways(c.view.linkKind(t.link))
	if t.out && !along || !t.out && !against {
		return 0, 0, false
	}
	when := c.view.timesOf(t.link)
	if at = when.when(); lasts && !t.out {
		at = when.until()
	}
	return at, when.amount, at != 0 && at >= c.since && at < c.until && when.amount >= c.amount
}

// root gives the entity of an end of an event; of a node out of sight, whose
// event admits nobody, itself.
func (c *clock) root(n uint32) uint32 {
	if c.view.over != nil {
		n = n&^joined | c.view.mark(n&^joined)&joined
	}
	if n&joined == 0 {
		return n
	}
	return c.lens.entityOf(n&^joined, n)
}

// admitsEvent asks an event within the window whether it is in sight and a step.
func (c *clock) admitsEvent(m *moment, x *traits) bool {
	if c.kinds>>x.kind&1 == 0 || x.weak > c.weakest || x.amount < c.amount {
		return false
	}
	v := c.view
	if v.over == nil {
		return c.lens.opens(x.leaving) && c.lens.opens(x.coming) && (!c.dated || c.passes(x.link))
	}
	if !c.lens.sees(v.mark(m.from&^joined)) || !c.lens.sees(v.mark(m.to&^joined)) {
		return false
	}
	if int(x.link) >= len(v.base.links) {
		return true // asked when it was added
	}
	_, dead := v.over.dead[x.link]
	return !dead && c.lens.sees(v.base.classes[x.leaving].link) && (!c.dated || c.passes(x.link))
}
