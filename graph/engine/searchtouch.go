package engine

// Most of what a search reads is the level in which the sides touch, and of that
// nothing need be kept. So each level is first felt: its far ends are looked for
// in the bits of the other side, which stay in a processor's nearest cache, and
// only where the sides do not touch is the level read again and written down.

// nodeSet is a set of nodes, a bit for each.
type nodeSet []uint64

func (b nodeSet) put(n uint32) { b[n>>6] |= 1 << (n & 63) }

func (b nodeSet) has(n uint32) bool { return b[n>>6]>>(n&63)&1 == 1 }

// clear takes out nodes, and with them all beside them: it is for all that are in.
func (b nodeSet) clear(nodes []uint32) {
	for _, n := range nodes {
		b[n>>6] = 0
	}
}

// rootOf gives the entity of a node in sight.
func (s *search) rootOf(n uint32) uint32 {
	if n&joined != 0 {
		return s.sieve.lens.entityOf(n&^joined, n)
	}
	return n
}

// feelFromStart finds the first entity at the places from `at` to before `end`
// that touches one of the end's at a place below a limit.
func (s *search) feelFromStart(at, end int, limit uint32) (touched bool, err error) {
	w, known := &s.waves[fromStart], s.known[fromEnd]
	for ; at < end && !touched; at += len(s.ends) {
		if err := s.look(s.sieve, w.queue[at:end], false); err != nil {
			return false, err
		}
		for i := 0; i < len(s.ends) && !touched; i++ {
			for _, n := range s.nearOf(i) {
				if n = s.rootOf(n); !known.has(n) {
					continue
				}
				if place := s.place(s.stamps[n]); place < limit {
					touched = s.touch(uint32(at+i), place, touched) //nolint:gosec // fewer than 2^31 nodes
				}
			}
		}
	}
	return touched, nil
}

// feelFromEnd finds where the last level from the end touches the other side.
func (s *search) feelFromEnd(back *sieve, level int, volume uint64) (touched bool, err error) {
	w, known := &s.waves[fromEnd], s.known[fromStart]
	for at := level; at < w.first; at += len(s.ends) {
		if err := s.look(back, w.queue[at:w.first], false); err != nil {
			return false, err
		}
		before := touched
		for i := range s.ends {
			for _, n := range s.nearOf(i) {
				if n = s.rootOf(n); known.has(n) {
					touched = s.touch(s.place(s.stamps[n]), uint32(at+i), touched) //nolint:gosec // fewer than 2^31 nodes
				}
			}
		}
		if touched && !before && s.quicker(volume, at+len(s.ends)-level, w.first-level) {
			return true, s.finish(uint32(w.first)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	return touched, nil
}

// quicker says whether the first touch is found sooner from the start, in
// order, than by reading the rest of a level from the end. If one touch came
// after a part of a level, there are about as many as such parts.
func (s *search) quicker(volume uint64, done, all int) bool {
	part := float64(done) / float64(all)
	return float64(s.volume(fromStart))*part/(1+part) < float64(volume)*(1-part)
}

// finish finds the first touch of the last level from the start with the
// entities of the end at places below a limit. There is one.
func (s *search) finish(limit uint32) error {
	w := &s.waves[fromStart]
	s.order(w)
	_, err := s.feelFromStart(w.first, len(w.queue), limit)
	return err
}

// touch keeps the first of the pairs of entities where the sides touch.
func (s *search) touch(met, beyond uint32, before bool) bool {
	if !before || s.touchesBefore(met, beyond) {
		s.met, s.beyond = met, beyond
	}
	return true
}

func (s *search) touchesBefore(met, beyond uint32) bool {
	w, v := &s.waves[fromStart], s.sieve.view
	switch {
	case met == s.met:
		return v.before(s.waves[fromEnd].queue[beyond], s.waves[fromEnd].queue[s.beyond])
	case w.parent[met] != w.parent[s.met]:
		return w.parent[met] < w.parent[s.met]
	}
	return v.before(w.queue[met], w.queue[s.met])
}
