package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/graph"
)

// Entity is what the caller sees of one thing, named by any of its records.
func (e *Enquiry) Entity(ctx context.Context, id graph.ID, asOf *time.Time) (*Entity, error) {
	record, err := e.Record(ctx, id, asOf)
	if err != nil {
		return nil, err
	}
	return e.EntityOf(ctx, record)
}

// EntityOf is the entity that a visible record is part of.
func (e *Enquiry) EntityOf(ctx context.Context, r *Record) (*Entity, error) {
	if r.AsOf != nil {
		return e.entityAsOf(ctx, r.ID, r.AsOf)
	}
	entity, ok := e.presentEntity(r.ID)
	if !ok {
		entity = &Entity{ID: r.ID, Members: []graph.ID{r.ID}}
	}
	if r.kin != nil {
		entity.kin = r.kin.derive("entities", e.membersWith)
	}
	return entity, nil
}

// membersWith are the records that are one thing with one of ids.
func (e *Enquiry) membersWith(ids []graph.ID) []graph.ID {
	var members []graph.ID
	for _, entity := range e.engine.View().Entities(e.sight, ids) {
		members = append(members, entity.Records...)
	}
	return members
}

// entityAsOf walks the judgements as they were known then, one statement for
// each step from the record.
func (e *Enquiry) entityAsOf(ctx context.Context, id graph.ID, asOf *time.Time) (*Entity, error) {
	question := linkQuestion{
		Filter: graph.LinkFilter{Kinds: []graph.LinkKind{graph.SameAs}},
		Page:   graph.Page{Limit: wholeNeighbourhood}, AsOf: asOf,
	}
	seen := map[graph.ID]bool{id: true}
	for frontier := []graph.ID{id}; len(frontier) > 0; {
		found, err := e.loaders.linksOf(question).loadAll(ctx, frontier, nil)
		if err != nil {
			return nil, fmt.Errorf("join an entity: %w", err)
		}
		frontier = nil
		for _, link := range slices.Concat(found...) {
			for _, end := range []graph.ID{link.From, link.To} {
				if !seen[end] {
					seen[end] = true
					frontier = append(frontier, end)
				}
			}
		}
	}
	entity := &Entity{AsOf: asOf}
	for member := range seen {
		entity.Members = append(entity.Members, member)
	}
	slices.Sort(entity.Members)
	entity.ID = entity.Members[0]
	return entity, nil
}

// EntityRecords are the records of an entity, by id.
func (e *Enquiry) EntityRecords(ctx context.Context, entity *Entity) ([]*Record, error) {
	return e.records(ctx, entity.Members, entity.AsOf, entity.kin)
}

// Naming is the record after which an entity is called: the first by id.
func (e *Enquiry) Naming(ctx context.Context, entity *Entity) (*Record, error) {
	return e.recordAmong(ctx, entity.ID, entity.AsOf, entity.kin)
}

// Judgements are the visible SAME_AS links that join an entity, by id.
func (e *Enquiry) Judgements(ctx context.Context, entity *Entity) ([]*Link, error) {
	question := linkQuestion{
		Filter: graph.LinkFilter{Kinds: []graph.LinkKind{graph.SameAs}},
		Page:   graph.Page{Limit: wholeNeighbourhood}, AsOf: entity.AsOf,
	}
	found, err := e.loaders.linksOf(question).loadAll(ctx, entity.Members, entity.kin)
	if err != nil {
		return nil, fmt.Errorf("read the judgements of an entity: %w", err)
	}
	seen := map[graph.ID]bool{}
	var out []*Link
	for _, link := range slices.Concat(found...) {
		if !seen[link.ID] {
			seen[link.ID] = true
			out = append(out, link)
			e.note(audit.Read, nil, link.ID)
		}
	}
	slices.SortFunc(out, func(a, b *Link) int { return compareIDs(a.ID, b.ID) })
	return out, nil
}

// ConditionsOf are how an entity must be handled: the strictest of its records and
// of the SAME_AS that join them, and the weakest grading of all of these.
func (e *Enquiry) ConditionsOf(ctx context.Context, entity *Entity) (*graph.Derived, error) {
	records, err := e.EntityRecords(ctx, entity)
	if err != nil {
		return nil, err
	}
	links, err := e.Judgements(ctx, entity)
	if err != nil {
		return nil, err
	}
	var markings []graph.Marking
	var gradings []graph.Grading
	for _, r := range records {
		markings, gradings = append(markings, r.Marking), append(gradings, r.Contribution.Grading)
	}
	for _, l := range links {
		markings, gradings = append(markings, l.Marking), append(gradings, l.Link.Grading)
	}
	derived := graph.Derive(markings, gradings)
	return &derived, nil
}
