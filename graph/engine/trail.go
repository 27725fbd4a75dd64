package engine

import (
	"slices"

	"entente/graph"
)

// trail gives the entities of the first path in the order of ids: back from
// where the searches met to the start, and on to the end.
func (s *search) trail() []uint32 {
	if s.start == s.end {
		return []uint32{s.start}
	}
	start, end := &s.waves[fromStart], &s.waves[fromEnd]
	way := make([]uint32, 0, start.depth+end.depth+2)
	for at := s.met; ; at = start.parent[at] {
		way = append(way, start.queue[at])
		if at == 0 {
			break
		}
	}
	slices.Reverse(way)
	for at := s.beyond; ; at = end.parent[at] {
		way = append(way, end.queue[at])
		if at == 0 {
			return way
		}
	}
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
	best, chosen, count := key{}, tie{}, 0
	f.between(from, to, func(t tie) {
		if k := f.view.linkKey(t.link); count == 0 || compareKeys(k, best) < 0 {
			best, chosen = k, t
		}
		count++
	})
	return Step{
		Link: best.id(graph.NounLink), Kind: f.view.links[f.view.linkKind(chosen.link)], Along: chosen.out, Parallel: count,
	}
}

// between gives the links that pass from one entity to another, as seen from
// the first. It reads the rows of the one that has less of them.
func (f *sieve) between(from, to uint32, yield func(tie)) {
	if f.view.volumeOf(f.lens, to) < f.view.volumeOf(f.lens, from) {
		f.reversed().across(to, from, func(t tie) { yield(tie{t.other, t.link, !t.out}) })
		return
	}
	f.across(from, to, yield)
}

func (f *sieve) across(from, to uint32, yield func(tie)) {
	var one [1]uint32
	for _, member := range f.lens.records(from, &one) {
		f.eachTieTo(member, func(far uint32) bool { return f.lens.entityOf(far&^joined, far) == to }, yield)
	}
}

// volumeOf is how many halves the snapshot has of an entity.
func (v *View) volumeOf(l *lens, root uint32) (halves uint32) {
	var one [1]uint32
	for _, member := range l.records(root, &one) {
		if int(member) < len(v.base.nodes) {
			halves += v.base.rows[member+1] - v.base.rows[member]
		}
	}
	return halves
}
