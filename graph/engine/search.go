package engine

import "context"

// search is one bidirectional breadth-first search over entities.
//
// Above the floor, level i has three stamps: reached from the start, reached
// from the end, and (set afterwards) reached from the start and on a shortest
// path. The floor itself stamps what is to be avoided.
type search struct {
	*workshop
	sieve      *sieve
	ctx        context.Context //nolint:containedctx // a search lives within one call
	start, end uint32
	most       int       // hops; 0 is any number
	depth      [2]uint32 // levels complete from the start and from the end
	scanned    int
}

const (
	fromStart uint32 = iota
	fromEnd
	onPath
	codes
)

func (s *search) stamp(level, code uint32) uint32 { return s.floor + 1 + codes*level + code }

// meet grows the smaller of the two frontiers a level at a time until they
// touch. It leaves in s.crossing the entities at the last level from the start
// that have a neighbour at the last level from the end.
func (s *search) meet() (bool, error) {
	s.crossing = s.crossing[:0]
	s.stamps[s.start] = s.stamp(0, fromStart)
	s.ceiling = s.stamp(0, onPath)
	if s.start == s.end {
		return true, nil
	}
	s.stamps[s.end] = s.stamp(0, fromEnd)
	s.frontier[fromStart] = append(s.frontier[fromStart][:0], s.start)
	s.frontier[fromEnd] = append(s.frontier[fromEnd][:0], s.end)
	for len(s.frontier[fromStart]) > 0 && len(s.frontier[fromEnd]) > 0 {
		if s.most > 0 && int(s.depth[fromStart]+s.depth[fromEnd]) >= s.most {
			return false, nil
		}
		side := fromStart
		if len(s.frontier[fromEnd]) < len(s.frontier[fromStart]) {
			side = fromEnd
		}
		if err := s.grow(side); err != nil || len(s.crossing) > 0 {
			return err == nil, err
		}
	}
	return false, nil
}

// grow finds the next level of one side, or where it touches the other.
func (s *search) grow(side uint32) error {
	f, other := s.sieve, 1-side
	if side == fromEnd {
		f = f.reversed()
	}
	touch := s.stamp(s.depth[other], other)
	found := s.stamp(s.depth[side]+1, side)
	s.ceiling = max(s.ceiling, found+codes)
	next := s.spare[:0]
	for _, root := range s.frontier[side] {
		if err := s.look(f, root); err != nil {
			return err
		}
		for _, n := range s.near {
			n, at := s.reach(n)
			switch {
			case at == touch:
				s.cross(side, root, n)
			case at < s.floor && len(s.crossing) == 0:
				s.stamps[n] = found
				next = append(next, n)
			}
		}
	}
	s.spare, s.frontier[side] = s.frontier[side], next
	if len(s.crossing) == 0 {
		s.depth[side]++
	}
	return nil
}

// cross notes the one of two touching entities that the start reached.
func (s *search) cross(side, root, n uint32) {
	if side == fromEnd {
		root = n
	}
	if good := s.stamp(s.depth[fromStart], onPath); s.stamps[root] != good {
		s.stamps[root] = good
		s.crossing = append(s.crossing, root)
	}
}

// look fills s.near with the far ends of the links of an entity, and says now
// and then whether the search was cancelled.
func (s *search) look(f *sieve, root uint32) error {
	s.fill(f, root)
	if s.scanned += len(s.near) + 1; s.scanned > 1<<14 {
		s.scanned = 0
		return s.ctx.Err()
	}
	return nil
}

func (s *search) fill(f *sieve, root uint32) {
	s.near = s.near[:0]
	if f.view.mark(root)&joined == 0 {
		s.near = f.near(s.near, root)
		return
	}
	var one [1]uint32
	for _, member := range f.lens.records(root, &one) {
		s.near = f.near(s.near, member)
	}
}

// reach gives the entity of a node in sight, and its stamp.
func (s *search) reach(n uint32) (root, stamp uint32) {
	if n&joined != 0 {
		n = s.sieve.lens.entityOf(n&^joined, n)
	}
	return n, s.stamps[n]
}
