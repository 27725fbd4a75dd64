package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/graph"
)

// watch is who would see what after an act, as far as the caller can tell.
type watch struct {
	owner    graph.ID
	after    map[graph.ID]graph.Marking // of the records that count
	concerns []*Concern
}

// concerns are what an owner should look at before an act of sharing.
func (e *Enquiry) concerns(ctx context.Context, s *selection, all []*shared) ([]*Concern, error) {
	w := &watch{owner: e.principal.Organisation, after: map[graph.ID]graph.Marking{}}
	byID := map[graph.ID]*shared{}
	for _, one := range all {
		byID[one.ID] = one
		w.after[one.ID] = one.after
	}
	if err := e.addEnds(ctx, s, w); err != nil {
		return nil, err
	}
	for _, l := range s.links {
		w.link(l, byID[l.ID].after.Audience)
	}
	for _, l := range s.left {
		w.leftLink(l)
	}
	for _, i := range s.involvements {
		w.needs(graph.PersonStays, i, byID[i.ID].after.Audience, i.Involvement.Person)
	}
	if err := e.roles(ctx, s, w, byID); err != nil {
		return nil, err
	}
	return w.concerns, nil
}

// addEnds learns how the records are marked at which selected links end and
// whom selected roles are about. All of them are in the caller's sight.
func (e *Enquiry) addEnds(ctx context.Context, s *selection, w *watch) error {
	var ends []graph.ID
	for _, l := range s.links {
		ends = append(ends, l.Link.From, l.Link.To)
	}
	for _, i := range s.involvements {
		ends = append(ends, i.Involvement.Person)
	}
	ends = slices.DeleteFunc(distinct(ends), func(id graph.ID) bool { _, known := w.after[id]; return known })
	found, err := e.records(ctx, ends, nil, nil)
	for _, r := range found {
		w.after[r.ID] = r.Marking
	}
	return err
}

// link says where a link that goes ends in nothing, and what a SAME_AS tells.
func (w *watch) link(l *Link, goes graph.Audience) {
	lacking := w.needs(graph.EndStays, l, goes, l.Link.From)
	lacking = w.needs(graph.EndStays, l, goes, l.Link.To) || lacking
	if l.Kind == graph.SameAs && goes.Shared() && !lacking {
		w.add(graph.SameShows, l, "")
	}
}

// leftLink says that two records go and a link between them does not.
func (w *watch) leftLink(l *Link) {
	from, to := w.after[l.Link.From], w.after[l.Link.To]
	if !from.Audience.Shared() || !to.Audience.Shared() || w.covers(l.Marking, from.Audience.Within(to.Audience)) {
		return
	}
	concern := graph.LinkStays
	if l.Kind == graph.SameAs {
		concern = graph.SameStays
	}
	w.add(concern, l, "")
}

// needs says that somebody in an audience does not see a record.
func (w *watch) needs(concern graph.ShareConcern, element Node, goes graph.Audience, record graph.ID) bool {
	if !goes.Shared() || w.covers(w.after[record], goes) {
		return false
	}
	w.add(concern, element, record)
	return true
}

// covers says whether all of an audience see elements with a marking, as far
// as audiences tell: an organisation that owns it does.
func (w *watch) covers(m graph.Marking, all graph.Audience) bool {
	if m.Audience.Scope == graph.Everyone {
		return true
	}
	if all.Scope == graph.Everyone {
		return false
	}
	for _, id := range all.Organisations {
		if m.Owner != id && !m.Audience.Reaches(id) {
			return false
		}
	}
	for _, id := range all.Operations {
		if !m.Audience.ReachesTeam(id) {
			return false
		}
	}
	return true
}

func (w *watch) add(concern graph.ShareConcern, element Node, other graph.ID) {
	w.concerns = append(w.concerns, &Concern{Concern: concern, Element: element, OtherID: other})
}

// roles says that a person goes and a role of theirs, of the same owner, does
// not: a receiver would not know whom to safeguard.
func (e *Enquiry) roles(ctx context.Context, s *selection, w *watch, selected map[graph.ID]*shared) error {
	var persons []graph.ID
	for _, r := range s.records {
		if r.Kind() == graph.KindPerson && w.after[r.ID].Audience.Shared() {
			persons = append(persons, r.ID)
		}
	}
	found, err := e.store.Involvements(ctx, e.sight, persons, nil)
	if err != nil {
		return fmt.Errorf("read the roles of people: %w", err)
	}
	for _, person := range persons {
		for _, i := range found[person] {
			if i.Owner() != w.owner || selected[i.ID] != nil || !e.knowsOperation(ctx, i.Operation) ||
				w.covers(i.Marking, w.after[person].Audience) {
				continue
			}
			w.add(graph.RoleStays, &Involvement{Involvement: i}, person)
		}
	}
	return nil
}
