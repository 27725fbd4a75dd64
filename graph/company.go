package graph

// Company is a business or other legal body.
type Company struct {
	Name               string   `json:"name"`
	Alias              []string `json:"alias,omitempty"`
	RegistrationNumber string   `json:"registrationNumber,omitempty"`
	Country            string   `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Sector             string   `json:"sector,omitempty"`
}

// Kind is KindCompany.
func (*Company) Kind() RecordKind { return KindCompany }

// Label is the name.
func (c *Company) Label() string { return c.Name }

// Names are the name and the aliases.
func (c *Company) Names() []string { return append([]string{c.Name}, c.Alias...) }

// Identifiers is the registration number, as a document number.
func (c *Company) Identifiers() []Identifier {
	return identifiers(DocumentNumber, c.Country, c.RegistrationNumber)
}

// Check refuses a company without a name and empty aliases.
func (c *Company) Check() error {
	if err := required("name", c.Name, "the company's name"); err != nil {
		return err
	}
	if err := aliases(c.Alias); err != nil {
		return err
	}
	return texts("sector", c.Sector, "registrationNumber", c.RegistrationNumber)
}
