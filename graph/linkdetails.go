package graph

import (
	"slices"
	"time"
)

// LinkDetails are the typed fields of a link. The implementations are structs
// passed by pointer: *Transfer, *Call, *Travel, *Membership, *Relationship,
// *Recruitment, *ControlHeld.
type LinkDetails interface {
	// Fits says whether a link of this kind may carry these details.
	Fits(kind LinkKind) bool
	// Check refuses what could not be, naming the field as the API spells it.
	Check() error
}

// NewLinkDetails is an empty pointer to the details that fit a kind, nil where
// the kind has none: what a decoder fills.
func NewLinkDetails(kind LinkKind) LinkDetails {
	all := []LinkDetails{
		&Transfer{}, &Call{}, &Travel{}, &Membership{}, &Relationship{}, &Recruitment{}, &ControlHeld{},
	}
	for _, d := range all {
		if d.Fits(kind) {
			return d
		}
	}
	return nil
}

// Transfer is one payment.
type Transfer struct {
	// Amount is in minor units of Currency (pence, bani), always positive.
	Amount    int64     `json:"amount"`
	Currency  string    `json:"currency"` // ISO 4217
	At        time.Time `json:"at"`
	Reference string    `json:"reference,omitempty"`
}

// Fits TRANSFERRED.
func (*Transfer) Fits(kind LinkKind) bool { return kind == Transferred }

// Check refuses a payment of nothing or at no time.
func (t *Transfer) Check() error {
	if t.Amount <= 0 {
		return Bad("amount", "The amount is a positive number.")
	}
	if t.Currency == "" {
		return Bad("currency", "Give the currency's ISO 4217 code, such as EUR.")
	}
	if t.At.IsZero() {
		return Bad("at", "Give the time of the transfer.")
	}
	return texts("reference", t.Reference)
}

// Call is one call or message, or the sum of several between two ends.
type Call struct {
	At       time.Time `json:"at,omitzero"`
	Duration int       `json:"duration,omitempty"` // seconds
	Count    int       `json:"count,omitempty"`    // calls summed here; 0 and 1 are one
}

// Fits CALLED.
func (*Call) Fits(kind LinkKind) bool { return kind == Called }

// Check refuses negative numbers.
func (c *Call) Check() error {
	if c.Duration < 0 {
		return Bad("duration", "The duration is in seconds and not negative.")
	}
	if c.Count < 0 {
		return Bad("count", "The count is not negative.")
	}
	return nil
}

// Travel is how somebody took part in a journey.
type Travel struct {
	Booking  string `json:"booking,omitempty"`
	Document string `json:"document,omitempty"` // number of the document used
	Seat     string `json:"seat,omitempty"`
}

// Fits TRAVELLED_ON.
func (*Travel) Fits(kind LinkKind) bool { return kind == TravelledOn }

// Check refuses over-long texts.
func (t *Travel) Check() error {
	return texts("booking", t.Booking, "document", t.Document, "seat", t.Seat)
}

// ChainRole is what somebody does in the supply chain of trafficking.
type ChainRole string

// ChainRoles are all roles in order.
func ChainRoles() []ChainRole {
	return []ChainRole{
		"RECRUITER", "BROKER", "TRANSPORTER", "TRAVELLING_PARTNER", "SMUGGLER", "HARBOURER", "EXPLOITER", "ABUSER",
		"KIDNAPPER", "DOCUMENT_FORGER", "LAUNDERER", "MONEY_MULE", "ORGANISER", "OTHER",
	}
}

// Membership is the role of a member.
type Membership struct {
	Role ChainRole `json:"role"`
}

// Fits MEMBER_OF.
func (*Membership) Fits(kind LinkKind) bool { return kind == MemberOf }

// Check refuses an unknown role.
func (m *Membership) Check() error {
	if !slices.Contains(ChainRoles(), m.Role) {
		return Bad("role", "The role in the chain is one of "+list(ChainRoles())+".")
	}
	return nil
}

// Relationship says what an association or a family tie is.
type Relationship struct {
	Relationship string `json:"relationship"` // in words: "sister", "school friend"
	// Strength is how often or how close, as the source counts it; 0 is unknown.
	Strength float64 `json:"strength,omitempty"`
}

// Fits ASSOCIATE and FAMILY.
func (*Relationship) Fits(kind LinkKind) bool { return kind == AssociateOf || kind == FamilyOf }

// Check refuses a tie without a word and a negative strength.
func (r *Relationship) Check() error {
	if r.Strength < 0 || r.Strength != r.Strength || r.Strength > 1e9 {
		return Bad("strength", "The strength lies between 0 and 1,000,000,000.")
	}
	return required("relationship", r.Relationship, "the relationship in a word, such as sister")
}

// RecruitmentMethod is how somebody was recruited (IOM standard).
type RecruitmentMethod string

// RecruitmentMethods are all methods in order.
func RecruitmentMethods() []RecruitmentMethod {
	return []RecruitmentMethod{
		"PLACE_OF_BUSINESS", "SCHOOL", "WORK", "ONLINE_SOCIAL_NETWORK", "ONLINE_ADVERT", "TELEVISION",
		"NEWSPAPER", "FAMILY", "FRIENDS", "OTHER",
	}
}

// Recruitment is how a recruitment was done.
type Recruitment struct {
	Method RecruitmentMethod `json:"method"`
}

// Fits RECRUITED.
func (*Recruitment) Fits(kind LinkKind) bool { return kind == Recruited }

// Check refuses an unknown method.
func (r *Recruitment) Check() error {
	if !slices.Contains(RecruitmentMethods(), r.Method) {
		return Bad("method", "The method of recruitment is one of "+list(RecruitmentMethods())+".")
	}
	return nil
}

// ControlHeld is by which methods somebody is controlled.
type ControlHeld struct {
	Controls []Control `json:"controls"`
}

// Fits CONTROLS.
func (*ControlHeld) Fits(kind LinkKind) bool { return kind == Controls }

// Check refuses unknown methods and none.
func (c *ControlHeld) Check() error {
	if len(c.Controls) == 0 {
		return Bad("controls", "Give at least one method of control.")
	}
	return checkControls("controls", c.Controls)
}
