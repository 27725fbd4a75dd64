package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// ViewAs is what a reading officer of another organisation sees of the
// caller's organisation, as far as the caller sees it.
type ViewAs struct {
	organisation graph.ID
	operation    graph.ID
	clearances   []graph.Compartment
	sight        policy.Sight // what both see
	filter       graph.RecordFilter
}

// ViewAs looks at the caller's organisation's elements through the eyes of an
// officer of another one, in a team or in none, with some clearances. What
// else that organisation sees is not looked at.
func (e *Enquiry) ViewAs(ctx context.Context, organisation graph.ID, operation *graph.ID, clearances []graph.Compartment) (*ViewAs, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if _, err := e.Organisation(ctx, organisation); err != nil {
		return nil, graph.At("organisation", err)
	}
	var teams []graph.ID
	if operation != nil {
		team, err := e.Operation(ctx, *operation)
		if err != nil {
			return nil, graph.At("operation", err)
		}
		if !team.PartyAt(organisation, e.at) {
			return nil, graph.Bad("operation", "The organisation is not a party to this operation now.")
		}
		if team.Running(e.at) {
			teams = []graph.ID{team.ID}
		}
	}
	sight, err := e.throughEyesOf(ctx, organisation, teams, clearances)
	v := &ViewAs{
		organisation: organisation, clearances: slices.Clone(clearances), sight: sight,
		filter: graph.RecordFilter{Owners: []graph.ID{e.principal.Organisation}},
	}
	if operation != nil {
		v.operation = *operation
	}
	return v, err
}

// throughEyesOf is what both the caller and an invented officer see.
func (e *Enquiry) throughEyesOf(ctx context.Context, organisation graph.ID, teams []graph.ID, clearances []graph.Compartment) (policy.Sight, error) {
	somebody, err := e.newID(graph.NounOfficer)
	if err != nil {
		return policy.Sight{}, err
	}
	known, err := e.markings.upTo(ctx, e.standing.Markings)
	if err != nil {
		return policy.Sight{}, fmt.Errorf("view as another: %w", err)
	}
	p := auth.Principal{
		Officer: somebody, Organisation: organisation, Roles: []auth.Role{auth.Investigator}, Clearances: clearances,
		Expires: e.at.Add(time.Hour),
	}
	return e.sight.Within(policy.See(p, teams, known, e.at)), nil
}

// ViewAsCounts are how many records of each kind they see, kinds without any left out.
func (e *Enquiry) ViewAsCounts(ctx context.Context, v *ViewAs) ([]*KindCount, error) {
	var out []*KindCount
	for _, kind := range graph.RecordKinds() {
		filter := v.filter
		filter.Kinds = []graph.RecordKind{kind}
		n, err := e.store.CountRecords(ctx, v.sight, filter)
		if err != nil {
			return nil, fmt.Errorf("count what another sees: %w", err)
		}
		if n > 0 {
			out = append(out, &KindCount{Kind: kind, Count: n})
		}
	}
	return out, nil
}

// ViewAsRecords is a page of the records that they see, by label.
func (e *Enquiry) ViewAsRecords(ctx context.Context, v *ViewAs, first int, after *string) (*RecordConnection, error) {
	list := e.listOf("viewAs", v.organisation, v.operation, v.clearances)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	found, places, err := e.store.ListRecords(ctx, v.sight, v.filter, graph.ByLabel, page)
	if err != nil {
		return nil, fmt.Errorf("list what another sees: %w", err)
	}
	connection, err := e.recordConnection(found, places, first, list)
	if err != nil {
		return nil, err
	}
	connection.total = func(ctx context.Context) (int, error) { return e.store.CountRecords(ctx, v.sight, v.filter) }
	e.note(audit.List, &audit.Shape{Question: "viewAs", First: first}, connection.ids()...)
	return connection, nil
}

// ViewAsLinks is a page of the links of the caller's organisation at one of
// its records that they see with both ends, by id.
func (e *Enquiry) ViewAsLinks(ctx context.Context, v *ViewAs, record graph.ID, first int, after *string) (*LinkConnection, error) {
	list := e.listOf("viewAsLinks", v.organisation, v.operation, v.clearances, record)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	found, err := e.ownLinksSeen(ctx, v, record)
	if err != nil {
		return nil, err
	}
	total := len(found)
	at, _ := slices.BinarySearchFunc(found, page.After.ID, func(l *Link, id graph.ID) int { return compareIDs(l.ID, id) })
	if at < total && found[at].ID == page.After.ID {
		at++
	}
	connection, err := e.linkConnection(found[at:min(total, at+page.Limit)], first, list)
	if err != nil {
		return nil, err
	}
	connection.total = func(context.Context) (int, error) { return total, nil }
	return connection, nil
}

func (e *Enquiry) ownLinksSeen(ctx context.Context, v *ViewAs, record graph.ID) ([]*Link, error) {
	if _, err := e.Record(ctx, record, nil); err != nil {
		return nil, graph.At("record", err)
	}
	found, err := e.store.LinksOf(ctx, v.sight, []graph.ID{record}, graph.LinkFilter{}, graph.Page{Limit: wholeNeighbourhood}, nil)
	if err != nil {
		return nil, fmt.Errorf("read the links that another sees: %w", err)
	}
	ends := &siblings{}
	var out []*Link
	for _, l := range found[record] {
		if l.Owner() == e.principal.Organisation {
			out = append(out, &Link{Link: l, ends: ends})
			ends.ids = append(ends.ids, l.From, l.To)
		}
	}
	return out, nil
}
