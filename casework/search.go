package casework

import (
	"context"
	"fmt"
	"strings"

	"entente/audit"
	"entente/graph"
	"entente/graph/identifier"
)

// Search finds records in sight by words of a name or by an exact number, best
// first. The words themselves are not logged, only keyed hashes of them.
func (e *Enquiry) Search(ctx context.Context, in SearchInput) ([]*Record, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	query, err := in.query()
	if err != nil {
		return nil, err
	}
	found, err := e.store.Search(ctx, e.sight, query)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	ids := make([]graph.ID, len(found))
	for i := range found {
		ids[i] = found[i].ID
	}
	e.note(audit.Search, e.searchShape(in, query), ids...)
	if len(found) == 0 {
		e.brokerSearch(query)
	}
	return e.loaders.recordViews(found), nil
}

func (in SearchInput) query() (graph.Search, error) {
	if in.First < 1 || in.First > maxSearch {
		return graph.Search{}, graph.Bad("input.first", fmt.Sprintf("Ask for 1 to %d records.", maxSearch))
	}
	text := strings.TrimSpace(in.Text)
	if (text == "") == (in.Identifier == nil) {
		return graph.Search{}, graph.Bad("input.text", "Give either text, or an identifier.")
	}
	if in.Identifier != nil {
		if _, err := identifier.Normal(*in.Identifier); err != nil {
			return graph.Search{}, graph.Under("input.identifier", err)
		}
	} else if len(identifier.Terms(text)) == 0 {
		return graph.Search{}, graph.Bad("input.text", "Give at least one letter or digit.")
	}
	return graph.Search{Text: text, Identifier: in.Identifier, Kinds: in.Kinds, Limit: in.First}, nil
}

// searchShape says what was searched for by keyed hashes alone.
func (e *Enquiry) searchShape(in SearchInput, q graph.Search) *audit.Shape {
	shape := &audit.Shape{
		Question: "search", First: in.First,
		Given: given(map[string]bool{
			"input.text": in.Text != "", "input.identifier": in.Identifier != nil, "input.kinds": len(in.Kinds) > 0,
		}),
	}
	if q.Identifier != nil {
		if normal, err := identifier.Normal(*q.Identifier); err == nil {
			shape.Terms = append(shape.Terms, e.terms.Fingerprint("input.identifier", string(q.Identifier.Scheme)+" "+normal))
		}
	}
	for _, term := range identifier.Terms(q.Text) {
		if len(shape.Terms) < maxTerms {
			shape.Terms = append(shape.Terms, e.terms.Fingerprint("input.text", term))
		}
	}
	return shape
}

// maxTerms is how many hashes of words one entry of the log takes.
const maxTerms = 60
