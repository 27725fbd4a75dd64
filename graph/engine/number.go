package engine

import "math/bits"

// findable numbers the records that were put, and lets links find them.
func (b *Builder) findable() {
	b.number()
	b.places = newPlaces(b.snapshot.nodes)
	b.bundles = make([]bundle, regionsOf(len(b.snapshot.nodes), b.shift))
}

// number makes a snapshot of the records that were put, in the order of their ids.
// Of several with one id the last counts.
func (b *Builder) number() {
	b.snapshot, b.counted = &Snapshot{}, len(b.nodes)
	groups := b.grouped()
	begins := heights(groups, 1<<groupBits)
	order, kept := make([]uint32, len(b.nodes)), make([]uint32, 1<<groupBits+1)
	filings := make([]filing, cores())
	onEachBy(1<<groupBits, func(core, g int) {
		f := &filings[core]
		f.put = gathered(f.put[:0], groups, g)
		sorted := f.inOrder(func(at uint32) key { return b.nodes[at].key })
		for i, x := range sorted {
			if i+1 < len(sorted) && sorted[i+1].hi == x.hi && b.nodes[sorted[i+1].at].key == b.nodes[x.at].key {
				continue
			}
			order[begins[g]+kept[g+1]] = x.at
			kept[g+1]++
		}
	})
	for g := range 1 << groupBits {
		kept[g+1] += kept[g]
	}
	s := b.snapshot
	s.sizeNodes(int(kept[1<<groupBits]))
	b.shift = regionShift(len(s.nodes))
	onEach(1<<groupBits, func(g int) {
		for i := range kept[g+1] - kept[g] {
			number, n := kept[g]+i, &b.nodes[order[begins[g]+i]]
			s.nodes[number], s.marks[number], s.kinds[number] = n.key, n.mark, n.kind
		}
	})
}

// grouped files the records by the first bits of their ids.
func (b *Builder) grouped() []*piles[filed] {
	bounds := parts(len(b.nodes))
	groups := make([]*piles[filed], len(bounds)-1)
	onEach(len(groups), func(p int) {
		groups[p] = newPiles[filed](1<<groupBits, bounds[p+1]-bounds[p])
		for at := bounds[p]; at < bounds[p+1]; at++ {
			*groups[p].next(groupOf(b.nodes[at].key)) = filed{b.nodes[at].key.hi, uint32(at)} //nolint:gosec // fewer than 2^31 nodes
		}
	})
	return groups
}

func (s *Snapshot) sizeNodes(n int) {
	s.nodes, s.marks, s.kinds = make([]key, n), make([]uint32, n), make([]uint8, n)
}

// A region is a range of 1<<shift nodes. There are some thousand regions, but of a
// thousand nodes at least where there are more than a million, and never of more
// than 2^16.
func regionShift(nodes int) int {
	wide := bits.Len(uint(nodes)) //nolint:gosec // not negative
	return min(max(min(wide-10, 10), wide-12, 0), 16)
}

func regionsOf(nodes, shift int) int { return nodes>>shift + 1 }
