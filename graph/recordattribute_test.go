package graph_test

import (
	"testing"

	"entente/graph"
)

func TestTwoRecordsSayTheSameInAnAttribute(t *testing.T) {
	details := []graph.RecordDetails{
		&graph.Phone{Number: "+40700900123", Network: "Sample Mobile"}, &graph.Phone{Number: "+40700900124", Network: "Sample Mobile"},
		&graph.Journey{Number: "+40700900123", From: "ROTSR", To: "GBDVR"}, &graph.Company{Name: "Example Ltd", Country: "GB"},
		&graph.Vehicle{RegistrationNumber: "XX 00 XXX", Country: "GB"}, &graph.CrimeGroup{Name: "Example Ltd", Country: []string{"GB"}},
		&graph.Person{Name: "First Example"}, &graph.Person{Name: "Second Example"},
	}
	for attribute, alike := range map[graph.RecordAttribute]bool{
		"NETWORK": true, "COUNTRY": true, "NAME": true,
		// Alike in name alone, or said by one.
		"PHONE_NUMBER": false, "JOURNEY_NUMBER": false, "COUNTRIES": false, "PLATE": false,
		// Said by none.
		"IMEI": false, "CHILD": false, "GENDER": false, "ALIAS": false, "UNHEARD_OF": false,
	} {
		if got := attribute.SaidAlike(details); got != alike {
			t.Errorf("%s is said alike: %t, want %t", attribute, got, alike)
		}
	}
}
