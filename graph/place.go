package graph

import "math"

// Place is an address, a port, a venue or a wider area.
type Place struct {
	Place      PlaceType `json:"place"`
	Name       string    `json:"name,omitempty"`
	Address    string    `json:"address,omitempty"`
	City       string    `json:"city,omitempty"`
	PostalCode string    `json:"postalCode,omitempty"`
	Country    string    `json:"country,omitempty"` // ISO 3166-1 alpha-2
	// Locode is the UN/LOCODE of a port, station or airport, e.g. GBDVR.
	Locode    string   `json:"locode,omitempty"`
	Latitude  *float64 `json:"latitude,omitempty"`  // degrees, north positive
	Longitude *float64 `json:"longitude,omitempty"` // degrees, east positive
}

// PlaceType is the sort of a place.
type PlaceType string

// The sorts.
const (
	Address PlaceType = "ADDRESS"
	Port    PlaceType = "PORT"
	Venue   PlaceType = "VENUE"
	Area    PlaceType = "AREA"
)

// Kind is KindPlace.
func (*Place) Kind() RecordKind { return KindPlace }

// Label is the name, else the address, the city or the port's code.
func (p *Place) Label() string { return firstOf(p.Name, p.Address, p.City, p.Locode) }

// Names are the name, the address and the city.
func (p *Place) Names() []string { return filled(p.Name, p.Address, p.City) }

// Identifiers are none.
func (*Place) Identifiers() []Identifier { return nil }

// Check refuses a place that names nowhere, and impossible coordinates.
func (p *Place) Check() error {
	switch p.Place {
	case Address, Port, Venue, Area:
	default:
		return Bad("place", "The place is an ADDRESS, PORT, VENUE or AREA.")
	}
	if p.Label() == "" {
		return Bad("name", "Give a name, an address, a city or a locode.")
	}
	if (p.Latitude == nil) != (p.Longitude == nil) {
		return Bad("longitude", "Give both latitude and longitude, or neither.")
	}
	if p.Latitude != nil && beyond(90, *p.Latitude) {
		return Bad("latitude", "The latitude lies between -90 and 90 degrees.")
	}
	if p.Longitude != nil && beyond(180, *p.Longitude) {
		return Bad("longitude", "The longitude lies between -180 and 180 degrees.")
	}
	return texts("name", p.Name, "address", p.Address, "city", p.City, "postalCode", p.PostalCode)
}

// beyond says whether degrees are no coordinate; what is not a number is none.
func beyond(most, degrees float64) bool { return math.IsNaN(degrees) || math.Abs(degrees) > most }
