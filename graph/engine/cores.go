package engine

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// worthwhile is how much one more core is asked to do.
const worthwhile = 1 << 13

// parts cuts the numbers below n into as many ranges as cores are worth while:
// where each begins, and n. There is at least one.
func parts(n int) []int {
	count := max(min(runtime.GOMAXPROCS(0), n/worthwhile), 1)
	out := make([]int, count+1)
	for i := range out {
		out[i] = n * i / count
	}
	return out
}

// onAllCores lets all cores go over the numbers below n, in ranges that none shares.
func onAllCores(n int, work func(from, to int)) {
	bounds := parts(n)
	onEach(len(bounds)-1, func(i int) { work(bounds[i], bounds[i+1]) })
}

// onEach lets all cores do pieces of work, each of which is done once.
func onEach(pieces int, work func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), pieces)
	if workers <= 1 {
		for i := range pieces {
			work(i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < pieces; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	all.Wait()
}

// scattered makes n elements and puts them by groups, in their order within each,
// and says where each group begins (groups+1 places).
func scattered[T any](n, groups int, group func(i int) uint32, element func(i int) T) (out []T, begins []uint32) {
	bounds := parts(n)
	next := make([][]uint32, len(bounds)-1) // by part: where the next of each group goes
	onEach(len(next), func(p int) {
		counts := make([]uint32, groups)
		for i := bounds[p]; i < bounds[p+1]; i++ {
			counts[group(i)]++
		}
		next[p] = counts
	})
	begins = make([]uint32, groups+1)
	at := uint32(0)
	for g := range groups {
		begins[g] = at
		for _, counts := range next {
			counts[g], at = at, at+counts[g]
		}
	}
	begins[groups] = at
	out = make([]T, n)
	onEach(len(next), func(p int) {
		for i := bounds[p]; i < bounds[p+1]; i++ {
			g := group(i)
			out[next[p][g]] = element(i)
			next[p][g]++
		}
	})
	return out, begins
}
