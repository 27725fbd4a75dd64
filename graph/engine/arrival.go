package engine

import (
	"cmp"
	"context"
	"slices"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
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
	ctx, end := tracing.Begin(ctx, "engine EarliestArrival")
	defer end()
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
func (v *View) added(c *clock) events {
	if v.over == nil {
		return events{}
	}
	var out events
	first := uint32(len(v.base.links)) //nolint:gosec // fewer than 2^32 links
	for i := range v.over.links {
		l := &v.over.links[i]
		if l.times.when() == 0 || !c.admits(l) {
			continue
		}
		out.add(l.times, moment{from: l.from, to: l.to}, traits{link: first + uint32(i), kind: l.kind, weak: l.weak}) //nolint:gosec // bounded by the size of a delta
	}
	return out.sorted(func(a, b uint32) int { return compareKeys(v.linkKey(a), v.linkKey(b)) })
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
func (p *pass) run(base, over events) error {
	base, over = base.between(p.since, p.until), over.between(p.since, p.until)
	if p.view.over == nil && !p.same {
		return p.sweep(base)
	}
	for read := 0; base.len()+over.len() > 0; read++ {
		if read&(1<<14-1) == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		if p.same {
			base, over = p.instant(base, over)
			continue
		}
		if p.first(base, over) {
			p.take(&base.moments[0], &base.traits[0])
			base = base.slice(1, base.len())
		} else {
			p.take(&over.moments[0], &over.traits[0])
			over = over.slice(1, over.len())
		}
	}
	return nil
}

// first says whether the next event is one of the snapshot.
func (p *pass) first(base, over events) bool {
	if over.len() == 0 || base.len() == 0 {
		return over.len() == 0
	}
	return cmp.Or(
		cmp.Compare(base.moments[0].at, over.moments[0].at),
		compareKeys(p.view.linkKey(base.traits[0].link), p.view.linkKey(over.traits[0].link)),
	) < 0
}

// sweep is run where nothing has changed: it looks closer only at events of
// which one end is reached and the other is not.
func (p *pass) sweep(base events) error {
	stamps, floor := p.stamps, p.floor
	for i := range base.moments {
		if i&(1<<14-1) == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		m := &base.moments[i]
		if (m.from|m.to)&joined == 0 && (stamps[m.from] >= floor) == (stamps[m.to] >= floor) {
			continue
		}
		p.take(m, &base.traits[i])
	}
	return nil
}

// instant takes the events of one instant until they reach nothing more.
func (p *pass) instant(base, over events) (restBase, restOver events) {
	at := int64(latestOf)
	if base.len() > 0 {
		at = base.moments[0].at
	}
	if over.len() > 0 {
		at = min(at, over.moments[0].at)
	}
	b, o := base.between(at, at+1).len(), over.between(at, at+1).len()
	if b+o == 1 {
		one := base
		if o == 1 {
			one = over
		}
		p.take(&one.moments[0], &one.traits[0])
		return base.slice(b, base.len()), over.slice(o, over.len())
	}
	all := events{
		slices.Concat(base.moments[:b], over.moments[:o]), slices.Concat(base.traits[:b], over.traits[:o]),
	}
	if o > 0 {
		all = all.sorted(func(a, b uint32) int { return compareKeys(p.view.linkKey(a), p.view.linkKey(b)) })
	}
	for before := -1; before != len(p.reached); {
		before = len(p.reached)
		for i := range all.moments {
			p.take(&all.moments[i], &all.traits[i])
		}
	}
	return base.slice(b, base.len()), over.slice(o, over.len())
}

// take follows one event if somebody who can take it is there.
func (p *pass) take(m *moment, x *traits) {
	along, against := p.waysOf(x)
	if along {
		p.follow(m, x, m.from, m.to)
	}
	if against {
		p.follow(m, x, m.to, m.from)
	}
}

func (p *pass) follow(m *moment, x *traits, from, to uint32) {
	from, to = p.root(from), p.root(to)
	at := p.stamps[from]
	if at < p.floor || p.stamps[to] >= p.floor || !p.later(m.at, p.reached[at-p.floor].at) || !p.admitsEvent(m, x) {
		return
	}
	p.reach(to, m.at, x.link)
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
