package casework

import (
	"context"
	"fmt"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// ActionCheck says whether something may be done with elements.
type ActionCheck struct {
	Allowed bool
	closed  []*ClosedGate
}

// ClosedGate is an element that may not be used so, why, and whom to ask.
type ClosedGate struct {
	Element Node
	OwnerID graph.ID
	Reasons []*SightReason
	Keys    []policy.Key
}

// ClosedCount is how many elements close the gate.
func (a *ActionCheck) ClosedCount() int { return len(a.closed) }

// Closed are they, in the order of ids.
func (a *ActionCheck) Closed(first int) ([]*ClosedGate, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	return a.closed[:min(first, len(a.closed))], nil
}

// CheckAction says whether something may be done with elements in sight. One
// that is not there for the caller: NotFound. It is what goes before an act, so
// unless it is only to see them it is refused where somebody to safeguard is among
// them of whom the caller does not know.
func (e *Enquiry) CheckAction(ctx context.Context, ids []graph.ID, action policy.Action) (*ActionCheck, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if len(ids) > maxShare {
		return nil, graph.Bad("ids", fmt.Sprintf("At most %d ids.", maxShare))
	}
	s := &selection{}
	if err := e.readSelected(ctx, s, distinct(ids)); err != nil {
		return nil, graph.At("ids", err)
	}
	if action != policy.ToSee {
		if err := e.safeguarded(ctx, s.people()); err != nil {
			return nil, err
		}
	}
	e.note(audit.Read, &audit.Shape{Question: "checkAction"}, distinct(ids)...)
	return e.checkAction(ctx, s, action)
}

func (e *Enquiry) checkAction(ctx context.Context, s *selection, action policy.Action) (*ActionCheck, error) {
	given, err := e.permissions(ctx, s)
	if err != nil {
		return nil, err
	}
	check := &ActionCheck{}
	ask := func(c graph.Contribution, n Node) {
		ruling := policy.Gate(e.principal, e.standing.Operations, c.Marking, action, given[c.ID], e.at)
		if ruling.Open {
			return
		}
		gate := &ClosedGate{Element: n, OwnerID: c.Owner(), Keys: ruling.Keys}
		for _, reason := range ruling.Reasons {
			gate.Reasons = append(gate.Reasons, &SightReason{Reason: reason, Says: reason.Says()})
		}
		check.closed = append(check.closed, gate)
	}
	for _, r := range s.records {
		ask(r.Contribution, r)
	}
	for _, l := range s.links {
		ask(l.Contribution, l)
	}
	for _, i := range s.involvements {
		ask(i.Contribution, i)
	}
	check.Allowed = len(check.closed) == 0
	return check, nil
}

// permissions are what owners granted to the caller's organisation, by element.
func (e *Enquiry) permissions(ctx context.Context, s *selection) (map[graph.ID][]policy.Permission, error) {
	var about []graph.ID
	for _, c := range s.contributions() {
		if c.Owner() != e.principal.Organisation {
			about = append(about, c.ID)
		}
	}
	given := map[graph.ID][]policy.Permission{}
	if len(about) == 0 {
		return given, nil
	}
	filter := graph.CaseFilter{
		Kinds: []graph.CaseKind{graph.CaseRelease}, States: []string{string(graph.ReleaseGranted)}, About: about,
	}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, graph.Page{Limit: wholeNeighbourhood})
	if err != nil {
		return nil, fmt.Errorf("read what was released: %w", err)
	}
	for _, object := range found {
		r, err := e.release(object)
		if err != nil {
			return nil, err
		}
		given[r.Element] = append(given[r.Element], policy.Permission{Action: r.Use(), Organisation: r.AskingID(), Until: r.Until})
	}
	return given, nil
}
