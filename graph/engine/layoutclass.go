package engine

import (
	"cmp"
	"maps"
	"slices"
)

// classTable is the largest table of pairs of markings; where there are more
// markings the classes are looked up by name.
const classTable = 1 << 22

// classing names the classes of all halves, in their order.
type classing struct {
	span  int      // markings in the table, and one for nowhere; 0 is no table
	table []uint32 // by slot
	named map[class]uint32
	met   []*classesMet // by core
}

// classesMet are the classes that one core has met.
type classesMet struct {
	span  int
	slots []bool
	named map[class]struct{}
}

// begin makes ready for the markings of some nodes and links.
func (c *classing) begin(marks []uint32, widest uint32) {
	for _, m := range marks {
		if m &^= joined; m != nowhere {
			widest = max(widest, m)
		}
	}
	if span := int(widest) + 2; span <= classTable/span {
		c.span = span
	}
	c.met = make([]*classesMet, cores())
}

// core is for one core to begin a strip with.
func (c *classing) core(core int) *classesMet {
	if c.met[core] == nil {
		c.met[core] = &classesMet{span: c.span, slots: make([]bool, c.span*c.span), named: map[class]struct{}{}}
	}
	return c.met[core]
}

func slotOf(span int, mark, far uint32) int { return int(mark)*span + min(int(far), span-1) }

// meet notes a class, and gives what classing.ofSlot finds it by.
func (m *classesMet) meet(mark, far uint32) uint32 {
	if m.span == 0 {
		m.named[class{mark, far}] = struct{}{}
		return mark
	}
	slot := slotOf(m.span, mark, far)
	m.slots[slot] = true
	return uint32(slot) //nolint:gosec // within the table
}

// classify names what was met.
func (l *layout) classify() {
	c := &l.classing
	l.named = map[class]uint32{}
	c.named = l.named
	if c.span == 0 {
		all := map[class]struct{}{}
		for _, m := range c.met {
			if m != nil {
				maps.Copy(all, m.named)
			}
		}
		for _, one := range slices.SortedFunc(maps.Keys(all), compareClasses) {
			l.name(one)
		}
		return
	}
	c.table = make([]uint32, c.span*c.span)
	for slot := range c.table {
		if slices.ContainsFunc(c.met, func(m *classesMet) bool { return m != nil && m.slots[slot] }) {
			far := uint32(slot % c.span) //nolint:gosec // a marking
			if int(far) == c.span-1 {
				far = nowhere
			}
			c.table[slot] = l.name(class{uint32(slot / c.span), far}) //nolint:gosec // a marking
		}
	}
}

// of gives a class that was met.
func (c *classing) of(mark, far uint32) uint32 {
	if c.span == 0 {
		return c.named[class{mark, far}]
	}
	return c.table[slotOf(c.span, mark, far)]
}

// ofSlot gives the class of a leaving half by what meet gave for it.
func (c *classing) ofSlot(slot, to uint32, marks []uint32) uint32 {
	if c.span == 0 {
		return c.named[class{slot, marks[to] &^ joined}]
	}
	return c.table[slot]
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
