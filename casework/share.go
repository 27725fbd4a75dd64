package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// ShareInput says what is to be shared, with whom and under which conditions.
// What is left out of the conditions stays as each element has it.
type ShareInput struct {
	IdempotencyKey string // of share alone
	PreviewToken   string // of share alone
	Act            graph.ShareAct
	IDs            []graph.ID    // records, links and involvements, or
	Filter         *RecordFilter // records of the caller's organisation
	WithLinks      bool          // also its links among those records
	Audience       *graph.Audience
	Handling       []graph.Handling // nil is as it was
	Restrictions   *string
	Embargo        *time.Time
	Expires        *time.Time
}

// maxShare bounds how many elements one act of sharing takes.
const maxShare = 5000

// shared is one element that is asked for, as it is and as it would be.
type shared struct {
	graph.Contribution
	node  Node
	after graph.Marking
}

// goes says whether anything changes.
func (s *shared) goes() bool { return !s.Marking.Same(s.after) }

// selection is what an act is about, each part in the order of ids.
type selection struct {
	records      []*Record
	links        []*Link
	involvements []*Involvement
	left         []*Link // of the caller's organisation, between the records and not selected
}

// selected reads what is to be shared: all of it in sight, and of the caller's
// organisation.
func (e *Enquiry) selected(ctx context.Context, in *ShareInput) (*selection, error) {
	ids, err := e.askedToShare(ctx, in)
	if err != nil {
		return nil, err
	}
	s := &selection{}
	if err := e.readSelected(ctx, s, ids); err != nil {
		return nil, err
	}
	for _, c := range s.contributions() {
		if c.Owner() != e.principal.Organisation {
			return nil, e.gate(ctx, "Only the organisation that contributed something may share it. What came from others goes further by their release.", c.ID)
		}
	}
	return s, e.addTies(ctx, s, in.WithLinks)
}

// askedToShare are the distinct ids of an input, in order.
func (e *Enquiry) askedToShare(ctx context.Context, in *ShareInput) ([]graph.ID, error) {
	if (len(in.IDs) > 0) == (in.Filter != nil) {
		return nil, graph.Bad("input.ids", "Give either ids, or a filter.")
	}
	ids := slices.Compact(slices.Sorted(slices.Values(in.IDs)))
	if in.Filter != nil {
		filter, err := in.Filter.filter()
		if err != nil {
			return nil, graph.Under("input", err)
		}
		filter.Owners = []graph.ID{e.principal.Organisation}
		if ids, err = e.recordIDs(ctx, e.listSight(ctx, in.Filter), filter, maxShare); err != nil {
			return nil, err
		}
		slices.Sort(ids)
	}
	if len(ids) > maxShare {
		return nil, tooMany(len(ids), maxShare)
	}
	return ids, nil
}

// readSelected reads elements by their ids; one that is not there for the
// caller is NotFound.
func (e *Enquiry) readSelected(ctx context.Context, s *selection, ids []graph.ID) error {
	var err error
	if s.records, err = e.records(ctx, ofNoun(ids, graph.NounRecord), nil, nil); err != nil {
		return err
	}
	if s.links, err = e.links(ctx, ofNoun(ids, graph.NounLink), nil); err != nil {
		return err
	}
	if s.involvements, err = e.involvementsByID(ctx, ofNoun(ids, graph.NounInvolvement)); err != nil {
		return err
	}
	if len(s.records)+len(s.links)+len(s.involvements) < len(ids) {
		return graph.At("input.ids", graph.Missing())
	}
	return nil
}

func ofNoun(ids []graph.ID, noun graph.Noun) []graph.ID {
	var out []graph.ID
	for _, id := range ids {
		if id.Is(noun) {
			out = append(out, id)
		}
	}
	return out
}

// involvementsByID are the visible ones among ids, in the order of ids.
func (e *Enquiry) involvementsByID(ctx context.Context, ids []graph.ID) ([]*Involvement, error) {
	found, err := e.store.InvolvementsByID(ctx, e.sight, ids)
	if err != nil {
		return nil, fmt.Errorf("read involvements: %w", err)
	}
	var out []*Involvement
	for _, id := range ids {
		if one, ok := found[id]; ok && e.knowsOperation(ctx, one.Operation) {
			out = append(out, &Involvement{Involvement: one})
		}
	}
	return out, nil
}

// addTies finds the links of the caller's organisation among the records, and
// selects them or leaves them aside.
func (e *Enquiry) addTies(ctx context.Context, s *selection, withLinks bool) error {
	known := map[graph.ID]bool{}
	for _, l := range s.links {
		known[l.ID] = true
	}
	var ids []graph.ID
	for _, tie := range e.engine.View().Induced(e.sight, recordIDsOf(s.records)) {
		if !known[tie.ID] {
			ids = append(ids, tie.ID)
		}
	}
	found, err := e.links(ctx, ids, nil)
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(l *Link) bool { return l.Owner() != e.principal.Organisation })
	if !withLinks {
		s.left = found
		return nil
	}
	s.links = append(s.links, found...)
	slices.SortFunc(s.links, func(a, b *Link) int { return compareIDs(a.ID, b.ID) })
	if n := len(s.contributions()); n > maxShare {
		return tooMany(n, maxShare)
	}
	return nil
}

func recordIDsOf(records []*Record) []graph.ID {
	ids := make([]graph.ID, len(records))
	for i, r := range records {
		ids[i] = r.ID
	}
	return ids
}

func (s *selection) contributions() []graph.Contribution {
	var out []graph.Contribution
	for _, r := range s.records {
		out = append(out, r.Contribution)
	}
	for _, l := range s.links {
		out = append(out, l.Contribution)
	}
	for _, i := range s.involvements {
		out = append(out, i.Contribution)
	}
	return out
}

// remarked gives every element of a selection the marking that it would have.
func (e *Enquiry) remarked(ctx context.Context, s *selection, in *ShareInput) ([]*shared, error) {
	if err := e.mayShareWith(ctx, in); err != nil {
		return nil, err
	}
	var all []*shared
	add := func(c graph.Contribution, n Node) error {
		after, err := e.afterwards(c.Marking, in)
		all = append(all, &shared{Contribution: c, node: n, after: after})
		return err
	}
	for _, r := range s.records {
		if err := add(r.Contribution, r); err != nil {
			return nil, err
		}
	}
	for _, l := range s.links {
		if err := add(l.Contribution, l); err != nil {
			return nil, err
		}
	}
	for _, i := range s.involvements {
		if err := add(i.Contribution, i); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// mayShareWith refuses an audience that an act does not take, and one that does
// not exist for the caller.
func (e *Enquiry) mayShareWith(ctx context.Context, in *ShareInput) error {
	if in.Act == graph.Recall {
		return in.nothingBeside()
	}
	if in.Audience == nil {
		return graph.Bad("input.audience", "Say with whom.")
	}
	if !in.Audience.Shared() {
		return graph.Bad("input.audience.scope", "Share with organisations, joint teams or everyone. To take everybody's sight away is to RECALL; named officers are set by amending an element.")
	}
	asked := graph.Marking{Owner: e.principal.Organisation, Classification: graph.Official, Audience: *in.Audience}
	if err := asked.Check(); err != nil {
		return graph.Under("input", err)
	}
	*in.Audience = asked.Canonical().Audience
	return e.existsForCaller(ctx, *in.Audience)
}

// nothingBeside refuses conditions where nothing is shared any more.
func (in *ShareInput) nothingBeside() error {
	if in.Audience != nil {
		return graph.Bad("input.audience", "To RECALL is to take everybody's sight away: leave the audience out, or NARROW.")
	}
	if in.Embargo != nil || in.Expires != nil {
		return graph.Bad("input.expires", "What is recalled is not shared any more: leave embargo and expires out.")
	}
	return nil
}

func (e *Enquiry) existsForCaller(ctx context.Context, a graph.Audience) error {
	named, err := e.OrganisationsNamed(ctx, a.Organisations)
	if err != nil {
		return err
	}
	if len(named) != len(a.Organisations) {
		return graph.At("input.audience.organisations", graph.Missing())
	}
	for _, id := range a.Operations {
		if slices.Contains(e.standing.Operations, id) {
			continue
		}
		if e.knowsOperation(ctx, id) {
			return graph.Bad("input.audience.operations", "You are not in this team now, or it has ended: name a team you are in.")
		}
		return graph.At("input.audience.operations", graph.Missing())
	}
	return nil
}

// afterwards is the marking of an element after an act, or a clear refusal.
func (e *Enquiry) afterwards(before graph.Marking, in *ShareInput) (graph.Marking, error) {
	after := before
	if (in.Act == graph.ShareFirst) == before.Audience.Shared() || before.Audience.Scope == graph.Officers {
		return before, nil // not what this act is for: it stays
	}
	switch in.Act {
	case graph.ShareFirst:
		after.Audience, after.Embargo, after.Expires = *in.Audience, time.Time{}, time.Time{}
	case graph.Widen:
		after.Audience = before.Audience.With(*in.Audience)
	case graph.Narrow:
		after.Audience = before.Audience.Within(*in.Audience)
	case graph.Recall:
		after.Audience, after.Embargo, after.Expires = graph.Audience{Scope: graph.Private}, time.Time{}, time.Time{}
	}
	in.condition(&after)
	after = after.Canonical()
	if err := after.CheckAt(e.at); err != nil {
		return before, graph.Under("input", err)
	}
	if err := keepsWord(in.Act, before, after); err != nil {
		return before, err
	}
	if !policy.Decide(e.looking(), e.standing.Operations, after, e.at).Seen {
		return before, graph.Bad("input", "You could not see this yourself afterwards.")
	}
	return after, nil
}

// condition sets the conditions that were given.
func (in *ShareInput) condition(m *graph.Marking) {
	if in.Handling != nil {
		m.Handling, m.Restrictions = in.Handling, ""
	}
	if in.Restrictions != nil {
		m.Restrictions = *in.Restrictions
	}
	if in.Embargo != nil {
		m.Embargo = *in.Embargo
	}
	if in.Expires != nil {
		m.Expires = *in.Expires
	}
}

// longer says whether a sharing lasts longer.
func longer(before, after graph.Marking) bool {
	return !before.Expires.IsZero() && (after.Expires.IsZero() || after.Expires.After(before.Expires))
}

// keepsWord refuses to take time away in widening, and to give it in narrowing.
func keepsWord(act graph.ShareAct, before, after graph.Marking) error {
	sooner := !after.Expires.IsZero() && (before.Expires.IsZero() || after.Expires.Before(before.Expires))
	switch {
	case act == graph.Widen && sooner:
		return graph.Bad("input.expires", "To end a sharing sooner is to NARROW it.")
	case act == graph.Widen && after.Embargo.After(before.Embargo):
		return graph.Bad("input.embargo", "To begin a sharing later is to NARROW it.")
	case act == graph.Narrow && longer(before, after):
		return graph.Bad("input.expires", "To let a sharing last longer is to WIDEN it.")
	case act == graph.Narrow && after.Embargo.Before(before.Embargo):
		return graph.Bad("input.embargo", "To begin a sharing sooner is to WIDEN it.")
	}
	return nil
}
