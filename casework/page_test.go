package casework

import (
	"slices"
	"testing"

	"entente/graph"
)

func TestPagesHaveOneTo500Elements(t *testing.T) {
	e := begun(t, desk(t, &shelf{}, &diary{}), ana())
	empty := ""
	for first, want := range map[int]graph.Code{-1: graph.BadInput, 0: graph.BadInput, 1: "", 500: "", 501: graph.BadInput} {
		page, err := e.page(first, &empty, "list")
		if graph.CodeOf(err) != want {
			t.Errorf("a page of %d: %v", first, err)
		}
		if err == nil && page != (graph.Page{Limit: first + 1}) {
			t.Errorf("a page of %d asks for %+v", first, page)
		}
	}
}

// A cursor goes on where it was given; another officer, list or filter cannot
// use it.
func TestAPageGoesOnInItsOwnListOnly(t *testing.T) {
	c := desk(t, &shelf{}, &diary{})
	hers := begun(t, c, ana())
	other := ana()
	other.Officer = anID(graph.NounOfficer, 2)
	his := begun(t, c, other)
	filter := graph.RecordFilter{Kinds: []graph.RecordKind{graph.KindPerson}}
	list := hers.listOf("records", filter, graph.ByLabel)
	at := graph.Position{Key: "exemplu", ID: anID(graph.NounRecord, 1)}
	cursor := cursorOf(t, c.seal, at, list)
	page, err := hers.page(10, &cursor, list)
	if err != nil || page != (graph.Page{After: at, Limit: 11}) {
		t.Errorf("%+v, %v", page, err)
	}
	for name, elsewhere := range map[string]string{
		"another officer": his.listOf("records", filter, graph.ByLabel),
		"another order":   hers.listOf("records", filter, graph.ByRecent),
		"another filter":  hers.listOf("records", graph.RecordFilter{}, graph.ByLabel),
		"another list":    hers.listOf("links", filter, graph.ByLabel),
	} {
		if _, err := hers.page(10, &cursor, elsewhere); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGivenListsTheTrueOnesInOrder(t *testing.T) {
	got := given(map[string]bool{"filter.name": true, "filter.at": true, "filter.kinds": false, "filter.countries": true})
	if want := []string{"filter.at", "filter.countries", "filter.name"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := given(map[string]bool{"filter.name": false}); got != nil {
		t.Errorf("nothing given is %v", got)
	}
}
