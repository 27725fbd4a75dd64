package network

import (
	"context"
	"errors"
	"math"
	"runtime"
)

// LeidenOptions say how Leiden divides; the zero options are good.
type LeidenOptions struct {
	// Resolution is the gamma of modularity: higher gives more and smaller
	// communities. 0 is 1.
	Resolution float64
	// Seed picks the random choices.
	Seed uint64
	// Rounds is how often the whole method runs on its own outcome; 0 is until two
	// in a row gain less than 0.0003 each, at most 10 times, and a network of
	// at most 2,000 nodes is divided so ten times and the best division kept.
	Rounds int
	// Workers is how many threads may work; 0 is as many as Go uses. The answer
	// does not depend on it.
	Workers int
}

// Division puts every node of a Network into one community.
type Division struct {
	// Community is, by node, its community; they are numbered from 0 in the order
	// of their first nodes.
	Community []uint32
	// Count is how many communities there are.
	Count int
	// Levels are the parts that the communities were put together from, the finest
	// first, each nested in the next and the last in Community, numbered as
	// Community is.
	Levels [][]uint32
	// Modularity is that of Community at the resolution.
	Modularity float64
}

// ErrTooHeavy says that the weights of a Network add up to 2^31 or more.
var ErrTooHeavy = errors.New("network: the weights add up to more than a division can count")

// Leiden divides a network by the method of Traag, Waltman and van Eck, "From
// Louvain to Leiden: guaranteeing well-connected communities" (2019): move
// nodes while that gains, refine each community into well-connected parts, make
// each part one node of a smaller network, and begin again.
//
// Equal networks, options and seeds give equal divisions, whatever the number
// of workers; every community is connected. The error is ErrTooHeavy or the
// context's.
func Leiden(ctx context.Context, w *Network, options LeidenOptions) (Division, error) {
	best, err := divide(ctx, w, options, 0)
	if err != nil || options.Rounds != 0 || w.Size() > small {
		return best, err
	}
	for try := uint64(1); try < tries; try++ {
		d, err := divide(ctx, w, options, try)
		if err != nil {
			return Division{}, err
		}
		if d.Modularity > best.Modularity+tolerance {
			best = d
		}
	}
	return best, nil
}

// A small network is divided several times, and the best division kept: it costs
// little, and on few nodes one unlucky draw is seen.
const (
	small = 2000
	tries = 10
)

func divide(ctx context.Context, w *Network, options LeidenOptions, try uint64) (Division, error) {
	l, err := newLeiden(w, options)
	if err != nil {
		return Division{}, err
	}
	l.random = l.random.with(try)
	if err := l.run(ctx); err != nil {
		return Division{}, err
	}
	d := Division{Community: l.community, Count: renumber(l.community, w.Size()), Levels: l.levels}
	d.Modularity = w.Modularity(d.Community, l.gamma)
	return d, nil
}

// Most of the time goes into reading ties, so a shape keeps what is asked with
// one tie side by side and as small as it may be.
type shape struct {
	begins, ends []uint32
	weights      []uint32 // nil is 1 everywhere
	// strength is, by node, the sum of its ties' weights, with those of the ties
	// among the nodes it was made of.
	strength []uint32
}

func (w *shape) size() int { return len(w.strength) }

// leiden is one division under way.
type leiden struct {
	whole     *shape
	total     float64 // the sum of the weights of all ties
	gamma     float64
	rounds    int
	workers   int
	random    mix
	community []uint32 // by node; numbers below the number of nodes
	levels    [][]uint32
	former    []uint32 // by node of the whole, its number in the network; nil is the same
	desks     []desk
}

const (
	mostRounds = 10
	// leastGain of modularity is what makes another round worth its while.
	leastGain = 3e-4
	// patience is how many rounds in a row may gain less.
	patience = 2
)

func newLeiden(w *Network, options LeidenOptions) (*leiden, error) {
	l := &leiden{gamma: options.Resolution, rounds: options.Rounds, workers: options.Workers, random: mix(options.Seed)}
	if l.gamma == 0 {
		l.gamma = 1
	}
	if l.rounds <= 0 || l.rounds > mostRounds {
		l.rounds = mostRounds
	}
	if l.workers <= 0 {
		l.workers = runtime.GOMAXPROCS(0)
	}
	l.whole = &shape{begins: w.Begins, ends: w.Ends, weights: w.Weights, strength: make([]uint32, w.Size())}
	twice := uint64(0)
	for v := range l.whole.strength {
		strength := uint64(w.Begins[v+1] - w.Begins[v])
		if w.Weights != nil {
			strength = 0
			for _, weight := range w.Weights[w.Begins[v]:w.Begins[v+1]] {
				strength += uint64(weight)
			}
		}
		if twice += strength; twice > math.MaxUint32 {
			return nil, ErrTooHeavy
		}
		l.whole.strength[v] = uint32(strength) //nolint:gosec // checked above
	}
	l.total, l.community = float64(twice)/2, alone(w.Size())
	l.desks = make([]desk, l.workers)
	return l, nil
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
	if l.total == 0 {
		return ctx.Err()
	}
	last, idle := math.Inf(-1), 0
	for round := range l.rounds {
		if round == 1 {
			l.settleIn()
		}
		if err := l.round(ctx, round); err != nil {
			return err
		}
		if round+1 == l.rounds {
			break
		}
		if l.rounds <= patience {
			continue // no gain could end so few
		}
		quality := l.whole.modularity(l.community, l.gamma, 2*l.total)
		if idle++; quality-last >= leastGain {
			idle = 0
		}
		if idle == patience {
			break
		}
		last = quality
	}
	l.community, _ = l.whole.connected(l.community)
	l.moveOut()
	return nil
}

// settleIn numbers the nodes anew by their communities: later rounds then find
// what they ask one after the other side by side.
func (l *leiden) settleIn() {
	w, n := l.whole, l.whole.size()
	count := renumber(l.community, n)
	l.former, _ = countingSort(n, count, func(v uint32) uint32 { return l.community[v] })
	number := make([]uint32, n)
	for v, former := range l.former {
		number[former] = uint32(v) //nolint:gosec // fewer than 2^31 nodes
	}
	next := &shape{begins: make([]uint32, 1, n+1), strength: make([]uint32, n), ends: make([]uint32, 0, len(w.ends))}
	community := make([]uint32, n)
	for v, former := range l.former {
		next.strength[v], community[v] = w.strength[former], l.community[former]
		for _, end := range w.ends[w.begins[former]:w.begins[former+1]] {
			next.ends = append(next.ends, number[end])
		}
		if w.weights != nil {
			next.weights = append(next.weights, w.weights[w.begins[former]:w.begins[former+1]]...)
		}
		next.begins = append(next.begins, uint32(len(next.ends))) //nolint:gosec // fewer than 2^32 ties
	}
	l.whole, l.community = next, community
}

// moveOut gives the communities of the nodes by their own numbers.
func (l *leiden) moveOut() {
	if l.former == nil {
		return
	}
	for _, level := range append([][]uint32{l.community}, l.levels...) {
		numbered := append([]uint32(nil), level...)
		for v, former := range l.former {
			level[former] = numbered[v]
		}
	}
	for _, level := range l.levels {
		renumber(level, len(level))
	}
}

// round is one run of the method from the present communities.
func (l *leiden) round(ctx context.Context, round int) error {
	w, part := l.whole, l.community
	at := alone(w.size()) // by node of the whole, its node in w
	l.levels = l.levels[:0]
	for level := 0; ; level++ {
		random := l.random.with(uint64(round)<<32 | uint64(level)) //nolint:gosec // small
		if err := l.move(ctx, w, part, random); err != nil {
			return err
		}
		if renumber(part, w.size()) == w.size() {
			break
		}
		finer, parts, err := l.parts(ctx, w, part, random)
		if err != nil {
			return err
		}
		if parts == w.size() {
			break
		}
		for i, n := range at {
			at[i] = finer[n]
		}
		l.levels = append(l.levels, append([]uint32(nil), at...))
		if w, part, err = l.gather(ctx, w, finer, parts, part); err != nil {
			return err
		}
	}
	for i, n := range at {
		at[i] = part[n]
	}
	l.community = at
	return nil
}

// parts refines communities; where nothing was joined whole communities are the
// parts.
func (l *leiden) parts(ctx context.Context, w *shape, community []uint32, random mix) ([]uint32, int, error) {
	finer, err := l.refine(ctx, w, community, random)
	if err != nil {
		return nil, 0, err
	}
	parts := renumber(finer, w.size())
	if parts == w.size() {
		finer, parts = w.connected(community)
	}
	return finer, parts, nil
}

// renumber numbers communities from 0 in the order of their first nodes, and
// says how many there are.
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
func (w *shape) connected(community []uint32) ([]uint32, int) {
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

// mix is a source of draws that are told apart by what they are for, so that
// they do not depend on the order in which they are drawn: splitmix64 (Steele,
// Lea and Flood 2014).
type mix uint64

func (m mix) with(what uint64) mix { return mix(scramble(uint64(m) ^ scramble(what))) }

// next gives a draw and the source of the one after it.
func (m mix) next() (uint64, mix) {
	m += 0x9e3779b97f4a7c15
	return scramble(uint64(m)), m
}

func scramble(n uint64) uint64 {
	n += 0x9e3779b97f4a7c15
	n = (n ^ n>>30) * 0xbf58476d1ce4e5b9
	n = (n ^ n>>27) * 0x94d049bb133111eb
	return n ^ n>>31
}

// shuffle is Fisher and Yates's.
func (m mix) shuffle(nodes []uint32) {
	for i := len(nodes) - 1; i > 0; i-- {
		var draw uint64
		draw, m = m.next()
		j := draw % uint64(i+1) //nolint:gosec // not negative
		nodes[i], nodes[j] = nodes[j], nodes[i]
	}
}
