package graph

import "time"

// Contribution is what every element carries of whoever made it. Nobody but
// the owner changes the element; each change is a new version.
type Contribution struct {
	ID  ID
	Hub string // the element's home hub
	// Source names the source report by reference only, e.g. "INT-2009-00412".
	Source   string
	Grading  Grading
	Marking  Marking
	Validity Interval
	// Version is a random id for this state of the element: it does not count.
	Version ID
	// KnownFrom and KnownUntil are when the hub knew this version; a zero
	// KnownUntil is the present version.
	KnownFrom  time.Time
	KnownUntil time.Time
	// Retired says the owner has withdrawn it as of this version.
	Retired bool
}

// Owner is the organisation that contributed the element.
func (c Contribution) Owner() ID { return c.Marking.Owner }

// Check refuses a contribution that could not be stored. Field paths are those
// of the API's input.
func (c Contribution) Check() error {
	if c.Source == "" {
		return Bad("source", "Name the source report by its reference.")
	}
	if len(c.Source) > maxText {
		return tooLong("source")
	}
	if err := c.Grading.Check("grading"); err != nil {
		return err
	}
	if err := c.Validity.Check("validity"); err != nil {
		return err
	}
	return Under("marking", c.Marking.Check())
}

// maxText bounds every free text of a record, in bytes.
const maxText = 4000

func tooLong(field string) error {
	return Bad(field, "This text is too long: 4,000 characters at most.")
}

// texts refuses over-long texts; fields and values alternate.
func texts(fieldsAndValues ...string) error {
	for i := 0; i+1 < len(fieldsAndValues); i += 2 {
		if len(fieldsAndValues[i+1]) > maxText {
			return tooLong(fieldsAndValues[i])
		}
	}
	return nil
}
