package engine

import (
	"cmp"
	"context"
	"math"
	"slices"
	"time"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// ComparisonOptions say which communities of two dates are alike.
type ComparisonOptions struct {
	CommunityOptions
	// Before and After are the dates; the links valid then are what ties. The
	// filter's own date is not asked.
	Before, After time.Time
	// Alike is the least Jaccard index of one community gone on, above 0 and at
	// most 1; 0 is 0.3. Share is the least part of a community's members that makes
	// it a part of a merger or a split, above 0.5 and at most 1; 0 is 0.6.
	Alike, Share float64
}

// Comparison is what became of the communities between two dates. Communities
// are named by their place in Before and After.
type Comparison struct {
	Before, After Communities
	// Kept are pairs that are one community gone on: most alike first, each
	// community in one pair at most; of equals the first in place.
	Kept []KeptCommunity
	// Merged are the communities of After into which several of Before went, each
	// with at least Share of its members. Split is the same turned round.
	Merged []MergedCommunity
	Split  []MergedCommunity
	// Born are those of After that go on from none and were made by no merger or
	// split; Died are those of Before that went on in none. In order.
	Born []int
	Died []int
}

// KeptCommunity is a community gone on.
type KeptCommunity struct {
	Before, After int
	// Jaccard is the share of members of either that are members of both.
	Jaccard float64
	// Joined and Left are the members it gained and lost, in the order of ids.
	Joined, Left []graph.ID
}

// MergedCommunity is one community and the several that it was made of, or fell
// into, in order.
type MergedCommunity struct {
	One     int
	Several []int
}

const (
	alike = 0.3
	share = 0.6
)

// CompareCommunities finds the communities of two dates and says what became
// of them. The error is a graph.Error for an option that cannot be, or the
// context's.
func (v *View) CompareCommunities(ctx context.Context, sight policy.Sight, o ComparisonOptions) (Comparison, error) {
	ctx, end := tracing.Begin(ctx, "engine CompareCommunities")
	defer end()
	switch {
	case o.Before.IsZero():
		return Comparison{}, graph.Bad("before", "Give the first of the two dates.")
	case !o.After.After(o.Before):
		return Comparison{}, graph.Bad("after", "The second date must lie after the first.")
	}
	o.Links.At = &o.Before
	before, err := v.Communities(ctx, sight, o.CommunityOptions)
	if err != nil {
		return Comparison{}, err
	}
	o.Links.At = &o.After
	after, err := v.Communities(ctx, sight, o.CommunityOptions)
	if err != nil {
		return Comparison{}, err
	}
	return Compare(before, after, o.Alike, o.Share)
}

// Compare says what became of communities, by their members alone; see
// ComparisonOptions for what is alike. Entities alone in a community are of no
// community here: they are neither born nor died.
func Compare(before, after Communities, likeness, part float64) (Comparison, error) {
	likeness, part = cmp.Or(likeness, alike), cmp.Or(part, share)
	if math.IsNaN(likeness) || likeness <= 0 || likeness > 1 {
		return Comparison{}, graph.Bad("alike", "The least Jaccard index lies above 0 and is at most 1; 0 is 0.3.")
	}
	if math.IsNaN(part) || part <= 0.5 || part > 1 {
		return Comparison{}, graph.Bad("share", "The least share lies above 0.5 and is at most 1; 0 is 0.6.")
	}
	c := &comparer{out: Comparison{Before: before, After: after}, after: map[graph.ID]int{}}
	for i, community := range after.Communities {
		for _, m := range community.Members {
			c.after[m] = i
		}
	}
	c.meet()
	c.keep(likeness)
	c.merge(part)
	c.rest()
	return c.out, nil
}

// comparer works on what pairs of communities have in common.
type comparer struct {
	out     Comparison
	after   map[graph.ID]int
	overlap []overlap // by place before, then after
	used    [2]map[int]bool
}

type overlap struct {
	before, after, both int
	jaccard             float64
}

// meet finds the pairs that have members in common.
func (c *comparer) meet() {
	for i, community := range c.out.Before.Communities {
		if len(community.Members) < 2 {
			continue
		}
		both := map[int]int{}
		for _, m := range community.Members {
			if at, ok := c.after[m]; ok && len(c.out.After.Communities[at].Members) > 1 {
				both[at]++
			}
		}
		for at, n := range both {
			all := len(community.Members) + len(c.out.After.Communities[at].Members) - n
			c.overlap = append(c.overlap, overlap{i, at, n, float64(n) / float64(all)})
		}
	}
	slices.SortFunc(c.overlap, func(a, b overlap) int { return cmp.Or(a.before-b.before, a.after-b.after) })
}

// keep pairs what is most alike first.
func (c *comparer) keep(likeness float64) {
	c.used = [2]map[int]bool{{}, {}}
	all := slices.Clone(c.overlap)
	slices.SortStableFunc(all, func(a, b overlap) int { return cmp.Compare(b.jaccard, a.jaccard) })
	for _, o := range all {
		if o.jaccard < likeness || c.used[0][o.before] || c.used[1][o.after] {
			continue
		}
		c.used[0][o.before], c.used[1][o.after] = true, true
		was, is := c.out.Before.Communities[o.before].Members, c.out.After.Communities[o.after].Members
		c.out.Kept = append(c.out.Kept, KeptCommunity{
			Before: o.before, After: o.after, Jaccard: o.jaccard, Joined: without(is, was), Left: without(was, is),
		})
	}
}

// without gives the ids of one ordered list that are not in another.
func without(ids, others []graph.ID) []graph.ID {
	var out []graph.ID
	for _, id := range ids {
		if _, ok := slices.BinarySearch(others, id); !ok {
			out = append(out, id)
		}
	}
	return out
}

func (c *comparer) merge(part float64) {
	merged, split := map[int][]int{}, map[int][]int{}
	for _, o := range c.overlap {
		// Divided, not multiplied: 14 of 25 are 0.56, and 0.56 * 25 is more than 14.
		if float64(o.both)/float64(len(c.out.Before.Communities[o.before].Members)) >= part {
			merged[o.after] = append(merged[o.after], o.before)
		}
		if float64(o.both)/float64(len(c.out.After.Communities[o.after].Members)) >= part {
			split[o.before] = append(split[o.before], o.after)
		}
	}
	c.out.Merged = c.several(merged, 1)
	c.out.Split = c.several(split, 0)
}

// several keeps what is made of more than one, and notes that all of it went on.
func (c *comparer) several(of map[int][]int, side int) []MergedCommunity {
	var out []MergedCommunity
	for one, several := range of {
		if len(several) > 1 {
			out = append(out, MergedCommunity{one, several})
			c.used[side][one] = true
			for _, other := range several {
				c.used[1-side][other] = true
			}
		}
	}
	slices.SortFunc(out, func(a, b MergedCommunity) int { return a.One - b.One })
	return out
}

// rest are those that nothing went into or came from.
func (c *comparer) rest() {
	alone := func(side int, of []Community) []int {
		var out []int
		for i, community := range of {
			if len(community.Members) > 1 && !c.used[side][i] {
				out = append(out, i)
			}
		}
		return out
	}
	c.out.Died = alone(0, c.out.Before.Communities)
	c.out.Born = alone(1, c.out.After.Communities)
}
