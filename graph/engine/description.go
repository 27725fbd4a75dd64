package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// DescriptionOptions say what communities are described by.
type DescriptionOptions struct {
	// Links are those that tie, as when the communities were found.
	Links graph.LinkFilter
	// Roles and Countries give records' labels, as the caller may know them. An
	// entity counts once for each label that any of its records in sight has;
	// records out of sight count for nothing.
	Roles     map[graph.ID][]string
	Countries map[graph.ID][]string
	// Brokers is how many brokers are listed for each community, at most 1,000; 0
	// is 10, less than 0 none.
	Brokers int
}

// Description is what a community is made of.
type Description struct {
	Entities int // members in sight
	Records  int // the records in sight that they consist of
	// Inner and Outer count links in sight among the members, and from them to any
	// entity in none or another of the communities.
	Inner, Outer int
	// Kinds count entities by Entity.Kind; Roles and Countries by label. Each is in
	// order of count, highest first, then of its key.
	Kinds     []KindCount
	Roles     []LabelCount
	Countries []LabelCount
	// Markings count records by the marking that they stand under, in its order:
	// for the hub alone, which knows the owner of each.
	Markings []MarkingCount
	// Brokers are the members with ties outside, most first, then by
	// participation, highest first, then by id.
	Brokers []CommunityBroker
}

// KindCount is how many entities are of a kind.
type KindCount struct {
	Kind     graph.RecordKind
	Entities int
}

// LabelCount is how many entities have a label.
type LabelCount struct {
	Label    string
	Entities int
}

// MarkingCount is how many records stand under a marking.
type MarkingCount struct {
	Marking graph.MarkingID
	Records int
}

// CommunityBroker is a member who ties its community to others.
type CommunityBroker struct {
	Entity graph.ID
	// Outside counts links to entities that are not members.
	Outside int
	// Participation is 1 less the sum of squared shares of its links by community
	// (Guimera and Amaral 2005), between 0 and 1: 0 where all go to one. Entities
	// of no community are one community together.
	Participation float64
}

// Describe says what each of some communities is made of. Members are ids of
// records; those out of sight are left out, and an entity named in several
// communities is of the first. The error is a graph.Error for an option that
// cannot be, or the context's.
func (v *View) Describe(ctx context.Context, sight policy.Sight, communities [][]graph.ID, o DescriptionOptions) ([]Description, error) {
	ctx, end := tracing.Begin(ctx, "engine Describe")
	defer end()
	most, err := listing("brokers", o.Brokers)
	if err != nil {
		return nil, err
	}
	links := o.Links
	links.Direction = graph.EitherWay
	f, err := v.sieve(sight, links)
	if err != nil {
		return nil, graph.Under("links", err)
	}
	d := &describer{sieve: f, o: o, of: map[uint32]int{}}
	members := make([][]uint32, len(communities))
	for i, ids := range communities {
		for _, root := range v.rootsOf(f.lens, ids) {
			if _, taken := d.of[root]; !taken {
				d.of[root] = i + 1
				members[i] = append(members[i], root)
			}
		}
	}
	out := make([]Description, len(communities))
	for i := range members {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("describe: %w", err)
		}
		out[i] = d.describe(i+1, members[i], most)
	}
	return out, nil
}

// describer knows the community of each entity, from 1; 0 is none.
type describer struct {
	*sieve
	o  DescriptionOptions
	of map[uint32]int
}

func (d *describer) describe(own int, members []uint32, most int) Description {
	out := Description{Entities: len(members)}
	kinds, roles, countries := map[graph.RecordKind]int{}, map[string]int{}, map[string]int{}
	markings := map[graph.MarkingID]int{}
	for _, root := range members {
		var one [1]uint32
		records := d.lens.records(root, &one)
		out.Records += len(records)
		kinds[d.view.kind(root)]++
		for _, r := range records {
			markings[graph.MarkingID(d.view.mark(r)&^joined)]++
		}
		d.label(roles, d.o.Roles, records)
		d.label(countries, d.o.Countries, records)
		inner, b := d.ties(own, root, records)
		out.Inner += inner
		out.Outer += b.Outside
		if b.Outside > 0 {
			out.Brokers = append(out.Brokers, b)
		}
	}
	out.Inner /= 2 // each was met from both ends
	out.Kinds = ordered(kinds, func(k graph.RecordKind, n int) KindCount { return KindCount{k, n} })
	label := func(l string, n int) LabelCount { return LabelCount{l, n} }
	out.Roles, out.Countries = ordered(roles, label), ordered(countries, label)
	for m, n := range markings {
		out.Markings = append(out.Markings, MarkingCount{m, n})
	}
	slices.SortFunc(out.Markings, func(a, b MarkingCount) int { return cmp.Compare(a.Marking, b.Marking) })
	slices.SortStableFunc(out.Brokers, func(a, b CommunityBroker) int {
		return cmp.Or(cmp.Compare(b.Outside, a.Outside), cmp.Compare(b.Participation, a.Participation))
	})
	out.Brokers = out.Brokers[:min(most, len(out.Brokers))]
	return out
}

// label counts the labels of an entity's records, each once.
func (d *describer) label(counts map[string]int, of map[graph.ID][]string, records []uint32) {
	seen := map[string]bool{}
	for _, r := range records {
		for _, label := range of[d.view.id(r)] {
			if !seen[label] {
				seen[label] = true
				counts[label]++
			}
		}
	}
}

// ties counts an entity's links by community.
func (d *describer) ties(own int, root uint32, records []uint32) (inner int, b CommunityBroker) {
	by := map[int]int{}
	all := 0
	for _, r := range records {
		d.eachTie(r, func(t tie) {
			if far := d.lens.entityOf(t.other, d.view.mark(t.other)); far != root {
				by[d.of[far]]++
				all++
			}
		})
	}
	squares := 0
	for _, n := range by {
		squares += n * n
	}
	b = CommunityBroker{Entity: d.view.id(root), Outside: all - by[own]}
	if all > 0 {
		b.Participation = 1 - float64(squares)/float64(all*all)
	}
	return by[own], b
}

// ordered orders counts, highest first, then by key.
func ordered[K cmp.Ordered, C any](counts map[K]int, made func(K, int) C) []C {
	keys := make([]K, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	var out []C
	for _, k := range keys {
		out = append(out, made(k, counts[k]))
	}
	return out
}
