package engine

import "sync/atomic"

// numbered is which number a link got, and of its id the bits behind those that say
// its group.
type numbered struct{ rest, number uint32 }

const restShift = 64 - groupBits - 32

func restOf(k key) uint32 { return uint32(k.hi >> restShift) } //nolint:gosec // the bits behind those of the group

// identify puts the links in the order of their ids, and says whether each id is
// there once.
func (l *layout) identify() (distinct bool) {
	begins, n := heights(l.ids, 1<<groupBits), uint32(len(l.Snapshot.links)) //nolint:gosec // fewer than 2^32 links
	l.byID = make([]uint32, n)
	beside := l.besideByGroup()
	whole := func(at uint32) key {
		if at < n {
			return l.Snapshot.links[at]
		}
		return l.links.beside[at-n]
	}
	filings := make([]filing, cores())
	var twice atomic.Bool
	onEachBy(1<<groupBits, func(core, g int) {
		f, next := &filings[core], begins[g]
		f.put = f.put[:0]
		eachPiled(l.ids, g, func(piece []numbered) {
			for _, x := range piece {
				f.put = append(f.put, filed{uint64(x.rest) << restShift, x.number})
			}
		})
		for i := beside[g]; i < beside[g+1]; i++ {
			f.put = append(f.put, filed{uint64(restOf(l.links.beside[i])) << restShift, n + i})
		}
		sorted := f.inOrder(whole)
		for i, x := range sorted {
			if i > 0 && sorted[i-1].hi == x.hi && whole(sorted[i-1].at) == whole(x.at) {
				twice.Store(true)
			}
			if x.at < n {
				l.byID[next] = x.at
				next++
			}
		}
	})
	l.ids = nil
	return !twice.Load()
}

// besideByGroup says where the ids of each group begin among those of no strip.
func (l *layout) besideByGroup() []uint32 {
	begins := make([]uint32, 1<<groupBits+1)
	for _, k := range l.links.beside {
		begins[groupOf(k)+1]++
	}
	for g := range 1 << groupBits {
		begins[g+1] += begins[g]
	}
	return begins
}
