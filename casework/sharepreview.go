package casework

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/graph"
)

// SharePreview is what an act of sharing would do. It is made of what the
// caller's organisation contributed and of what the caller sees, and so tells
// nothing of what others hold.
type SharePreview struct {
	Token     string
	going     []*shared
	staying   []*shared
	Receivers []*ShareReceiver
	concerns  []*Concern
	// Conditions are all those that travel with what goes, and what a receiving
	// officer must be cleared for.
	Conditions graph.Derived
	Embargo    *time.Time // the latest
	Expires    *time.Time // the earliest
}

// SharedElement is one element as it is and as it would be.
type SharedElement struct {
	Element Node
	Before  *graph.Marking
	After   *graph.Marking
}

// ShareReceiver is an organisation, a joint team, or everyone on the hub, and
// how many elements come into its sight or leave it.
type ShareReceiver struct {
	OrganisationID graph.ID // empty for a team and for everyone
	OperationID    graph.ID // empty for an organisation and for everyone
	Everyone       bool
	Gains          int
	Loses          int
}

// Concern is something that the owner should look at first.
type Concern struct {
	Concern graph.ShareConcern
	Element Node
	// OtherID is the record at the end that stays, or of the person; else empty.
	OtherID graph.ID
}

// PreviewShare says what an act of sharing would do, and changes nothing.
func (e *Enquiry) PreviewShare(ctx context.Context, in ShareInput) (*SharePreview, error) {
	if err := e.writer(ctx); err != nil {
		return nil, err
	}
	p, err := e.previewShare(ctx, &in)
	if err != nil {
		return nil, err
	}
	e.note(audit.Read, &audit.Shape{Question: "previewShare"}, idsOf(append(p.going, p.staying...))...)
	return p, nil
}

func (e *Enquiry) previewShare(ctx context.Context, in *ShareInput) (*SharePreview, error) {
	selected, err := e.selected(ctx, in)
	if err != nil {
		return nil, err
	}
	all, err := e.remarked(ctx, selected, in)
	if err != nil {
		return nil, err
	}
	p := &SharePreview{}
	for _, one := range all {
		if one.goes() {
			p.going = append(p.going, one)
		} else {
			p.staying = append(p.staying, one)
		}
	}
	p.Receivers = receiversOf(p.going, e.at)
	if p.concerns, err = e.concerns(ctx, selected, all); err != nil {
		return nil, err
	}
	p.carry()
	p.Token, err = e.previewToken(in, p)
	return p, err
}

// carry gathers the conditions that travel.
func (p *SharePreview) carry() {
	var markings []graph.Marking
	for _, one := range p.going {
		markings = append(markings, one.after)
		if at := one.after.Embargo; !at.IsZero() && (p.Embargo == nil || at.After(*p.Embargo)) {
			p.Embargo = &at
		}
		if at := one.after.Expires; !at.IsZero() && (p.Expires == nil || at.Before(*p.Expires)) {
			p.Expires = &at
		}
	}
	p.Conditions = graph.Derive(markings, nil)
}

// previewToken seals the state that a preview was made of: what was asked, the
// version of every element and what would become of it, and what was warned of.
func (e *Enquiry) previewToken(in *ShareInput, p *SharePreview) (string, error) {
	type state struct {
		ID, Version graph.ID
		After       graph.Marking
	}
	var states []state
	for _, one := range append(slices.Clone(p.going), p.staying...) {
		states = append(states, state{one.ID, one.Version, one.after})
	}
	type warned struct {
		Concern  graph.ShareConcern
		ID, With graph.ID
	}
	var warnings []warned
	for _, c := range p.concerns {
		warnings = append(warnings, warned{c.Concern, idOf(c.Element), c.OtherID})
	}
	encoded, err := json.Marshal([]any{in.Act, states, warnings})
	if err != nil {
		return "", fmt.Errorf("seal a preview: %w", err)
	}
	digest := sha256.Sum256(encoded)
	return e.seal.cursor(graph.Position{Key: hex.EncodeToString(digest[:])}, e.listOf("share"))
}

// receiversOf are those whose sight an act changes: everyone, organisations by
// id, then teams by id.
func receiversOf(going []*shared, at time.Time) []*ShareReceiver {
	type key struct{ organisation, operation graph.ID }
	found := map[key]*ShareReceiver{}
	count := func(k key, before, after bool) {
		if before == after {
			return
		}
		if found[k] == nil {
			found[k] = &ShareReceiver{OrganisationID: k.organisation, OperationID: k.operation, Everyone: k == key{}}
		}
		if after {
			found[k].Gains++
		} else {
			found[k].Loses++
		}
	}
	for _, one := range going {
		before, after := one.Marking.Audience, one.after.Audience
		if one.Marking.Ended(at) {
			before = graph.Audience{Scope: graph.Private}
		}
		count(key{}, before.Scope == graph.Everyone, after.Scope == graph.Everyone)
		both := graph.Audience{Scope: graph.JointTeams}
		for _, a := range []graph.Audience{before, after} {
			both.Organisations, both.Operations = append(both.Organisations, a.Organisations...), append(both.Operations, a.Operations...)
		}
		for _, id := range distinct(both.Organisations) {
			count(key{organisation: id}, before.Reaches(id), after.Reaches(id))
		}
		for _, id := range distinct(both.Operations) {
			count(key{operation: id}, before.ReachesTeam(id), after.ReachesTeam(id))
		}
	}
	out := make([]*ShareReceiver, 0, len(found))
	for _, r := range found {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *ShareReceiver) int {
		return compareIDs(a.OrganisationID+a.OperationID, b.OrganisationID+b.OperationID)
	})
	return out
}

func distinct(ids []graph.ID) []graph.ID {
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

func idsOf(all []*shared) []graph.ID {
	ids := make([]graph.ID, len(all))
	for i, one := range all {
		ids[i] = one.ID
	}
	return ids
}

// idOf is the id of an element.
func idOf(n Node) graph.ID {
	switch element := n.(type) {
	case *Record:
		return element.ID
	case *Link:
		return element.ID
	case *Involvement:
		return element.ID
	}
	return ""
}

// GoingCount is how many elements would change.
func (p *SharePreview) GoingCount() int { return len(p.going) }

// StayingCount is how many of those asked for would not.
func (p *SharePreview) StayingCount() int { return len(p.staying) }

// ConcernCount is how many concerns there are.
func (p *SharePreview) ConcernCount() int { return len(p.concerns) }

// Going are the elements that would change: records, then links, then roles,
// each by id.
func (p *SharePreview) Going(first int) ([]*SharedElement, error) { return elements(p.going, first) }

// Staying are those that would not.
func (p *SharePreview) Staying(first int) ([]*SharedElement, error) {
	return elements(p.staying, first)
}

// Concerns are what the owner should look at first, by element.
func (p *SharePreview) Concerns(first int) ([]*Concern, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	return p.concerns[:min(first, len(p.concerns))], nil
}

func elements(all []*shared, first int) ([]*SharedElement, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	out := make([]*SharedElement, 0, min(first, len(all)))
	for _, one := range all[:min(first, len(all))] {
		out = append(out, &SharedElement{Element: one.node, Before: &one.Marking, After: &one.after})
	}
	return out, nil
}

func checkFirst(first int) error {
	if first < 1 || first > maxShare {
		return graph.Bad("first", fmt.Sprintf("Ask for 1 to %d elements.", maxShare))
	}
	return nil
}

// Handling are the conditions that travel with what goes.
func (p *SharePreview) Handling() []graph.Handling { return p.Conditions.Handling }

// Restrictions are the texts that travel with what goes.
func (p *SharePreview) Restrictions() []string { return p.Conditions.Restrictions }

// Clearances are what a receiving officer needs to see all of it.
func (p *SharePreview) Clearances() []graph.Compartment { return p.Conditions.Compartments }
