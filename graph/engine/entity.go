package engine

import (
	"cmp"
	"container/list"
	"slices"
	"sync"

	"entente/auth/policy"
	"entente/graph"
)

// Entity is what one caller sees when the records in sight are joined over the
// SAME_AS links in sight.
type Entity struct {
	// ID is the smallest id among Records.
	ID graph.ID
	// Kind is the kind of the record with that id.
	Kind graph.RecordKind
	// Records are those in sight, in the order of their ids.
	Records []graph.ID
}

// judgements are the SAME_AS links of one state of the graph, in the order of
// their ids, and what they make of the records for the sights that asked lately.
type judgements struct {
	links  []link
	lenses lenses
}

func newJudgements(links []link) *judgements { return &judgements{links: links} }

// lens is one sight made ready for the scans: a bitmap over markings, and the
// entities of more than one record.
type lens struct {
	bits    []uint64            // by marking
	open    []uint64            // by class of the snapshot: whether link and far end are in sight
	root    map[uint32]uint32   // by member, the record with the smallest id
	members map[uint32][]uint32 // by root, in the order of ids
}

func (l *lens) sees(mark uint32) bool {
	m := mark &^ joined
	word := int(m >> 6)
	return word < len(l.bits) && l.bits[word]>>(m&63)&1 == 1
}

// opens asks a class of the snapshot.
func (l *lens) opens(class uint32) bool { return l.open[class>>6]>>(class&63)&1 == 1 }

// lens gives the entities of a sight, from the cache where it can.
func (v *View) lens(sight policy.Sight) *lens {
	if known := v.same.lenses.get(sight.Key()); known != nil {
		return known
	}
	l := &lens{bits: bitmap(sight.Visible())}
	l.open = make([]uint64, len(v.base.classes)/64+1)
	for i, c := range v.base.classes {
		if l.sees(c.link) && l.sees(c.far) {
			l.open[i/64] |= 1 << (i % 64)
		}
	}
	v.join(l)
	v.same.lenses.put(sight.Key(), l)
	return l
}

func bitmap(visible []int64) []uint64 {
	if len(visible) == 0 {
		return nil
	}
	bits := make([]uint64, visible[len(visible)-1]/64+1)
	for _, m := range visible {
		bits[m/64] |= 1 << (m % 64)
	}
	return bits
}

// join unites the records in sight over the judgements in sight: union-find
// (Tarjan 1975) in which the smaller id becomes the root, so that the outcome
// does not depend on the order of the links.
func (v *View) join(l *lens) {
	parent := map[uint32]uint32{}
	find := func(n uint32) uint32 {
		for {
			p, ok := parent[n]
			if !ok {
				return n
			}
			if next, ok := parent[p]; ok {
				parent[n] = next
			}
			n = p
		}
	}
	for i := range v.same.links {
		j := &v.same.links[i]
		if !l.sees(j.mark) || !l.sees(v.mark(j.from)) || !l.sees(v.mark(j.to)) {
			continue
		}
		a, b := find(j.from), find(j.to)
		switch {
		case v.before(a, b):
			parent[b] = a
		case v.before(b, a):
			parent[a] = b
		}
	}
	l.root, l.members = make(map[uint32]uint32, len(parent)), map[uint32][]uint32{}
	for n := range parent {
		root := find(n)
		l.root[n] = root
		l.members[root] = append(l.members[root], n)
	}
	for root, members := range l.members {
		members = append(members, root)
		slices.SortFunc(members, v.order)
		l.members[root] = members
	}
}

// entityOf gives the root of a record in sight: the record whose id is the
// entity's.
func (l *lens) entityOf(n, mark uint32) uint32 {
	if mark&joined != 0 {
		if root, ok := l.root[n]; ok {
			return root
		}
	}
	return n
}

// records gives the members of the entity of a root. The answer is good until
// one is written.
func (l *lens) records(root uint32, one *[1]uint32) []uint32 {
	if members, ok := l.members[root]; ok {
		return members
	}
	one[0] = root
	return one[:]
}

// lenses is a cache that forgets the sight that asked longest ago.
type lenses struct {
	mu    sync.Mutex
	byKey map[string]*list.Element
	used  list.List // of *cached, the latest first
}

type cached struct {
	key  string
	lens *lens
}

const mostLenses = 64

func (c *lenses) get(key string) *lens {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.byKey[key]
	if !ok {
		return nil
	}
	c.used.MoveToFront(at)
	return at.Value.(*cached).lens //nolint:forcetypeassert // the list holds nothing else
}

func (c *lenses) put(key string, l *lens) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey == nil {
		c.byKey = map[string]*list.Element{}
	}
	if _, ok := c.byKey[key]; ok {
		return
	}
	c.byKey[key] = c.used.PushFront(&cached{key, l})
	if c.used.Len() > mostLenses {
		oldest := c.used.Remove(c.used.Back()).(*cached) //nolint:forcetypeassert // the list holds nothing else
		delete(c.byKey, oldest.key)
	}
}

// Entity gives the entity of a record in sight; false where there is none.
func (v *View) Entity(sight policy.Sight, record graph.ID) (Entity, bool) {
	l := v.lens(sight)
	root, ok := v.entityIn(l, record)
	if !ok {
		return Entity{}, false
	}
	return v.entity(l, root), true
}

// Entities gives the entities of several records, each once, in the order of
// their ids; records out of sight are left out.
func (v *View) Entities(sight policy.Sight, records []graph.ID) []Entity {
	l := v.lens(sight)
	roots := v.rootsOf(l, records)
	out := make([]Entity, len(roots))
	for i, root := range roots {
		out[i] = v.entity(l, root)
	}
	return out
}

// rootsOf gives the roots of the records in sight, each once, in order.
func (v *View) rootsOf(l *lens, records []graph.ID) []uint32 {
	roots := make([]uint32, 0, len(records))
	for _, r := range records {
		if root, ok := v.entityIn(l, r); ok {
			roots = append(roots, root)
		}
	}
	slices.SortFunc(roots, v.order)
	return slices.Compact(roots)
}

func (v *View) entityIn(l *lens, record graph.ID) (uint32, bool) {
	n, ok := v.node(record)
	if !ok || !l.sees(v.mark(n)) {
		return 0, false
	}
	return l.entityOf(n, v.mark(n)), true
}

func (v *View) entity(l *lens, root uint32) Entity {
	var one [1]uint32
	members := l.records(root, &one)
	e := Entity{ID: v.id(root), Kind: v.kind(root), Records: make([]graph.ID, len(members))}
	for i, m := range members {
		e.Records[i] = v.id(m)
	}
	return e
}

// order compares nodes by their ids.
func (v *View) order(a, b uint32) int { return cmp.Compare(v.rank(a), v.rank(b)) }

func (v *View) before(a, b uint32) bool { return v.rank(a) < v.rank(b) }
