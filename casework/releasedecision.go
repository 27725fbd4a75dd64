package casework

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// DecideReleaseInput is what an owner decides.
type DecideReleaseInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Decision       graph.ReleaseDecision
	Reason         string
	Until          *time.Time
	Sanitised      *SanitisedInput // of SANITISE alone
}

// SanitisedInput is the record that goes in place of the protected one.
type SanitisedInput struct {
	Details      RecordDetailsInput
	Source       string
	Grading      *graph.Grading
	Handling     []graph.Handling
	Restrictions *string
	TellAsking   bool // that it is a sanitised copy, and of what
}

// DecideRelease grants, sanitises or refuses what another organisation asked
// for. It is the act of a supervisor of the owner, and of nobody who asked.
func (e *Enquiry) DecideRelease(ctx context.Context, in DecideReleaseInput) (*ReleasePayload, error) {
	a, err := e.attempt(ctx, "decideRelease", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.releasePayload(ctx, a.before.ID, a.revision)
	}
	r, err := e.decidable(ctx, in)
	if err != nil {
		return nil, err
	}
	w := graph.Write{Expect: map[graph.ID]graph.ID{in.ID: in.Version}}
	if err := e.decide(ctx, r, in, &w); err != nil {
		return nil, err
	}
	object, err := e.decided(r)
	if err != nil {
		return nil, err
	}
	n := graph.Notice{
		Kind: graph.NoticeReleaseDecided, From: e.principal.Organisation, Matter: object.ID, Detail: string(r.State),
	}
	return e.putRelease(ctx, a.key, object, w, func() ([]graph.CaseObject, error) {
		return e.noticeUnder(r.AskingID(), object.Marking.Compartments, n, r.Element)
	})
}

// decidable is an open release that the caller may decide.
func (e *Enquiry) decidable(ctx context.Context, in DecideReleaseInput) (*Release, error) {
	r, err := e.openRelease(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	if r.Owner != e.principal.Organisation {
		return nil, e.gate(ctx, "Only the owner of the element decides.", in.ID)
	}
	if err := e.supervisor(ctx, in.ID); err != nil {
		return nil, err
	}
	if r.AskedBy == e.principal.Officer {
		return nil, e.gate(ctx, "Whoever asked does not decide.", in.ID)
	}
	if (in.Decision == graph.Sanitise) != (in.Sanitised != nil) {
		return nil, graph.Bad("input.sanitised", "Give the sanitised record with SANITISE, and with nothing else.")
	}
	if in.Until != nil && (in.Decision != graph.Grant || r.Use() == policy.ToPassOn || !in.Until.After(e.at)) {
		return nil, graph.Bad("input.until", "An end goes with GRANT, lies in the future, and not with what is passed on.")
	}
	return r, nil
}

// decide changes r as decided, and adds to w what is written with it.
func (e *Enquiry) decide(ctx context.Context, r *Release, in DecideReleaseInput, w *graph.Write) error {
	r.DecidedBy, r.Decided, r.Reason = e.principal.Officer, e.at, in.Reason
	switch in.Decision {
	case graph.Refuse:
		r.State = graph.ReleaseRefused
		return nil
	case graph.Sanitise:
		r.State = graph.ReleaseSanitised
		return e.sanitise(ctx, r, in.Sanitised, w)
	}
	r.State = graph.ReleaseGranted
	if in.Until != nil {
		r.Until = *in.Until
	}
	if r.Use() == policy.ToPassOn {
		return e.passOn(ctx, r, w)
	}
	_, err := e.contributed(ctx, r.Element)
	return graph.At("input.id", err)
}

// decided is the case object of a decided release.
func (e *Enquiry) decided(r *Release) (graph.CaseObject, error) {
	object := r.object
	body, err := json.Marshal(r.Release)
	if err != nil {
		return object, fmt.Errorf("encode a release: %w", err)
	}
	object.Body, object.State, object.Version = body, string(r.State), ""
	return object, nil
}

// passOn widens the audience of the element, as its owner's act.
func (e *Enquiry) passOn(ctx context.Context, r *Release, w *graph.Write) error {
	found, err := e.Node(ctx, r.Element, nil)
	if err != nil {
		return graph.At("input.id", err)
	}
	c, err := e.contributed(ctx, r.Element)
	if err != nil {
		return graph.At("input.id", err)
	}
	if !c.Marking.Audience.Shared() {
		return graph.Bad("input.decision", "It is not shared with an organisation or a team any more: share it first, or refuse.")
	}
	after := c.Marking
	after.Audience = after.Audience.With(graph.Audience{Scope: graph.Organisations, Organisations: r.To})
	one := &shared{Contribution: c, node: found, after: after.Canonical()}
	if err := after.CheckAt(e.at); err != nil {
		return graph.Under("input", err)
	}
	if !one.goes() {
		return nil
	}
	if err := e.safeguarded(ctx, selectionOf([]*shared{one}).people()); err != nil {
		return err
	}
	if err := e.remark(w, one); err != nil {
		return err
	}
	notices, err := e.noticesOfShare(ctx, []*shared{one})
	w.CaseObjects = append(w.CaseObjects, notices...)
	return err
}

// sanitise writes a new record in place of the protected one, shared with
// whoever asked. A SAME_AS under the owner's own marking joins it to the
// original, and stays with the owner unless the owner says so.
func (e *Enquiry) sanitise(ctx context.Context, r *Release, in *SanitisedInput, w *graph.Write) error {
	original, err := e.Record(ctx, r.Element, nil)
	if err != nil {
		return graph.Bad("input.decision", "Only a record that you see can be sanitised: grant, or refuse.")
	}
	if err := e.safeguarded(ctx, []graph.ID{original.ID}); err != nil {
		return err
	}
	readers := append([]graph.ID{r.AskingID()}, r.To...)
	marking := betweenOrganisations(e.principal.Organisation, readers...)
	marking.Handling = in.Handling
	if in.Restrictions != nil {
		marking.Restrictions = *in.Restrictions
	}
	id, err := e.newID(graph.NounRecord)
	if err != nil {
		return err
	}
	given := ContributionInput{Source: in.Source, Grading: in.Grading, Marking: &marking}
	copied, err := e.newRecord(ctx, id, given, nil, in.Details)
	if err != nil {
		return underSanitised(err)
	}
	if copied.Details.Kind() != original.Kind() {
		return graph.Bad("input.sanitised.details", "A sanitised record is of the kind of the original.")
	}
	r.Copy, r.Told = id, in.TellAsking
	w.Records = append(w.Records, copied)
	return e.joinCopy(ctx, r, original, readers, w)
}

// joinCopy links the copy to the original, and tells the readers of the copy.
func (e *Enquiry) joinCopy(ctx context.Context, r *Release, original *Record, readers []graph.ID, w *graph.Write) error {
	id, err := e.newID(graph.NounLink)
	if err != nil {
		return err
	}
	marking := graph.OwnOrganisationOnly(e.principal.Organisation)
	if r.Told {
		marking = betweenOrganisations(e.principal.Organisation, r.AskingID())
	}
	marking.Compartments = original.Marking.Compartments
	c, err := e.contribution(ctx, id, ContributionInput{Source: original.Source, Marking: &marking}, nil)
	if err != nil {
		return err
	}
	w.Links = append(w.Links, graph.Link{Contribution: c, Kind: graph.SameAs, From: r.Copy, To: original.ID})
	for _, organisation := range slices.Compact(slices.Sorted(slices.Values(readers))) {
		n := graph.Notice{Kind: graph.NoticeShared, From: e.principal.Organisation}
		told, err := e.noticeTo(organisation, n, r.Copy)
		if err != nil {
			return err
		}
		w.CaseObjects = append(w.CaseObjects, told)
	}
	return nil
}

// underSanitised moves a fault of the record to where it was given.
func underSanitised(err error) error {
	var e *graph.Error
	if !errors.As(err, &e) || e.Code != graph.BadInput {
		return err
	}
	moved := *e
	field := strings.TrimPrefix(strings.TrimPrefix(e.Field, "input."), "marking.")
	moved.Field = "input.sanitised." + field
	return &moved
}
