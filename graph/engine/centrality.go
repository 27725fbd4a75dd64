package engine

import (
	"cmp"
	"context"
	"runtime"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/network"
	"entente/tracing"
)

// CentralityMeasure is in which sense an entity is central.
type CentralityMeasure string

// The measures; each value's unit and meaning.
const (
	// Degree is the number of neighbouring entities.
	Degree CentralityMeasure = "DEGREE"
	// Betweenness is the number of pairs of other entities between which it
	// stands, each counted by the share of the pair's shortest paths that pass
	// through it (Brandes 2001).
	Betweenness CentralityMeasure = "BETWEENNESS"
	// Harmonic is the sum of 1/hops to every other entity (Marchiori and Latora 2000).
	Harmonic CentralityMeasure = "HARMONIC"
	// Closeness is that of Wasserman and Faust (1994): between 0 and 1.
	Closeness CentralityMeasure = "CLOSENESS"
	// PageRank is a share of 1 (damping 0.85).
	PageRank CentralityMeasure = "PAGE_RANK"
	// Core is the greatest k of whose k-core it is part (Seidman 1983).
	Core CentralityMeasure = "CORE"
)

// CentralityOptions say what is measured, and on what; direction does not
// matter, and parallel links count for PageRank alone.
type CentralityOptions struct {
	Measure CentralityMeasure
	// Scope keeps the entities of these records; nil keeps all in sight. Records
	// out of sight are left out.
	Scope []graph.ID
	// RecordKinds keeps entities of these kinds (see Entity.Kind).
	RecordKinds []graph.RecordKind
	// Links are those that tie.
	Links graph.LinkFilter
	// Top is how many entities are listed, at most 1,000; 0 is 10, less than 0 none.
	Top int
	// Of asks for the values of the entities of these records, at most 10,000;
	// those out of sight or of scope get none.
	Of []graph.ID
	// Samples estimates betweenness from so many sources, at most 1,000,000; 0 is
	// exact. Delta is how often the stated error may be exceeded, between 0 and 1;
	// 0 is 0.05. Seed picks the sources.
	Samples int
	Delta   float64
	Seed    uint64
	// Workers is how many goroutines work at most; 0 is one for each processor. It
	// changes no answer.
	Workers int
	// Progress is told of the work done, from one goroutine at a time; nil is nobody.
	Progress func(done, total int)
}

// Centralities are the values of a measure.
type Centralities struct {
	// Entities counts those that were measured, Ties the pairs of them with links.
	Entities int
	Ties     int
	// Top are in the order of their values, highest first, then of ids.
	Top []Centrality
	// Of are in the order of ids.
	Of []Centrality
	// Epsilon bounds the error of sampled values: none is further from the exact
	// one than Epsilon, in the measure's unit, with a probability of 1 - Delta. Both
	// are 0 where values are exact.
	Epsilon, Delta float64
}

// Centrality is one entity's value.
type Centrality struct {
	Entity graph.ID
	Value  float64
	// Rank counts from 1; entities of one value have ranks in the order of ids.
	Rank int
}

// Centrality measures the entities in sight. The error is a graph.Error for an
// option that cannot be, or the context's.
func (v *View) Centrality(ctx context.Context, sight policy.Sight, o CentralityOptions) (Centralities, error) {
	ctx, end := tracing.Begin(ctx, "engine Centrality")
	defer end()
	top, err := listing("top", o.Top)
	if err != nil {
		return Centralities{}, err
	}
	if err := o.check(); err != nil {
		return Centralities{}, err
	}
	c, err := v.compact(ctx, sight, CommunityOptions{Scope: o.Scope, RecordKinds: o.RecordKinds, Links: o.Links})
	if err != nil {
		return Centralities{}, err
	}
	w := c.web
	out := Centralities{Entities: w.Size(), Ties: w.Ties()}
	values, err := o.measure(ctx, w, &out)
	if err != nil {
		return Centralities{}, err
	}
	c.rank(&out, values, top, o.Of)
	return out, nil
}

const mostSamples = 1_000_000

func (o *CentralityOptions) check() error {
	switch o.Measure {
	case Degree, Betweenness, Harmonic, Closeness, PageRank, Core:
	default:
		return graph.Bad("measure", "The measure is DEGREE, BETWEENNESS, HARMONIC, CLOSENESS, PAGE_RANK or CORE.")
	}
	if err := checkSet("of", o.Of, 0, mostSet); err != nil {
		return err
	}
	if o.Samples < 0 || o.Samples > mostSamples || o.Samples > 0 && o.Measure != Betweenness {
		return graph.Bad("samples", "Betweenness alone is sampled, from 1 to 1,000,000 sources; 0 is exact.")
	}
	if o.Delta == 0 {
		o.Delta = 0.05
	}
	if !(o.Delta > 0 && o.Delta < 1) {
		return graph.Bad("delta", "The delta lies between 0 and 1; 0 is 0.05.")
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	return nil
}

// pageRank's settings: the damping of its authors, and a tolerance below what
// is ever shown.
const (
	damping   = 0.85
	rankMoves = 1e-12
)

func (o *CentralityOptions) measure(ctx context.Context, w *network.Network, out *Centralities) ([]float64, error) {
	switch o.Measure {
	case Betweenness:
		if o.Samples == 0 {
			return network.Betweenness(ctx, w, o.Workers, o.Progress)
		}
		e, err := network.SampledBetweenness(ctx, w, o.Samples, o.Delta, o.Seed, o.Workers, o.Progress)
		out.Epsilon, out.Delta = e.Epsilon, e.Delta
		return e.Values, err
	case Harmonic:
		near, err := network.Close(ctx, w, o.Workers, o.Progress)
		return near.Harmonic, err
	case Closeness:
		near, err := network.Close(ctx, w, o.Workers, o.Progress)
		return near.WassermanFaust, err
	case PageRank:
		return network.PageRank(ctx, w, damping, rankMoves)
	case Core:
		cores := network.Cores(w)
		return numbers(len(cores), func(i int) int { return cores[i] }), ctx.Err()
	}
	return numbers(w.Size(), func(i int) int { return w.Degree(uint32(i)) }), ctx.Err() //nolint:gosec // fewer than 2^31 nodes
}

func numbers(n int, of func(int) int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(of(i))
	}
	return out
}

// rank lists the highest values, and those that were asked for.
func (c *compact) rank(out *Centralities, values []float64, top int, of []graph.ID) {
	order := alone(len(values))
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Or(cmp.Compare(values[b], values[a]), cmp.Compare(a, b)) })
	ranks := make([]int, len(values))
	for place, n := range order {
		ranks[n] = place + 1
	}
	one := func(n uint32) Centrality { return Centrality{c.view.id(c.roots[n]), values[n], ranks[n]} }
	for _, n := range order[:min(top, len(order))] {
		out.Top = append(out.Top, one(n))
	}
	for _, n := range c.among(of) {
		out.Of = append(out.Of, one(n))
	}
}

// among gives the nodes of the entities of records, in the order of ids.
func (c *compact) among(records []graph.ID) []uint32 {
	var out []uint32
	for _, root := range c.view.rootsOf(c.lens, records) {
		if at, ok := slices.BinarySearchFunc(c.roots, root, c.view.order); ok {
			out = append(out, uint32(at)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	return out
}
