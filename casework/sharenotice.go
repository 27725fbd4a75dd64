package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/graph"
)

// told is whom one notice of a sharing goes to: an organisation, or its members
// of a team, and of these who are cleared for what it is about.
type told struct {
	kind         graph.NoticeKind
	organisation graph.ID
	operation    graph.ID // empty: all of the organisation
	compartments string
}

// maxAbout bounds how many elements one notice names.
const maxAbout = 100

// turned is an element of an act of sharing with all that must be in sight for it
// to be: its own marking, those of its ends or its person, and the operation of a role.
type turned struct {
	id            graph.ID
	before, after []graph.Marking
	operation     *graph.Operation // of a role
}

// compartments are the clearances that are needed to know of the element.
func (t *turned) compartments() []graph.Compartment {
	var all []graph.Compartment
	for _, m := range t.after {
		all = append(all, m.Compartments...)
	}
	return graph.Marking{Compartments: all}.Canonical().Compartments
}

// noticesOfShare tell each organisation what came into its sight or left it.
// Of what is under an embargo nobody is told: it would lift the embargo. Of a
// link or a role whom it is for is told who sees its ends or its person as well:
// to anybody else it is not there, whatever its own marking says.
func (e *Enquiry) noticesOfShare(ctx context.Context, going []*shared) ([]graph.CaseObject, error) {
	organisations, err := e.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	all, err := e.turnedBy(ctx, going)
	if err != nil {
		return nil, err
	}
	about := map[told][]*turned{}
	for _, one := range all {
		for t := range e.tellOf(one, organisations) {
			t.compartments = fmt.Sprint(one.compartments())
			about[t] = append(about[t], one)
		}
	}
	var out []graph.CaseObject
	for _, t := range sortedTold(about) {
		object, ok, err := e.noticeOfShare(ctx, t, about[t])
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, object)
		}
	}
	return out, nil
}

// turnedBy are the elements of an act as they are told of.
func (e *Enquiry) turnedBy(ctx context.Context, going []*shared) ([]*turned, error) {
	w := &watch{after: map[graph.ID]graph.Marking{}}
	before := map[graph.ID]graph.Marking{}
	for _, one := range going {
		before[one.ID], w.after[one.ID] = one.Marking, one.after
	}
	if err := e.addEnds(ctx, selectionOf(going), w); err != nil {
		return nil, err
	}
	var all []*turned
	for _, one := range going {
		t := &turned{id: one.ID}
		needs := []graph.ID{one.ID}
		switch element := one.node.(type) {
		case *Link:
			needs = append(needs, element.Link.From, element.Link.To)
		case *Involvement:
			needs = append(needs, element.Involvement.Person)
			operation, err := e.Operation(ctx, element.Involvement.Operation)
			if err != nil {
				return nil, err
			}
			t.operation = operation
		}
		for _, id := range needs {
			was, changes := before[id]
			if !changes {
				was = w.after[id]
			}
			t.before, t.after = append(t.before, e.asShared(was)), append(t.after, e.asShared(w.after[id]))
		}
		all = append(all, t)
	}
	return all, nil
}

// asShared is a marking as others meet it now: private while its sharing does not hold.
func (e *Enquiry) asShared(m graph.Marking) graph.Marking {
	if !m.Holds(e.at) {
		m.Audience = graph.Audience{Scope: graph.Private}
	}
	return m
}

// tellOf are those to be told of a change of sight.
func (e *Enquiry) tellOf(one *turned, organisations []*graph.Organisation) map[told]bool {
	out := map[told]bool{}
	add := func(organisation, operation graph.ID) {
		had, has := reach(one.before, organisation, operation), reach(one.after, organisation, operation)
		if had == has || organisation == e.principal.Organisation {
			return
		}
		if one.operation != nil && !one.operation.PartyAt(organisation, e.at) {
			return
		}
		kind := graph.NoticeRecalled
		if has {
			kind = graph.NoticeShared
		}
		out[told{kind: kind, organisation: organisation, operation: operation}] = true
	}
	before, after := one.before[0].Audience, one.after[0].Audience
	for _, o := range organisations {
		add(o.ID, "")
	}
	for _, team := range distinct(slices.Concat(before.Operations, after.Operations)) {
		for _, o := range organisations {
			if !before.Reaches(o.ID) && !after.Reaches(o.ID) {
				add(o.ID, team)
			}
		}
	}
	return out
}

// reach says whether an organisation's officers, or with an operation those of
// them in its team, are in the audience of every one of some markings.
func reach(all []graph.Marking, organisation, operation graph.ID) bool {
	return !slices.ContainsFunc(all, func(m graph.Marking) bool {
		return m.Audience.Scope == graph.Officers || m.Owner != organisation && !m.Audience.Reaches(organisation) &&
			(operation == "" || !m.Audience.ReachesTeam(operation))
	})
}

func sortedTold(about map[told][]*turned) []told {
	out := make([]told, 0, len(about))
	for t := range about {
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b told) int {
		key := func(t told) graph.ID {
			return t.organisation + t.operation + graph.ID(t.kind) + graph.ID(t.compartments)
		}
		return compareIDs(key(a), key(b))
	})
	return out
}

// noticeOfShare is one notice; ok is false where a team has nobody of that
// organisation, or is none of the caller's business.
func (e *Enquiry) noticeOfShare(ctx context.Context, t told, about []*turned) (graph.CaseObject, bool, error) {
	m := graph.OwnOrganisationOnly(t.organisation)
	m.Compartments = about[0].compartments()
	if t.operation != "" {
		m.Audience = graph.Audience{Scope: graph.Officers, Officers: e.membersOf(ctx, t.operation, t.organisation)}
		if len(m.Audience.Officers) == 0 {
			return graph.CaseObject{}, false, nil
		}
	}
	var ids []graph.ID
	for _, one := range about[:min(len(about), maxAbout)] {
		ids = append(ids, one.id)
	}
	n := graph.Notice{Kind: t.kind, From: e.principal.Organisation, Operation: t.operation}
	object, err := e.notice(m.Canonical(), n, ids)
	return object, true, err
}

// membersOf are an organisation's officers in a team now, if the caller knows
// of the team.
func (e *Enquiry) membersOf(ctx context.Context, operation, organisation graph.ID) []graph.ID {
	team, err := e.Operation(ctx, operation)
	if err != nil {
		return nil
	}
	var officers []graph.ID
	for _, m := range team.Members {
		if m.Organisation == organisation && team.InTeam(m.Officer, organisation, e.at) {
			officers = append(officers, m.Officer)
		}
	}
	return distinct(officers)
}
