package graph

// Person is what one source says of a human being. A role such as suspect or
// victim is never here: it is held per operation, see Involvement.
type Person struct {
	Name        string   `json:"name"`
	Alias       []string `json:"alias,omitempty"`
	BirthDate   Date     `json:"birthDate,omitempty"`
	BirthPlace  string   `json:"birthPlace,omitempty"`
	Gender      Gender   `json:"gender,omitempty"`
	Nationality []string `json:"nationality,omitempty"` // ISO 3166-1 alpha-2
	// Pseudonymous says that Name stands for somebody whose identity is kept in
	// another record, in a stricter compartment.
	Pseudonymous bool `json:"pseudonymous,omitempty"`
	// Child says the person is, or must be treated as, under 18.
	Child bool `json:"child,omitempty"`
}

// Gender as recorded by the source; empty is unknown.
type Gender string

// The genders.
const (
	Female      Gender = "FEMALE"
	Male        Gender = "MALE"
	OtherGender Gender = "OTHER"
)

// Kind is KindPerson.
func (*Person) Kind() RecordKind { return KindPerson }

// Label is the name.
func (p *Person) Label() string { return p.Name }

// Names are the name and the aliases.
func (p *Person) Names() []string { return append([]string{p.Name}, p.Alias...) }

// Identifiers are none: a person's documents, phones and accounts are records.
func (*Person) Identifiers() []Identifier { return nil }

// Check refuses a person without a name and impossible dates.
func (p *Person) Check() error {
	if err := required("name", p.Name, "a name, or a pseudonym"); err != nil {
		return err
	}
	if err := aliases(p.Alias); err != nil {
		return err
	}
	if p.Gender != "" && p.Gender != Female && p.Gender != Male && p.Gender != OtherGender {
		return Bad("gender", "The gender is FEMALE, MALE, OTHER or left out.")
	}
	if err := p.BirthDate.Check("birthDate"); err != nil {
		return err
	}
	return texts("birthPlace", p.BirthPlace)
}
