package engine

import (
	"context"
	"slices"
)

// search is one bidirectional breadth-first search over entities.
//
// Each side keeps the entities it reached in a queue, level by level, with the
// place of each one's parent. The stamp of an entity is twice its place and the
// side, above the floor; the floor itself stamps what is to be avoided.
//
// The side of the start keeps its levels in the order of the first path to each
// entity: entities of one parent are sorted by id before they are looked at, so
// whoever reaches an entity first lies on its first path, and the first that
// touches the other side is on the answer. The side of the end keeps, for each
// entity, the parent with the smallest id, which is where its first path to the
// end goes on.
type search struct {
	*workshop
	sieve      *sieve
	ctx        context.Context //nolint:containedctx // a search lives within one call
	start, end uint32
	most       int // hops; 0 is any number
	scanned    int
	warm       uint32 // keeps the look ahead from being left out
	// Where the sides met: places in the two queues.
	met, beyond uint32
}

// wave is one side of a search.
type wave struct {
	queue, parent []uint32
	first         int    // where its last level begins in the queue
	depth         int    // its last level
	volume        uint64 // about how much there is to read of that level
}

const (
	fromStart uint32 = iota
	fromEnd
	codes
)

func (s *search) stamp(place int, side uint32) uint32 {
	return s.floor + codes*uint32(place+1) + side //nolint:gosec // fewer than 2^31 nodes
}

func (s *search) place(stamp uint32) uint32 { return (stamp-s.floor)/codes - 1 }

// meet grows the side with less to read a level at a time until they touch.
func (s *search) meet() (bool, error) {
	for side, root := range []uint32{s.start, s.end} {
		w := &s.waves[side]
		w.queue, w.parent = append(w.queue[:0], root), append(w.parent[:0], 0)
		w.first, w.depth, w.volume = 0, 0, 0
		s.stamps[root] = s.stamp(0, uint32(side)) //nolint:gosec // two sides
		s.known[side].put(root)
	}
	defer s.seal()
	if s.start == s.end {
		return true, nil
	}
	for s.rests(fromStart) && s.rests(fromEnd) {
		if s.most > 0 && s.waves[fromStart].depth+s.waves[fromEnd].depth >= s.most {
			return false, nil
		}
		touched, err := false, error(nil)
		if s.volume(fromEnd) < s.volume(fromStart) {
			touched, err = s.growEnd()
		} else {
			touched, err = s.growStart()
		}
		if touched || err != nil {
			return touched, err
		}
	}
	return false, nil
}

// seal says which stamps were used, and forgets who was reached.
func (s *search) seal() {
	for side := range s.waves {
		s.known[side].clear(s.waves[side].queue)
	}
	s.ceiling = s.stamp(max(len(s.waves[fromStart].queue), len(s.waves[fromEnd].queue)), fromEnd)
}

func (s *search) rests(side uint32) bool { return s.waves[side].first < len(s.waves[side].queue) }

// volume is how many halves the last level of a side has. Rows are asked one
// after the other without waiting, so that they are at hand when they are read.
func (s *search) volume(side uint32) uint64 {
	w, base := &s.waves[side], s.sieve.view.base
	if w.volume != 0 {
		return w.volume
	}
	w.volume = uint64(len(w.queue) - w.first) //nolint:gosec // not negative
	for _, n := range w.queue[w.first:] {
		if int(n) < len(base.nodes) {
			w.volume += uint64(base.rows[n+1] - base.rows[n])
		}
	}
	return w.volume
}

// growStart finds the first entity of this level from the start that touches the
// other side, or else the next level.
func (s *search) growStart() (touched bool, err error) {
	w := &s.waves[fromStart]
	s.order(w)
	level := w.next()
	if touched, err = s.feelFromStart(level, w.first, uint32(len(s.waves[fromEnd].queue))); touched || err != nil { //nolint:gosec // fewer than 2^31 nodes
		return touched, err
	}
	for at := level; at < w.first; at += len(s.ends) {
		if err := s.look(s.sieve, w.queue[at:w.first], true); err != nil {
			return false, err
		}
		for i := range s.ends {
			for _, n := range s.nearOf(i) {
				if n, stamp := s.reach(n); stamp < s.floor {
					s.add(w, fromStart, n, at+i)
				}
			}
		}
	}
	return false, nil
}

// growEnd finds where this level from the end touches the other side, or else
// the next level.
func (s *search) growEnd() (touched bool, err error) {
	w, back, volume := &s.waves[fromEnd], s.sieve.reversed(), s.volume(fromEnd)
	level := w.next()
	if touched, err = s.feelFromEnd(back, level, volume); touched || err != nil {
		return touched, err
	}
	for at := level; at < w.first; at += len(s.ends) {
		if err := s.look(back, w.queue[at:w.first], true); err != nil {
			return false, err
		}
		for i := range s.ends {
			for _, n := range s.nearOf(i) {
				switch n, stamp := s.reach(n); {
				case stamp < s.floor:
					s.add(w, fromEnd, n, at+i)
				case stamp > s.floor: // else it is avoided
					s.adopt(w, s.place(stamp), at+i)
				}
			}
		}
	}
	return false, nil
}

// next begins a level, and gives where the one before begins.
func (w *wave) next() int {
	level := w.first
	w.first = len(w.queue)
	w.depth++
	w.volume = 0
	return level
}

func (s *search) add(w *wave, side, n uint32, parent int) {
	s.stamps[n] = s.stamp(len(w.queue), side)
	s.known[side].put(n)
	w.queue, w.parent = append(w.queue, n), append(w.parent, uint32(parent)) //nolint:gosec // fewer than 2^31 nodes
}

// adopt gives an entity of the level that is being found a parent with a
// smaller id.
func (s *search) adopt(w *wave, place uint32, parent int) {
	if int(place) >= w.first && s.sieve.view.before(w.queue[parent], w.queue[w.parent[place]]) {
		w.parent[place] = uint32(parent) //nolint:gosec // fewer than 2^31 nodes
	}
}

// order sorts the last level of a side by the parents, then by id.
func (s *search) order(w *wave) {
	for at := w.first; at < len(w.queue); {
		end := at + 1
		for end < len(w.queue) && w.parent[end] == w.parent[at] {
			end++
		}
		if end-at > 1 {
			s.orderSiblings(w.queue[at:end])
			for ; at < end; at++ {
				s.stamps[w.queue[at]] = s.stamp(at, fromStart)
			}
		}
		at = end
	}
}

func (s *search) orderSiblings(nodes []uint32) {
	if v := s.sieve.view; v.over != nil && len(v.over.nodes) > 0 {
		slices.SortFunc(nodes, v.order)
		return
	}
	slices.Sort(nodes)
}

// atOnce is how many far ends are looked up at once, so that the processor
// waits for many of them at a time.
const atOnce = 256

// look reads the links of the first of some entities: s.near then has their far
// ends, one entity after the other, and s.ends where those of each end; ahead, the
// stamps of those are asked for. It says now and then whether the search was
// cancelled.
func (s *search) look(f *sieve, roots []uint32, ahead bool) error {
	s.near, s.ends = s.near[:0], s.ends[:0]
	for i, root := range roots {
		if i%rowsAhead == 0 {
			s.ask(f.view.base, roots[i:min(i+rowsAhead, len(roots))])
		}
		s.fill(f, root)
		s.ends = append(s.ends, len(s.near))
		if len(s.near) >= atOnce {
			break
		}
	}
	if ahead {
		warm := uint32(0)
		for _, n := range s.near {
			warm |= s.stamps[n&^joined]
		}
		s.warm = warm
	}
	if s.scanned += len(s.near) + len(s.ends); s.scanned > 1<<14 {
		s.scanned = 0
		return s.ctx.Err()
	}
	return nil
}

// rowsAhead is how many rows are asked for before they are read, and rowStart
// how many halves of each: further ones a processor fetches by itself.
const (
	rowsAhead = 16
	rowStart  = 32
	lineOf    = 8 // halves in a line of a cache
)

// ask asks for the beginnings of rows one after the other without waiting.
func (s *search) ask(base *Snapshot, roots []uint32) {
	warm := uint32(0)
	for _, n := range roots {
		if int(n) >= len(base.nodes) {
			continue
		}
		begin := base.rows[n]
		for at := begin; at < min(base.rows[n+1], begin+rowStart); at += lineOf {
			warm |= base.halves[at].far
		}
	}
	s.warm |= warm
}

// nearOf are the far ends of the i-th entity that was looked at.
func (s *search) nearOf(i int) []uint32 {
	if i == 0 {
		return s.near[:s.ends[0]]
	}
	return s.near[s.ends[i-1]:s.ends[i]]
}

func (s *search) fill(f *sieve, root uint32) {
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
