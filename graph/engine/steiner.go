package engine

import "slices"

// refine replaces a tree by the least one where that can be found: of the
// entities that lie no further from a terminal than the tree is heavy, by the
// method of Dreyfus and Wagner (1971), O(3^k n + 2^k m log n) for k terminals.
func (t *joiner) refine() error {
	if k := len(t.terminals); k > exactOver || len(t.groups()) > 1 {
		return nil
	}
	if len(t.terminals) < 3 {
		t.exact = true // a shortest path
		return nil
	}
	within, err := t.within(t.terminals[0], t.weight())
	if err != nil || len(within) > exactWithin {
		return err
	}
	d := &dreyfus{joiner: t, best: make([]map[uint32]part, 1<<(len(t.terminals)-1))}
	if err := d.run(within); err != nil {
		return err
	}
	last := t.terminals[len(t.terminals)-1]
	least := d.best[len(d.best)-1][last]
	t.exact = true
	if least.weight < t.weight() {
		t.tree = nil
		d.collect(len(d.best)-1, last)
		t.prune() // parts of equal weight may have shared an arc
	}
	return nil
}

// within gives the slots no further from one than a weight, in the order of
// ids, or more than are worth it.
func (t *joiner) within(from uint32, most uint64) ([]uint32, error) {
	dist := map[uint32]uint64{from: 0}
	var queue heap
	var out []uint32
	queue.push(0, from)
	for queue.len() > 0 && len(out) <= exactWithin {
		weight, slot := queue.pop()
		if weight != dist[slot] || weight > most {
			continue
		}
		if out = append(out, slot); weight == most {
			continue
		}
		row, err := t.row(onward, slot)
		if err != nil {
			return nil, err
		}
		for _, a := range row {
			if known, ok := dist[a.far]; !ok || weight+a.weight < known {
				dist[a.far] = weight + a.weight
				queue.push(weight+a.weight, a.far)
			}
		}
	}
	slices.SortFunc(out, t.order)
	return out, nil
}

// dreyfus knows, for each set of terminals but the last and each entity, the
// least tree that joins them.
type dreyfus struct {
	*joiner
	best []map[uint32]part // by set, by slot
}

// part is a least tree: one arc and the rest from its far end, or two parts.
type part struct {
	weight uint64
	split  int    // a set, where it is made of two
	before uint32 // where it is an arc and the rest
	arc    uint64 // weight of the arc; 0 where it is none
}

func (d *dreyfus) run(within []uint32) error {
	inside := map[uint32]bool{}
	for _, slot := range within {
		inside[slot] = true
	}
	for set := 1; set < len(d.best); set++ {
		d.best[set] = map[uint32]part{}
		if set&(set-1) == 0 {
			d.best[set][d.terminals[trailing(set)]] = part{}
		}
		for _, slot := range within {
			for sub := (set - 1) & set; sub > set/2; sub = (sub - 1) & set {
				a, one := d.best[sub][slot]
				b, two := d.best[set&^sub][slot]
				if known, ok := d.best[set][slot]; one && two && (!ok || a.weight+b.weight < known.weight) {
					d.best[set][slot] = part{weight: a.weight + b.weight, split: sub}
				}
			}
		}
		if err := d.spread(set, within, inside); err != nil {
			return err
		}
	}
	return nil
}

func trailing(set int) int {
	n := 0
	for set>>n&1 == 0 {
		n++
	}
	return n
}

// spread lets the trees of a set reach on over arcs.
func (d *dreyfus) spread(set int, within []uint32, inside map[uint32]bool) error {
	var queue heap
	for _, slot := range within {
		if known, ok := d.best[set][slot]; ok {
			queue.push(known.weight, slot)
		}
	}
	for queue.len() > 0 {
		weight, slot := queue.pop()
		if weight != d.best[set][slot].weight {
			continue
		}
		row, err := d.row(onward, slot)
		if err != nil {
			return err
		}
		for _, a := range row {
			known, ok := d.best[set][a.far]
			if next := weight + a.weight; inside[a.far] && (!ok || next < known.weight) {
				d.best[set][a.far] = part{weight: next, before: slot, arc: a.weight}
				queue.push(next, a.far)
			}
		}
	}
	return nil
}

// collect puts the arcs of a least tree into the tree.
func (d *dreyfus) collect(set int, slot uint32) {
	p := d.best[set][slot]
	switch {
	case p.arc > 0:
		d.add(p.before, slot, p.arc)
		d.collect(set, p.before)
	case p.split > 0:
		d.collect(p.split, slot)
		d.collect(set&^p.split, slot)
	}
}
