package engine

import (
	"context"

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

// Routes finds the best path of each of up to 10,000 pairs, in their order: one
// sight made ready and one space of scratch for all of them, and what was read
// for one pair is not read again for the next. What Best would answer or refuse
// for a pair it answers or refuses for that pair alone. The error is a
// graph.Error for an option that cannot be, or the context's.
func (v *View) Routes(ctx context.Context, sight policy.Sight, pairs []Pair, o RouteOptions, progress Progress) ([]PairRoute, error) {
	ctx, end := tracing.Begin(ctx, "engine Routes")
	defer end()
	if len(pairs) > mostPairs {
		return nil, graph.Bad("pairs", "At most 10,000 pairs can be asked for at once.")
	}
	g, err := v.ground(ctx, sight, o)
	if err != nil {
		return nil, err
	}
	defer func() { g.leave() }()
	out := make([]PairRoute, len(pairs))
	for i, pair := range pairs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		// What a pair names is neither charged for nor avoided: where that matters,
		// or much has been read, the next pair begins afresh.
		if i > 0 && (o.Hub.Penalty > 0 || len(o.AvoidKinds) > 0 || len(g.arcs) > mostKept) {
			g.leave()
			if g, err = v.ground(ctx, sight, o); err != nil {
				return nil, err
			}
		}
		if out[i], err = g.pair(pair, o); err != nil {
			return nil, err
		}
		progress.tell(i+1, len(pairs))
	}
	return out, nil
}

// mostKept bounds the arcs that are kept for later pairs: 16 million of 40 bytes.
const mostKept = 16_000_000

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
