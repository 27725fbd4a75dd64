package engine

import (
	"cmp"
	"maps"
	"slices"
)

// classTable is the largest table of pairs of markings; where there are more
// markings the classes are looked up by name.
const classTable = 1 << 22

// classing names the classes of all halves, in their order. What leaves is put in
// order before all classes were met, by slots, which are in the same order; where
// there is no table, classes are met first, and are slots themselves.
type classing struct {
	span    int      // markings in the table, and one for nowhere; 0 is no table
	table   []uint32 // by slot
	numbers map[class]uint32
	met     [][]bool // by core, by slot
}

// begin makes ready for the markings of the nodes and links.
func (l *layout) begin() {
	widest := l.links.widest
	for _, m := range l.marks {
		if m &^= joined; m != nowhere {
			widest = max(widest, m)
		}
	}
	if span := int(widest) + 2; span <= classTable/span {
		l.span, l.met = span, make([][]bool, cores())
		return
	}
	l.meetAll()
}

// core gives what one core has met.
func (l *layout) core(core int) []bool {
	if l.span > 0 && l.met[core] == nil {
		l.met[core] = make([]bool, l.span*l.span)
	}
	if l.span == 0 {
		return nil
	}
	return l.met[core]
}

func slotOf(span int, mark, far uint32) int { return int(mark)*span + min(int(far), span-1) }

// slot notes that a class is met, and gives its slot.
func (c *classing) slot(met []bool, mark, far uint32) uint32 {
	if c.span == 0 {
		return c.numbers[class{mark, far}]
	}
	slot := slotOf(c.span, mark, far)
	met[slot] = true
	return uint32(slot) //nolint:gosec // within the table
}

// class gives the class of a slot, once all are named.
func (c *classing) class(slot uint32) uint32 {
	if c.span == 0 {
		return slot
	}
	return c.table[slot]
}

// meetAll names the classes of all links before they are laid out.
func (l *layout) meetAll() {
	found := make([]map[class]struct{}, cores())
	rooms := make([][]draft, cores())
	onEachBy(l.regions, func(core, r int) {
		if found[core] == nil {
			found[core] = map[class]struct{}{}
		}
		first, _ := l.region(r)
		rooms[core] = l.links.read(r, rooms[core][:0])
		for i := range rooms[core] {
			t := &rooms[core][i]
			found[core][class{t.mark, l.marks[t.to] &^ joined}] = struct{}{}
			found[core][class{t.mark, l.marks[first+uint32(t.row)] &^ joined}] = struct{}{}
		}
	})
	all := map[class]struct{}{}
	for _, met := range found {
		maps.Copy(all, met)
	}
	l.named = map[class]uint32{}
	for _, one := range slices.SortedFunc(maps.Keys(all), compareClasses) {
		l.name(one)
	}
	l.numbers = l.named
}

// classify names what was met.
func (l *layout) classify() {
	if l.span == 0 {
		return
	}
	l.named, l.table = map[class]uint32{}, make([]uint32, l.span*l.span)
	for slot := range l.table {
		if slices.ContainsFunc(l.met, func(met []bool) bool { return met != nil && met[slot] }) {
			far := uint32(slot % l.span) //nolint:gosec // a marking
			if int(far) == l.span-1 {
				far = nowhere
			}
			l.table[slot] = l.name(class{uint32(slot / l.span), far}) //nolint:gosec // a marking
		}
	}
}

func compareClasses(a, b class) int {
	return cmp.Or(cmp.Compare(a.link, b.link), cmp.Compare(a.far, b.far))
}

// name is the number of a class, a new one for a new one.
func (s *Snapshot) name(c class) uint32 {
	at, ok := s.named[c]
	if !ok {
		at = uint32(len(s.classes)) //nolint:gosec // no more than halves
		s.named[c] = at
		s.classes = append(s.classes, c)
	}
	return at
}
