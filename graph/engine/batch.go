package engine

import (
	"cmp"
	"context"
	"sync"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// Progress is told, from one goroutine at a time, how much of a long question
// is done; nil is nobody.
type Progress func(done, total int)

func (p Progress) tell(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// Pair is two records between which a path is asked for.
type Pair struct{ From, To graph.ID }

// PairRoute is the answer to one pair.
type PairRoute struct {
	Pair
	// Route is nil where there is no path, and where Err says why not.
	Route *Route
	// Err is nil, graph.Missing for an end out of sight, or a graph.Error where the
	// options forbid one of the ends.
	Err error
}

const mostPairs = 10_000

// Routes finds the best path of each of up to 10,000 pairs, in their order, on all
// cores: each makes the sight ready once, has one space of scratch for all its
// pairs, and does not read again for one what it read for another. What Best would
// answer or refuse for a pair it answers or refuses for that pair alone. The error
// is a graph.Error for an option that cannot be, or the context's.
func (v *View) Routes(ctx context.Context, sight policy.Sight, pairs []Pair, o RouteOptions, progress Progress) ([]PairRoute, error) {
	ctx, end := tracing.Begin(ctx, "engine Routes")
	defer end()
	if len(pairs) > mostPairs {
		return nil, graph.Bad("pairs", "At most 10,000 pairs can be asked for at once.")
	}
	b := &pairing{ctx: ctx, options: o, progress: progress, pairs: pairs, out: make([]PairRoute, len(pairs))}
	b.begin = func() (*ground, error) { return v.ground(ctx, sight, o) }
	first, err := b.begin() // also of no pairs are the options checked
	if err != nil {
		return nil, err
	}
	b.grounds = make([]*ground, cores())
	b.grounds[0] = first
	onEachBy(len(pairs), b.one)
	for _, g := range b.grounds {
		if g != nil {
			g.leave()
		}
	}
	if b.err != nil {
		return nil, b.err
	}
	return b.out, nil
}

// pairing is many pairs under way on all cores.
type pairing struct {
	ctx     context.Context //nolint:containedctx // a pairing lives within one call
	options RouteOptions
	begin   func() (*ground, error)
	grounds []*ground // by core, nil where none was needed yet
	pairs   []Pair
	out     []PairRoute

	mu       sync.Mutex // guards what follows
	progress Progress
	done     int
	err      error // the first; nothing is begun after it
}

// mostKept bounds the arcs that are kept for later pairs by all cores: 16 million
// of 40 bytes.
const mostKept = 16_000_000

// one finds the path of one pair.
func (b *pairing) one(core, i int) {
	if b.over() {
		return
	}
	g, err := b.ground(core)
	if err == nil {
		b.out[i], err = g.pair(b.pairs[i], b.options)
	}
	b.told(err)
}

func (b *pairing) over() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.err = cmp.Or(b.err, b.ctx.Err())
	return b.err != nil
}

func (b *pairing) told(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err = cmp.Or(b.err, err, b.ctx.Err()); b.err == nil {
		b.done++
		b.progress.tell(b.done, len(b.pairs))
	}
}

// ground is a core's own. What a pair names is neither charged for nor avoided:
// where that matters, or much has been read, the next pair begins afresh.
func (b *pairing) ground(core int) (*ground, error) {
	g := b.grounds[core]
	if g != nil && g.asked && (b.options.Hub.Penalty > 0 || len(b.options.AvoidKinds) > 0 || len(g.arcs) > mostKept/len(b.grounds)) {
		g.leave()
		g, b.grounds[core] = nil, nil
	}
	if g == nil {
		var err error
		if g, err = b.begin(); err != nil {
			return nil, err
		}
		b.grounds[core] = g
	}
	g.asked = true
	return g, nil
}

func (g *ground) pair(pair Pair, o RouteOptions) (PairRoute, error) {
	out := PairRoute{Pair: pair}
	starts, err := g.name(pair.From)
	if err != nil {
		out.Err = err
		return out, nil //nolint:nilerr // the pair's own
	}
	ends, err := g.name(pair.To)
	if err != nil {
		out.Err = err
		return out, nil //nolint:nilerr // the pair's own
	}
	s := &seek{ground: g, starts: starts, ends: ends, most: o.MaxHops}
	r, ok, err := g.route(s, o)
	if ok {
		out.Route = &r
	}
	return out, err
}

// mostMutual is how many records AllPairs takes: 142 have 10,011 pairs.
const mostMutual = 141

// AllPairs finds the best paths among 2 to 141 records, each with each later
// one in the order of their entities' ids; of records of one entity the
// entity's id stands for all. The error is graph.Missing if any of them is out
// of sight, or as of Routes.
func (v *View) AllPairs(ctx context.Context, sight policy.Sight, records []graph.ID, o RouteOptions, progress Progress) ([]PairRoute, error) {
	ctx, end := tracing.Begin(ctx, "engine AllPairs")
	defer end()
	if err := checkSet("records", records, 2, mostMutual); err != nil {
		return nil, err
	}
	l := v.lens(sight)
	for _, r := range records {
		if _, ok := v.entityIn(l, r); !ok {
			return nil, graph.Missing()
		}
	}
	roots := v.rootsOf(l, records)
	var pairs []Pair
	for i, a := range roots {
		for _, b := range roots[i+1:] {
			pairs = append(pairs, Pair{v.id(a), v.id(b)})
		}
	}
	return v.Routes(ctx, sight, pairs, o, progress)
}
