package casework

import (
	"context"

	"entente/audit"
	"entente/graph"
	"entente/graph/identifier"
)

// CreateLink contributes a link between two records in sight, whoever
// contributed those. An end out of sight: NotFound.
func (e *Enquiry) CreateLink(ctx context.Context, in CreateLinkInput) (*LinkPayload, error) {
	a, err := e.attempt(ctx, "createLink", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.linkPayload(ctx, a.before.ID, a.revision)
	}
	id, err := e.newID(graph.NounLink)
	if err != nil {
		return nil, err
	}
	contribution, err := e.contribution(ctx, id, in.ContributionInput, nil)
	if err != nil {
		return nil, err
	}
	link := graph.Link{Contribution: contribution, Kind: in.Kind, From: in.From, To: in.To}
	action := audit.Create
	if in.Kind == graph.SameAs {
		action = audit.Combine
	}
	return e.putLink(ctx, action, a.key, graph.Marking{}, link, in.Details, "")
}

// AmendLink replaces a link of the caller's organisation by a new version; its
// ends and its kind stay.
func (e *Enquiry) AmendLink(ctx context.Context, in AmendLinkInput) (*LinkPayload, error) {
	a, err := e.attempt(ctx, "amendLink", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.linkPayload(ctx, a.before.ID, a.revision)
	}
	former, err := e.ownLink(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	link := former.Link
	if link.Contribution, err = e.contribution(ctx, link.ID, in.ContributionInput, &former.Contribution); err != nil {
		return nil, err
	}
	return e.putLink(ctx, audit.Amend, a.key, former.Marking, link, in.Details, in.Version)
}

// RetireLink withdraws a link of the caller's organisation; for a SAME_AS that
// is how a merge is undone.
func (e *Enquiry) RetireLink(ctx context.Context, in RetireInput) (*RetirePayload, error) {
	return e.retire(ctx, "retireLink", in, func() (graph.Write, error) {
		former, err := e.ownLink(ctx, in.ID)
		if err != nil {
			return graph.Write{}, err
		}
		last := former.Link
		last.Contribution, err = e.retired(last.Contribution)
		return graph.Write{Links: []graph.Link{last}}, err
	})
}

func (e *Enquiry) ownLink(ctx context.Context, id graph.ID) (*Link, error) {
	former, err := e.Link(ctx, id, nil)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	return former, e.owned(ctx, former.Contribution)
}

// putLink checks a link against its ends and whom it is given to, logs, writes and
// reads it back. A new one was nobody's before.
func (e *Enquiry) putLink(
	ctx context.Context, action audit.Action, key graph.WriteKey, before graph.Marking, link graph.Link, d *LinkDetailsInput, expected graph.ID,
) (*LinkPayload, error) {
	details, err := d.details()
	if err != nil {
		return nil, err
	}
	link.Details = details
	if err := e.checkLink(ctx, link); err != nil {
		return nil, err
	}
	if err := e.gives(ctx, before, link.Marking, link.From, link.To); err != nil {
		return nil, err
	}
	if err := e.record(ctx, audit.Entry{Action: action, Elements: []graph.ID{link.ID, link.From, link.To}}); err != nil {
		return nil, err
	}
	w, err := e.writeOf(key, link.ID)
	if err != nil {
		return nil, err
	}
	w.Links = []graph.Link{link}
	if expected != "" {
		w.Expect = map[graph.ID]graph.ID{link.ID: expected}
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.linkPayload(ctx, written.ID, revision)
}

func (e *Enquiry) checkLink(ctx context.Context, link graph.Link) error {
	from, err := e.Record(ctx, link.From, nil)
	if err != nil {
		return graph.At("input.from", err)
	}
	to, err := e.Record(ctx, link.To, nil)
	if err != nil {
		return graph.At("input.to", err)
	}
	if err := link.Check(from.Kind(), to.Kind()); err != nil {
		return graph.Under("input", err)
	}
	identifier.NormaliseLink(link.Details)
	return graph.Under("input.details", identifier.CheckLink(link.Details))
}

func (e *Enquiry) linkPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*LinkPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	link, err := e.Link(ctx, id, nil)
	if err != nil {
		return nil, err
	}
	return &LinkPayload{Link: link, Revision: token}, nil
}

// details are the one sort that was given, nil for none.
func (d *LinkDetailsInput) details() (graph.LinkDetails, error) {
	if d == nil {
		return nil, nil //nolint:nilnil // a link without details is a link
	}
	var given []graph.LinkDetails
	if d.Transfer != nil {
		minor, err := identifier.Money(d.Transfer.Amount, d.Transfer.Currency)
		if err != nil {
			return nil, graph.Under("input.details.transfer", err)
		}
		t := d.Transfer
		given = append(given, &graph.Transfer{Amount: minor, Currency: t.Currency, At: t.At, Reference: t.Reference})
	}
	given = keep(given, d.Call)
	given = keep(given, d.Travel)
	given = keep(given, d.Membership)
	given = keep(given, d.Relationship)
	given = keep(given, d.Recruitment)
	given = keep(given, d.ControlHeld)
	if len(given) != 1 {
		return nil, graph.Bad("input.details", "Give exactly one sort of details, the one that fits the kind of link.")
	}
	return given[0], nil
}

func keep[T any, P interface {
	*T
	graph.LinkDetails
}](given []graph.LinkDetails, details P) []graph.LinkDetails {
	if details == nil {
		return given
	}
	return append(given, details)
}
