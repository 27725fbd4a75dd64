package engine

import (
	"math"

	"entente/graph"
)

// trail gives the entities of the first path in the order of ids: from the
// entities where the searches met it marks the way back to the start, then
// walks from the start to the end, each time to the smallest id that leads on.
func (s *search) trail() []uint32 {
	s.markBack()
	way := []uint32{s.start}
	if s.start == s.end {
		return way
	}
	for level := uint32(1); level <= s.depth[fromStart]; level++ {
		way = append(way, s.smallest(way[len(way)-1], s.stamp(level, onPath)))
	}
	for level := int(s.depth[fromEnd]); level >= 0; level-- {
		way = append(way, s.smallest(way[len(way)-1], s.stamp(uint32(level), fromEnd))) //nolint:gosec // not negative
	}
	return way
}

// markBack stamps every entity on a shortest path between the start and the
// level where the searches met.
func (s *search) markBack() {
	back := s.sieve.reversed()
	at := s.crossing
	for level := s.depth[fromStart]; level > 0; level-- {
		before, good := s.stamp(level-1, fromStart), s.stamp(level-1, onPath)
		next := s.spare[:0]
		for _, root := range at {
			s.fill(back, root)
			for _, n := range s.near {
				if n, stamp := s.reach(n); stamp == before {
					s.stamps[n] = good
					next = append(next, n)
				}
			}
		}
		s.spare, at = at, next
	}
	s.crossing = at
}

func (s *search) smallest(root, stamp uint32) uint32 {
	s.fill(s.sieve, root)
	best, bestRank := root, uint64(math.MaxUint64)
	for _, n := range s.near {
		n, at := s.reach(n)
		if at != stamp {
			continue
		}
		if rank := s.sieve.view.rank(n); rank < bestRank {
			best, bestRank = n, rank
		}
	}
	return best
}

// path dresses a trail with entities and links.
func (s *search) path(way []uint32) Path {
	v := s.sieve.view
	p := Path{Entities: make([]Entity, len(way)), Steps: make([]Step, len(way)-1)}
	for i, root := range way {
		p.Entities[i] = v.entity(s.sieve.lens, root)
	}
	for i := range p.Steps {
		p.Steps[i] = s.sieve.step(way[i], way[i+1])
	}
	return p
}

// step gives the first of the links from one entity to another.
func (f *sieve) step(from, to uint32) Step {
	var one [1]uint32
	best, chosen, count := key{}, tie{}, 0
	for _, member := range f.lens.records(from, &one) {
		for _, t := range f.ties(nil, member) {
			if f.lens.entityOf(t.other, f.view.mark(t.other)) != to {
				continue
			}
			if k := f.view.linkKey(t.link); count == 0 || compareKeys(k, best) < 0 {
				best, chosen = k, t
			}
			count++
		}
	}
	return Step{
		Link: best.id(graph.NounLink), Kind: f.view.links[f.view.linkKind(chosen.link)], Along: chosen.out, Parallel: count,
	}
}
