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

// mostCores is how many cores share a piece of work at most: each has room of its
// own for it.
const mostCores = 16

// cores is how many share a piece of work.
func cores() int { return min(runtime.GOMAXPROCS(0), mostCores) }

// onEach lets all cores do pieces of work, each of which is done once.
func onEach(pieces int, work func(i int)) {
	onEachBy(pieces, func(_, i int) { work(i) })
}

// onEachBy is onEach where a piece is told which of the cores does it, counted
// below cores().
func onEachBy(pieces int, work func(core, i int)) {
	workers := min(cores(), pieces)
	if workers <= 1 {
		for i := range pieces {
			work(0, i)
		}
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for core := range workers {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < pieces; i = int(next.Add(1)) - 1 {
				work(core, i)
			}
		})
	}
	all.Wait()
}
