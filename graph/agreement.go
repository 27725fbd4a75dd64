package graph

import (
	"slices"
	"time"
)

// Proposal is a new version of an agreement, or its end. It takes effect when
// everyone who would be party to it has signed; until then the former holds.
type Proposal struct {
	Name      string      `json:"name"`
	Agreement Agreement   `json:"agreement"`
	Parties   []ID        `json:"parties"` // organisations in order of id
	End       bool        `json:"end,omitempty"`
	By        ID          `json:"by"` // the organisation that proposes
	At        time.Time   `json:"at"`
	Signed    []Signature `json:"signed"` // in order of signing
}

// Signature is that of an administrator for an organisation.
type Signature struct {
	Organisation ID        `json:"organisation"`
	Officer      ID        `json:"officer"`
	At           time.Time `json:"at"`
}

// Awaits are the organisations that have yet to sign, in order of id.
func (p Proposal) Awaits() []ID {
	return slices.DeleteFunc(slices.Clone(p.Parties), p.signedBy)
}

func (p Proposal) signedBy(organisation ID) bool {
	return slices.ContainsFunc(p.Signed, func(s Signature) bool { return s.Organisation == organisation })
}

// Check refuses a proposal that could not become an operation.
func (p Proposal) Check() error {
	if len(p.Parties) == 0 {
		return Bad("parties", "An operation has at least one party.")
	}
	if !slices.Contains(p.Parties, p.By) {
		return Bad("parties", "Who proposes is a party; to leave an agreement, withdraw from it.")
	}
	if !p.End && p.Agreement.Until != "" && !p.Agreement.Until.End().After(p.At) {
		return Bad("agreement.until", "The agreement would end in the past: give a later day, or propose its end.")
	}
	o := Operation{Name: p.Name, Agreement: p.Agreement}
	for _, id := range p.Parties {
		o.Parties = append(o.Parties, Party{Organisation: id})
	}
	return o.Check()
}

// Proposed is the operation with a proposal in place of an earlier one. Who
// proposes signs by it.
func (o Operation) Proposed(p Proposal, officer ID) (Operation, error) {
	p.Parties = sorted(p.Parties)
	if err := p.Check(); err != nil {
		return o, err
	}
	o.Proposal = &p
	return o.Signed(Signature{Organisation: p.By, Officer: officer, At: p.At})
}

// Signed is the operation with one signature more; with the last one the
// proposal takes effect.
func (o Operation) Signed(s Signature) (Operation, error) {
	if o.Proposal == nil {
		return o, Bad("id", "There is nothing to sign: no change of this operation is proposed.")
	}
	if !slices.Contains(o.Proposal.Parties, s.Organisation) {
		return o, Bad("id", "Your organisation would not be a party to what is proposed, and need not sign.")
	}
	p := *o.Proposal
	if !p.signedBy(s.Organisation) {
		p.Signed = append(slices.Clone(p.Signed), s)
	}
	o.Proposal = &p
	return o.enacted(s.At), nil
}

// enacted puts a proposal into effect that all have signed.
func (o Operation) enacted(at time.Time) Operation {
	p := o.Proposal
	if p == nil || len(p.Parties) == 0 || len(p.Awaits()) > 0 {
		return o
	}
	o.Proposal = nil
	if p.End {
		o.Ended = at
		return o
	}
	o.Name, o.Agreement, o.Draft = p.Name, p.Agreement, false
	o.Agreement.Signed = Date(at.UTC().Format(time.DateOnly))
	for _, party := range o.PartiesAt(at) {
		if !slices.Contains(p.Parties, party) {
			o = o.left(party, at)
		}
	}
	for _, party := range p.Parties {
		if !o.PartyAt(party, at) {
			o.Parties = append(slices.Clone(o.Parties), Party{Organisation: party, From: at})
		}
	}
	return o
}

// Withdrawn is the operation without an organisation and its officers, from at
// on. What is proposed is then for the others alone to sign.
func (o Operation) Withdrawn(organisation ID, at time.Time) (Operation, error) {
	if !o.PartyAt(organisation, at) && !o.invites(organisation) {
		return o, Bad("id", "Your organisation is not a party to this operation.")
	}
	o = o.left(organisation, at)
	if o.invites(organisation) {
		p := *o.Proposal
		p.Parties = slices.DeleteFunc(slices.Clone(p.Parties), func(id ID) bool { return id == organisation })
		p.Signed = slices.DeleteFunc(slices.Clone(p.Signed), func(s Signature) bool { return s.Organisation == organisation })
		o.Proposal = &p
		if len(p.Parties) == 0 {
			o.Proposal = nil
		}
	}
	o = o.enacted(at)
	if len(o.PartiesAt(at)) == 0 && o.Proposal == nil && o.Ended.IsZero() {
		o.Ended = at // nobody is left
	}
	return o, nil
}

func (o Operation) left(organisation ID, at time.Time) Operation {
	o.Parties, o.Members = slices.Clone(o.Parties), slices.Clone(o.Members)
	for i := range o.Parties {
		if p := &o.Parties[i]; p.Organisation == organisation {
			p.Until = closed(p.From, p.Until, at)
		}
	}
	o.Parties = slices.DeleteFunc(o.Parties, func(p Party) bool { return p.Until.Equal(p.From) && !p.Until.IsZero() })
	for i := range o.Members {
		if m := &o.Members[i]; m.Organisation == organisation {
			m.Until = closed(m.From, m.Until, at)
		}
	}
	o.Members = withoutEmpty(o.Members)
	return o
}

// closed is the end of an interval that ends at `at` at the latest; one that has
// not begun then is empty.
func closed(from, until, at time.Time) time.Time {
	switch {
	case !at.After(from):
		return from
	case until.IsZero() || until.After(at):
		return at
	}
	return until
}

// PartiesAt are the organisations that are party at t, in order of id.
func (o Operation) PartiesAt(t time.Time) []ID {
	var ids []ID
	for _, p := range o.Parties {
		if within(p.From, p.Until, t) {
			ids = append(ids, p.Organisation)
		}
	}
	return sorted(ids)
}

// Concerns says whether an organisation is a party at t or asked to become one:
// then its officers may know of the operation.
func (o Operation) Concerns(organisation ID, t time.Time) bool {
	return o.PartyAt(organisation, t) || o.invites(organisation)
}

// WasParty says whether an organisation is or ever was a party.
func (o Operation) WasParty(organisation ID) bool {
	return slices.ContainsFunc(o.Parties, func(p Party) bool { return p.Organisation == organisation })
}

func (o Operation) invites(organisation ID) bool {
	return o.Proposal != nil && slices.Contains(o.Proposal.Parties, organisation)
}

// OperationState is where an operation stands.
type OperationState string

// The states.
const (
	OperationProposed OperationState = "PROPOSED" // not yet signed by all
	OperationComing   OperationState = "COMING"   // signed, and not begun
	OperationRunning  OperationState = "RUNNING"
	OperationEnded    OperationState = "ENDED"
)

// StateAt is where the operation stands at t.
func (o Operation) StateAt(t time.Time) OperationState {
	switch {
	case o.Running(t):
		return OperationRunning
	case !o.Ended.IsZero() && !t.Before(o.Ended):
		return OperationEnded
	case o.Draft:
		return OperationProposed
	case o.Agreement.From != "" && t.Before(o.Agreement.From.Begin()):
		return OperationComing
	}
	return OperationEnded
}

// NotRunning is the error for what is given to a joint team whose agreement is
// not in force.
func NotRunning() error {
	return Bad("marking.audience.operations", "The agreement of this joint team is not in force: nothing new or amended can be given to it.")
}
