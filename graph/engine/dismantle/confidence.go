package dismantle

import (
	"context"
	"math/rand/v2"
	"slices"

	"entente/graph/engine/network"
)

// WeakTie is a tie that is weakly graded.
type WeakTie struct {
	A, B uint32
	// Holds is the chance, from 0 to 1, that it is so.
	Holds float64
}

// Certainty says how a plan moves if weak ties are not so.
type Certainty struct {
	// Stays is, for each target of the plan, the share of runs that name it too.
	Stays []float64
	// Rank is the mean over the runs of Kendall's tau (1938) between the two orders
	// of the plan's targets, those that a run does not name being last and alike:
	// 1 is the same order. It is 1 for a plan of fewer than two targets.
	Rank float64
	Runs int
}

// Confidence plans anew on networks from which weak ties are dropped at random,
// from the problem's seed, and compares. The error is a BadInput or the context's.
func Confidence(ctx context.Context, p Problem, plan Plan, weak []WeakTie, runs int) (Certainty, error) {
	if runs < 1 || runs > 1000 {
		return Certainty{}, &BadInput{Field: "runs", Message: "Runs are 1 to 1000."}
	}
	for _, t := range weak {
		if !(t.Holds >= 0 && t.Holds <= 1) || int(max(t.A, t.B)) >= p.Network.Size() {
			return Certainty{}, &BadInput{Field: "weak", Message: "A weak tie holds with a chance from 0 to 1, and both its ends are in the network."}
		}
	}
	rng := rand.New(rand.NewPCG(p.Seed, 99)) //nolint:gosec // repeatable on purpose
	c := Certainty{Stays: make([]float64, len(plan.Targets)), Runs: runs}
	whole, flows, tell := p.Network, p.Flows, p.parts(runs)
	p.Progress = nil
	for range runs {
		dropped := drop(weak, rng)
		p.Network = thinned(whole, dropped)
		p.Flows = slices.DeleteFunc(slices.Clone(flows), func(f Flow) bool {
			return dropped[network.Tie{A: min(f.From, f.To), B: max(f.From, f.To)}]
		})
		var then Plan // of money that does not move without them, nothing
		var err error
		if !p.still() {
			then, err = Solve(ctx, p)
		}
		if err != nil {
			return Certainty{}, err
		}
		c.count(plan, then)
		tell()
	}
	for i := range c.Stays {
		c.Stays[i] /= float64(runs)
	}
	c.Rank /= float64(runs)
	return c, nil
}

// drop draws the weak ties that are not so.
func drop(weak []WeakTie, rng *rand.Rand) map[network.Tie]bool {
	dropped := map[network.Tie]bool{}
	for _, t := range weak {
		if rng.Float64() >= t.Holds {
			dropped[network.Tie{A: min(t.A, t.B), B: max(t.A, t.B)}] = true
		}
	}
	return dropped
}

func thinned(w *network.Network, dropped map[network.Tie]bool) *network.Network {
	var ties []network.Tie
	for v := range uint32(w.Size()) { //nolint:gosec // fewer than 2^31 nodes
		for _, end := range w.Row(v) {
			if t := (network.Tie{A: v, B: end}); v < end && !dropped[t] {
				ties = append(ties, t)
			}
		}
	}
	return network.New(w.Size(), ties)
}

func (c *Certainty) count(plan, then Plan) {
	place := make([]int, len(plan.Targets))
	for i, t := range plan.Targets {
		at := slices.IndexFunc(then.Targets, func(o Target) bool { return o.Node == t.Node })
		if at >= 0 {
			c.Stays[i]++
		} else {
			at = len(then.Targets)
		}
		place[i] = at
	}
	c.Rank += tau(place)
}

func tau(place []int) float64 {
	sum, pairs := 0, 0
	for j := range place {
		for i := range j {
			pairs++
			switch {
			case place[i] < place[j]:
				sum++
			case place[i] > place[j]:
				sum--
			}
		}
	}
	if pairs == 0 {
		return 1
	}
	return float64(sum) / float64(pairs)
}
