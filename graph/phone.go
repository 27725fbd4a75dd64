package graph

// Phone is a telephone line or handset.
type Phone struct {
	Number  string `json:"number,omitempty"` // E.164, e.g. +40700900123
	IMEI    string `json:"imei,omitempty"`
	IMSI    string `json:"imsi,omitempty"`
	Network string `json:"network,omitempty"`
}

// Kind is KindPhone.
func (*Phone) Kind() RecordKind { return KindPhone }

// Label is the number, else the handset's or the card's.
func (p *Phone) Label() string { return firstOf(p.Number, p.IMEI, p.IMSI) }

// Names are none: a phone is found by its number.
func (*Phone) Names() []string { return nil }

// Identifiers are the number, the IMEI and the IMSI.
func (p *Phone) Identifiers() []Identifier {
	return identifiers(PhoneNumber, "", p.Number, p.IMEI, p.IMSI)
}

// Check refuses a phone without any number.
func (p *Phone) Check() error {
	if p.Label() == "" {
		return Bad("number", "Give the number, the IMEI or the IMSI.")
	}
	return texts("network", p.Network, "imei", p.IMEI, "imsi", p.IMSI)
}
