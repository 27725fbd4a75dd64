package engine

import "slices"

// lay fills the arrays from links in the order of their ids.
func (s *Snapshot) lay(links []link, same uint8) {
	judged := make([]link, 0)
	ties := links[:0]
	for _, l := range links {
		if l.kind == same {
			judged = append(judged, l)
			s.marks[l.from] |= joined
			s.marks[l.to] |= joined
			continue
		}
		ties = append(ties, l)
	}
	s.same = newJudgements(slices.Clip(judged))
	leaving, coming := s.classify(ties)
	order := s.number(ties, leaving)
	turned := s.turn(ties, order, coming)
	s.fill(ties, order, turned, leaving, coming)
}

// classify gives the class of each link from its From and from its To.
func (s *Snapshot) classify(ties []link) (leaving, coming []uint32) {
	s.named = map[class]uint32{}
	name := func(c class) uint32 {
		at, ok := s.named[c]
		if !ok {
			at = uint32(len(s.classes)) //nolint:gosec // no more than halves
			s.named[c] = at
			s.classes = append(s.classes, c)
		}
		return at
	}
	leaving, coming = make([]uint32, len(ties)), make([]uint32, len(ties))
	for i := range ties {
		l := &ties[i]
		leaving[i] = name(class{l.mark, s.marks[l.to] &^ joined})
		coming[i] = name(class{l.mark, s.marks[l.from] &^ joined})
	}
	return leaving, coming
}

// number puts the links in their order (from, class, to, id): a radix sort, each
// pass a stable counting sort.
func (s *Snapshot) number(ties []link, leaving []uint32) []uint32 {
	n := len(s.nodes)
	order := alone(len(ties))
	order, _ = countingSort(order, n, func(i uint32) uint32 { return ties[i].to })
	order, _ = countingSort(order, len(s.classes), func(i uint32) uint32 { return leaving[i] })
	order, s.leaving = countingSort(order, n, func(i uint32) uint32 { return ties[i].from })
	s.byID = make([]uint32, len(ties))
	for number, i := range order {
		s.byID[i] = uint32(number) //nolint:gosec // fewer than 2^32 links
	}
	s.links = gather(order, func(i uint32) key { return ties[i].key })
	s.linkKind = gather(order, func(i uint32) uint8 { return ties[i].kind })
	s.linkWeak = gather(order, func(i uint32) uint8 { return ties[i].weak })
	s.validFrom = sparse(order, func(i uint32) int64 { return ties[i].times.validFrom })
	s.validUntil = sparse(order, func(i uint32) int64 { return ties[i].times.validUntil })
	s.at = sparse(order, func(i uint32) int64 { return ties[i].times.at })
	s.amount = sparse(order, func(i uint32) int64 { return ties[i].times.amount })
	return order
}

// turn puts the links in the order of the coming halves: (to, class, from, id).
func (s *Snapshot) turn(ties []link, order, coming []uint32) []uint32 {
	links := alone(len(ties))
	links, _ = countingSort(links, len(s.classes), func(l uint32) uint32 { return coming[order[l]] })
	links, s.rows = countingSort(links, len(s.nodes), func(l uint32) uint32 { return ties[order[l]].to })
	for v := range s.rows {
		s.rows[v] += s.leaving[v]
	}
	return links
}

// fill writes the rows.
func (s *Snapshot) fill(ties []link, order, turned, leaving, coming []uint32) {
	s.halves, s.places = make([]half, 2*len(ties)), make([]uint8, len(ties))
	next := 0
	for v := range uint32(len(s.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		at := s.rows[v]
		for l := s.leaving[v]; l < s.leaving[v+1]; l++ {
			i := order[l]
			s.halves[at] = half{s.flagged(ties[i].to), leaving[i]}
			at++
		}
		for ; at < s.rows[v+1]; at++ {
			i := order[turned[next]]
			s.halves[at] = half{s.flagged(ties[i].from), coming[i]}
			s.places[next] = uint8(min(turned[next]-s.leaving[ties[i].from], distant)) //nolint:gosec // bounded
			next++
		}
	}
}

func (s *Snapshot) flagged(n uint32) uint32 { return n | s.marks[n]&joined }

// alone are the numbers below n.
func alone(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i) //nolint:gosec // fewer than 2^32 links
	}
	return out
}

// countingSort orders elements stably by a digit below n, and gives where each
// digit begins (n+1 places).
func countingSort(in []uint32, n int, digit func(uint32) uint32) (out, begins []uint32) {
	begins = make([]uint32, n+1)
	for _, i := range in {
		begins[digit(i)+1]++
	}
	for d := range n {
		begins[d+1] += begins[d]
	}
	next := slices.Clone(begins)
	out = make([]uint32, len(in))
	for _, i := range in {
		d := digit(i)
		out[next[d]] = i
		next[d]++
	}
	return out, begins
}

func gather[T any](order []uint32, value func(uint32) T) []T {
	out := make([]T, len(order))
	for at, i := range order {
		out[at] = value(i)
	}
	return out
}

// sparse is gather that gives nil where every value is zero.
func sparse(order []uint32, value func(uint32) int64) []int64 {
	if !slices.ContainsFunc(order, func(i uint32) bool { return value(i) != 0 }) {
		return nil
	}
	return gather(order, value)
}
