package graph

import (
	"slices"
	"time"
)

// Operation is a joint investigation: the agreement, the organisations that
// are party to it and the officers who are its team. Who is neither a member
// nor of a party finds nothing of it.
type Operation struct {
	ID        ID
	Hub       string
	Name      string
	Agreement Agreement
	Parties   []Party  // in order of organisation id
	Members   []Member // in order of officer id
	Ended     time.Time
	// Draft says that its first agreement has yet to be signed by all: until
	// then there is no team.
	Draft bool
	// Proposal is what the parties are asked to sign; nil is nothing.
	Proposal *Proposal
	// Version is a random id for this state; the store fills it in if empty.
	Version ID
	// KnownFrom and KnownUntil are when this was the state; a zero KnownUntil is
	// the present one.
	KnownFrom  time.Time
	KnownUntil time.Time
}

// Agreement is what the parties signed.
type Agreement struct {
	LegalBasis string `json:"legalBasis"`
	Purpose    string `json:"purpose"`
	Signed     Date   `json:"signed"`
	From       Date   `json:"from"`
	Until      Date   `json:"until"`
}

// Party is an organisation in the agreement, for a time.
type Party struct {
	Organisation ID
	From         time.Time
	Until        time.Time // zero is open
}

// Member is an officer in the team, for a time, with a role in it.
type Member struct {
	Officer      ID
	Name         string
	Organisation ID
	Role         TeamRole
	From         time.Time
	Until        time.Time // zero is open
}

// TeamRole is what an officer is in one team.
type TeamRole string

// The roles in a team.
const (
	TeamLeader       TeamRole = "LEADER"
	TeamInvestigator TeamRole = "INVESTIGATOR"
	TeamAnalyst      TeamRole = "ANALYST"
	TeamLiaison      TeamRole = "LIAISON"
)

// Check refuses an operation without name, agreement or parties, and dates in
// the wrong order.
func (o Operation) Check() error {
	if err := required("name", o.Name, "a name for the operation"); err != nil {
		return err
	}
	if err := required("agreement.legalBasis", o.Agreement.LegalBasis, "the legal basis of the agreement"); err != nil {
		return err
	}
	if err := required("agreement.purpose", o.Agreement.Purpose, "the purpose of the agreement"); err != nil {
		return err
	}
	if err := o.Agreement.Signed.Check("agreement.signed"); err != nil {
		return err
	}
	if err := (Interval{From: o.Agreement.From, Until: o.Agreement.Until}).Check("agreement"); err != nil {
		return err
	}
	if err := o.checkParties(); err != nil {
		return err
	}
	return o.checkMembers()
}

func (o Operation) checkParties() error {
	if len(o.Parties) == 0 {
		return Bad("parties", "An operation has at least one party.")
	}
	for _, p := range o.Parties {
		if !p.Organisation.Is(NounOrganisation) {
			return Bad("parties.organisation", "This is not the id of an organisation.")
		}
		if !p.Until.IsZero() && !p.Until.After(p.From) {
			return Bad("parties.until", "The party leaves before it joins.")
		}
	}
	return nil
}

func (o Operation) checkMembers() error {
	for _, m := range o.Members {
		if !m.Officer.Is(NounOfficer) {
			return Bad("members.officer", "This is not the id of an officer.")
		}
		if !slices.ContainsFunc(o.Parties, func(p Party) bool { return p.Organisation == m.Organisation }) {
			return Bad("members.organisation", "A member's organisation must be a party to the agreement.")
		}
		if !slices.Contains([]TeamRole{TeamLeader, TeamInvestigator, TeamAnalyst, TeamLiaison}, m.Role) {
			return Bad("members.role", "The role in the team is LEADER, INVESTIGATOR, ANALYST or LIAISON.")
		}
		if !m.Until.IsZero() && !m.Until.After(m.From) {
			return Bad("members.until", "The membership ends before it begins.")
		}
	}
	return nil
}

// InTeam says whether an officer of an organisation is a member at t: listed,
// within the dates, the organisation a party within its dates, the agreement
// in force and the operation not ended.
func (o Operation) InTeam(officer, organisation ID, t time.Time) bool {
	return o.Running(t) && o.PartyAt(organisation, t) && slices.ContainsFunc(o.Members, func(m Member) bool {
		return m.Officer == officer && m.Organisation == organisation && within(m.From, m.Until, t)
	})
}

// TeamAt are the members who are in the team at t, in order of officer id.
func (o Operation) TeamAt(t time.Time) []Member {
	var team []Member
	for _, m := range o.Members {
		if within(m.From, m.Until, t) && o.InTeam(m.Officer, m.Organisation, t) {
			team = append(team, m)
		}
	}
	return team
}

// PartyAt says whether an organisation is a party at t.
func (o Operation) PartyAt(organisation ID, t time.Time) bool {
	return slices.ContainsFunc(o.Parties, func(p Party) bool {
		return p.Organisation == organisation && within(p.From, p.Until, t)
	})
}

// Running says whether there is a team at t: the agreement signed, within its
// dates, and the operation not ended.
func (o Operation) Running(t time.Time) bool { return !o.Draft && o.inForce(t) }

func (o Operation) inForce(t time.Time) bool {
	agreed := Interval{From: o.Agreement.From, Until: o.Agreement.Until}.Holds(t)
	return agreed && (o.Ended.IsZero() || t.Before(o.Ended))
}

func within(from, until, t time.Time) bool {
	return !t.Before(from) && (until.IsZero() || t.Before(until))
}
