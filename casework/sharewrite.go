package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entente/audit"
	"entente/graph"
)

// SharePayload is how many elements an act of sharing changed; Revision is sealed.
type SharePayload struct {
	Changed  int
	Revision string
}

// Share carries out an act as it was previewed, all of it in one write.
// Anything changed since: Conflict.
func (e *Enquiry) Share(ctx context.Context, in ShareInput) (*SharePayload, error) {
	a, err := e.attempt(ctx, "share", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putShare(ctx, a.key, &in)
	}
	if err != nil {
		return nil, err
	}
	token, err := e.seal.revision(revision)
	return &SharePayload{Changed: before.Count, Revision: token}, err
}

func (e *Enquiry) putShare(ctx context.Context, key graph.WriteKey, in *ShareInput) (outcome, graph.Revision, error) {
	if _, ok := e.seal.openCursor(in.PreviewToken, e.listOf("share")); !ok {
		return outcome{}, 0, graph.Bad("input.previewToken", "Ask for a preview first, and hand back its token.")
	}
	p, err := e.previewShare(ctx, in)
	if err != nil {
		return outcome{}, 0, err
	}
	if p.Token != in.PreviewToken {
		return outcome{}, 0, &graph.Error{
			Code: graph.Conflict, Field: "input.previewToken",
			Message: "Something changed since the preview, or this asks for something else: ask for a preview again.",
		}
	}
	if len(p.going) == 0 {
		return outcome{}, 0, graph.Bad("input.ids", "Nothing would change: see what stays in the preview, and why the act does not fit it.")
	}
	return e.carryOutShare(ctx, key, in, p)
}

func (e *Enquiry) carryOutShare(ctx context.Context, key graph.WriteKey, in *ShareInput, p *SharePreview) (outcome, graph.Revision, error) {
	if in.Act == graph.ShareFirst || in.Act == graph.Widen {
		if err := e.safeguarded(ctx, selectionOf(p.going).people()); err != nil {
			return outcome{}, 0, err
		}
	}
	w := graph.Write{Key: key, At: e.at, Expect: map[graph.ID]graph.ID{}}
	var err error
	if w.Outcome, err = json.Marshal(outcome{Count: len(p.going)}); err != nil {
		return outcome{}, 0, fmt.Errorf("encode an outcome: %w", err)
	}
	for _, one := range p.going {
		if err := e.remark(&w, one); err != nil {
			return outcome{}, 0, err
		}
	}
	if w.CaseObjects, err = e.noticesOfShare(ctx, p.going); err != nil {
		return outcome{}, 0, err
	}
	action := audit.Share
	if in.Act == graph.Narrow || in.Act == graph.Recall {
		action = audit.Recall
	}
	if err := e.record(ctx, audit.Entry{Action: action, Elements: idsOf(p.going)}); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// remark adds a new version of an element under its new marking to a write.
func (e *Enquiry) remark(w *graph.Write, one *shared) error {
	version, err := e.newID(graph.NounVersion)
	if err != nil {
		return err
	}
	c := one.Contribution
	w.Expect[c.ID] = c.Version
	c.Marking, c.Version, c.KnownFrom = one.after, version, e.at
	switch element := one.node.(type) {
	case *Record:
		r := element.Record
		r.Contribution = c
		w.Records = append(w.Records, r)
	case *Link:
		l := element.Link
		l.Contribution = c
		w.Links = append(w.Links, l)
	case *Involvement:
		i := element.Involvement
		i.Contribution = c
		w.Involvements = append(w.Involvements, i)
	}
	return nil
}

// selectionOf are the elements of an act as a selection.
func selectionOf(going []*shared) *selection {
	s := &selection{}
	for _, one := range going {
		switch element := one.node.(type) {
		case *Record:
			s.records = append(s.records, element)
		case *Link:
			s.links = append(s.links, element)
		case *Involvement:
			s.involvements = append(s.involvements, element)
		}
	}
	return s
}

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

// noticesOfShare tell each organisation what came into its sight or left it.
// Of what is under an embargo nobody is told: it would lift the embargo.
func (e *Enquiry) noticesOfShare(ctx context.Context, going []*shared) ([]graph.CaseObject, error) {
	about := map[told][]*shared{}
	organisations, err := e.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range going {
		before, after := one.Marking, one.after
		if !before.Holds(e.at) {
			before.Audience = graph.Audience{Scope: graph.Private}
		}
		if !after.Holds(e.at) {
			after.Audience = graph.Audience{Scope: graph.Private}
		}
		for t := range e.tellOf(before.Audience, after.Audience, organisations) {
			t.compartments = fmt.Sprint(after.Compartments)
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

// tellOf are those to be told of a change of audience.
func (e *Enquiry) tellOf(before, after graph.Audience, organisations []*graph.Organisation) map[told]bool {
	out := map[told]bool{}
	add := func(organisation, operation graph.ID, had, has bool) {
		if had == has || organisation == e.principal.Organisation {
			return
		}
		kind := graph.NoticeRecalled
		if has {
			kind = graph.NoticeShared
		}
		out[told{kind: kind, organisation: organisation, operation: operation}] = true
	}
	for _, o := range organisations {
		add(o.ID, "", before.Reaches(o.ID), after.Reaches(o.ID))
	}
	for _, team := range distinct(slices.Concat(before.Operations, after.Operations)) {
		for _, o := range organisations {
			if !before.Reaches(o.ID) && !after.Reaches(o.ID) {
				add(o.ID, team, before.ReachesTeam(team), after.ReachesTeam(team))
			}
		}
	}
	return out
}

func sortedTold(about map[told][]*shared) []told {
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
func (e *Enquiry) noticeOfShare(ctx context.Context, t told, about []*shared) (graph.CaseObject, bool, error) {
	m := graph.OwnOrganisationOnly(t.organisation)
	m.Compartments = about[0].after.Compartments
	if t.operation != "" {
		m.Audience = graph.Audience{Scope: graph.Officers, Officers: e.membersOf(ctx, t.operation, t.organisation)}
		if len(m.Audience.Officers) == 0 {
			return graph.CaseObject{}, false, nil
		}
	}
	ids := idsOf(about)
	n := graph.Notice{Kind: t.kind, From: e.principal.Organisation, Operation: t.operation}
	object, err := e.notice(m.Canonical(), n, ids[:min(len(ids), maxAbout)])
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
