package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// CompareCommunities says what became of the communities of one date by another.
func (e *Enquiry) CompareCommunities(ctx context.Context, in ComparisonInput) (*CommunityComparison, error) {
	return answered[*CommunityComparison](ctx, e, func() (work, error) { return e.comparisonWork(ctx, in) })
}

func (in ComparisonInput) check() error {
	switch {
	case !in.After.After(in.Before):
		return graph.Bad("input.after", "The second date lies before the first: `after` must lie after `before`.")
	case in.Scope != nil && in.Scope.At != nil:
		return graph.Bad("input.scope.at", "The two dates say when: leave it out.")
	case !(in.Likeness > 0 && in.Likeness <= 1):
		return graph.Bad("input.likeness", "The likeness is above 0 and at most 1.")
	case !(in.Share > 0.5 && in.Share <= 1):
		return graph.Bad("input.share", "The share is above 0.5 and at most 1.")
	}
	return CommunitiesInput{Resolution: in.Resolution, Seed: in.Seed, First: in.First}.check()
}

func (e *Enquiry) comparisonWork(ctx context.Context, in ComparisonInput) (work, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	s, err := e.scopeOf(ctx, in.Scope, "input.scope")
	if err != nil {
		return nil, err
	}
	view, sight := e.engine.View(), e.sight
	o := engine.ComparisonOptions{
		CommunityOptions: engine.CommunityOptions{
			Scope: s.records, RecordKinds: s.kinds, Links: s.links, Resolution: in.Resolution, Seed: uint64(in.Seed), //nolint:gosec // any seed will do
		},
		Before: in.Before, After: in.After, Alike: in.Likeness, Share: in.Share,
	}
	return func(ctx context.Context, _ engine.Progress) (presented, error) {
		found, err := view.CompareCommunities(ctx, sight, o)
		if err != nil {
			return nil, fmt.Errorf("compare communities: %w", renamed(err, "input"))
		}
		return func(_ context.Context, e *Enquiry) (JobResult, error) {
			return e.comparison(view, found, in, s), nil
		}, nil
	}, nil
}

func (e *Enquiry) comparison(view *engine.View, found engine.Comparison, in ComparisonInput, s scope) *CommunityComparison {
	then, now := s.links, s.links
	then.At, now.At = &in.Before, &in.After
	before, after := e.side(view, found.Before, then), e.side(view, found.After, now)
	out := &CommunityComparison{
		Before: before.summary, After: after.summary, KeptCount: len(found.Kept), MergedCount: len(found.Merged), SplitCount: len(found.Split),
		BornCount: len(found.Born), DiedCount: len(found.Died), Born: after.each(found.Born, in.First), Died: before.each(found.Died, in.First),
	}
	for _, k := range found.Kept[:min(in.First, len(found.Kept))] {
		out.Kept = append(out.Kept, KeptCommunity{before.at(k.Before), after.at(k.After), k.Jaccard, k.Joined, k.Left})
	}
	for _, m := range found.Merged[:min(in.First, len(found.Merged))] {
		out.Merged = append(out.Merged, CommunityChange{after.at(m.One), before.each(m.Several, len(m.Several))})
	}
	for _, m := range found.Split[:min(in.First, len(found.Split))] {
		out.Split = append(out.Split, CommunityChange{before.at(m.One), after.each(m.Several, len(m.Several))})
	}
	var members []graph.ID
	for _, c := range append(before.division.communities, after.division.communities...) {
		members = append(members, c.MemberIDs...)
	}
	e.note(audit.Communities, &audit.Shape{Question: "compareCommunities", First: in.First, Given: given(in.Scope.given())}, distinctIDs(members)...)
	return out
}

// comparedSide is one date's communities, each viewed once.
type comparedSide struct {
	summary  *Communities
	division *division
	found    []engine.Community
	views    map[int]*Community
}

func (e *Enquiry) side(view *engine.View, found engine.Communities, links graph.LinkFilter) *comparedSide {
	return &comparedSide{
		summary:  &Communities{Modularity: found.Modularity, Entities: found.Entities, TotalCount: len(found.Communities)},
		division: e.division(view, links), found: found.Communities, views: map[int]*Community{},
	}
}

func (s *comparedSide) at(place int) *Community {
	if s.views[place] == nil {
		s.views[place] = s.division.community(s.found[place])
	}
	return s.views[place]
}

func (s *comparedSide) each(places []int, first int) []*Community {
	var out []*Community
	for _, place := range places[:min(first, len(places))] {
		out = append(out, s.at(place))
	}
	return out
}
