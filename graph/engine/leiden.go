package engine

import (
	"context"
	"math/rand/v2"
)

// leiden divides a web by the method of Traag, Waltman and van Eck, "From
// Louvain to Leiden: guaranteeing well-connected communities" (2019): move
// nodes while that gains, refine each community into well-connected parts, make
// each part one node of a smaller web, and begin again.
//
// Every choice comes from the web, whose nodes stand in the order of ids, and
// from a generator with the caller's seed.
type leiden struct {
	web       *web
	gamma     float64
	rounds    int
	random    *rand.Rand
	community []uint32 // by node of the web; numbers below its size
	desk      desk
}

// theta is the randomness of the refinement, as the authors chose it.
const theta = 0.01

const (
	mostRounds = 10
	// stream keeps the generator's draws apart from other uses of the seed.
	stream = 0x1e1de
)

func newLeiden(w *web, options CommunityOptions) *leiden {
	l := &leiden{web: w, gamma: options.Resolution, rounds: options.Rounds}
	if l.gamma == 0 {
		l.gamma = 1
	}
	if l.rounds <= 0 || l.rounds > mostRounds {
		l.rounds = mostRounds
	}
	//nolint:gosec // repeatable on purpose: nothing secret hangs on these draws
	l.random = rand.New(rand.NewPCG(options.Seed, stream))
	l.community = alone(w.size())
	l.desk = newDesk(w.size())
	return l
}

// alone puts every node into a community of its own.
func alone(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = uint32(i) //nolint:gosec // fewer than 2^31 nodes
	}
	return out
}

// run repeats the method on its own outcome until that gains no more.
func (l *leiden) run(ctx context.Context) error {
	if l.web.total == 0 {
		return ctx.Err()
	}
	last := l.web.modularity(l.community, l.gamma)
	for range l.rounds {
		if err := l.round(ctx); err != nil {
			return err
		}
		quality := l.web.modularity(l.community, l.gamma)
		if quality-last < leastGain {
			break
		}
		last = quality
	}
	l.community, _ = l.web.connected(l.community)
	return nil
}

// leastGain of modularity is what makes another round worth its while.
const leastGain = 3e-4

// round is one run of the method from the present communities.
func (l *leiden) round(ctx context.Context) error {
	w, part := l.web, l.community
	at := alone(w.size()) // by node of the first web, its node in w
	for {
		if err := l.move(ctx, w, part); err != nil {
			return err
		}
		count := renumber(part, w.size())
		if count == w.size() {
			break
		}
		finer, err := l.refine(ctx, w, part)
		if err != nil {
			return err
		}
		parts := renumber(finer, w.size())
		if parts == w.size() { // nothing was joined: let whole communities be the nodes
			finer, parts = w.connected(part)
		}
		if parts == w.size() {
			break
		}
		for i, n := range at {
			at[i] = finer[n]
		}
		w, part = l.gather(w, finer, parts, part)
	}
	for i, n := range at {
		at[i] = part[n]
	}
	l.community = at
	return nil
}

// renumber numbers communities from 0 in the order in which nodes meet them.
func renumber(community []uint32, n int) int {
	names := make([]uint32, n)
	count := uint32(0)
	for i, c := range community {
		if names[c] == 0 {
			count++
			names[c] = count
		}
		community[i] = names[c] - 1
	}
	return int(count)
}

// connected splits communities into their connected parts: what is not
// connected is never one community, whatever moved out of its middle last.
func (w *web) connected(community []uint32) ([]uint32, int) {
	parts := make([]uint32, w.size())
	count := uint32(0)
	var queue []uint32
	for v := range uint32(w.size()) { //nolint:gosec // fewer than 2^31 nodes
		if parts[v] != 0 {
			continue
		}
		count++
		parts[v] = count
		queue = append(queue[:0], v)
		for len(queue) > 0 {
			n := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			for _, end := range w.ends[w.begins[n]:w.begins[n+1]] {
				if parts[end] == 0 && community[end] == community[n] {
					parts[end] = count
					queue = append(queue, end)
				}
			}
		}
	}
	for v := range parts {
		parts[v]--
	}
	return parts, int(count)
}

// gather makes each part a node, and gives the new web with the community of
// each of its nodes.
func (l *leiden) gather(w *web, finer []uint32, parts int, community []uint32) (*web, []uint32) {
	order, begins := countingSort(alone(w.size()), parts, func(n uint32) uint32 { return finer[n] })
	next := &web{begins: make([]uint32, parts+1), strength: make([]float64, parts), total: w.total}
	next.ends, next.weights = make([]uint32, 0, len(w.ends)/2), make([]float64, 0, len(w.ends)/2)
	of := make([]uint32, parts)
	d := &l.desk
	for p := range uint32(parts) { //nolint:gosec // fewer than 2^31 nodes
		for _, n := range order[begins[p]:begins[p+1]] {
			of[p] = community[n]
			next.strength[p] += w.strength[n]
			d.tally(w, n, finer)
		}
		for _, far := range d.met {
			if far != p {
				next.ends = append(next.ends, far)
				next.weights = append(next.weights, d.weight[far])
			}
		}
		d.clear()
		next.begins[p+1] = uint32(len(next.ends)) //nolint:gosec // fewer than 2^32 ties
	}
	return next, of
}
