package engine

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine/network"
	"entente/tracing"
)

// StructureOptions say on what the structure is looked for; the zero options
// take everything in sight. Direction does not matter.
type StructureOptions struct {
	Scope       []graph.ID // keeps the entities of these records; nil keeps all
	RecordKinds []graph.RecordKind
	Links       graph.LinkFilter
	// List bounds how many of each are listed, at most 1,000; 0 is 10, less than 0
	// none. The counts are of all.
	List int
}

// Structure is where the network of entities comes apart.
type Structure struct {
	// Entities and Ties count what was looked at: a tie is a pair with links.
	Entities int
	Ties     int
	// Articulations counts the entities without which their part falls into
	// several; First are the first of them in the order of ids.
	Articulations      int
	FirstArticulations []graph.ID
	// Bridges counts the pairs without whose tie their part falls into two.
	Bridges      int
	FirstBridges []Bridge
	// Blocks counts the biconnected components: the sets of entities that no one
	// entity's absence takes apart. Largest first, then in the order of ids.
	Blocks      int
	FirstBlocks [][]graph.ID
}

// Bridge is a pair, the smaller id first, whose tie holds two parts together.
type Bridge struct{ A, B graph.ID }

// Structure finds articulation points, bridges and biconnected components
// (Hopcroft and Tarjan 1973). The error is a graph.Error for an option that
// cannot be, or the context's.
func (v *View) Structure(ctx context.Context, sight policy.Sight, o StructureOptions) (Structure, error) {
	ctx, end := tracing.Begin(ctx, "engine Structure")
	defer end()
	most, err := listing("list", o.List)
	if err != nil {
		return Structure{}, err
	}
	c, err := v.compact(ctx, sight, CommunityOptions{Scope: o.Scope, RecordKinds: o.RecordKinds, Links: o.Links})
	if err != nil {
		return Structure{}, err
	}
	w := c.web
	cuts := network.Cut(w)
	out := Structure{
		Entities: w.Size(), Ties: w.Ties(), Articulations: len(cuts.Articulations), Bridges: len(cuts.Bridges), Blocks: len(cuts.Blocks),
	}
	out.FirstArticulations = c.ids(cuts.Articulations[:min(most, len(cuts.Articulations))])
	for _, b := range cuts.Bridges[:min(most, len(cuts.Bridges))] {
		out.FirstBridges = append(out.FirstBridges, Bridge{c.view.id(c.roots[b.A]), c.view.id(c.roots[b.B])})
	}
	for _, block := range cuts.Blocks[:min(most, len(cuts.Blocks))] {
		out.FirstBlocks = append(out.FirstBlocks, c.ids(block))
	}
	return out, ctx.Err()
}

func (c *compact) ids(nodes []uint32) []graph.ID {
	var out []graph.ID
	for _, n := range nodes {
		out = append(out, c.view.id(c.roots[n]))
	}
	return out
}

// BrokerageOptions say between which groups entities broker.
type BrokerageOptions struct {
	StructureOptions
	// Groups gives each record's group, such as its country; at most 4,000,000,000
	// groups. An entity is of the group of the first of its records, in the order of
	// ids, that has one; one without any is left out. Records out of sight count
	// for nothing.
	Groups map[graph.ID]string
}

// Broker is an entity with how many pairs of its neighbours, without a tie of
// their own, it stands between (see network.Brokerage).
type Broker struct {
	Entity graph.ID
	Group  string
	// Coordinator counts pairs of its own group, Consultant pairs of one other
	// group, Gatekeeper pairs of its own and another, Liaison pairs of two others.
	Coordinator, Consultant, Gatekeeper, Liaison int
}

// Between is how many of the pairs are not all of one group.
func (b Broker) Between() int { return b.Consultant + b.Gatekeeper + b.Liaison }

// Brokers lists the entities that broker between groups (Gould and Fernandez
// 1989), most pairs between groups first, then in the order of ids; those with
// none are left out. The error is a graph.Error for an option that cannot be,
// or the context's.
func (v *View) Brokers(ctx context.Context, sight policy.Sight, o BrokerageOptions) ([]Broker, error) {
	ctx, end := tracing.Begin(ctx, "engine Brokers")
	defer end()
	most, err := listing("list", o.List)
	if err != nil {
		return nil, err
	}
	if len(o.Groups) == 0 {
		return nil, graph.Bad("groups", "Give the groups of records, such as their countries.")
	}
	c, err := v.compact(ctx, sight, CommunityOptions{Scope: o.Scope, RecordKinds: o.RecordKinds, Links: o.Links})
	if err != nil {
		return nil, err
	}
	names, groups := c.groups(o.Groups)
	counts, err := network.Broker(ctx, c.web, groups)
	if err != nil {
		return nil, fmt.Errorf("brokers: %w", err)
	}
	var out []Broker
	for n, b := range counts {
		if b.Between() > 0 {
			out = append(out, Broker{c.view.id(c.roots[n]), names[groups[n]], b.Coordinator, b.Consultant, b.Gatekeeper, b.Liaison})
		}
	}
	slices.SortStableFunc(out, func(a, b Broker) int { return cmp.Compare(b.Between(), a.Between()) })
	return out[:min(most, len(out))], nil
}

// groups numbers the groups of the nodes from 1; 0 is none.
func (c *compact) groups(of map[graph.ID]string) (names []string, groups []uint32) {
	names, groups = []string{""}, make([]uint32, len(c.roots))
	number := map[string]uint32{"": 0}
	for n, root := range c.roots {
		var one [1]uint32
		for _, member := range c.lens.records(root, &one) {
			name, ok := of[c.view.id(member)]
			if !ok {
				continue
			}
			if _, known := number[name]; !known {
				number[name] = uint32(len(names)) //nolint:gosec // fewer than 2^32 groups
				names = append(names, name)
			}
			groups[n] = number[name]
			break
		}
	}
	return names, groups
}
