package graph

// Record is a node of the shared graph: what one organisation says about one
// person, account, journey or other thing, from one source.
type Record struct {
	Contribution
	Details RecordDetails
}

// RecordKind is what a record is about.
type RecordKind string

// The kinds, named as FollowTheMoney does where it has one.
const (
	KindPerson            RecordKind = "PERSON"
	KindCrimeGroup        RecordKind = "CRIME_GROUP"
	KindCompany           RecordKind = "COMPANY"
	KindBankAccount       RecordKind = "BANK_ACCOUNT"
	KindPaymentInstrument RecordKind = "PAYMENT_INSTRUMENT"
	KindPlace             RecordKind = "PLACE"
	KindJourney           RecordKind = "JOURNEY"
	KindTravelDocument    RecordKind = "TRAVEL_DOCUMENT"
	KindVehicle           RecordKind = "VEHICLE"
	KindPhone             RecordKind = "PHONE"
	KindOnlineProfile     RecordKind = "ONLINE_PROFILE"
	KindExploitationEvent RecordKind = "EXPLOITATION_EVENT"
)

// RecordKinds are all kinds, in the order of their numbers in the engine.
func RecordKinds() []RecordKind {
	return []RecordKind{
		KindPerson, KindCrimeGroup, KindCompany, KindBankAccount, KindPaymentInstrument, KindPlace,
		KindJourney, KindTravelDocument, KindVehicle, KindPhone, KindOnlineProfile, KindExploitationEvent,
	}
}

// RecordDetails are the typed fields of one kind. The implementations are
// structs passed by pointer: *Person, *CrimeGroup, *Company, *BankAccount,
// *PaymentInstrument, *Place, *Journey, *TravelDocument, *Vehicle, *Phone,
// *OnlineProfile, *ExploitationEvent.
type RecordDetails interface {
	Kind() RecordKind
	// Label is the short text that lists and the canvas show; never empty for
	// details that pass Check.
	Label() string
	// Names are what a search by name finds.
	Names() []string
	// Identifiers are what an exact search finds: a phone, a plate, an account,
	// a document, a profile.
	Identifiers() []Identifier
	// Check refuses what could not be, naming the field as the API spells it.
	Check() error
}

// NewRecordDetails is an empty pointer to the details of a kind, nil for an
// unknown kind: what a decoder fills.
func NewRecordDetails(kind RecordKind) RecordDetails {
	switch kind {
	case KindPerson:
		return &Person{}
	case KindCrimeGroup:
		return &CrimeGroup{}
	case KindCompany:
		return &Company{}
	case KindBankAccount:
		return &BankAccount{}
	case KindPaymentInstrument:
		return &PaymentInstrument{}
	case KindPlace:
		return &Place{}
	case KindJourney:
		return &Journey{}
	case KindTravelDocument:
		return &TravelDocument{}
	case KindVehicle:
		return &Vehicle{}
	case KindPhone:
		return &Phone{}
	case KindOnlineProfile:
		return &OnlineProfile{}
	case KindExploitationEvent:
		return &ExploitationEvent{}
	}
	return nil
}

// IdentifierScheme says what an identifier identifies.
type IdentifierScheme string

// The schemes an exact search knows.
const (
	PhoneNumber    IdentifierScheme = "PHONE"
	NumberPlate    IdentifierScheme = "PLATE"
	AccountNumber  IdentifierScheme = "ACCOUNT"
	DocumentNumber IdentifierScheme = "DOCUMENT"
	ProfileName    IdentifierScheme = "PROFILE"
)

// IdentifierSchemes are all schemes in order.
func IdentifierSchemes() []IdentifierScheme {
	return []IdentifierScheme{PhoneNumber, NumberPlate, AccountNumber, DocumentNumber, ProfileName}
}

// Identifier is a number under which a thing is known outside the hub, as
// entered; graph/identifier gives its normal form.
type Identifier struct {
	Scheme  IdentifierScheme
	Value   string
	Country string // ISO 3166-1 alpha-2, may be empty
}

func required(field, value, what string) error {
	if value == "" {
		return Bad(field, "Give "+what+".")
	}
	return texts(field, value)
}

// aliases refuses empty and over-long names in a list of other names.
func aliases(names []string) error {
	for _, name := range names {
		if err := required("alias", name, "an alias, or leave the list empty"); err != nil {
			return err
		}
	}
	return nil
}

func identifiers(scheme IdentifierScheme, country string, values ...string) []Identifier {
	var out []Identifier
	for _, v := range values {
		if v != "" {
			out = append(out, Identifier{Scheme: scheme, Value: v, Country: country})
		}
	}
	return out
}

func filled(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
