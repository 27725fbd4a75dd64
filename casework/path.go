package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// maxHops bounds a path, and what may be asked of one.
const maxHops = 64

// maxAvoid bounds how many records a path may be told to avoid.
const maxAvoid = 1000

// ShortestPath is a path of fewest hops between the entities of two records,
// nil where none is in sight. An end out of sight: NotFound.
func (e *Enquiry) ShortestPath(ctx context.Context, from, to graph.ID, in *PathOptions, detail Detail) (*Path, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	options, err := in.options()
	if err != nil {
		return nil, err
	}
	found, ok, err := e.engine.View().ShortestPath(ctx, e.sight, from, to, options)
	if err != nil {
		return nil, fmt.Errorf("shortest path: %w", err)
	}
	shape := &audit.Shape{Question: "shortestPath", Given: in.given(), Depth: options.MaxHops}
	e.note(audit.Path, shape, append(recordsOn(found), from, to)...)
	e.brokerPath(from, to, options, hopsOf(found, ok))
	if !ok {
		return nil, nil //nolint:nilnil // that there is no path is an answer
	}
	return e.path(ctx, found, detail)
}

// path reads the links and records of a path, for its gradings and conditions.
func (e *Enquiry) path(ctx context.Context, found engine.Path, detail Detail) (*Path, error) {
	read := newReading()
	read.want(found)
	if err := read.all(ctx, e, detail); err != nil {
		return nil, err
	}
	path, _, _ := read.path(found)
	return path, nil
}

func (o *PathOptions) options() (engine.PathOptions, error) {
	if o == nil {
		return engine.PathOptions{MaxHops: maxHops}, nil
	}
	if o.MaxHops < 1 || o.MaxHops > maxHops {
		return engine.PathOptions{}, graph.Bad("options.maxHops", fmt.Sprintf("A path has 1 to %d hops.", maxHops))
	}
	if len(o.Avoid) > maxAvoid {
		return engine.PathOptions{}, graph.Bad("options.avoid", fmt.Sprintf("At most %d records can be avoided.", maxAvoid))
	}
	weakness, err := weakest(o.LeastGrading, "options.leastGrading")
	if err != nil {
		return engine.PathOptions{}, err
	}
	links := graph.LinkFilter{Kinds: o.LinkKinds, At: o.At, WeakestGrading: weakness}
	if o.Directed {
		links.Direction = graph.Outgoing
	}
	return engine.PathOptions{Links: links, Avoid: o.Avoid, MaxHops: o.MaxHops}, nil
}

// given lists what was filled in, without the values.
func (o *PathOptions) given() []string {
	if o == nil {
		return nil
	}
	return given(map[string]bool{
		"options.linkKinds": len(o.LinkKinds) > 0, "options.avoid": len(o.Avoid) > 0, "options.at": o.At != nil,
		"options.leastGrading": o.LeastGrading != nil, "options.directed": o.Directed,
	})
}

// entitiesOf are entities as the caller sees them, siblings of each other.
func entitiesOf(found []engine.Entity) []*Entity {
	kin := &siblings{}
	out := make([]*Entity, len(found))
	for i, entity := range found {
		out[i] = &Entity{ID: entity.ID, Members: entity.Records, kin: kin}
		kin.ids = append(kin.ids, entity.Records...)
	}
	return out
}

// presentEntity is the entity of a record as the engine has it now.
func (e *Enquiry) presentEntity(record graph.ID) (*Entity, bool) {
	found, ok := e.engine.View().Entity(e.sight, record)
	if !ok {
		return nil, false
	}
	return &Entity{ID: found.ID, Members: found.Records}, true
}

// recordsOn are the records of all entities on a path.
func recordsOn(path engine.Path) []graph.ID {
	var ids []graph.ID
	for _, entity := range path.Entities {
		ids = append(ids, entity.Records...)
	}
	return ids
}
