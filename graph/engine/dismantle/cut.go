package dismantle

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Flow is a directed tie: what is moved on it, or how much.
type Flow struct {
	From, To uint32
	// Amount is what cutting this tie takes away, in whole units (of money: minor
	// units). CutNodes does not read it.
	Amount int64
}

// CutProblem is a chain or a money flow to be cut.
type CutProblem struct {
	// Nodes is their number; they are numbered from 0.
	Nodes int
	Flows []Flow
	// Sources and Sinks are where it begins and ends.
	Sources, Sinks []uint32
	// Cost is that of each node, greater than 0; nil is 1 everywhere.
	Cost []int64
	// Allowed says what may be a target; nil allows all, sources and sinks too.
	Allowed []bool
	// Safeguarded are never targets; nil is nobody.
	Safeguarded []bool
}

// NodeCut is the cheapest set of nodes without which no way leads from a source
// to a sink; of several the one nearest to the sources.
type NodeCut struct {
	Nodes []uint32 // ascending
	Cost  int64
	// Uncuttable says that some way runs over nodes only that may not be targets:
	// there is no cut.
	Uncuttable bool
}

// FlowCut is the set of ties of the least amount without which no way leads from
// a source to a sink; of several the one nearest to the sources.
type FlowCut struct {
	Flows  []int // places in CutProblem.Flows, ascending
	Amount int64
}

// most of all capacities together, so that no sum overflows.
const mostCapacity = math.MaxInt64 / 8

func (p *CutProblem) check() error {
	total := int64(0)
	add := func(amount int64) bool {
		total += amount
		return amount >= 0 && amount <= mostCapacity && total <= mostCapacity
	}
	for i, f := range p.Flows {
		if int(f.From) >= p.Nodes || int(f.To) >= p.Nodes {
			return &BadInput{Field: fmt.Sprintf("flows.%d", i), Message: "Both ends must be in the network."}
		}
		if !add(f.Amount) {
			return &BadInput{Field: fmt.Sprintf("flows.%d.amount", i), Message: "An amount is 0 or more, and all together are below 2^60."}
		}
	}
	if p.Cost != nil && len(p.Cost) != p.Nodes {
		return &BadInput{Field: "cost", Message: "Give a cost for each node."}
	}
	for i, c := range p.Cost {
		if c <= 0 || !add(c) {
			return &BadInput{Field: fmt.Sprintf("cost.%d", i), Message: "A cost is greater than 0, and all together are below 2^60."}
		}
	}
	return p.checkEnds()
}

func (p *CutProblem) checkEnds() error {
	for _, given := range []struct {
		field string
		ends  []uint32
	}{{"sources", p.Sources}, {"sinks", p.Sinks}} {
		if len(given.ends) == 0 {
			return &BadInput{Field: given.field, Message: "Give at least one."}
		}
		if slices.ContainsFunc(given.ends, func(v uint32) bool { return int(v) >= p.Nodes }) {
			return &BadInput{Field: given.field, Message: "All must be in the network."}
		}
	}
	return nil
}

// CutNodes finds the minimum vertex cut (Menger 1927; Ford and Fulkerson 1956)
// by Dinic's method on the network in which each node is split in two. The error
// is a BadInput or the context's.
func CutNodes(ctx context.Context, p CutProblem) (NodeCut, error) {
	if err := p.check(); err != nil {
		return NodeCut{}, err
	}
	d := newDinic(2*p.Nodes + 2)
	from, to := 2*p.Nodes, 2*p.Nodes+1
	for v := range p.Nodes {
		capacity := int64(mostCapacity)
		if (p.Allowed == nil || p.Allowed[v]) && (p.Safeguarded == nil || !p.Safeguarded[v]) {
			capacity = 1
			if p.Cost != nil {
				capacity = p.Cost[v]
			}
		}
		d.arc(2*v, 2*v+1, capacity)
	}
	for _, f := range p.Flows {
		d.arc(2*int(f.From)+1, 2*int(f.To), mostCapacity)
	}
	for _, v := range p.Sources {
		d.arc(from, 2*int(v), mostCapacity)
	}
	for _, v := range p.Sinks {
		d.arc(2*int(v)+1, to, mostCapacity)
	}
	flow, err := d.run(ctx, from, to)
	if err != nil {
		return NodeCut{}, err
	}
	if flow >= mostCapacity {
		return NodeCut{Uncuttable: true}, nil
	}
	cut := NodeCut{Cost: flow}
	for v := range p.Nodes {
		if d.level[2*v] >= 0 && d.level[2*v+1] < 0 {
			cut.Nodes = append(cut.Nodes, uint32(v)) //nolint:gosec // fewer than 2^31 nodes
		}
	}
	return cut, nil
}

// CutFlows finds the minimum cut of amounts (Ford and Fulkerson 1956) by Dinic's
// method. Money that is at a sink and a source at once has no way to be cut: it
// is refused. The error is a BadInput or the context's.
func CutFlows(ctx context.Context, p CutProblem) (FlowCut, error) {
	if err := p.check(); err != nil {
		return FlowCut{}, err
	}
	if slices.ContainsFunc(p.Sources, func(v uint32) bool { return slices.Contains(p.Sinks, v) }) {
		return FlowCut{}, &BadInput{Field: "sinks", Message: "None may be a source as well."}
	}
	d := newDinic(p.Nodes + 2)
	from, to := p.Nodes, p.Nodes+1
	for _, f := range p.Flows {
		d.arc(int(f.From), int(f.To), f.Amount)
	}
	for _, v := range p.Sources {
		d.arc(from, int(v), mostCapacity)
	}
	for _, v := range p.Sinks {
		d.arc(int(v), to, mostCapacity)
	}
	flow, err := d.run(ctx, from, to)
	if err != nil {
		return FlowCut{}, err
	}
	cut := FlowCut{Amount: flow}
	for i, f := range p.Flows {
		if d.level[f.From] >= 0 && d.level[f.To] < 0 {
			cut.Flows = append(cut.Flows, i)
		}
	}
	return cut, nil
}
