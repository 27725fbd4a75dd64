package engine

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// ArrivalOptions bound EarliestArrival.
type ArrivalOptions struct {
	TimedLinks
	// List is how many arrivals are listed, at most 1,000; 0 is 10, less than 0
	// none.
	List int
}

// Arrivals are the entities that something could have reached.
type Arrivals struct {
	// Count is how many, the source left out.
	Count int
	// First are the earliest of them, by time and then by id.
	First []Arrival
}

// Arrival is when an entity could have been reached first.
type Arrival struct {
	Entity graph.ID
	At     time.Time // UTC, to the millisecond
	// Via is the link by which: of those at that time that come from an entity
	// reached before, the one with the smallest id.
	Via graph.ID
}

// EarliestArrival finds when what left the entity of a record could have
// reached each other one: one pass over the links in the order of time (Wu et
// al., Path Problems in Temporal Graphs, 2014). The error is graph.Missing for a
// record out of sight, a graph.Error for an option that cannot be, or the
// context's.
func (v *View) EarliestArrival(ctx context.Context, sight policy.Sight, from graph.ID, o ArrivalOptions) (Arrivals, error) {
	most, err := listing("list", o.List)
	if err != nil {
		return Arrivals{}, err
	}
	c, err := v.clock(sight, o.TimedLinks)
	if err != nil {
		return Arrivals{}, err
	}
	start, ok := v.entityIn(c.lens, from)
	if !ok {
		return Arrivals{}, graph.Missing()
	}
	w := v.borrow()
	defer v.giveBack(w)
	p := &pass{clock: c, workshop: w, ctx: ctx}
	p.reach(start, earliest, 0)
	if err := p.run(v.base.timeline(), v.added(c)); err != nil {
		return Arrivals{}, err
	}
	return p.arrivals(most), nil
}

// added gives the timed links laid over the snapshot, in order.
func (v *View) added(c *clock) []event {
	if v.over == nil {
		return nil
	}
	var events []event
	first := uint32(len(v.base.links)) //nolint:gosec // fewer than 2^32 links
	for i := range v.over.links {
		l := &v.over.links[i]
		if l.times.when() == 0 || !c.admits(l) {
			continue
		}
		events = append(events, event{
			at: l.times.when(), amount: l.times.amount, from: l.from, to: l.to,
			link: first + uint32(i), kind: l.kind, weak: l.weak, //nolint:gosec // bounded by the size of a delta
		})
	}
	slices.SortFunc(events, v.inTime)
	return events
}

func (v *View) inTime(a, b event) int {
	return cmp.Or(cmp.Compare(a.at, b.at), compareKeys(v.linkKey(a.link), v.linkKey(b.link)))
}

// pass is one pass over the events. What is reached is stamped with its place
// in the list of arrivals, which grows in the order of time.
type pass struct {
	*clock
	*workshop
	ctx     context.Context //nolint:containedctx // a pass lives within one call
	reached []reached
}

type reached struct {
	at   int64
	root uint32
	link uint32
}

func (p *pass) reach(root uint32, at int64, link uint32) {
	p.stamps[root] = p.floor + uint32(len(p.reached)) //nolint:gosec // fewer than 2^31 nodes
	p.ceiling = p.stamps[root]
	p.reached = append(p.reached, reached{at, root, link})
}

// run goes through the events of the snapshot and those laid over it.
func (p *pass) run(base, over []event) error {
	base, over = p.within(base), p.within(over)
	for read := 0; len(base)+len(over) > 0; read++ {
		if read&(1<<14-1) == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		if p.same {
			base, over = p.instant(base, over)
			continue
		}
		if len(over) == 0 || len(base) > 0 && p.view.inTime(base[0], over[0]) < 0 {
			p.take(&base[0])
			base = base[1:]
		} else {
			p.take(&over[0])
			over = over[1:]
		}
	}
	return nil
}

func (p *pass) within(events []event) []event {
	begin := sort.Search(len(events), func(i int) bool { return events[i].at >= p.since })
	end := sort.Search(len(events), func(i int) bool { return events[i].at >= p.until })
	return events[begin:max(begin, end)]
}

// instant takes the events of one instant until they reach nothing more.
func (p *pass) instant(base, over []event) (restBase, restOver []event) {
	at := int64(latestOf)
	if len(base) > 0 {
		at = base[0].at
	}
	if len(over) > 0 {
		at = min(at, over[0].at)
	}
	many := func(events []event) int {
		return sort.Search(len(events), func(i int) bool { return events[i].at > at })
	}
	b, o := many(base), many(over)
	all := slices.Concat(base[:b], over[:o])
	slices.SortFunc(all, p.view.inTime)
	for before := -1; before != len(p.reached); {
		before = len(p.reached)
		for i := range all {
			p.take(&all[i])
		}
	}
	return base[b:], over[o:]
}

// take follows one event if somebody who can take it is there.
func (p *pass) take(e *event) {
	along, against := p.ways(e.kind)
	if along {
		p.follow(e, e.from, e.to)
	}
	if against {
		p.follow(e, e.to, e.from)
	}
}

func (p *pass) follow(e *event, from, to uint32) {
	from, to = p.root(from), p.root(to)
	at := p.stamps[from]
	if at < p.floor || p.stamps[to] >= p.floor || !p.later(e.at, p.reached[at-p.floor].at) || !p.admitsEvent(e) {
		return
	}
	p.reach(to, e.at, e.link)
}

// root gives the entity of an end; of a node out of sight, whose event admits
// nobody, itself.
func (p *pass) root(n uint32) uint32 {
	if p.view.over != nil {
		n = n&^joined | p.view.mark(n&^joined)&joined
	}
	if n&joined == 0 {
		return n
	}
	return p.lens.entityOf(n&^joined, n)
}

func (p *pass) admitsEvent(e *event) bool {
	if p.kinds>>e.kind&1 == 0 || e.weak > p.weakest || e.amount < p.amount {
		return false
	}
	v := p.view
	if v.over == nil {
		return p.lens.opens(e.leaving) && p.lens.opens(e.coming) && p.passes(e.link)
	}
	if !p.lens.sees(v.mark(e.from&^joined)) || !p.lens.sees(v.mark(e.to&^joined)) {
		return false
	}
	if int(e.link) >= len(v.base.links) {
		return true // asked when it was added
	}
	_, dead := v.over.dead[e.link]
	return !dead && p.lens.sees(v.base.classes[e.leaving].link) && p.passes(e.link)
}

// arrivals lists the first of what was reached; only those of one time need to
// be put in order.
func (p *pass) arrivals(most int) Arrivals {
	all := p.reached[1:]
	out := Arrivals{Count: len(all)}
	end := min(most, len(all))
	for end > 0 && end < len(all) && all[end].at == all[end-1].at {
		end++
	}
	slices.SortFunc(all[:end], func(a, b reached) int {
		return cmp.Or(cmp.Compare(a.at, b.at), p.view.order(a.root, b.root))
	})
	for _, r := range all[:min(most, len(all))] {
		out.First = append(out.First, Arrival{
			Entity: p.view.id(r.root), At: time.UnixMilli(r.at).UTC(), Via: p.view.linkKey(r.link).id(graph.NounLink),
		})
	}
	return out
}
