package audit

import "regexp"

// Shape is what kind of question was asked, without what was asked for: search
// terms are personal data and stay out of the log.
type Shape struct {
	// Question is the name of the question in the API, e.g. "shortestPath".
	Question string `json:"question"`
	// Given lists the inputs the officer filled in, by path and without their
	// values, e.g. "filter.phone".
	Given []string `json:"given,omitempty"`
	// Terms are keyed hashes of the search terms, so that the same search is
	// recognised when it is made again.
	Terms []Fingerprint `json:"terms,omitempty"`
	// First is the page size asked for and Depth the number of steps, 0 where
	// the question has none.
	First int `json:"first,omitempty"`
	Depth int `json:"depth,omitempty"`
}

const shapeLimit = 64

var (
	questionForm    = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]{0,63}$`)
	givenForm       = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9.]{0,63}$`)
	fingerprintForm = regexp.MustCompile(`^[0-9a-f]{32}$`)
)

// check holds every part of a shape to a form no value would take by accident.
func (s Shape) check() error {
	if !questionForm.MatchString(s.Question) {
		return unfit("the question is not a name of the API")
	}
	if len(s.Given) > shapeLimit || len(s.Terms) > shapeLimit {
		return unfit("the shape of the query is too long")
	}
	for _, path := range s.Given {
		if !givenForm.MatchString(path) {
			return unfit("an input is not a path of the API")
		}
	}
	for _, term := range s.Terms {
		if !fingerprintForm.MatchString(string(term)) {
			return unfit("a search term is not a keyed hash")
		}
	}
	if s.First < 0 || s.Depth < 0 {
		return unfit("a size of the query is negative")
	}
	return nil
}
