package casework

import "entente/graph"

// Translate puts a grading, handling codes or both into another scheme, by the
// hub's code lists as they hold now. It reads no record.
func (e *Enquiry) Translate(grading *graph.Grading, handling []graph.Handling, to graph.Scheme) (*graph.Translation, error) {
	if grading == nil && len(handling) == 0 {
		return nil, graph.Bad("grading", "Give a grading, handling codes, or both.")
	}
	var given graph.Grading
	if grading != nil {
		given = *grading
	}
	translation, err := e.codes.Translate(given, handling, to, e.at)
	if err != nil {
		return nil, err
	}
	return &translation, nil
}

// Meaning is a grading in words, by the hub's code lists.
func (e *Enquiry) Meaning(g graph.Grading) string { return e.codes.Meaning(g, e.at) }
