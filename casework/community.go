package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// The bounds of a division; the schema states them.
const (
	maxScope        = 50_000
	minResolution   = 0.01
	maxResolution   = 100
	operationsScope = 200_000
	fewestRuns      = 2
	mostRuns        = 50
	runsAtOnce      = 5 // within a request; more are asked for by a job
)

// Communities divides what is in sight into groups that hold together.
func (e *Enquiry) Communities(ctx context.Context, in CommunitiesInput) (*Communities, error) {
	if in.Runs != nil && *in.Runs > runsAtOnce && *in.Runs <= mostRuns {
		return nil, &graph.Error{
			Code:    graph.LimitExceeded,
			Message: fmt.Sprintf("More than %d runs take long: ask by startJob.", runsAtOnce),
		}
	}
	return answered[*Communities](ctx, e, func() (work, error) { return e.communitiesWork(ctx, in) })
}

func (e *Enquiry) communitiesWork(ctx context.Context, in CommunitiesInput) (work, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	records, err := e.scopeRecords(ctx, in.Operation, in.Records, in.RecordKinds, "input")
	if err != nil {
		return nil, err
	}
	view, sight := e.engine.View(), e.sight
	o := engine.CommunityOptions{
		Scope: records, RecordKinds: in.RecordKinds, Links: graph.LinkFilter{Kinds: in.LinkKinds},
		Resolution: in.Resolution, Seed: uint64(in.Seed), //nolint:gosec // any seed will do
	}
	o.Levels = in.Levels
	if in.Runs != nil {
		o.Runs = *in.Runs
	}
	return func(ctx context.Context, progress engine.Progress) (presented, error) {
		o.Progress = progress
		found, err := e.calculatorOf(view, progress).Communities(ctx, sight, o)
		if err != nil {
			return nil, fmt.Errorf("communities: %w", err)
		}
		return func(_ context.Context, e *Enquiry) (JobResult, error) {
			out := e.communities(view, found, o.Links, in.First)
			if in.Levels {
				out.Levels = levelsOf(found, in.First)
			}
			if in.Runs != nil {
				out.Stability = &found.Stability
			}
			e.noteCommunities(in, out)
			return out, nil
		}, nil
	}, nil
}

func (e *Enquiry) communities(view *engine.View, found engine.Communities, links graph.LinkFilter, first int) *Communities {
	out := &Communities{Modularity: found.Modularity, Entities: found.Entities, TotalCount: len(found.Communities)}
	d := e.division(view, links)
	for _, community := range found.Communities[:min(first, len(found.Communities))] {
		out.Communities = append(out.Communities, d.community(community))
	}
	return out
}

// levelsOf lists the first parts of each level, and where each lies.
func levelsOf(found engine.Communities, first int) []CommunityLevel {
	out := make([]CommunityLevel, 0, len(found.Levels))
	for i, parts := range found.Levels {
		within := map[graph.ID]graph.ID{}
		place := func(members []graph.ID) {
			for _, m := range members {
				within[m] = members[0]
			}
		}
		if i+1 < len(found.Levels) {
			for _, members := range found.Levels[i+1] {
				place(members)
			}
		} else {
			for _, c := range found.Communities {
				place(c.Members)
			}
		}
		level := CommunityLevel{TotalCount: len(parts)}
		for _, members := range parts[:min(first, len(parts))] {
			level.Parts = append(level.Parts, CommunityPart{members[0], len(members), members, within[members[0]]})
		}
		out = append(out, level)
	}
	return out
}

func kindCounts(counts map[graph.RecordKind]int) []KindCount {
	var out []KindCount
	for _, kind := range graph.RecordKinds() {
		if counts[kind] > 0 {
			out = append(out, KindCount{Kind: kind, Count: counts[kind]})
		}
	}
	return out
}

func (e *Enquiry) noteCommunities(in CommunitiesInput, out *Communities) {
	var members []graph.ID
	for _, community := range out.Communities {
		members = append(members, community.MemberIDs...)
	}
	for _, level := range out.Levels {
		for _, part := range level.Parts {
			members = append(members, part.MemberIDs...)
		}
	}
	e.note(audit.Communities, &audit.Shape{Question: "communities", First: in.First, Given: given(map[string]bool{
		"input.operation": in.Operation != nil, "input.records": len(in.Records) > 0,
		"input.recordKinds": len(in.RecordKinds) > 0, "input.linkKinds": len(in.LinkKinds) > 0,
		"input.levels": in.Levels, "input.runs": in.Runs != nil,
	})}, distinctIDs(members)...)
}

// MembersOf are the first entities of a community, by id.
func (e *Enquiry) MembersOf(c *Community, first int) ([]*Entity, error) {
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d members.", maxPage))
	}
	return entitiesOf(e.engine.View().Entities(e.sight, c.MemberIDs[:min(first, len(c.MemberIDs))])), nil
}

func (in CommunitiesInput) check() error {
	switch {
	case in.Operation != nil && len(in.Records) > 0:
		return graph.Bad("input.records", "Give an operation or records, not both.")
	case len(in.Records) > maxScope:
		return graph.Bad("input.records", fmt.Sprintf("At most %d records can be divided by name.", maxScope))
	case in.Resolution < minResolution || in.Resolution > maxResolution || in.Resolution != in.Resolution:
		return graph.Bad("input.resolution", "The resolution lies between 0.01 and 100.")
	case in.Runs != nil && (*in.Runs < fewestRuns || *in.Runs > mostRuns):
		return graph.Bad("input.runs", fmt.Sprintf("Give %d to %d runs, or leave it out.", fewestRuns, mostRuns))
	case in.Seed < 0:
		return graph.Bad("input.seed", "The seed is not negative.")
	case in.First < 1 || in.First > maxPage:
		return graph.Bad("input.first", fmt.Sprintf("Ask for 1 to %d communities.", maxPage))
	}
	return nil
}
