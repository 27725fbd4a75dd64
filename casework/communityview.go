package casework

import (
	"context"
	"time"

	"entente/graph"
)

// Communities is a division of what is in sight.
type Communities struct {
	Modularity  float64
	Entities    int
	TotalCount  int
	Communities []*Community
	Levels      []CommunityLevel // finest first; nil where not asked for
	Stability   *float64         // nil where not asked for
}

// CommunityLevel is what the communities were put together from.
type CommunityLevel struct {
	TotalCount int
	Parts      []CommunityPart // largest first
}

// CommunityPart is a part of one level.
type CommunityPart struct {
	ID        graph.ID // the smallest of MemberIDs
	Size      int
	MemberIDs []graph.ID // entity ids in order
	Within    graph.ID   // the part of the next level, or community, that it lies in
}

// Community is one part of a division.
type Community struct {
	ID        graph.ID // the smallest of MemberIDs
	Size      int
	MemberIDs []graph.ID // entity ids in order
	Kinds     []KindCount
	described func(context.Context) (map[graph.ID]*CommunityDescription, error)
}

// CommunityDescription is what a community is made of.
type CommunityDescription struct {
	Records       int
	Inner, Outer  int
	Roles         []LabelCount
	Countries     []LabelCount
	Organisations []OrganisationCount
	Brokers       []CommunityBroker
	graph.Derived
}

// LabelCount is how many entities have a label.
type LabelCount struct {
	Label string
	Count int
}

// OrganisationCount is how many records an organisation contributed.
type OrganisationCount struct {
	OrganisationID graph.ID
	Records        int
}

// CommunityBroker is a member who ties its community to others.
type CommunityBroker struct {
	Entity        *Entity
	Outside       int
	Participation float64
}

// ComparisonInput asks what became of communities between two dates.
type ComparisonInput struct {
	Before     time.Time
	After      time.Time
	Scope      *ScopeInput
	Resolution float64
	Seed       int
	Likeness   float64
	Share      float64
	First      int
}

// CommunityComparison is what became of communities.
type CommunityComparison struct {
	Before, After                                            *Communities
	KeptCount, MergedCount, SplitCount, BornCount, DiedCount int
	Kept                                                     []KeptCommunity
	Merged, Split                                            []CommunityChange
	Born, Died                                               []*Community
}

// KeptCommunity is a community gone on.
type KeptCommunity struct {
	Before, After      *Community
	Likeness           float64
	JoinedIDs, LeftIDs []graph.ID
}

// CommunityChange is one community, and the several that it was made of or fell into.
type CommunityChange struct {
	One     *Community
	Several []*Community
}
