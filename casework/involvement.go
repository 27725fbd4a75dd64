package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// InvolvementStore reads roles in operations under a sight: one is visible if
// it and the person's record are.
type InvolvementStore interface {
	// Involvements are those of each person, by id, in one statement.
	Involvements(ctx context.Context, s policy.Sight, persons []graph.ID, asOf *time.Time) (map[graph.ID][]graph.Involvement, error)
	// InvolvementsByID are the visible ones among ids.
	InvolvementsByID(ctx context.Context, s policy.Sight, ids []graph.ID) (map[graph.ID]graph.Involvement, error)
	// InvolvementsOf is a page of an operation's involvements, by id.
	InvolvementsOf(ctx context.Context, s policy.Sight, operation graph.ID, roles []graph.InvolvementRole, p graph.Page) ([]graph.Involvement, error)
	// InvolvementsUnder are the ids of visible ones under some markings.
	InvolvementsUnder(ctx context.Context, s policy.Sight, markings []graph.MarkingID, limit int) ([]graph.ID, error)
	// CountInvolvementsOf counts them on all pages.
	CountInvolvementsOf(ctx context.Context, s policy.Sight, operation graph.ID, roles []graph.InvolvementRole) (int, error)
}

func compareIDs(a, b graph.ID) int { return cmp.Compare(a, b) }

// Involvement is a role by its id, or NotFound.
func (e *Enquiry) Involvement(ctx context.Context, id graph.ID) (*Involvement, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	found, err := e.store.InvolvementsByID(ctx, e.sight, []graph.ID{id})
	if err != nil {
		return nil, fmt.Errorf("read an involvement: %w", err)
	}
	involvement, ok := found[id]
	if !ok || !e.knowsOperation(ctx, involvement.Operation) {
		return nil, graph.Missing()
	}
	e.note(audit.Read, nil, id, involvement.Person)
	return &Involvement{Involvement: involvement}, nil
}

// InvolvementsOf are the roles of a record in the operations the caller knows
// of, by id.
func (e *Enquiry) InvolvementsOf(ctx context.Context, r *Record) ([]*Involvement, error) {
	return e.involvements(ctx, []graph.ID{r.ID}, r.AsOf, r.kin)
}

// InvolvementsOfEntity are those of all records of an entity, by id.
func (e *Enquiry) InvolvementsOfEntity(ctx context.Context, entity *Entity) ([]*Involvement, error) {
	return e.involvements(ctx, entity.Members, entity.AsOf, entity.kin)
}

// Person is the record of the person whom an involvement is about.
func (e *Enquiry) Person(ctx context.Context, i *Involvement) (*Record, error) {
	return e.recordAmong(ctx, i.Involvement.Person, i.AsOf, i.persons)
}

func (e *Enquiry) involvements(ctx context.Context, persons []graph.ID, asOf *time.Time, kin *siblings) ([]*Involvement, error) {
	found, err := e.loaders.involvementsOf(asOf).loadAll(ctx, persons, kin)
	if err != nil {
		return nil, fmt.Errorf("read involvements: %w", err)
	}
	var out []*Involvement
	for _, involvement := range slices.Concat(found...) {
		if e.knowsOperation(ctx, involvement.Operation) {
			out = append(out, involvement)
			e.note(audit.Read, nil, involvement.ID)
		}
	}
	slices.SortFunc(out, func(a, b *Involvement) int { return compareIDs(a.ID, b.ID) })
	return out, nil
}

// InvolvementsIn is a page of the roles in an operation, by id.
func (e *Enquiry) InvolvementsIn(ctx context.Context, o *graph.Operation, roles []graph.InvolvementRole, first int, after *string) (*InvolvementConnection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	list := e.listOf("involvements", o.ID, roles)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	found, err := e.store.InvolvementsOf(ctx, e.sight, o.ID, roles, page)
	if err != nil {
		return nil, fmt.Errorf("list involvements: %w", err)
	}
	persons := &siblings{}
	c := &InvolvementConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	for i := range min(len(found), first) {
		cursor, err := e.seal.cursor(graph.Position{ID: found[i].ID}, list)
		if err != nil {
			return nil, err
		}
		involvement := &Involvement{Involvement: found[i], persons: persons}
		persons.ids = append(persons.ids, involvement.Involvement.Person)
		c.Nodes = append(c.Nodes, involvement)
		c.Edges = append(c.Edges, InvolvementEdge{Cursor: cursor, Node: involvement})
		c.PageInfo.EndCursor = &c.Edges[i].Cursor
		e.note(audit.Read, nil, involvement.ID, involvement.Involvement.Person)
	}
	c.total = func(ctx context.Context) (int, error) { return e.store.CountInvolvementsOf(ctx, e.sight, o.ID, roles) }
	return c, nil
}
