package csv_test

import (
	"reflect"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

// What a mapping does not say of sharing is not shared.
func TestWhatIsImportedIsForTheOwnOrganisationOnly(t *testing.T) {
	owner := graph.IDOf(graph.NounOrganisation, [16]byte{1})
	for _, said := range []string{"source: REP-1", "source: REP-1\nmarking: {}", "source: REP-1\nmarking: {audience: {}}"} {
		m, err := csv.ParseMapping([]byte(strings.Replace(people, "source: REP-1", said, 1)), ".")
		if err != nil {
			t.Fatal(err)
		}
		if got := m.MarkingFor(owner); !reflect.DeepEqual(got, graph.OwnOrganisationOnly(owner)) {
			t.Errorf("%s: %+v", said, got)
		}
	}
}

func TestAMappingSaysWhatH3StandsFor(t *testing.T) {
	said := "source: REP-1\nmarking: {handling: [H3], restrictions: Not before the arrests.}"
	m, err := csv.ParseMapping([]byte(strings.Replace(people, "source: REP-1", said, 1)), ".")
	if err != nil {
		t.Fatal(err)
	}
	if got := m.MarkingFor(graph.IDOf(graph.NounOrganisation, [16]byte{1})).Restrictions; got != "Not before the arrests." {
		t.Errorf("%q", got)
	}
}
