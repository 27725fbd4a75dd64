package identifier_test

import (
	"slices"
	"testing"

	"entente/graph"
	"entente/graph/identifier"
)

func TestARecordIsFoundByWhatItsOwnerChose(t *testing.T) {
	person := &graph.Person{Name: "Ștefănescu, Ana", Alias: []string{"Ana Example"}, BirthDate: "1990-12-31"}
	phone := &graph.Phone{Number: "+44 7700 900123"}
	for _, c := range []struct {
		why     string
		details graph.RecordDetails
		schemes []graph.HitScheme
		want    []string
	}{
		{"names in any order", person, []graph.HitScheme{graph.HitNameAndBirth}, []string{"NAME_AND_BIRTH_DATE:ana example|1990-12-31", "NAME_AND_BIRTH_DATE:ana stefanescu|1990-12-31"}},
		{"a phone", phone, []graph.HitScheme{graph.HitPhone}, []string{"PHONE:447700900123"}},
		{"a phone by its plate", phone, []graph.HitScheme{graph.HitPlate}, nil},
		{"nothing", person, nil, nil},
		{"no whole birth date", &graph.Person{Name: "Ana Example", BirthDate: "1990-12"}, []graph.HitScheme{graph.HitNameAndBirth}, nil},
	} {
		if got := identifier.HitTokens(c.details, c.schemes); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.why, got, c.want)
		}
	}
}

func TestATokenNeedsAllOfIt(t *testing.T) {
	for _, c := range []struct {
		name, born, field string
	}{{"", "1990-12-31", "name"}, {"Ana", "1990", "birthDate"}, {"Ana", "31.12.1990", "birthDate"}, {"Ana", "", "birthDate"}} {
		_, err := identifier.NameToken(c.name, graph.Date(c.born))
		if graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%q, %q: %v", c.name, c.born, err)
		}
	}
	if _, err := identifier.HitToken(graph.Identifier{Scheme: graph.ProfileName, Value: "example"}); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("a profile: %v", err)
	}
	a, _ := identifier.HitToken(graph.Identifier{Scheme: graph.PhoneNumber, Value: "07700 900123", Country: "GB"})
	b, _ := identifier.HitToken(graph.Identifier{Scheme: graph.PhoneNumber, Value: "+447700900123"})
	if a != b || a == "" {
		t.Errorf("one phone has the tokens %q and %q", a, b)
	}
}
