package casework

import (
	"context"
	"fmt"

	"entente/graph"
	"entente/graph/engine"
)

// derivedOf is how a fact must be handled that was made from all of some
// entities and what lies between them; gradings bear on how sure it is.
func (e *Enquiry) derivedOf(ctx context.Context, view *engine.View, entities []graph.ID, gradings []graph.Grading) (graph.Derived, error) {
	known, err := e.markings.upTo(ctx, e.standing.Markings)
	if err != nil {
		return graph.Derived{}, fmt.Errorf("derive: %w", err)
	}
	var markings []graph.Marking
	for _, id := range view.Markings(e.sight, entities) {
		markings = append(markings, known[id]) // in sight, so among those the sight was made of
	}
	return graph.Derive(markings, gradings), nil
}

// countriesOf are the countries that a record names, ISO 3166-1 alpha-2.
func countriesOf(d graph.RecordDetails) []string {
	one := ""
	switch d := d.(type) {
	case *graph.Person:
		return d.Nationality
	case *graph.CrimeGroup:
		return d.Country
	case *graph.Company:
		one = d.Country
	case *graph.BankAccount:
		one = d.Country
	case *graph.Place:
		one = d.Country
	case *graph.TravelDocument:
		one = d.Country
	case *graph.Vehicle:
		one = d.Country
	case *graph.ExploitationEvent:
		one = d.Country
	}
	if one == "" {
		return nil
	}
	return []string{one}
}

// entitiesNamed gives the views of entities by their ids, siblings of each other.
func (e *Enquiry) entitiesNamed(view *engine.View, ids []graph.ID) map[graph.ID]*Entity {
	out := map[graph.ID]*Entity{}
	for _, entity := range entitiesOf(view.Entities(e.sight, ids)) {
		out[entity.ID] = entity
	}
	return out
}
