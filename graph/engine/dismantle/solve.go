package dismantle

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"entente/graph/engine/network"
)

// Objective is what a plan makes as small as it can, but for Reach.
type Objective string

// The objectives.
const (
	// LargestComponent is the number of nodes of the largest component.
	LargestComponent Objective = "LARGEST_COMPONENT"
	// PairConnectivity is the number of pairs of nodes that can still reach each other.
	PairConnectivity Objective = "PAIR_CONNECTIVITY"
	// DistanceConnectivity is the sum over pairs of nodes left of one over their
	// distance: what Borgatti's D_F (2006, KPP-NEG) takes from 1.
	DistanceConnectivity Objective = "DISTANCE_CONNECTIVITY"
	// Reach is the number of nodes within Problem.Distance of a chosen one, the
	// chosen ones counted (Borgatti 2006, KPP-POS). It is made large.
	Reach Objective = "REACH"
	// Supply is the number of ways along Problem.Flows from a source to a sink
	// that share no tie and nobody who may be a target: 0 is cut (Menger 1927).
	Supply Objective = "SUPPLY"
	// Money is the most that can be moved along Problem.Flows from the sources to
	// the sinks (Ford and Fulkerson 1956), in the unit of the amounts.
	Money Objective = "MONEY"
)

// objectives are all.
func objectives() []Objective {
	return []Objective{LargestComponent, PairConnectivity, DistanceConnectivity, Reach, Supply, Money}
}

// Share is an objective's part in a mix.
type Share struct {
	Objective Objective
	// Weight is greater than 0. Each objective is divided by its value with
	// nothing removed, Reach by the number of nodes.
	Weight float64
}

// Reason says why a plan is empty or why a target is in it.
type Reason string

// The reasons.
const (
	NoTargets    Reason = "NO_TARGETS"    // nothing may be a target
	NothingFits  Reason = "NOTHING_FITS"  // no target costs as little as the budget
	NothingGains Reason = "NOTHING_GAINS" // no target would change the objective
	Demanded     Reason = "DEMANDED"      // the caller said that it must be in the plan
	HoldsPieces  Reason = "HOLDS_PIECES"  // without it, what was one piece is several
	ManyTies     Reason = "MANY_TIES"     // it has many ties
	Gains        Reason = "GAINS"         // it changes the objective most, together with the others
)

// BadInput is a fault in a problem: which field, and what would be right.
type BadInput struct{ Field, Message string }

func (e *BadInput) Error() string { return e.Field + ": " + e.Message }

// Problem is what is to be planned.
type Problem struct {
	Network *network.Network
	// Objectives is one, or a weighted mix.
	Objectives []Share
	// Distance is that of Reach; 0 is 1.
	Distance int
	// Budget is what the targets may cost together.
	Budget int64
	// Cost is that of each node, greater than 0; nil is 1 everywhere.
	Cost []int64
	// Allowed says what may be a target; nil allows all.
	Allowed []bool
	// Safeguarded are never targets, whatever else is said; nil is nobody.
	Safeguarded []bool
	// Must are targets in any case, in this order; their cost counts.
	Must []uint32
	// Flows are what Supply and Money go along, from Sources to Sinks.
	Flows          []Flow
	Sources, Sinks []uint32
	Effort
}

// Target is one removal of a plan.
type Target struct {
	Node uint32
	Cost int64
	// Value is that of the objective once this and all before are removed.
	Value   float64
	Reasons []ReasonWith
}

// ReasonWith is a reason and its number: pieces for HoldsPieces, ties for
// ManyTies, the change of the objective for Gains, 0 for others.
type ReasonWith struct {
	Reason Reason
	Number float64
}

// Plan is an answer.
type Plan struct {
	Targets []Target
	// Empty says why there is no target; "" where there is one.
	Empty Reason
	// Exact says that no other set within the budget is better.
	Exact bool
	// Before and After are the objective with nothing and with all removed.
	Before, After float64
}

func (p *Problem) cost(v uint32) int64 {
	if p.Cost == nil {
		return 1
	}
	return p.Cost[v]
}

// may says whether a node may be a target.
func (p *Problem) may(v uint32) bool {
	return (p.Allowed == nil || p.Allowed[v]) && (p.Safeguarded == nil || !p.Safeguarded[v])
}

// check finds what cannot be.
func (p *Problem) check() error {
	switch {
	case p.Budget < 0:
		return &BadInput{Field: "budget", Message: "A budget is 0 or more."}
	case p.Distance < 0:
		return &BadInput{Field: "distance", Message: "A distance is 1 or more."}
	case len(p.Objectives) == 0:
		return &BadInput{Field: "objectives", Message: "Give at least one objective."}
	}
	n := p.Network.Size()
	for i, s := range p.Objectives {
		if !slices.Contains(objectives(), s.Objective) {
			return &BadInput{Field: fmt.Sprintf("objectives.%d.objective", i), Message: "This objective does not exist."}
		}
		if !(s.Weight >= 1/mostWeight && s.Weight <= mostWeight) {
			return &BadInput{Field: fmt.Sprintf("objectives.%d.weight", i), Message: "A weight lies between 0.000001 and 1,000,000."}
		}
		if s.Objective == DistanceConnectivity && n > mostForDistances {
			return &BadInput{Field: fmt.Sprintf("objectives.%d.objective", i), Message: fmt.Sprintf("Distances are weighed in scopes of up to %d.", mostForDistances)}
		}
	}
	if p.Cost != nil && len(p.Cost) != n {
		return &BadInput{Field: "cost", Message: "Give a cost for each node."}
	}
	for i, c := range p.Cost {
		if c <= 0 {
			return &BadInput{Field: fmt.Sprintf("cost.%d", i), Message: "A cost is greater than 0."}
		}
	}
	if err := p.checkFlows(); err != nil {
		return err
	}
	return p.checkMust()
}

func (p *Problem) checkMust() error {
	left := p.Budget
	for i, v := range p.Must {
		field := fmt.Sprintf("must.%d", i)
		switch {
		case int(v) >= p.Network.Size():
			return &BadInput{Field: field, Message: "It is not in the network."}
		case slices.Contains(p.Must[:i], v):
			return &BadInput{Field: field, Message: "It is given twice."}
		case !p.may(v):
			return &BadInput{Field: field, Message: "It may not be a target."}
		case p.cost(v) > left:
			return &BadInput{Field: field, Message: "What must be in the plan costs more than the budget."}
		}
		left -= p.cost(v)
	}
	return nil
}

// Solve finds the targets within the budget that serve the objective best:
// exactly where the budget pays for up to five and the search stays small, else
// by greedy choice and exchange, the order of Sequence among the beginnings.
// The error is a BadInput or the context's.
func Solve(ctx context.Context, p Problem) (Plan, error) {
	if err := p.check(); err != nil {
		return Plan{}, err
	}
	s := newSolver(ctx, &p)
	plan := Plan{Before: s.value(nil)}
	chosen, exact, reason := s.choose()
	if err := ctx.Err(); err != nil {
		return Plan{}, err
	}
	plan.Exact = exact
	if len(chosen) == 0 {
		plan.Empty, plan.After = reason, plan.Before
		return plan, nil
	}
	plan.Targets = s.explain(s.arrange(chosen), plan.Before)
	plan.After = plan.Targets[len(plan.Targets)-1].Value
	return plan, nil
}

// choose gives a set of targets, or why there is none.
func (s *solver) choose() ([]uint32, bool, Reason) {
	p := s.p
	left := p.Budget
	for _, v := range p.Must {
		left -= p.cost(v)
	}
	for v := range uint32(p.Network.Size()) { //nolint:gosec // fewer than 2^31 nodes
		if p.may(v) && !slices.Contains(p.Must, v) {
			s.candidates = append(s.candidates, v)
		}
	}
	if len(s.candidates) == 0 && len(p.Must) == 0 {
		return nil, true, NoTargets
	}
	s.candidates = slices.DeleteFunc(s.candidates, func(v uint32) bool { return p.cost(v) > left })
	if len(s.candidates) == 0 {
		return p.Must, true, NothingFits
	}
	if cut, ok := s.severed(left); ok {
		return s.worthwhile(cut, true)
	}
	best := s.exchange(s.greedy(left), left)
	if order, ok := s.sequenced(left); ok && s.value(order) < s.value(best) {
		best = s.exchange(order, left)
	}
	return s.worthwhile(s.exact(best, left))
}

// worthwhile drops a set that changes nothing and that nobody demanded.
func (s *solver) worthwhile(best []uint32, exact bool) ([]uint32, bool, Reason) {
	if s.value(best) >= s.value(nil) && len(s.p.Must) == 0 {
		return nil, exact, NothingGains
	}
	return best, exact, ""
}

// sequenced takes of Sequence's order as many as can be paid.
func (s *solver) sequenced(left int64) ([]uint32, bool) {
	if len(s.p.Objectives) != 1 || s.p.Objectives[0].Objective != LargestComponent {
		return nil, false
	}
	allowed := make([]bool, s.p.Network.Size())
	for _, v := range s.candidates {
		allowed[v] = true
	}
	order, err := Sequence(s.ctx, s.p.Network, allowed, s.p.Effort)
	if err != nil {
		return nil, false
	}
	chosen := slices.Clone(s.p.Must)
	for _, v := range order {
		if s.p.cost(v) <= left {
			left -= s.p.cost(v)
			chosen = append(chosen, v)
		}
	}
	return chosen, true
}

// greedy adds the target that gains most for its cost, as long as one gains.
func (s *solver) greedy(left int64) []uint32 {
	chosen := slices.Clone(s.p.Must)
	pool := s.shortlist()
	for s.ctx.Err() == nil {
		now, best, gain := s.value(chosen), -1, 0.0
		if s.p.flowing() {
			pool = s.shortlist()
		}
		for i, v := range pool {
			if c := s.p.cost(v); c <= left && !slices.Contains(chosen, v) && s.ctx.Err() == nil {
				if g := (now - s.value(append(chosen, v))) / float64(c); g > gain {
					best, gain = i, g
				}
			}
		}
		if best < 0 {
			return chosen
		}
		left -= s.p.cost(pool[best])
		chosen = append(chosen, pool[best])
	}
	return chosen
}

// shortlist is the candidates, in a large network those with the most ties.
func (s *solver) shortlist() []uint32 {
	w := s.p.Network
	pool := slices.Clone(s.candidates)
	room := max(20, s.affordable()/int(min(s.p.Budget, 50)+1))
	if len(pool) > room {
		slices.SortStableFunc(pool, func(a, b uint32) int {
			return cmp.Or(cmp.Compare(s.carried(b), s.carried(a)), cmp.Compare(w.Degree(b), w.Degree(a)))
		})
		pool = pool[:room]
	}
	return pool
}

// How many ties the greedy choice and the exchange may read; where distances count,
// of which a value reads all from each node.
const (
	mostEvaluated = 50_000_000
	mostMeasured  = 2_000_000_000
)

// affordable is how many sets the greedy choice and the exchange may look at.
func (s *solver) affordable() int {
	w := s.p.Network
	once := 1 + w.Size() + len(w.Ends)
	if slices.ContainsFunc(s.p.Objectives, func(o Share) bool { return o.Objective == DistanceConnectivity }) {
		return mostMeasured / once / (1 + w.Size())
	}
	return mostEvaluated / once
}

// exchange takes single targets out for others while that gains.
func (s *solver) exchange(chosen []uint32, left int64) []uint32 {
	now, fixed := s.value(chosen), len(s.p.Must)
	pool := s.shortlist()
	for _, v := range chosen[fixed:] {
		left -= s.p.cost(v)
	}
	rounds := s.affordable() / (1 + len(pool))
	for i, stuck := fixed, 0; stuck < len(chosen)-fixed && rounds > 0 && s.ctx.Err() == nil; rounds-- {
		out, best := chosen[i], chosen[i]
		for _, v := range pool {
			if s.p.cost(v) > left+s.p.cost(out) || slices.Contains(chosen, v) || s.ctx.Err() != nil {
				continue
			}
			chosen[i] = v
			if then := s.value(chosen); then < now {
				now, best = then, v
			}
		}
		chosen[i] = best
		stuck++
		if best != out {
			left += s.p.cost(out) - s.p.cost(best)
			stuck = 0
		}
		if i++; i == len(chosen) {
			i = fixed
		}
	}
	return chosen
}

// arrange orders a set so that what gains most comes first, those that must be
// in it before all others.
func (s *solver) arrange(chosen []uint32) []uint32 {
	order := slices.Clone(s.p.Must)
	rest := slices.DeleteFunc(slices.Clone(chosen), func(v uint32) bool { return slices.Contains(order, v) })
	slices.Sort(rest)
	if len(rest) > 200 {
		return append(order, newReinserter(s.p.Network).reorder(rest)...)
	}
	for len(rest) > 0 {
		best, least := 0, math.Inf(1)
		for i, v := range rest {
			if value := s.value(append(order, v)); value < least {
				best, least = i, value
			}
		}
		order = append(order, rest[best])
		rest = slices.Delete(rest, best, best+1)
	}
	return order
}

// explain gives each target its value and reasons.
func (s *solver) explain(order []uint32, before float64) []Target {
	out := make([]Target, len(order))
	for i, v := range order {
		t := Target{Node: v, Cost: s.p.cost(v), Value: s.value(order[:i+1])}
		if i < len(s.p.Must) {
			t.Reasons = append(t.Reasons, ReasonWith{Demanded, 0})
		}
		if pieces := s.pieces(order[:i], v); pieces > 1 {
			t.Reasons = append(t.Reasons, ReasonWith{HoldsPieces, float64(pieces)})
		}
		if d := s.p.Network.Degree(v); d*s.p.Network.Size() > 2*len(s.p.Network.Ends) {
			t.Reasons = append(t.Reasons, ReasonWith{ManyTies, float64(d)})
		}
		t.Reasons = append(t.Reasons, ReasonWith{Gains, before - t.Value})
		before = t.Value
		out[i] = t
	}
	return out
}
