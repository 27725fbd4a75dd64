package engine

import (
	"context"
	"math/bits"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// TraceOptions say which trails of transfers are followed.
type TraceOptions struct {
	TimedLinks
	// Back follows where it came from: against the links, to earlier and earlier
	// times. Since and Until bound the same window.
	Back bool
	// MaxGap is how much time may pass between one step and the next; 0 is any.
	MaxGap time.Duration
	// MaxHops is how many links a trail may have, between 1 and 20; 0 is 5.
	MaxHops int
	// HubDegree is how many onward steps an entity may have within the window: a
	// trail that comes to one with more is not followed further, and Trace.Hubs
	// says so. 0 is 500, less than 0 follows all. The sources are always followed.
	HubDegree int
	// List is how many trails are listed, at most 1,000; 0 is 10, less than 0 none.
	List int
}

// Trace is what was followed. A trail is a chain of links in which no link
// comes twice, each at a time after that of the one before (not before it, with
// SameInstant), as of Cypher's patterns; entities may come again, links within
// one entity are no steps, and parallel links are trails of their own.
type Trace struct {
	// Hops are by number of links, from 1 on; shorter than MaxHops where nothing
	// follows.
	Hops []TraceHop
	// Entities counts the entities that trails come to, sources only if they come
	// back to them. Trails to all of them are in Hops.
	Entities int
	// Links counts the distinct links on trails, and Amount adds up theirs, in
	// minor units: a sum of money only where all have one currency.
	Links  int
	Amount int64
	// LinkIDs are those links, in the order of their ids; nil where they are more
	// than 10,000.
	LinkIDs []graph.ID
	// AtLeast says that some number of trails was cut at 1,000,000,000,000,000.
	AtLeast bool
	// Hubs are where trails were not followed further, in the order of ids.
	Hubs []TraceHub
	// Trails are listed those that go no further: at MaxHops, at a hub or because
	// nothing follows. They are in the order of their first entity, then step by
	// step of time (backward with Back) and link id.
	Trails []Trail
}

// TraceHop is what the trails of one length are.
type TraceHop struct {
	// Trails counts the trails of exactly this many links.
	Trails uint64
	// Links counts the distinct links that are the last of one of them, and Amount
	// adds up theirs, in minor units.
	Links  int
	Amount int64
}

// TraceHub is an entity at which trails were cut.
type TraceHub struct {
	Entity graph.ID
	// Degree is how many onward steps it has within the window and what the
	// options allow.
	Degree int
	// Trails counts those of fewer than MaxHops links that come to it.
	Trails uint64
}

// Trail is one chain of links.
type Trail struct {
	From  graph.ID // the entity
	Steps []TrailStep
	// Cut says that it ends at a hub.
	Cut bool
}

// TrailStep is one link of a trail.
type TrailStep struct {
	Link   graph.ID
	To     graph.ID // the entity it leads to: with Back, the one it came from
	At     time.Time
	Amount int64 // minor units of the link's currency; 0 where it has none
}

const (
	traceHops    = 5
	mostTraced   = 20
	traceDegree  = 500
	mostSources  = 100_000
	mostInstants = 1_000_000
	mostNamed    = 10_000
)

// Trace follows the trails that leave the entities of records (1 to 100,000) in
// the order of time. Trails are counted, not walked: for each link, how many
// trails of each length end with it, from those that end where it begins within
// the gap before it. Where few links are met that is done from row to row, O(h d
// log d) for d links at the entities that are met and h hops, else in one pass
// over all events, O(h m). Only chains of links of one instant are walked
// (SameInstant): more than
// 1,000,000 of these are refused with graph.LimitExceeded. The error is
// graph.Missing if any record is out of sight, a graph.Error for an option that
// cannot be, or the context's.
func (v *View) Trace(ctx context.Context, sight policy.Sight, from []graph.ID, o TraceOptions) (Trace, error) {
	ctx, end := tracing.Begin(ctx, "engine Trace")
	defer end()
	most, err := listing("list", o.List)
	if err != nil {
		return Trace{}, err
	}
	if err := checkSet("from", from, 1, mostSources); err != nil {
		return Trace{}, err
	}
	c, err := v.clock(sight, o.TimedLinks)
	if err != nil {
		return Trace{}, err
	}
	if o, err = o.check(); err != nil {
		return Trace{}, err
	}
	for _, r := range from {
		if _, ok := v.entityIn(c.lens, r); !ok {
			return Trace{}, graph.Missing()
		}
	}
	t := &tracer{clock: c, workshop: v.borrow(), ctx: ctx, o: o, twins: map[uint32]*uint32{}, budget: v.traceRows}
	defer v.giveBack(t.workshop)
	for _, root := range v.rootsOf(c.lens, from) {
		slot := t.slot(root)
		t.places[slot].source = true
		t.sources = append(t.sources, slot)
	}
	if err := t.count(); err != nil {
		return Trace{}, err
	}
	t.sum()
	return t.out, t.list(most)
}

func (o TraceOptions) check() (TraceOptions, error) {
	switch {
	case o.MaxHops < 0 || o.MaxHops > mostTraced:
		return o, graph.Bad("maxHops", "A trail has between 1 and 20 hops; 0 is 5.")
	case o.MaxGap < 0:
		return o, graph.Bad("maxGap", "The gap is not negative; 0 is any.")
	case o.MaxGap > 0 && o.MaxGap < time.Millisecond:
		return o, graph.Bad("maxGap", "The gap is at least a millisecond; 0 is any.")
	}
	if o.MaxHops == 0 {
		o.MaxHops = traceHops
	}
	if o.HubDegree == 0 {
		o.HubDegree = traceDegree
	}
	return o, nil
}

// tracer is one question. Times are turned round where it goes back, so that
// it always goes forward.
type tracer struct {
	*clock
	*workshop
	ctx     context.Context //nolint:containedctx // a tracer lives within one call
	o       TraceOptions
	sources []uint32
	places  []place            // by slot
	flows   []flow             // rows of the places
	twins   map[uint32]*uint32 // flow.ended of links that stand in two rows
	scanned int
	spent   int // links looked at, at most budget
	budget  int
	lasts   bool // links that last have two times
	walked  int
	// onTrails are the links on trails, at most one more than are named.
	onTrails []uint32
	out      Trace
}

// place is an entity that was met.
type place struct {
	root   uint32
	row    span
	met    bool // a trail comes to it
	source bool
	cut    uint64 // trails not followed further
}

// flow is one step from a place.
type flow struct {
	at, amount int64
	to         uint32 // slot
	link       uint32
	ended      uint32 // bits: the numbers of links of the trails that it ends
}

func (t *tracer) slot(root uint32) uint32 {
	if at := t.stamps[root]; at >= t.floor {
		return at - t.floor
	}
	slot := uint32(len(t.places)) //nolint:gosec // fewer than 2^31 nodes
	t.stamps[root], t.ceiling = t.floor+slot, t.floor+slot
	t.places = append(t.places, place{root: root})
	return slot
}

// row gives the steps from a place, in the order of time and link id.
func (t *tracer) row(slot uint32) ([]flow, error) {
	if at := t.places[slot].row; at.read {
		return t.flows[at.begin:at.end], nil
	}
	begin, root := uint32(len(t.flows)), t.places[slot].root //nolint:gosec // fewer than 2^32 links
	var one [1]uint32
	for _, member := range t.lens.records(root, &one) {
		t.eachTie(member, func(x tie) { t.add(root, x) })
	}
	row := t.flows[begin:]
	t.inOrder(row)
	t.places[slot].row = span{begin, uint32(len(t.flows)), true} //nolint:gosec // fewer than 2^32 links
	return row, t.tick(len(row) + 1)
}

// tick looks now and then whether the question was cancelled.
func (t *tracer) tick(n int) error {
	if t.spent += n; t.spent > t.budget {
		return errWide
	}
	if t.scanned += n; t.scanned < 1<<14 {
		return nil
	}
	t.scanned = 0
	return t.ctx.Err()
}

func (t *tracer) add(root uint32, x tie) {
	if t.o.Back {
		x.out = !x.out
	}
	at, amount, ok := t.step(x, t.lasts)
	to := t.lens.entityOf(x.other, t.view.mark(x.other))
	if !ok || to == root {
		return
	}
	f := flow{at: at, amount: amount, to: t.slot(to), link: x.link}
	if t.o.Back {
		f.at = -f.at
	}
	t.flows = append(t.flows, f)
}

// ends says whether trails that come to a place are cut there.
func (t *tracer) ends(slot uint32, row []flow) bool {
	return t.o.HubDegree >= 0 && len(row) > t.o.HubDegree && !t.places[slot].source
}

// trails is how many trails of one length come to a place at a time.
type trails struct {
	slot  uint32
	at    int64
	count uint64
}

// clamped bounds a sum of counts and says so.
func (t *tracer) clamped(hi, lo uint64) uint64 {
	if hi > 0 || lo >= mostCount {
		t.out.AtLeast = true
		return mostCount
	}
	return lo
}

// sumOf is a running sum that never overflows.
type sumOf struct{ hi, lo uint64 }

func (s *sumOf) add(n uint64) {
	var carry uint64
	s.lo, carry = bits.Add64(s.lo, n, 0)
	s.hi += carry
}

func (s *sumOf) take(n uint64) {
	var borrow uint64
	s.lo, borrow = bits.Sub64(s.lo, n, 0)
	s.hi -= borrow
}
