package graph

// CrimeGroup is an organised crime group as one organisation maps it.
type CrimeGroup struct {
	Name       string         `json:"name"`
	Alias      []string       `json:"alias,omitempty"`
	Country    []string       `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Activities []Exploitation `json:"activities,omitempty"`
}

// Kind is KindCrimeGroup.
func (*CrimeGroup) Kind() RecordKind { return KindCrimeGroup }

// Label is the name.
func (g *CrimeGroup) Label() string { return g.Name }

// Names are the name and the aliases.
func (g *CrimeGroup) Names() []string { return append([]string{g.Name}, g.Alias...) }

// Identifiers are none.
func (*CrimeGroup) Identifiers() []Identifier { return nil }

// Check refuses a group without a name, empty aliases and unknown activities.
func (g *CrimeGroup) Check() error {
	for _, a := range g.Activities {
		if err := a.Check("activities"); err != nil {
			return err
		}
	}
	if err := aliases(g.Alias); err != nil {
		return err
	}
	return required("name", g.Name, "a name for the group")
}
