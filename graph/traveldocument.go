package graph

// TravelDocument is a passport, identity card, visa or permit.
type TravelDocument struct {
	Document     DocumentType `json:"document"`
	Number       string       `json:"number"`
	Country      string       `json:"country,omitempty"` // issuing state, ISO 3166-1 alpha-2
	Holder       string       `json:"holder,omitempty"`
	BirthDate    Date         `json:"birthDate,omitempty"`
	Issued       Date         `json:"issued,omitempty"`
	Expires      Date         `json:"expires,omitempty"`
	Authenticity Authenticity `json:"authenticity,omitempty"`
}

// DocumentType is the sort of a document.
type DocumentType string

// The sorts.
const (
	Passport      DocumentType = "PASSPORT"
	IdentityCard  DocumentType = "IDENTITY_CARD"
	Visa          DocumentType = "VISA"
	Permit        DocumentType = "PERMIT"
	OtherDocument DocumentType = "OTHER"
)

// Authenticity is what is known of a document; empty is not examined.
type Authenticity string

// The findings.
const (
	Genuine    Authenticity = "GENUINE"
	Forged     Authenticity = "FORGED"
	Stolen     Authenticity = "STOLEN"
	Fraudulent Authenticity = "FRAUDULENTLY_OBTAINED"
)

// Kind is KindTravelDocument.
func (*TravelDocument) Kind() RecordKind { return KindTravelDocument }

// Label is the number with its issuing state.
func (d *TravelDocument) Label() string {
	if d.Country == "" {
		return d.Number
	}
	return d.Country + " " + d.Number
}

// Names is the holder.
func (d *TravelDocument) Names() []string { return filled(d.Holder) }

// Identifiers is the number.
func (d *TravelDocument) Identifiers() []Identifier {
	return identifiers(DocumentNumber, d.Country, d.Number)
}

// Check refuses a document without number or sort, and impossible dates.
func (d *TravelDocument) Check() error {
	switch d.Document {
	case Passport, IdentityCard, Visa, Permit, OtherDocument:
	default:
		return Bad("document", "The document is a PASSPORT, IDENTITY_CARD, VISA, PERMIT or OTHER.")
	}
	switch d.Authenticity {
	case "", Genuine, Forged, Stolen, Fraudulent:
	default:
		return Bad("authenticity", "The authenticity is GENUINE, FORGED, STOLEN, FRAUDULENTLY_OBTAINED or left out.")
	}
	if err := required("number", d.Number, "the document's number"); err != nil {
		return err
	}
	if err := d.BirthDate.Check("birthDate"); err != nil {
		return err
	}
	if err := d.Issued.Check("issued"); err != nil {
		return err
	}
	if err := d.Expires.Check("expires"); err != nil {
		return err
	}
	if d.Issued != "" && d.Expires != "" && !d.Expires.End().After(d.Issued.Begin()) {
		return Bad("expires", "The document expires before it is issued.")
	}
	return texts("holder", d.Holder)
}
