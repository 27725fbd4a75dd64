package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// ThroughOptions say what a path leads through.
type ThroughOptions struct {
	RouteOptions
	// Waypoints are 1 to 12 records. MaxHops bounds each leg between two of them.
	Waypoints []graph.ID
	// AnyOrder takes the waypoints in the order that makes the whole best; else
	// they are passed as given.
	AnyOrder bool
}

// Through is a path by way of others.
type Through struct {
	// Route is the whole: each leg is the best between two waypoints.
	Route
	// Order are the entities of the waypoints, as they are passed.
	Order []graph.ID
	// Repeats are entities that the path touches more than once, in the order of
	// ids: the legs are best one by one, and a chain that touches nothing twice
	// may not exist (to know is NP-hard).
	Repeats []graph.ID
}

const mostWaypoints = 12

// Through finds a path from one entity to another by way of waypoints. Of
// orders that cost the same it takes the one whose entity ids come first. ok is
// false where a leg has no path. The error is graph.Missing for an end or a
// waypoint out of sight, a graph.Error for an option that cannot be, or the
// context's. In any order it costs O(2^k k^2) for k waypoints beside the
// searches (Held and Karp 1962).
func (v *View) Through(ctx context.Context, sight policy.Sight, from, to graph.ID, o ThroughOptions) (through Through, ok bool, err error) {
	if err := checkSet("waypoints", o.Waypoints, 1, mostWaypoints); err != nil {
		return Through{}, false, err
	}
	g, err := v.ground(ctx, sight, o.RouteOptions)
	if err != nil {
		return Through{}, false, err
	}
	defer g.leave()
	l := &legs{ground: g, most: o.MaxHops, known: map[[2]uint32]leg{}}
	for _, r := range slices.Concat([]graph.ID{from}, o.Waypoints, []graph.ID{to}) {
		slots, err := g.name(r)
		if err != nil {
			return Through{}, false, err
		}
		l.points = append(l.points, slots[0])
	}
	if o.AnyOrder {
		if ok, err = l.arrange(); err != nil || !ok {
			return Through{}, false, err
		}
	}
	return l.whole()
}

// legs are the best paths between points.
type legs struct {
	*ground
	most   int
	points []uint32 // the first and the last are the ends
	known  map[[2]uint32]leg
}

type leg struct {
	chain
	ok bool
}

func (l *legs) leg(from, to uint32) (leg, error) {
	if known, ok := l.known[[2]uint32{from, to}]; ok {
		return known, nil
	}
	s := &seek{ground: l.ground, starts: []uint32{from}, ends: []uint32{to}, most: l.most}
	weight, ok, err := s.run()
	if err != nil {
		return leg{}, err
	}
	out := leg{ok: ok}
	if ok {
		if out.chain, err = s.least(weight); err != nil {
			return leg{}, err
		}
	}
	l.known[[2]uint32{from, to}] = out
	return out, nil
}

// arrange puts the points between the ends into the best order: for each set
// of points still to be passed and each place to stand, what is left at least.
func (l *legs) arrange() (bool, error) {
	first, last := l.points[0], l.points[len(l.points)-1]
	between := slices.Clone(l.points[1 : len(l.points)-1])
	slices.SortFunc(between, l.order)
	between = slices.Compact(between)
	n := len(between)
	left := make([][]uint64, 1<<n) // by set to be passed, by place
	at := func(i int) uint32 {
		if i == n {
			return first
		}
		return between[i]
	}
	for set := range left {
		left[set] = make([]uint64, n+1)
		for i := range left[set] {
			var err error
			if left[set][i], _, err = l.step(left, set, at(i), between, last); err != nil {
				return false, err
			}
		}
	}
	set, place := 1<<n-1, n
	if left[set][place] == endless {
		return false, nil
	}
	l.points = []uint32{first}
	for set != 0 {
		_, next, err := l.step(left, set, at(place), between, last)
		if err != nil {
			return false, err
		}
		l.points = append(l.points, between[next])
		set, place = set&^(1<<next), next
	}
	l.points = append(l.points, last)
	return true, nil
}

// step gives what is left at least, and the first point in order by which.
func (l *legs) step(left [][]uint64, set int, from uint32, between []uint32, last uint32) (uint64, int, error) {
	if set == 0 {
		final, err := l.leg(from, last)
		if err != nil || !final.ok {
			return endless, 0, err
		}
		return final.weight, 0, nil
	}
	best, by := uint64(endless), 0
	for next := range between {
		if set>>next&1 == 0 || left[set&^(1<<next)][next] == endless {
			continue
		}
		leg, err := l.leg(from, between[next])
		if err != nil {
			return 0, 0, err
		}
		if whole := leg.weight + left[set&^(1<<next)][next]; leg.ok && whole < best {
			best, by = whole, next
		}
	}
	return best, by, nil
}

// whole joins the legs.
func (l *legs) whole() (Through, bool, error) {
	c := chain{slots: l.points[:1:1]}
	for i := range len(l.points) - 1 {
		leg, err := l.leg(l.points[i], l.points[i+1])
		if err != nil || !leg.ok {
			return Through{}, false, err
		}
		c.slots = append(c.slots, leg.slots[1:]...)
		c.weight += leg.weight
	}
	r, err := l.dress(c)
	if err != nil {
		return Through{}, false, err
	}
	out := Through{Route: r}
	v := l.ahead.view
	for _, slot := range l.points[1 : len(l.points)-1] {
		out.Order = append(out.Order, v.id(l.roots[slot]))
	}
	ids := make([]graph.ID, len(r.Entities))
	for i, e := range r.Entities {
		ids[i] = e.ID
	}
	slices.Sort(ids)
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] && (i == 1 || ids[i] != ids[i-2]) {
			out.Repeats = append(out.Repeats, ids[i])
		}
	}
	return out, true, nil
}
