package engine

import (
	"cmp"
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// Connection joins several entities by as few or as strong links as can be
// found: a tree, or one tree for each group that hangs together.
type Connection struct {
	// Entities are all entities of the trees, in the order of ids.
	Entities []Entity
	// Links are their links: each From the smaller id, in the order of From and To.
	Links []TreeLink
	// Cost is the sum of the links' costs by the measure (see Route.Cost).
	Cost float64
	// Bound is how many times the least possible cost the cost can be at most, for
	// each group: 1 is the least possible. With l entities to join that is
	// 2 (1 - 1/l) (Kou, Markowsky and Berman 1981), or 1 where the least was found.
	Bound float64
	// Groups are the entities to be joined, by what hangs together: one group if
	// all do. In the order of ids, within and among.
	Groups [][]graph.ID
	// Hubs are the entities above the rule's degree by which others are joined; the
	// named ones are not among them. In the order of ids.
	Hubs []Hub
}

// TreeLink is one link of a tree. Step.Along says that it runs From -> To.
type TreeLink struct {
	From, To graph.ID
	Step
}

// Exactness: up to so many terminals, and entities near enough to matter, the
// least tree is found (Dreyfus and Wagner 1971).
const (
	mostTerminals = 1000
	exactOver     = 6
	exactWithin   = 2000
)

// Connect joins the entities of 2 to 1,000 records over links either way: by
// the method of Mehlhorn (1988), O(n log n + m), and the least tree where six or
// fewer are to be joined and at most 2,000 entities are near enough to matter.
// MaxHops is not asked; each link of a hub pays half of what passing through
// costs. The error is graph.Missing if any record is out of
// sight, a graph.Error for an option that cannot be, or the context's.
func (v *View) Connect(ctx context.Context, sight policy.Sight, records []graph.ID, o RouteOptions) (Connection, error) {
	ctx, end := tracing.Begin(ctx, "engine Connect")
	defer end()
	if err := checkSet("records", records, 2, mostTerminals); err != nil {
		return Connection{}, err
	}
	if d := o.Links.Direction; d != "" && d != graph.EitherWay {
		return Connection{}, graph.Bad("links.direction", "A tree has no direction: links are used either way.")
	}
	g, err := v.ground(ctx, sight, o)
	if err != nil {
		return Connection{}, err
	}
	defer g.leave()
	terminals, err := g.name(records...)
	if err != nil {
		return Connection{}, err
	}
	t := &joiner{ground: g, terminals: terminals, near: map[uint32]nearest{}, group: map[uint32]uint32{}}
	if err := t.run(); err != nil {
		return Connection{}, err
	}
	return t.connection()
}

// joiner grows regions around the terminals until they touch.
type joiner struct {
	*ground
	terminals []uint32
	near      map[uint32]nearest // by slot
	touching  []touch
	group     map[uint32]uint32 // union-find over terminals
	tree      []treeArc
	exact     bool
}

// nearest is the terminal that an entity is nearest to, and the way back.
type nearest struct {
	weight   uint64
	terminal uint32
	before   uint32
	settled  bool
}

// touch is an arc between two regions, with the weight from terminal to
// terminal by way of it.
type touch struct {
	weight   uint64
	from, to uint32
	arc      uint64
}

// treeArc is an arc of the tree, the smaller id first.
type treeArc struct {
	from, to uint32
	weight   uint64
}

func (t *joiner) run() error {
	if err := t.grow(); err != nil {
		return err
	}
	slices.SortFunc(t.touching, func(a, b touch) int {
		return cmp.Or(cmp.Compare(a.weight, b.weight), t.order(a.from, b.from), t.order(a.to, b.to))
	})
	t.group = map[uint32]uint32{}
	for _, x := range t.touching {
		if t.unite(t.near[x.from].terminal, t.near[x.to].terminal) {
			t.add(x.from, x.to, x.arc)
			t.wayBack(x.from)
			t.wayBack(x.to)
		}
	}
	t.prune()
	return t.refine()
}

func (t *joiner) find(n uint32) uint32 {
	for {
		up, ok := t.group[n]
		if !ok {
			return n
		}
		n = up
	}
}

// unite joins two groups under the smaller id.
func (t *joiner) unite(a, b uint32) bool {
	a, b = t.find(a), t.find(b)
	switch {
	case a == b:
		return false
	case t.order(a, b) < 0:
		t.group[b] = a
	default:
		t.group[a] = b
	}
	return true
}

// grow settles entities in the order of their distance. What is not settled
// yet cannot touch at less than twice the distance reached, so it ends when all
// are joined at less.
func (t *joiner) grow() error {
	var queue heap
	for _, slot := range t.terminals {
		t.near[slot] = nearest{terminal: slot, before: slot}
		queue.push(0, slot)
	}
	apart, enough := len(t.terminals)-1, uint64(endless)
	for queue.len() > 0 && (enough == endless || queue.least() <= enough/2) {
		weight, slot := queue.pop()
		own := t.near[slot]
		if own.settled || weight != own.weight {
			continue
		}
		own.settled = true
		t.near[slot] = own
		row, err := t.row(onward, slot)
		if err != nil {
			return err
		}
		for _, a := range row {
			far, met := t.near[a.far]
			if met && far.settled {
				if far.terminal != own.terminal {
					t.touching = append(t.touching, touch{weight + a.weight + far.weight, slot, a.far, a.weight})
					if t.unite(own.terminal, far.terminal) {
						apart--
					}
				}
				continue
			}
			next := nearest{weight: weight + a.weight, terminal: own.terminal, before: slot}
			if !met || t.nearer(next, far) {
				t.near[a.far] = next
				queue.push(next.weight, a.far)
			}
		}
		if apart == 0 && enough == endless {
			for _, x := range t.touching {
				if enough == endless || x.weight > enough {
					enough = x.weight
				}
			}
		}
	}
	return nil
}

func (t *joiner) nearer(a, b nearest) bool {
	return cmp.Or(cmp.Compare(a.weight, b.weight), t.order(a.terminal, b.terminal), t.order(a.before, b.before)) < 0
}

func (t *joiner) add(from, to uint32, weight uint64) {
	if t.order(from, to) > 0 {
		from, to = to, from
	}
	t.tree = append(t.tree, treeArc{from, to, weight})
}

func (t *joiner) wayBack(slot uint32) {
	for n := t.near[slot]; n.before != slot; n = t.near[slot] {
		t.add(n.before, slot, n.weight-t.near[n.before].weight)
		slot = n.before
	}
}

// prune keeps a least spanning tree of what was chosen, without leaves that
// nobody named.
func (t *joiner) prune() {
	slices.SortFunc(t.tree, t.arcOrder)
	t.tree = slices.Compact(t.tree)
	slices.SortStableFunc(t.tree, func(a, b treeArc) int { return cmp.Compare(a.weight, b.weight) })
	t.group = map[uint32]uint32{}
	t.tree = slices.DeleteFunc(t.tree, func(a treeArc) bool { return !t.unite(a.from, a.to) })
	for before := -1; before != len(t.tree); {
		before = len(t.tree)
		degree := map[uint32]int{}
		for _, a := range t.tree {
			degree[a.from]++
			degree[a.to]++
		}
		bare := func(slot uint32) bool { return degree[slot] == 1 && !t.named[slot] }
		t.tree = slices.DeleteFunc(t.tree, func(a treeArc) bool { return bare(a.from) || bare(a.to) })
	}
}

func (t *joiner) arcOrder(a, b treeArc) int {
	return cmp.Or(t.order(a.from, b.from), t.order(a.to, b.to))
}

func (t *joiner) weight() uint64 {
	sum := uint64(0)
	for _, a := range t.tree {
		sum += a.weight
	}
	return sum
}

// groups are the terminals by what hangs together.
func (t *joiner) groups() [][]uint32 {
	var out [][]uint32
	place := map[uint32]int{}
	for _, slot := range t.terminals { // in the order of ids
		root := t.find(slot)
		at, ok := place[root]
		if !ok {
			at = len(out)
			place[root] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], slot)
	}
	return out
}

// connection dresses the tree.
func (t *joiner) connection() (Connection, error) {
	v, out, most := t.ahead.view, Connection{Cost: float64(t.weight()>>hopBits) / unit, Bound: 1}, 1
	slots := map[uint32]bool{}
	for _, group := range t.groups() {
		ids := make([]graph.ID, len(group))
		for i, slot := range group {
			ids[i], slots[slot] = v.id(t.roots[slot]), true
		}
		out.Groups, most = append(out.Groups, ids), max(most, len(group))
	}
	if !t.exact && most > 2 {
		out.Bound = 2 * (1 - 1/float64(most))
	}
	slices.SortFunc(t.tree, t.arcOrder)
	for _, a := range t.tree {
		slots[a.from], slots[a.to] = true, true
		arc, err := t.arcTo(a.from, a.to)
		if err != nil {
			return Connection{}, err
		}
		out.Links = append(out.Links, TreeLink{v.id(t.roots[a.from]), v.id(t.roots[a.to]), t.step(arc)})
	}
	order := make([]uint32, 0, len(slots))
	for slot := range slots {
		order = append(order, slot)
	}
	slices.SortFunc(order, t.order)
	for _, slot := range order {
		out.Entities = append(out.Entities, v.entity(t.ahead.lens, t.roots[slot]))
		if degree := t.degree(slot); degree > t.hub.Degree && !t.named[slot] {
			out.Hubs = append(out.Hubs, Hub{v.id(t.roots[slot]), degree})
		}
	}
	return out, nil
}
