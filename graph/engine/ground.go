package engine

import (
	"cmp"
	"context"
	"math"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// ground is what the questions about paths walk on: the entities in sight that
// a question meets, numbered by slots as they are met, and their rows of arcs,
// read once and kept for as long as the question (or batch of questions) lasts.
// Rows are in the order of ids, so nothing out of sight can shift a slot.
type ground struct {
	*workshop
	ctx         context.Context //nolint:containedctx // a ground lives within one call
	ahead, back *sieve          // the filter from the start, and from the end
	all         *sieve          // everything in sight
	hub         HubRule
	cost        [256]uint64 // by weakness, in points
	kinds       uint64      // of entities that may be passed through
	avoided     map[uint32]bool
	*plot
	epoch   uint32
	scanned int
	asked   bool // for a pair of a batch
}

// plot is what a ground keeps of the entities it has met. It is borrowed with
// the workshop, so that the next question finds the room that this one made.
type plot struct {
	roots   []uint32  // by slot
	rows    [2][]span // by slot
	degrees []int32   // by slot; below 0 is not counted yet
	named   []bool    // by slot: an end, a waypoint, a terminal
	shut    []bool    // by slot: avoided
	labels  []label   // by slot
	arcs    []arc
	found   []tie
	heaps   [2][]heapItem // room for the queues of a search
}

// cleared is a plot on which nothing has been met.
func (p *plot) cleared() *plot {
	p.roots, p.degrees, p.named, p.shut = p.roots[:0], p.degrees[:0], p.named[:0], p.shut[:0]
	p.labels, p.arcs, p.found = p.labels[:0], p.arcs[:0], p.found[:0]
	for side := range p.rows {
		p.rows[side] = p.rows[side][:0]
	}
	return p
}

// span is where the arcs of a row lie.
type span struct {
	begin, end uint32
	read       bool
}

// arc is every link from one entity to another that the options allow.
type arc struct {
	far      uint32 // slot
	link     uint32 // the cheapest, and of equals the one with the smallest id
	weight   uint64
	parallel uint32 // how many links
	equal    uint32 // how many of them cost no more than link
	along    bool   // link leaves the entity whose row this is
}

// A weight is whole, so that sums are exact in any order and equal paths are
// equal: its high bits count points, its low bits hops. So of paths that cost
// the same the one with fewest hops is the lesser. There is room for ten
// million hops of one unit.
const (
	unit    = 100_000 // points of a hop, or of 1 of the natural logarithm
	hopBits = 24
	hopMask = 1<<hopBits - 1
	endless = math.MaxUint64
)

func hopsOf(weight uint64) int { return int(weight & hopMask) } //nolint:gosec // 24 bits

// ground makes options ready. giveBack must be called with its workshop.
func (v *View) ground(ctx context.Context, sight policy.Sight, o RouteOptions) (*ground, error) {
	f, err := v.sieve(sight, o.Links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	g := &ground{ctx: ctx, ahead: f, back: f.reversed(), avoided: map[uint32]bool{}}
	if g.hub, err = o.Hub.check(); err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	shut, err := v.recordKinds(o.AvoidKinds)
	if err != nil {
		return nil, graph.Bad("avoidKinds", "This is not a kind of record.")
	}
	g.kinds = ^uint64(0)
	if len(o.AvoidKinds) > 0 {
		g.kinds = ^shut
	}
	for weakness := range g.cost {
		g.cost[weakness] = unit
		if o.By == ByStrength {
			g.cost[weakness] = uint64(math.Round(-math.Log(graph.Reliability(weakness)) * unit))
		}
	}
	if g.all, err = v.sieve(sight, graph.LinkFilter{}); err != nil {
		return nil, err
	}
	for _, root := range v.rootsOf(f.lens, o.Avoid) {
		g.avoided[root] = true
	}
	g.workshop = v.borrow()
	g.plot = g.land.cleared()
	return g, nil
}

func (g *ground) leave() { g.ahead.view.giveBack(g.workshop) }

// slot gives the number of an entity.
func (g *ground) slot(root uint32) uint32 {
	if at := g.stamps[root]; at >= g.floor {
		return at - g.floor
	}
	slot := uint32(len(g.roots)) //nolint:gosec // fewer than 2^31 nodes
	g.stamps[root] = g.floor + slot
	g.ceiling = g.floor + slot
	g.roots = append(g.roots, root)
	for side := range g.rows {
		g.rows[side] = append(g.rows[side], span{})
	}
	g.degrees, g.named, g.labels = append(g.degrees, -1), append(g.named, false), append(g.labels, label{})
	g.shut = append(g.shut, g.avoided[root] || g.kinds>>g.ahead.view.kindNumber(root)&1 == 0)
	return slot
}

// name gives the slots of what the caller named, in the order of ids: these
// are never avoided for their kind and never charged for as hubs. The error is
// graph.Missing for a record out of sight.
func (g *ground) name(records ...graph.ID) ([]uint32, error) {
	v := g.ahead.view
	for _, r := range records {
		root, ok := v.entityIn(g.ahead.lens, r)
		if !ok {
			return nil, graph.Missing()
		}
		if g.avoided[root] {
			return nil, graph.Bad("avoid", "A path cannot avoid what it must touch.")
		}
	}
	roots := v.rootsOf(g.ahead.lens, records)
	slots := make([]uint32, len(roots))
	for i, root := range roots {
		slots[i] = g.slot(root)
		g.named[slots[i]], g.shut[slots[i]] = true, false
	}
	return slots, nil
}

const (
	onward = iota
	backward
)

// row gives the arcs of a slot, from it (onward) or to it (backward), in the
// order of the far entities' ids.
func (g *ground) row(side int, slot uint32) ([]arc, error) {
	f := g.ahead
	if side == backward {
		if f.leaving != f.coming {
			f = g.back
		} else {
			side = onward
		}
	}
	if at := g.rows[side][slot]; at.read {
		return g.arcs[at.begin:at.end], nil
	}
	begin := uint32(len(g.arcs)) //nolint:gosec // fewer than 2^32 links
	g.read(f, slot)
	at := span{begin, uint32(len(g.arcs)), true} //nolint:gosec // fewer than 2^32 links
	g.rows[side][slot] = at
	if g.scanned > 1<<14 {
		g.scanned = 0
		if err := g.ctx.Err(); err != nil {
			return nil, err
		}
	}
	return g.arcs[at.begin:at.end], nil
}

func (g *ground) read(f *sieve, slot uint32) {
	v, root := f.view, g.roots[slot]
	ties := g.found[:0]
	var one [1]uint32
	for _, member := range f.lens.records(root, &one) {
		ties = f.ties(ties, member)
	}
	g.scanned += len(ties) + 1
	for i := range ties {
		ties[i].other = f.lens.entityOf(ties[i].other, v.mark(ties[i].other))
	}
	slices.SortFunc(ties, func(a, b tie) int {
		return cmp.Or(
			v.order(a.other, b.other), cmp.Compare(g.cost[v.linkWeak(a.link)], g.cost[v.linkWeak(b.link)]),
			compareKeys(v.linkKey(a.link), v.linkKey(b.link)),
		)
	})
	g.found = ties
	own := g.half(slot)
	for i := 0; i < len(ties); {
		next := i + 1
		for next < len(ties) && ties[next].other == ties[i].other {
			next++
		}
		if ties[i].other != root {
			if far := g.slot(ties[i].other); !g.shut[far] {
				g.arcs = append(g.arcs, g.arc(far, own, ties[i:next]))
			}
		}
		i = next
	}
}

// arc makes one arc of parallel ties, the cheapest first.
func (g *ground) arc(far uint32, own uint64, ties []tie) arc {
	v := g.ahead.view
	cost := g.cost[v.linkWeak(ties[0].link)]
	equal := uint32(0)
	for _, t := range ties {
		if g.cost[v.linkWeak(t.link)] == cost {
			equal++
		}
	}
	return arc{
		far: far, link: ties[0].link, along: ties[0].out, parallel: uint32(len(ties)), equal: equal, //nolint:gosec // fewer than 2^32 links
		weight: (cost+own+g.half(far))<<hopBits + 1,
	}
}

func (v *View) linkWeak(l uint32) uint8 {
	if int(l) < len(v.base.links) {
		return v.base.linkWeak[l]
	}
	return v.over.links[int(l)-len(v.base.links)].weak
}
