package engine

import "slices"

// seek is one search for the least paths between two sets of slots: Dijkstra
// (1959) from both ends (Pohl 1971). When it is done, `leads` says of every
// slot on a least path what is left from there to the end, exactly.
//
// With a bound on hops beside another measure the search runs from the end
// alone and keeps, for each slot, every pair of cost and hops that no other
// beats in both.
type seek struct {
	*ground
	starts, ends []uint32
	most         int             // hops; 0 is any number
	banned       map[uint32]bool // slots not to be touched
	// first is the slot whose arcs to these slots are not to be used.
	first  uint32
	unused map[uint32]bool
	queue  [2]heap
	pareto map[uint32][]uint64 // by slot, ascending; nil where hops are not bounded apart
}

// label is what a search knows of a slot: the least weights found so far.
type label struct {
	dist  [2]uint64
	epoch uint32
}

func (g *ground) label(slot uint32) *label {
	l := &g.labels[slot]
	if l.epoch != g.epoch {
		*l = label{[2]uint64{endless, endless}, g.epoch}
	}
	return l
}

// run gives the least weight between the two sets.
func (s *seek) run() (weight uint64, ok bool, err error) {
	s.epoch++
	for side := range s.queue {
		s.queue[side].items = s.heaps[side][:0]
	}
	defer func() {
		for side := range s.queue {
			s.heaps[side] = s.queue[side].items
		}
	}()
	if s.most > 0 && (s.hub.Penalty > 0 || s.cost[0] != s.cost[9]) {
		return s.bounded()
	}
	for side, slots := range [2][]uint32{s.starts, s.ends} {
		for _, slot := range slots {
			s.label(slot).dist[side] = 0
			s.queue[side].push(0, slot)
		}
	}
	best := uint64(endless)
	for _, slot := range s.starts {
		if s.label(slot).dist[backward] == 0 {
			best = 0
		}
	}
	if best, err = s.meet(best); err != nil || best == endless {
		return 0, false, err
	}
	return best, true, s.confine(best)
}

// meet grows both sides until no better meeting can come.
func (s *seek) meet(best uint64) (uint64, error) {
	for s.queue[onward].len() > 0 && s.queue[backward].len() > 0 {
		reach := s.queue[onward].least() + s.queue[backward].least()
		if reach >= best || s.most > 0 && hopsOf(reach) > s.most {
			break
		}
		side := onward
		if s.queue[backward].len() < s.queue[onward].len() {
			side = backward
		}
		var err error
		if best, err = s.grow(side, best); err != nil {
			return 0, err
		}
	}
	if best != endless && s.most > 0 && hopsOf(best) > s.most {
		return endless, nil
	}
	return best, nil
}

func (s *seek) grow(side int, best uint64) (uint64, error) {
	dist, slot := s.queue[side].pop()
	if dist != s.label(slot).dist[side] {
		return best, nil // found again at less
	}
	row, err := s.row(side, slot)
	if err != nil {
		return best, err
	}
	for _, a := range row {
		if !s.allows(side, slot, a.far) {
			continue
		}
		far := s.label(a.far)
		if next := dist + a.weight; next < far.dist[side] {
			far.dist[side] = next
			s.queue[side].push(next, a.far)
			if other := far.dist[1-side]; other != endless {
				best = min(best, next+other)
			}
		}
	}
	return best, nil
}

// allows asks an arc of the row of a slot.
func (s *seek) allows(side int, slot, far uint32) bool {
	if s.banned == nil {
		return true
	}
	from, to := slot, far
	if side == backward {
		from, to = far, slot
	}
	return !s.banned[far] && (from != s.first || !s.unused[to])
}

// confine goes on from the end, over least paths only, until every slot on one
// is labelled: those nearer to the start than the two sides' meeting have been
// labelled from the start.
func (s *seek) confine(best uint64) error {
	for s.queue[backward].len() > 0 {
		dist, slot := s.queue[backward].pop()
		if l := s.label(slot); dist != l.dist[backward] || l.dist[onward] == endless || dist+l.dist[onward] != best {
			continue
		}
		row, err := s.row(backward, slot)
		if err != nil {
			return err
		}
		for _, a := range row {
			far, next := s.label(a.far), dist+a.weight
			if far.dist[onward] == endless || next+far.dist[onward] != best || next >= far.dist[backward] || !s.allows(backward, slot, a.far) {
				continue
			}
			far.dist[backward] = next
			s.queue[backward].push(next, a.far)
		}
	}
	return nil
}

// bounded is the search with hops bounded beside the cost.
func (s *seek) bounded() (uint64, bool, error) {
	s.pareto = map[uint32][]uint64{}
	for _, slot := range s.starts {
		s.label(slot).dist[onward] = 0
	}
	for _, slot := range s.ends {
		s.queue[backward].push(0, slot)
	}
	best := uint64(endless)
	for s.queue[backward].len() > 0 && s.queue[backward].least() <= best {
		dist, slot := s.queue[backward].pop()
		known := s.pareto[slot]
		if len(known) > 0 && hopsOf(dist) >= hopsOf(known[len(known)-1]) {
			continue // no better in either
		}
		s.pareto[slot] = append(known, dist)
		if s.label(slot).dist[onward] == 0 {
			best = dist // other starts may be as near
		}
		if hopsOf(dist) == s.most || best != endless {
			continue
		}
		row, err := s.row(backward, slot)
		if err != nil {
			return 0, false, err
		}
		for _, a := range row {
			if s.allows(backward, slot, a.far) {
				s.queue[backward].push(dist+a.weight, a.far)
			}
		}
	}
	return best, best != endless, nil
}

// leads says whether a path of exactly this weight goes from a slot to the
// end: sound on least paths, where the weight is what is left of them.
func (s *seek) leads(slot uint32, weight uint64) bool {
	if s.pareto != nil {
		return slices.Contains(s.pareto[slot], weight)
	}
	return s.label(slot).dist[backward] == weight
}

// onLeast gives the arcs from a slot that begin a least path of a weight.
func (s *seek) onLeast(slot uint32, weight uint64) ([]arc, error) {
	row, err := s.row(onward, slot)
	if err != nil {
		return nil, err
	}
	var out []arc
	for _, a := range row {
		if a.weight <= weight && s.leads(a.far, weight-a.weight) && s.allows(onward, slot, a.far) {
			out = append(out, a)
		}
	}
	return out, nil
}

// begins gives the starts of least paths, in the order of ids.
func (s *seek) begins(weight uint64) []uint32 {
	return slices.DeleteFunc(slices.Clone(s.starts), func(slot uint32) bool { return !s.leads(slot, weight) })
}

// least gives the first least path in the order of ids.
func (s *seek) least(weight uint64) (chain, error) {
	c := chain{slots: s.begins(weight)[:1], weight: weight}
	for left := weight; left > 0; {
		next, err := s.onLeast(c.slots[len(c.slots)-1], left)
		if err != nil {
			return chain{}, err
		}
		c.slots = append(c.slots, next[0].far)
		left -= next[0].weight
	}
	return c, nil
}

// heap is a binary heap of slots by weight.
type heap struct {
	items []heapItem
}

type heapItem struct {
	weight uint64
	slot   uint32
}

func (h *heap) len() int { return len(h.items) }

func (h *heap) least() uint64 { return h.items[0].weight }

func (h *heap) push(weight uint64, slot uint32) {
	h.items = append(h.items, heapItem{weight, slot})
	for at := len(h.items) - 1; at > 0; {
		above := (at - 1) / 2
		if h.items[above].weight <= h.items[at].weight {
			return
		}
		h.items[above], h.items[at] = h.items[at], h.items[above]
		at = above
	}
}

func (h *heap) pop() (uint64, uint32) {
	first, last := h.items[0], len(h.items)-1
	h.items[0] = h.items[last]
	h.items = h.items[:last]
	for at := 0; ; {
		below := 2*at + 1
		if below >= last {
			return first.weight, first.slot
		}
		if below+1 < last && h.items[below+1].weight < h.items[below].weight {
			below++
		}
		if h.items[at].weight <= h.items[below].weight {
			return first.weight, first.slot
		}
		h.items[at], h.items[below] = h.items[below], h.items[at]
		at = below
	}
}
