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
)

// Communities divides what is in sight into groups that hold together.
func (e *Enquiry) Communities(ctx context.Context, in CommunitiesInput) (*Communities, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	scope, err := e.scope(ctx, in)
	if err != nil {
		return nil, err
	}
	view := e.engine.View()
	found, err := view.Communities(ctx, e.sight, engine.CommunityOptions{
		Scope: scope, RecordKinds: in.RecordKinds, Links: graph.LinkFilter{Kinds: in.LinkKinds},
		Resolution: in.Resolution, Seed: uint64(in.Seed), //nolint:gosec // any seed will do
	})
	if err != nil {
		return nil, fmt.Errorf("communities: %w", err)
	}
	out := e.communities(view, found, in.First)
	e.noteCommunities(in, out)
	return out, nil
}

func (e *Enquiry) communities(view *engine.View, found engine.Communities, first int) *Communities {
	out := &Communities{Modularity: found.Modularity, Entities: found.Entities, TotalCount: len(found.Communities)}
	for _, community := range found.Communities[:min(first, len(found.Communities))] {
		kinds := map[graph.RecordKind]int{}
		for _, entity := range view.Entities(e.sight, community.Members) {
			kinds[entity.Kind]++
		}
		out.Communities = append(out.Communities, &Community{
			ID: community.Members[0], Size: len(community.Members), MemberIDs: community.Members, Kinds: kindCounts(kinds),
		})
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
	e.note(audit.Communities, &audit.Shape{Question: "communities", First: in.First, Given: given(map[string]bool{
		"input.operation": in.Operation != nil, "input.records": len(in.Records) > 0,
		"input.recordKinds": len(in.RecordKinds) > 0, "input.linkKinds": len(in.LinkKinds) > 0,
	})}, members...)
}

// scope is the records to divide; nil is all in sight.
func (e *Enquiry) scope(ctx context.Context, in CommunitiesInput) ([]graph.ID, error) {
	if in.Operation == nil {
		return in.Records, nil
	}
	operation, err := e.Operation(ctx, *in.Operation)
	if err != nil {
		return nil, graph.At("input.operation", err)
	}
	return e.recordsShared(ctx, operation.ID, in.RecordKinds, operationsScope)
}

// MembersOf are the first entities of a community, by id.
func (e *Enquiry) MembersOf(c *Community, first int) ([]*Entity, error) {
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d members.", maxPage))
	}
	return entitiesOf(e.engine.View().Entities(e.sight, c.MemberIDs[:min(first, len(c.MemberIDs))])), nil
}

// ConditionsOf are the strictest handling and the weakest grading of all
// records of a community and of the links among them, as far as in sight. More
// than 5,000 records: LimitExceeded.
func (e *Enquiry) ConditionsOf(ctx context.Context, c *Community) (*graph.Derived, error) {
	var ids []graph.ID
	for _, entity := range e.engine.View().Entities(e.sight, c.MemberIDs) {
		ids = append(ids, entity.Records...)
	}
	if len(ids) > maxSubgraph {
		return nil, tooMany(len(ids), maxSubgraph)
	}
	found, err := e.subgraph(ctx, ids)
	if err != nil {
		return nil, err
	}
	derived := derivedFrom(found.Links, found.Records)
	return &derived, nil
}

func (in CommunitiesInput) check() error {
	switch {
	case in.Operation != nil && len(in.Records) > 0:
		return graph.Bad("input.records", "Give an operation or records, not both.")
	case len(in.Records) > maxScope:
		return graph.Bad("input.records", fmt.Sprintf("At most %d records can be divided by name.", maxScope))
	case in.Resolution < minResolution || in.Resolution > maxResolution || in.Resolution != in.Resolution:
		return graph.Bad("input.resolution", "The resolution lies between 0.01 and 100.")
	case in.Seed < 0:
		return graph.Bad("input.seed", "The seed is not negative.")
	case in.First < 1 || in.First > maxPage:
		return graph.Bad("input.first", fmt.Sprintf("Ask for 1 to %d communities.", maxPage))
	}
	return nil
}
