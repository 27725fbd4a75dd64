package dismantle

import (
	"context"
	"fmt"
	"slices"
)

// stream is what of a flow is left once nodes are removed: ways, for Supply, or
// amounts, for Money. Each node is split in two, as in CutNodes.
type stream struct {
	d    *dinic
	full []int64 // capacities with nothing removed
	from int
	to   int
}

func newStream(p *Problem, o Objective) *stream {
	n := p.Network.Size()
	s := &stream{d: newDinic(2*n + 2), from: 2 * n, to: 2*n + 1}
	for v := range n {
		room := int64(mostCapacity)
		if o == Supply && p.may(uint32(v)) { //nolint:gosec // fewer than 2^31 nodes
			room = 1
		}
		s.d.arc(2*v, 2*v+1, room) // arcs 2v and 2v + 1
	}
	for _, f := range p.Flows {
		room := f.Amount
		if o == Supply {
			room = 1
		}
		if f.From != f.To && room > 0 {
			s.d.arc(2*int(f.From)+1, 2*int(f.To), room)
		}
	}
	for _, v := range p.Sources {
		s.d.arc(s.from, 2*int(v), mostCapacity)
	}
	for _, v := range p.Sinks {
		s.d.arc(2*int(v)+1, s.to, mostCapacity)
	}
	s.full = append(s.full, s.d.left...)
	return s
}

// value is the maximum flow without the nodes that are gone; mostCapacity where
// a source that may not be a target is a sink as well.
func (s *stream) value(ctx context.Context, gone []bool) float64 {
	copy(s.d.left, s.full)
	for v, out := range gone {
		if out {
			s.d.left[2*v] = 0
		}
	}
	flow, err := s.d.run(ctx, s.from, s.to)
	if err != nil {
		return 0 // what is found by then is thrown away
	}
	return float64(flow)
}

// carries says how much of the flow that was found last goes through a node:
// without one that carries nothing the flow stays.
func (s *stream) carries(v uint32) int64 { return s.d.left[2*v+1] }

// flows says whether an objective is about flows.
func (o Objective) flows() bool { return o == Supply || o == Money }

// flowing says whether any objective is.
func (p *Problem) flowing() bool {
	for _, o := range p.Objectives {
		if o.Objective.flows() {
			return true
		}
	}
	return false
}

// mostForFlows is the number of nodes and flows up to which flows are weighed.
const mostForFlows = 500_000

func (p *Problem) checkFlows() error {
	if !p.flowing() {
		return nil
	}
	cut := p.ToCut()
	if err := cut.check(); err != nil {
		return err
	}
	for i, o := range p.Objectives {
		field := fmt.Sprintf("objectives.%d.objective", i)
		if o.Objective.flows() && p.Network.Size()+len(p.Flows) > mostForFlows {
			return &BadInput{Field: field, Message: fmt.Sprintf("Flows are weighed in scopes of up to %d entities and links.", mostForFlows)}
		}
		if o.Objective == Money && p.still() {
			return &BadInput{Field: field, Message: "Nothing in this scope moves money: include links that have amounts."}
		}
	}
	for _, v := range p.Sources {
		for _, u := range p.Sinks {
			if u == v {
				return &BadInput{Field: "sinks", Message: "None may be a source as well."}
			}
		}
	}
	return nil
}

// still says whether the problem is about money and none is moved.
func (p *Problem) still() bool {
	return slices.ContainsFunc(p.Objectives, func(o Share) bool { return o.Objective == Money }) &&
		!slices.ContainsFunc(p.Flows, func(f Flow) bool { return f.Amount > 0 })
}

// ToCut is the problem of cutting everything, whatever the budget.
func (p *Problem) ToCut() CutProblem {
	return CutProblem{
		Nodes: p.Network.Size(), Flows: p.Flows, Sources: p.Sources, Sinks: p.Sinks,
		Cost: p.Cost, Allowed: p.Allowed, Safeguarded: p.Safeguarded,
	}
}

// severed is the cheapest set beside those that must be in it after which nothing
// flows any more, if the rest of the budget pays for it: nothing is better. It is
// asked where one objective, about flows, stands alone.
func (s *solver) severed(left int64) ([]uint32, bool) {
	if len(s.p.Objectives) != 1 || !s.p.flowing() {
		return nil, false
	}
	cut, must := s.p.ToCut(), map[uint32]bool{}
	for _, v := range s.p.Must {
		must[v] = true
	}
	cut.Flows = nil
	for _, f := range s.p.Flows {
		if s.alone(Money) && f.Amount == 0 || must[f.From] || must[f.To] {
			continue
		}
		cut.Flows = append(cut.Flows, f)
	}
	cut.Sources, cut.Sinks = without(cut.Sources, must), without(cut.Sinks, must)
	if len(cut.Sources) == 0 || len(cut.Sinks) == 0 {
		return append([]uint32{}, s.p.Must...), true
	}
	found, err := CutNodes(s.ctx, cut)
	if err != nil || found.Uncuttable || found.Cost > left {
		return nil, false
	}
	return append(append([]uint32{}, s.p.Must...), found.Nodes...), true
}

func without(nodes []uint32, out map[uint32]bool) []uint32 {
	var kept []uint32
	for _, v := range nodes {
		if !out[v] {
			kept = append(kept, v)
		}
	}
	return kept
}
