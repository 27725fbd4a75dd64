package graph

import "slices"

// Link is an edge of the shared graph: what one organisation says about the
// tie between two records, whoever contributed those. It runs From -> To and
// may be seen only by who sees it and both its ends.
type Link struct {
	Contribution
	Kind    LinkKind
	From    ID
	To      ID
	Details LinkDetails // nil where the kind has none or nothing is known
}

// LinkKind is the sort of a tie.
type LinkKind string

// The kinds. The comment gives the direction.
const (
	Recruited      LinkKind = "RECRUITED"        // recruiter -> recruited
	Transported    LinkKind = "TRANSPORTED"      // transporter -> transported
	Escorted       LinkKind = "ESCORTED"         // escort -> escorted
	Harboured      LinkKind = "HARBOURED"        // harbourer or place -> harboured
	Controls       LinkKind = "CONTROLS"         // controller -> controlled
	ExploitedAt    LinkKind = "EXPLOITED_AT"     // person -> event or place
	MemberOf       LinkKind = "MEMBER_OF"        // person -> group or company
	AssociateOf    LinkKind = "ASSOCIATE"        // no direction meant
	FamilyOf       LinkKind = "FAMILY"           // no direction meant
	Owns           LinkKind = "OWNS"             // owner -> thing
	Uses           LinkKind = "USES"             // user -> thing
	LivesAt        LinkKind = "LIVES_AT"         // person -> place
	TravelledOn    LinkKind = "TRAVELLED_ON"     // person or vehicle -> journey
	Transferred    LinkKind = "TRANSFERRED"      // paying -> receiving
	Called         LinkKind = "CALLED"           // calling -> called
	Advertised     LinkKind = "ADVERTISED"       // profile -> what it advertises
	ForgedDocument LinkKind = "FORGED"           // forger -> document
	HeldDocumentOf LinkKind = "HELD_DOCUMENT_OF" // holder -> whose document
	SameAs         LinkKind = "SAME_AS"          // a judgement that two records are one thing
)

// LinkKinds are all kinds, in the order of their numbers in the engine.
func LinkKinds() []LinkKind {
	return []LinkKind{
		Recruited, Transported, Escorted, Harboured, Controls, ExploitedAt, MemberOf, AssociateOf, FamilyOf, Owns,
		Uses, LivesAt, TravelledOn, Transferred, Called, Advertised, ForgedDocument, HeldDocumentOf, SameAs,
	}
}

// Check refuses a link that joins a record with itself, has details of another
// kind or joins kinds of record that it cannot join.
func (l Link) Check(from, to RecordKind) error {
	if !slices.Contains(LinkKinds(), l.Kind) {
		return Bad("kind", "The kind of link is one of "+list(LinkKinds())+".")
	}
	if l.From == l.To {
		return Bad("to", "A link joins two different records.")
	}
	if err := checkEnds(l.Kind, from, to); err != nil {
		return err
	}
	if l.Details == nil {
		return nil
	}
	if !l.Details.Fits(l.Kind) {
		return Bad("details", "These details do not belong to a link of kind "+string(l.Kind)+".")
	}
	return Under("details", l.Details.Check())
}

// actors are the kinds of record that can act.
func actors() []RecordKind { return []RecordKind{KindPerson, KindCrimeGroup, KindCompany} }

// belongings are the kinds of record that can be owned or used.
func belongings() []RecordKind {
	return []RecordKind{
		KindCompany, KindBankAccount, KindPaymentInstrument, KindPlace, KindTravelDocument, KindVehicle, KindPhone, KindOnlineProfile,
	}
}

// LinkEnds gives the kinds of record at which a kind of link may begin and end.
func LinkEnds(kind LinkKind) (from, to []RecordKind) {
	person := []RecordKind{KindPerson}
	switch kind {
	case Recruited, Transported, Escorted, Controls:
		return actors(), person
	case Harboured:
		return append(actors(), KindPlace), person
	case ExploitedAt:
		return person, []RecordKind{KindExploitationEvent, KindPlace, KindCompany}
	case MemberOf:
		return actors(), []RecordKind{KindCrimeGroup, KindCompany}
	case AssociateOf:
		return actors(), actors()
	case FamilyOf:
		return person, person
	case Owns, Uses:
		return actors(), belongings()
	case LivesAt:
		return person, []RecordKind{KindPlace}
	case TravelledOn:
		return []RecordKind{KindPerson, KindVehicle}, []RecordKind{KindJourney}
	case Transferred:
		money := append(actors(), KindBankAccount, KindPaymentInstrument)
		return money, money
	case Called:
		return []RecordKind{KindPerson, KindPhone}, []RecordKind{KindPerson, KindPhone}
	case Advertised:
		return []RecordKind{KindOnlineProfile, KindPerson, KindCompany, KindCrimeGroup}, RecordKinds()
	case ForgedDocument:
		return actors(), []RecordKind{KindTravelDocument}
	case HeldDocumentOf:
		return actors(), person
	}
	return RecordKinds(), RecordKinds()
}

func checkEnds(kind LinkKind, from, to RecordKind) error {
	if kind == SameAs && from != to {
		return Bad("to", "SAME_AS joins two records of the same kind.")
	}
	begins, ends := LinkEnds(kind)
	if !slices.Contains(begins, from) {
		return Bad("from", "A link of kind "+string(kind)+" begins at one of "+list(begins)+".")
	}
	if !slices.Contains(ends, to) {
		return Bad("to", "A link of kind "+string(kind)+" ends at one of "+list(ends)+".")
	}
	return nil
}
