package engine

// timesIn fills the arrays that most graphs do without.
func (l *layout) timesIn() {
	if l.times == nil {
		return
	}
	columns := []struct {
		to *[]int64
		of func(t *times) int64
	}{
		{&l.validFrom, func(t *times) int64 { return t.validFrom }},
		{&l.validUntil, func(t *times) int64 { return t.validUntil }},
		{&l.at, func(t *times) int64 { return t.at }},
		{&l.amount, func(t *times) int64 { return t.amount }},
		{&l.ended, func(t *times) int64 { return t.ended }},
	}
	some := l.someTimes()
	for _, c := range columns {
		if c.of(&some) == 0 {
			continue
		}
		column := make([]int64, len(l.Snapshot.links))
		l.eachTimes(func(_ int, number uint32, t *times) { column[number] = c.of(t) })
		*c.to = column
	}
}

// someTimes is zero where the times of all links are.
func (l *layout) someTimes() times {
	found := make([]times, cores())
	l.eachTimes(func(core int, _ uint32, t *times) {
		f := &found[core]
		*f = times{f.validFrom | t.validFrom, f.validUntil | t.validUntil, f.at | t.at, f.amount | t.amount, f.ended | t.ended}
	})
	var all times
	for _, t := range found {
		all = times{all.validFrom | t.validFrom, all.validUntil | t.validUntil, all.at | t.at, all.amount | t.amount, all.ended | t.ended}
	}
	return all
}

// eachTimes yields the times of each link that has any, on all cores.
func (l *layout) eachTimes(yield func(core int, number uint32, t *times)) {
	bounds := parts(len(l.times))
	onEachBy(len(bounds)-1, func(core, part int) {
		for number := bounds[part]; number < bounds[part+1]; number++ {
			if at := l.times[number]; at > 0 {
				t := l.links.timesOf(at)
				yield(core, uint32(number), &t) //nolint:gosec // fewer than 2^32 links
			}
		}
	})
}
