package graph

// Vehicle is a car, van, lorry or other vehicle, known by its plate or its
// identification number.
type Vehicle struct {
	RegistrationNumber string `json:"registrationNumber,omitempty"`
	Country            string `json:"country,omitempty"` // of registration, ISO 3166-1 alpha-2
	VIN                string `json:"vin,omitempty"`
	Make               string `json:"make,omitempty"`
	Model              string `json:"model,omitempty"`
	Colour             string `json:"colour,omitempty"`
}

// Kind is KindVehicle.
func (*Vehicle) Kind() RecordKind { return KindVehicle }

// Label is the plate, else the identification number.
func (v *Vehicle) Label() string { return firstOf(v.RegistrationNumber, v.VIN) }

// Names are none: a vehicle is found by its plate.
func (*Vehicle) Names() []string { return nil }

// Identifiers are the plate and the identification number.
func (v *Vehicle) Identifiers() []Identifier {
	return identifiers(NumberPlate, v.Country, v.RegistrationNumber, v.VIN)
}

// Check refuses a vehicle without plate and identification number.
func (v *Vehicle) Check() error {
	if v.RegistrationNumber == "" && v.VIN == "" {
		return Bad("registrationNumber", "Give the number plate or the VIN.")
	}
	return texts("make", v.Make, "model", v.Model, "colour", v.Colour)
}
