package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/graph"
)

// gaining are the officers who may open a view now and could not before.
type gaining struct {
	*Enquiry
	before, after graph.Audience
}

// noticesOfView tell of a view those who may open it by an act and could not before,
// but for its maker. Of the maker's own organisation a sharing with a team tells the
// team alone, though all may open the view.
func (e *Enquiry) noticesOfView(ctx context.Context, view graph.ID, before, after graph.Audience) ([]graph.CaseObject, error) {
	if before.Scope == "" { // a new view was its maker's alone
		before = graph.Audience{Scope: graph.Officers, Officers: []graph.ID{e.principal.Officer}}
	}
	organisations, err := e.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	g := &gaining{Enquiry: e, before: before, after: after}
	named, err := g.namedByOrganisation(ctx)
	if err != nil {
		return nil, err
	}
	n := graph.Notice{Kind: graph.NoticeViewShared, From: e.principal.Organisation, Matter: view}
	var out []graph.CaseObject
	for _, o := range organisations {
		told, err := g.noticesTo(ctx, o.ID, n, named[o.ID])
		if err != nil {
			return nil, err
		}
		out = append(out, told...)
	}
	return out, nil
}

// namedByOrganisation are the officers whom the view names. Whose organisation the
// hub does not know is looked for among the maker's colleagues.
func (g *gaining) namedByOrganisation(ctx context.Context) (map[graph.ID][]graph.ID, error) {
	if g.after.Scope != graph.Officers {
		return nil, nil
	}
	known, err := g.store.Officers(ctx, g.after.Officers)
	if err != nil {
		return nil, fmt.Errorf("tell of a view: %w", err)
	}
	out := map[graph.ID][]graph.ID{}
	for _, id := range g.after.Officers {
		organisation := g.principal.Organisation
		if officer, ok := known[id]; ok {
			organisation = officer.Organisation
		}
		out[organisation] = append(out[organisation], id)
	}
	return out, nil
}

// all says whether an audience has all officers of an organisation in it.
func (g *gaining) all(a graph.Audience, organisation graph.ID) bool {
	return a.Reaches(organisation) || organisation == g.principal.Organisation && a.Scope != graph.Officers
}

// noticesTo are the notices to one organisation: one to all of it, or one to those named
// and to the members of each team.
func (g *gaining) noticesTo(ctx context.Context, organisation graph.ID, n graph.Notice, named []graph.ID) ([]graph.CaseObject, error) {
	if g.all(g.before, organisation) {
		return nil, nil
	}
	told := append(slices.Clone(g.before.Officers), g.principal.Officer)
	for _, team := range g.before.Operations {
		told = append(told, g.membersOf(ctx, team, organisation)...)
	}
	if g.all(g.after, organisation) && g.after.Scope != graph.JointTeams || g.after.Reaches(organisation) {
		object, err := g.noticeTo(organisation, n)
		object.Except = distinct(told)
		return []graph.CaseObject{object}, err
	}
	var out []graph.CaseObject
	tell := func(team graph.ID, officers []graph.ID) error {
		officers = slices.DeleteFunc(slices.Clone(officers), func(id graph.ID) bool { return slices.Contains(told, id) })
		if len(officers) == 0 {
			return nil
		}
		told = append(told, officers...)
		n.Operation = team
		m := graph.OwnOrganisationOnly(organisation)
		m.Audience = graph.Audience{Scope: graph.Officers, Officers: officers}
		object, err := g.notice(m.Canonical(), n, nil)
		out = append(out, object)
		return err
	}
	if err := tell("", named); err != nil {
		return nil, err
	}
	for _, team := range g.after.Operations {
		if err := tell(team, g.membersOf(ctx, team, organisation)); err != nil {
			return nil, err
		}
	}
	return out, nil
}
