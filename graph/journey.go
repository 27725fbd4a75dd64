package graph

import "time"

// Journey is one leg of travel: one carrier from one place to another.
type Journey struct {
	Mode    TravelMode `json:"mode"`
	Carrier string     `json:"carrier,omitempty"`
	Number  string     `json:"number,omitempty"` // flight, coach or sailing number
	From    string     `json:"from"`             // UN/LOCODE
	To      string     `json:"to"`               // UN/LOCODE
	Departs time.Time  `json:"departs,omitzero"`
	Arrives time.Time  `json:"arrives,omitzero"`
}

// TravelMode is how a leg is travelled.
type TravelMode string

// The modes.
const (
	ByAir   TravelMode = "AIR"
	ByCoach TravelMode = "COACH"
	ByRail  TravelMode = "RAIL"
	BySea   TravelMode = "SEA"
	ByCar   TravelMode = "CAR"
	ByLorry TravelMode = "LORRY"
	OnFoot  TravelMode = "FOOT"
)

// Kind is KindJourney.
func (*Journey) Kind() RecordKind { return KindJourney }

// Label is carrier and number, and the leg.
func (j *Journey) Label() string {
	label := j.From + " to " + j.To
	if service := firstOf(j.Number, j.Carrier); service != "" {
		label = service + " " + label
	}
	if !j.Departs.IsZero() {
		label += " " + j.Departs.UTC().Format(time.DateOnly)
	}
	return label
}

// Names are the carrier and the number.
func (j *Journey) Names() []string { return filled(j.Carrier, j.Number) }

// Identifiers are none.
func (*Journey) Identifiers() []Identifier { return nil }

// Check refuses a leg without ends and one that arrives before it departs.
func (j *Journey) Check() error {
	switch j.Mode {
	case ByAir, ByCoach, ByRail, BySea, ByCar, ByLorry, OnFoot:
	default:
		return Bad("mode", "The mode is AIR, COACH, RAIL, SEA, CAR, LORRY or FOOT.")
	}
	if j.From == "" {
		return Bad("from", "Give the UN/LOCODE where the leg begins, such as GBDVR for Dover.")
	}
	if j.To == "" {
		return Bad("to", "Give the UN/LOCODE where the leg ends, such as ROOTP for Otopeni.")
	}
	if !j.Departs.IsZero() && !j.Arrives.IsZero() && j.Arrives.Before(j.Departs) {
		return Bad("arrives", "The leg arrives before it departs: arrives must not lie before departs.")
	}
	return texts("carrier", j.Carrier, "number", j.Number)
}
