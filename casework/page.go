package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"entente/graph"
)

// page checks the size and opens the cursor. It asks for one element more than
// the page has, to know whether more follows.
func (e *Enquiry) page(first int, after *string, list string) (graph.Page, error) {
	if first < 1 || first > maxPage {
		return graph.Page{}, graph.Bad("first", fmt.Sprintf("A page has 1 to %d elements.", maxPage))
	}
	page := graph.Page{Limit: first + 1}
	if after == nil || *after == "" {
		return page, nil
	}
	place, ok := e.seal.openCursor(*after, list)
	if !ok {
		return graph.Page{}, graph.Bad("after", "This is not a cursor of this list: hand back an endCursor of the same list, filter and officer.")
	}
	page.After = place
	return page, nil
}

// listOf names one list of one officer: what a cursor is bound to.
func (e *Enquiry) listOf(question string, inputs ...any) string {
	encoded, err := json.Marshal(inputs)
	if err != nil {
		panic(fmt.Sprintf("casework: a filter that cannot be encoded: %s", question))
	}
	return string(e.principal.Officer) + "\x00" + question + "\x00" + string(encoded)
}

// given lists the true ones, in order.
func given(inputs map[string]bool) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(inputs)) {
		if inputs[name] {
			out = append(out, name)
		}
	}
	return out
}

// total counts a whole list when it is asked to.
type total func(context.Context) (int, error)

// TotalCount is how many records in sight the filter keeps, on all pages.
func (c *RecordConnection) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

// TotalCount is how many links in sight the filter keeps, on all pages.
func (c *LinkConnection) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

// TotalCount is how many involvements in sight the filter keeps, on all pages.
func (c *InvolvementConnection) TotalCount(ctx context.Context) (int, error) { return c.total(ctx) }

func (c *RecordConnection) ids() []graph.ID {
	ids := make([]graph.ID, len(c.Nodes))
	for i, r := range c.Nodes {
		ids[i] = r.ID
	}
	return ids
}
