package policy

import (
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"entente/auth"
	"entente/graph"
)

// Sight is what one caller sees at one moment, as a bitmap over the hub's
// interned markings. Only this package can make one that sees anything; the
// zero Sight sees nothing. It is immutable and safe to share.
type Sight struct {
	bits    []uint64
	visible []int64
	key     string
}

// See computes the sight of a caller over the interned markings, where
// markings[i] is the marking with MarkingID i. memberships are the operations
// the caller is a member of at the moment `at`, as the hub records them.
func See(p auth.Principal, memberships []graph.ID, markings []graph.Marking, at time.Time) Sight {
	if !p.Known(at) {
		return Sight{}
	}
	viewer := viewer{principal: p, memberships: memberships, at: at}
	s := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	for id, m := range markings {
		if viewer.decide(m).Seen {
			s.bits[id/64] |= 1 << (id % 64)
			s.visible = append(s.visible, int64(id))
		}
	}
	s.key = keyOf(s.visible)
	return s
}

// Sees says whether elements with this marking are in sight.
func (s Sight) Sees(m graph.MarkingID) bool {
	word := int(m / 64)
	return word < len(s.bits) && s.bits[word]>>(m%64)&1 == 1
}

// Visible lists the visible marking ids in ascending order, in the form a
// Cypher parameter takes. The caller must not change it.
func (s Sight) Visible() []int64 { return s.visible }

// Key is equal for two sights exactly if they see the same markings: what a
// cache must be keyed by.
func (s Sight) Key() string { return s.key }

// Blind says that nothing at all is in sight.
func (s Sight) Blind() bool { return len(s.visible) == 0 }

func keyOf(visible []int64) string {
	var b strings.Builder
	var word [4]byte
	for _, id := range visible {
		binary.BigEndian.PutUint32(word[:], uint32(id)) //nolint:gosec // marking ids are 32 bits
		b.Write(word[:])
	}
	return b.String()
}

// Decision is a yes or no with its reasons, in words an officer understands.
type Decision struct {
	Seen    bool
	Reasons []Reason
}

// Reason is one ground of a decision.
type Reason string

// The reasons, in the order in which the rules are asked.
const (
	NotAReader       Reason = "NOT_A_READER"      // the caller's roles do not read case data
	NotCleared       Reason = "NOT_CLEARED"       // a compartment the caller is not cleared for
	NotNamed         Reason = "NOT_NAMED"         // only named officers see it
	SharingEnded     Reason = "SHARING_ENDED"     // the expiry of the marking has passed
	NotInAudience    Reason = "NOT_IN_AUDIENCE"   // the audience does not include the caller
	OwnOrganisation  Reason = "OWN_ORGANISATION"  // the caller's organisation owns it
	NamedOfficer     Reason = "NAMED_OFFICER"     // the caller is named
	SharedWithYours  Reason = "SHARED_WITH_YOURS" // shared with the caller's organisation
	MemberOfTeam     Reason = "MEMBER_OF_TEAM"    // the caller is a member of the joint team
	SharedWithAll    Reason = "SHARED_WITH_ALL"   // shared with everyone on the hub
	NobodyRecognised Reason = "NOBODY_RECOGNISED" // no valid credential
)

// Decide says whether a caller sees elements with a marking, and why.
func Decide(p auth.Principal, memberships []graph.ID, m graph.Marking, at time.Time) Decision {
	if !p.Known(at) {
		return Decision{Reasons: []Reason{NobodyRecognised}}
	}
	return viewer{principal: p, memberships: memberships, at: at}.decide(m)
}

// reads says whether one of the caller's roles reads case data. Administrators
// and auditors do their work without it, first responders see referrals alone.
func reads(p auth.Principal) bool {
	return p.Is(auth.Investigator) || p.Is(auth.Analyst) || p.Is(auth.Supervisor)
}

type viewer struct {
	principal   auth.Principal
	memberships []graph.ID
	at          time.Time
}

func (v viewer) decide(m graph.Marking) Decision {
	if !reads(v.principal) {
		return Decision{Reasons: []Reason{NotAReader}}
	}
	for _, c := range m.Compartments {
		if !v.principal.Cleared(c) {
			return Decision{Reasons: []Reason{NotCleared}}
		}
	}
	if m.Audience.Scope == graph.Officers {
		return v.named(m)
	}
	if v.owns(m) {
		return Decision{Seen: true, Reasons: []Reason{OwnOrganisation}}
	}
	if v.ended(m) {
		return Decision{Reasons: []Reason{SharingEnded}}
	}
	return v.audience(m.Audience)
}

// owns says whether the caller acts for the owner; who acts for nobody owns
// nothing.
func (v viewer) owns(m graph.Marking) bool {
	return m.Owner != "" && m.Owner == v.principal.Organisation
}

// ended says whether the sharing is over.
func (v viewer) ended(m graph.Marking) bool { return !m.Expires.IsZero() && !v.at.Before(m.Expires) }

func (v viewer) named(m graph.Marking) Decision {
	if !slices.Contains(m.Audience.Officers, v.principal.Officer) {
		return Decision{Reasons: []Reason{NotNamed}}
	}
	if !v.owns(m) && v.ended(m) {
		return Decision{Reasons: []Reason{SharingEnded}}
	}
	return Decision{Seen: true, Reasons: []Reason{NamedOfficer}}
}

func (v viewer) audience(a graph.Audience) Decision {
	switch a.Scope {
	case graph.Everyone:
		return Decision{Seen: true, Reasons: []Reason{SharedWithAll}}
	case graph.Organisations:
		if slices.Contains(a.Organisations, v.principal.Organisation) {
			return Decision{Seen: true, Reasons: []Reason{SharedWithYours}}
		}
	case graph.JointTeams:
		for _, operation := range a.Operations {
			if slices.Contains(v.memberships, operation) {
				return Decision{Seen: true, Reasons: []Reason{MemberOfTeam}}
			}
		}
	}
	return Decision{Reasons: []Reason{NotInAudience}}
}
