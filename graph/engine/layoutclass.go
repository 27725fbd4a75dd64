package engine

// classTable is the largest table of pairs of markings; where there are more
// markings the classes are looked up by name.
const classTable = 1 << 22

// classify names the classes of all halves.
func (l *layout) classify() {
	l.named = map[class]uint32{}
	widest := uint32(0)
	for _, m := range l.marks {
		if m &^= joined; m != nowhere {
			widest = max(widest, m)
		}
	}
	for i := range l.ties {
		widest = max(widest, l.ties[i].mark)
	}
	span := int(widest) + 2 // and one for nowhere
	if span > classTable/span {
		l.classifyByName()
		return
	}
	slot := func(mark, far uint32) int { return int(mark)*span + int(min(far, widest+1)) }
	used := l.usedSlots(span*span, slot)
	table := make([]uint32, span*span)
	for at, is := range used {
		if is {
			far := uint32(at % span) //nolint:gosec // a marking
			if far == widest+1 {
				far = nowhere
			}
			table[at] = l.name(class{uint32(at / span), far}) //nolint:gosec // a marking
		}
	}
	l.classOf = func(mark, far uint32) uint32 { return table[slot(mark, far)] }
}

// usedSlots says which pairs of markings some half has.
func (l *layout) usedSlots(size int, slot func(mark, far uint32) int) []bool {
	bounds := parts(len(l.ties))
	found := make([][]bool, len(bounds)-1)
	onEach(len(found), func(i int) {
		used := make([]bool, size)
		for at := bounds[i]; at < bounds[i+1]; at++ {
			t := &l.ties[at]
			used[slot(t.mark, l.marks[t.to]&^joined)] = true
			used[slot(t.mark, l.marks[t.from]&^joined)] = true
		}
		found[i] = used
	})
	out := found[0]
	for _, more := range found[1:] {
		for at, is := range more {
			out[at] = out[at] || is
		}
	}
	return out
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

func (l *layout) classifyByName() {
	for i := range l.ties {
		t := &l.ties[i]
		l.name(class{t.mark, l.marks[t.to] &^ joined})
		l.name(class{t.mark, l.marks[t.from] &^ joined})
	}
	l.classOf = func(mark, far uint32) uint32 { return l.named[class{mark, far}] }
}
