package graph

import (
	"slices"
	"strings"
	"time"
)

// MarkingID is the small dense number under which a hub holds one interned
// marking. It never leaves the hub.
type MarkingID uint32

// Marking says who owns an element, who may see it and what may be done with
// it. It is a value: equal markings are the same marking. Slices are sorted
// and without repeats once Canonical has been called.
type Marking struct {
	Owner          ID             `json:"owner"`
	Audience       Audience       `json:"audience"`
	Classification Classification `json:"classification"`
	Compartments   []Compartment  `json:"compartments,omitempty"`
	Handling       []Handling     `json:"handling,omitempty"`
	// Expires is when the sharing ends: from then on only the owner's own
	// officers see the element. Zero is never. Whole seconds, UTC.
	Expires time.Time `json:"expires,omitzero"`
	// Embargo is from when the sharing holds: before, only the owner's own
	// officers see the element. Zero is at once. Whole seconds, UTC.
	Embargo time.Time `json:"embargo,omitzero"`
	// Review is when the owner must decide to keep or to dispose of what carries the
	// marking; what was said of an element itself goes before it. Zero is never.
	// Whole seconds, UTC.
	Review time.Time `json:"review,omitzero"`
	// Restrictions is the text that H3 stands for, and empty without H3.
	Restrictions string `json:"restrictions,omitempty"`
}

// Audience is who, beside the owner's organisation, sees the element.
type Audience struct {
	Scope         Scope `json:"scope"`
	Officers      []ID  `json:"officers,omitempty"`
	Organisations []ID  `json:"organisations,omitempty"`
	Operations    []ID  `json:"operations,omitempty"`
}

// Scope is the kind of an audience.
type Scope string

// The scopes. Named officers narrow even the owner's own organisation; every
// other scope includes it.
const (
	Private       Scope = "PRIVATE"       // the owner's organisation only
	Officers      Scope = "OFFICERS"      // the named officers only
	Organisations Scope = "ORGANISATIONS" // and the listed organisations
	JointTeams    Scope = "JOINT_TEAMS"   // and the members of the listed operations, and any listed organisations
	Everyone      Scope = "EVERYONE"      // and every officer on the hub
)

// Classification is the protective marking; the hub refuses SECRET and above.
type Classification string

// The classifications the hub may hold.
const (
	Official          Classification = "OFFICIAL"
	OfficialSensitive Classification = "OFFICIAL_SENSITIVE"
)

// Compartment is a kind of content that needs a clearance of its own.
type Compartment string

// The compartments.
const (
	VictimIdentity        Compartment = "VICTIM_IDENTITY"
	Child                 Compartment = "CHILD"
	FinancialIntelligence Compartment = "FINANCIAL_INTELLIGENCE"
	CovertSource          Compartment = "COVERT_SOURCE"
)

// Compartments are all compartments in order.
func Compartments() []Compartment {
	return []Compartment{VictimIdentity, Child, FinancialIntelligence, CovertSource}
}

// OwnOrganisationOnly is the marking of anything new.
func OwnOrganisationOnly(owner ID) Marking {
	return Marking{Owner: owner, Audience: Audience{Scope: Private}, Classification: OfficialSensitive}
}

// Unseen is a marking under which nobody sees anything.
func Unseen() Marking { return Marking{Audience: Audience{Scope: Officers}} }

// Canonical is the marking with every list sorted and without repeats, times
// in whole seconds of UTC and restrictions without blanks around them, so that
// equal markings are equal as values. A marking that Check takes stays one.
func (m Marking) Canonical() Marking {
	m.Audience.Officers = sorted(m.Audience.Officers)
	m.Audience.Organisations = sorted(m.Audience.Organisations)
	m.Audience.Operations = sorted(m.Audience.Operations)
	m.Compartments = sorted(m.Compartments)
	m.Handling = sorted(m.Handling)
	m.Expires, m.Embargo, m.Review = wholeSeconds(m.Expires), wholeSeconds(m.Embargo), wholeSeconds(m.Review)
	m.Restrictions = strings.TrimSpace(m.Restrictions)
	return m
}

func wholeSeconds(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.UTC().Truncate(time.Second)
}

// Same says whether two markings in canonical form are the same marking.
func (m Marking) Same(o Marking) bool {
	return m.Owner == o.Owner && m.Classification == o.Classification && m.Restrictions == o.Restrictions &&
		m.Expires.Equal(o.Expires) && m.Embargo.Equal(o.Embargo) && m.Review.Equal(o.Review) && m.Audience.same(o.Audience) &&
		slices.Equal(m.Compartments, o.Compartments) && slices.Equal(m.Handling, o.Handling)
}

func (a Audience) same(o Audience) bool {
	return a.Scope == o.Scope && slices.Equal(a.Officers, o.Officers) &&
		slices.Equal(a.Organisations, o.Organisations) && slices.Equal(a.Operations, o.Operations)
}

// Holds says whether the sharing holds at t: from the embargo on, and up to
// but not including the expiry.
func (m Marking) Holds(t time.Time) bool { return !t.Before(m.Embargo) && !m.Ended(t) }

// Ended says whether the sharing is over at t.
func (m Marking) Ended(t time.Time) bool { return !m.Expires.IsZero() && !t.Before(m.Expires) }

func sorted[T ~string](in []T) []T {
	if len(in) == 0 {
		return nil
	}
	out := slices.Clone(in)
	slices.Sort(out)
	return slices.Compact(out)
}

// CheckAt refuses what Check refuses, and a sharing that would have ended
// before it begins at now. It is for acts of sharing; what is stored may end.
func (m Marking) CheckAt(now time.Time) error {
	if err := m.Check(); err != nil {
		return err
	}
	if m.Ended(now) {
		return Bad("expires", "The sharing would end in the past: give a later time.")
	}
	return nil
}

// Check refuses a marking that contradicts itself.
func (m Marking) Check() error {
	switch m.Classification {
	case Official, OfficialSensitive:
	default:
		return Bad("classification", "The hub holds OFFICIAL and OFFICIAL_SENSITIVE only; anything higher must not be entered.")
	}
	for _, c := range m.Compartments {
		if !slices.Contains(Compartments(), c) {
			return Bad("compartments", "A compartment is one of "+list(Compartments())+".")
		}
	}
	if err := checkHandling(m.Handling, m.Restrictions); err != nil {
		return err
	}
	if c := m.Canonical(); !c.Embargo.IsZero() && !c.Expires.IsZero() && !c.Embargo.Before(c.Expires) {
		return Bad("embargo", "The sharing would end before it begins: the embargo must be earlier than the expiry.")
	}
	return m.Audience.check()
}

func (a Audience) check() error {
	lists := []struct {
		scope Scope
		field string
		noun  Noun
		ids   []ID
	}{
		{Officers, "officers", NounOfficer, a.Officers},
		{Organisations, "organisations", NounOrganisation, a.Organisations},
		{JointTeams, "operations", NounOperation, a.Operations},
	}
	known := a.Scope == Private || a.Scope == Everyone
	for _, l := range lists {
		known = known || a.Scope == l.scope
		field := "audience." + l.field
		if a.Scope == l.scope && len(l.ids) == 0 {
			return Bad(field, "The scope "+string(a.Scope)+" needs at least one id here.")
		}
		beside := a.Scope == JointTeams && l.scope == Organisations
		if a.Scope != l.scope && len(l.ids) > 0 && !beside {
			return Bad(field, "The scope "+string(a.Scope)+" takes no ids here.")
		}
		for _, id := range l.ids {
			if !id.Is(l.noun) {
				return Bad(field, "This is not an id of the right type.")
			}
		}
	}
	if !known {
		return Bad("audience.scope", "The scope is PRIVATE, OFFICERS, ORGANISATIONS, JOINT_TEAMS or EVERYONE.")
	}
	return nil
}

func list[T ~string](of []T) string {
	words := make([]string, len(of))
	for i, w := range of {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}
