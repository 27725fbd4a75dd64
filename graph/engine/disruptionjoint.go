package engine

import (
	"context"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/dismantle"
	"entente/tracing"
)

// JointPlan is Plan on the scope of the options and all within so many hops of
// it: for each target, in order, the records of its entity in sight, in order.
// The sight is that of two sides together, so the answer is for the hub alone.
func (v *View) JointPlan(ctx context.Context, sight policy.Sight, options DisruptionOptions, hops int) ([][]graph.ID, error) {
	ctx, end := tracing.Begin(ctx, "engine JointPlan")
	defer end()
	var err error
	if options.Scope, err = v.around(ctx, sight, options, hops); err != nil {
		return nil, err
	}
	d, err := v.disruption(ctx, sight, options)
	if err != nil {
		return nil, err
	}
	plan, err := dismantle.Solve(ctx, d.problem)
	if err != nil {
		return nil, d.badInput(err)
	}
	out := make([][]graph.ID, len(plan.Targets))
	for i, t := range plan.Targets {
		var one [1]uint32
		for _, member := range d.lens.records(d.roots[t.Node], &one) {
			out[i] = append(out[i], v.id(member))
		}
		slices.Sort(out[i])
	}
	return out, nil
}

// around gives the entities within so many hops of the scope's, in order.
func (v *View) around(ctx context.Context, sight policy.Sight, options DisruptionOptions, hops int) ([]graph.ID, error) {
	c, err := v.compact(ctx, sight, CommunityOptions{RecordKinds: options.RecordKinds, Links: options.Links})
	if err != nil {
		return nil, err
	}
	in, named := make([]bool, len(c.roots)), map[uint32]bool{}
	for _, root := range v.rootsOf(c.lens, options.Scope) {
		named[root] = true
	}
	for n, root := range c.roots {
		in[n] = named[root]
	}
	for range hops {
		next := slices.Clone(in)
		for n := range uint32(len(in)) { //nolint:gosec // fewer than 2^31 nodes
			if in[n] {
				for _, end := range c.web.Row(n) {
					next[end] = true
				}
			}
		}
		if slices.Equal(in, next) {
			break
		}
		in = next
	}
	ids := []graph.ID{}
	for n, root := range c.roots {
		if in[n] {
			ids = append(ids, v.id(root))
		}
	}
	return ids, nil
}
