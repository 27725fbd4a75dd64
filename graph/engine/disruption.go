package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/dismantle"
	"entente/tracing"
)

// DisruptionOptions say on what, to what end and within what bounds to plan.
type DisruptionOptions struct {
	// Scope keeps the entities of these records; nil keeps all in sight. A record
	// out of sight is graph.Missing.
	Scope []graph.ID
	// RecordKinds keeps entities of these kinds in the network; nil keeps all.
	RecordKinds []graph.RecordKind
	// Links are those that tie.
	Links graph.LinkFilter
	// TargetKinds are those that may be targets; nil allows all.
	TargetKinds []graph.RecordKind
	// Objectives, Distance and Budget are those of dismantle.Problem; without
	// objectives it is the largest component.
	Objectives []dismantle.Share
	Distance   int
	Budget     int64
	// Sources and Sinks are where a supply or money begins and ends, each by any of
	// its records; together with all who have one of SourceRoles or SinkRoles among
	// Roles. They are read for dismantle.Supply and dismantle.Money.
	Sources, Sinks         []graph.ID
	SourceRoles, SinkRoles []string
	// Directed lets a supply go along the links in their direction alone; money
	// always does.
	Directed bool
	// Costs are those of entities, each by any of its records; of several the
	// highest counts, and what is not named costs 1.
	Costs []TargetCost
	// Exclude are never targets, Must are in any case.
	Exclude, Must []graph.ID
	// Safeguarded are records whose entities are never targets: the victims, the
	// children and those with an open referral. The caller gives those it knows;
	// what is out of sight changes nothing.
	Safeguarded map[graph.ID]bool
	// Roles are the labels of a record's parts in the network, for those who could
	// take over; what is out of sight changes nothing.
	Roles map[graph.ID][]string
	// Successors is how many are named for each target; 0 names none.
	Successors int
	// Rewiring is the chance, from 0 to 1, with which one who lost a tie finds
	// another.
	Rewiring float64
	// Runs is on how many thinned networks the plan is tried; 0 is none. Doubt is
	// the weakness of a grading, 0 to 10, from which on a link may not be so: it
	// then holds with a chance of 1 - weakness/10.
	Runs, Doubt int
	Effort      dismantle.Effort
}

// TargetCost is what a target costs: greater than 0.
type TargetCost struct {
	Record graph.ID
	Cost   int64
}

// DisruptionTarget is one removal, by the id of its entity.
type DisruptionTarget struct {
	ID      graph.ID
	Cost    int64
	Value   float64
	Reasons []dismantle.ReasonWith
	// Stays is the share of thinned networks on which the plan names it too; 1
	// without runs.
	Stays float64
	// Successors could take its place, the likeliest first.
	Successors []DisruptionSuccessor
}

// DisruptionSuccessor is an entity that could take over.
type DisruptionSuccessor struct {
	ID graph.ID
	dismantle.Successor
}

// DisruptionPiece is a part of the network that is left, ids in order.
type DisruptionPiece struct {
	Members     []graph.ID
	Safeguarded []graph.ID
}

// DisruptionPlan is a plan and what it does.
type DisruptionPlan struct {
	Targets []DisruptionTarget
	// Empty, Exact, Before and After are those of dismantle.Plan. A plan that the
	// caller made is never exact.
	Empty         dismantle.Reason
	Exact         bool
	Before, After float64
	// Entities is the number of those in the network.
	Entities int
	// Largest, Reached and Area are those of dismantle.Outcome; Rewired is Largest
	// if the network closes its ranks.
	Largest, Rewired []int
	Reached          int
	Area             float64
	Pieces           []DisruptionPiece
	// Rank is that of dismantle.Certainty; 1 without runs.
	Rank float64
	// Supply and Money are what it takes to cut all of it, whatever the plan; nil
	// where that is not among the objectives.
	Supply *DisruptionCut
	Money  *MoneyCut
}

// Plan finds whom or what to remove. Nobody safeguarded in sight is a target;
// the answer is the same as if what is out of sight did not exist. The error is
// graph.Missing at the field of a record out of sight, a graph.Error for an
// option that cannot be, or the context's.
func (v *View) Plan(ctx context.Context, sight policy.Sight, options DisruptionOptions) (DisruptionPlan, error) {
	ctx, end := tracing.Begin(ctx, "engine Plan")
	defer end()
	d, err := v.disruption(ctx, sight, options)
	if err != nil {
		return DisruptionPlan{}, err
	}
	plan, err := dismantle.Solve(ctx, d.problem)
	if err != nil {
		return DisruptionPlan{}, d.badInput(err)
	}
	return d.describe(ctx, plan)
}

// ScorePlan tells what the caller's own targets do, in their order, each by any
// of its records. Someone safeguarded in sight is refused as a target.
func (v *View) ScorePlan(ctx context.Context, sight policy.Sight, options DisruptionOptions, targets []graph.ID) (DisruptionPlan, error) {
	ctx, end := tracing.Begin(ctx, "engine ScorePlan")
	defer end()
	d, err := v.disruption(ctx, sight, options)
	if err != nil {
		return DisruptionPlan{}, err
	}
	if err := d.demand("targets", targets); err != nil {
		return DisruptionPlan{}, err
	}
	d.problem.Budget = 0
	for _, n := range d.problem.Must {
		d.problem.Budget += d.problem.Cost[n]
	}
	plan, err := dismantle.Solve(ctx, d.problem)
	if err != nil {
		return DisruptionPlan{}, d.badInput(err)
	}
	plan.Exact = false
	return d.describe(ctx, plan)
}

// ComparePlans says which entities both of two plans name, in the order of ids, and
// their share of all that either names: 1 where neither names any.
func ComparePlans(first, second DisruptionPlan) (shared []graph.ID, overlap float64) {
	in := map[graph.ID]bool{}
	for _, t := range first.Targets {
		in[t.ID] = true
	}
	for _, t := range second.Targets {
		if in[t.ID] {
			shared = append(shared, t.ID)
		}
	}
	slices.Sort(shared)
	all := len(first.Targets) + len(second.Targets) - len(shared)
	if all == 0 {
		return shared, 1
	}
	return shared, float64(len(shared)) / float64(all)
}

func (o *DisruptionOptions) check() error {
	switch {
	case o.Successors < 0:
		return graph.Bad("successors", "The number of successors is 0 or more.")
	case o.Runs < 0 || o.Runs > 1000:
		return graph.Bad("runs", "Runs are 0 to 1000.")
	case o.Doubt < 0 || o.Doubt > 10:
		return graph.Bad("doubt", "The doubt lies between 0 and 10.")
	case !(o.Rewiring >= 0 && o.Rewiring <= 1):
		return graph.Bad("rewiring", "The chance lies between 0 and 1.")
	}
	return nil
}

// disruption is a question about a network, with the way back to ids.
type disruption struct {
	*compact
	lens    *lens
	sieve   *sieve
	options DisruptionOptions
	problem dismantle.Problem
	roles   [][]string
	place   map[uint32]uint32 // by root
	// demanded are the records of problem.Must as the caller gave them, in the
	// field demandedAs.
	demanded   []graph.ID
	demandedAs string
}

func (v *View) disruption(ctx context.Context, sight policy.Sight, options DisruptionOptions) (*disruption, error) {
	if err := options.check(); err != nil {
		return nil, err
	}
	for i, r := range options.Scope {
		if _, ok := v.entityIn(v.lens(sight), r); !ok {
			return nil, graph.At(fmt.Sprintf("scope.%d", i), graph.Missing())
		}
	}
	c, err := v.compact(ctx, sight, CommunityOptions{Scope: options.Scope, RecordKinds: options.RecordKinds, Links: options.Links})
	if err != nil {
		return nil, err
	}
	links := options.Links
	links.Direction = graph.Outgoing
	f, err := v.sieve(sight, links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	d := &disruption{compact: c, lens: f.lens, sieve: f, options: options, place: map[uint32]uint32{}}
	for n, root := range c.roots {
		d.place[root] = uint32(n) //nolint:gosec // fewer than 2^31 nodes
	}
	return d, d.pose()
}

// pose makes the problem of the options.
func (d *disruption) pose() error {
	n := len(d.roots)
	o := d.options
	d.problem = dismantle.Problem{
		Network: d.web, Objectives: o.Objectives, Distance: o.Distance, Budget: o.Budget,
		Cost: slices.Repeat([]int64{1}, n), Allowed: make([]bool, n), Safeguarded: make([]bool, n), Effort: o.Effort,
	}
	if len(o.Objectives) == 0 {
		d.problem.Objectives = []dismantle.Share{{Objective: dismantle.LargestComponent, Weight: 1}}
	}
	d.roles = make([][]string, n)
	kinds, err := d.view.recordKinds(o.TargetKinds)
	if err != nil {
		return graph.Bad("targetKinds", "This is not a kind of record.")
	}
	for i, root := range d.roots {
		d.problem.Allowed[i] = kinds>>d.view.kindNumber(root)&1 == 1
		var one [1]uint32
		for _, member := range d.lens.records(root, &one) {
			id := d.view.id(member)
			d.problem.Safeguarded[i] = d.problem.Safeguarded[i] || o.Safeguarded[id]
			d.roles[i] = append(d.roles[i], o.Roles[id]...)
		}
	}
	return d.bound()
}

// bound puts in costs, exclusions and musts.
func (d *disruption) bound() error {
	for i, c := range d.options.Costs {
		n, err := d.node(fmt.Sprintf("costs.%d.record", i), c.Record)
		if err != nil {
			return err
		}
		if c.Cost <= 0 || c.Cost > 1e15 {
			return graph.Bad(fmt.Sprintf("costs.%d.cost", i), "A cost is greater than 0 and at most 10^15.")
		}
		d.problem.Cost[n] = max(d.problem.Cost[n], c.Cost)
	}
	excluded, err := d.nodes("exclude", d.options.Exclude)
	if err != nil {
		return err
	}
	for _, n := range excluded {
		d.problem.Allowed[n] = false
	}
	if err := d.demand("must", d.options.Must); err != nil {
		return err
	}
	return d.poseFlows()
}

// demand puts in what must be a target.
func (d *disruption) demand(field string, records []graph.ID) (err error) {
	d.demanded, d.demandedAs = records, field
	d.problem.Must, err = d.nodes(field, records)
	return err
}

// node finds the node of a record that is in sight and in the network.
func (d *disruption) node(field string, record graph.ID) (uint32, error) {
	if root, ok := d.view.entityIn(d.lens, record); ok {
		if n, ok := d.place[root]; ok {
			return n, nil
		}
	}
	return 0, graph.At(field, graph.Missing())
}

// nodes finds those of several records, each once.
func (d *disruption) nodes(field string, records []graph.ID) ([]uint32, error) {
	var out []uint32
	for i, r := range records {
		n, err := d.node(fmt.Sprintf("%s.%d", field, i), r)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out, nil
}

// badInput turns a fault in the problem into the caller's error. Of what must be a
// target it names the record that was given first of the entity.
func (d *disruption) badInput(err error) error {
	var bad *dismantle.BadInput
	if !errors.As(err, &bad) {
		return err
	}
	field := bad.Field
	for i, n := range d.problem.Must {
		if field == fmt.Sprintf("must.%d", i) {
			first := slices.IndexFunc(d.demanded, func(r graph.ID) bool {
				root, _ := d.view.entityIn(d.lens, r)
				return root == d.roots[n]
			})
			return graph.Bad(fmt.Sprintf("%s.%d", d.demandedAs, first), bad.Message)
		}
	}
	return graph.Bad(field, bad.Message)
}
