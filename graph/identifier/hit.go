package identifier

import (
	"slices"
	"strings"

	"entente/graph"
)

// HitTokens are the texts by which a record is found exactly: for each scheme
// that is wanted, one for each number or name of it, in normal form. Without a
// whole birth date nobody is found by name.
func HitTokens(d graph.RecordDetails, schemes []graph.HitScheme) []string {
	var tokens []string
	for _, id := range d.Identifiers() {
		if !slices.Contains(schemes, graph.HitScheme(id.Scheme)) {
			continue
		}
		if token, err := HitToken(id); err == nil {
			tokens = append(tokens, token)
		}
	}
	person, ok := d.(*graph.Person)
	if ok && slices.Contains(schemes, graph.HitNameAndBirth) {
		for _, name := range append([]string{person.Name}, person.Alias...) {
			if token, err := NameToken(name, person.BirthDate); err == nil {
				tokens = append(tokens, token)
			}
		}
	}
	slices.Sort(tokens)
	return slices.Compact(tokens)
}

// HitToken is that of a number; a scheme by which nobody is found is refused.
func HitToken(id graph.Identifier) (string, error) {
	if !slices.Contains(graph.HitSchemes(), graph.HitScheme(id.Scheme)) {
		return "", graph.Bad("scheme", "Ask by PHONE, PLATE, ACCOUNT or DOCUMENT.")
	}
	normal, err := Normal(id)
	return string(id.Scheme) + ":" + normal, err
}

// NameToken is that of a name and a birth date; the order of the words of a
// name does not matter.
func NameToken(name string, born graph.Date) (string, error) {
	if err := born.Check("birthDate"); err != nil {
		return "", err
	}
	if len(born) != len("2006-01-02") {
		return "", graph.Bad("birthDate", "Give the whole birth date, as in 1990-12-31.")
	}
	terms := Terms(name)
	if len(terms) == 0 {
		return "", graph.Bad("name", "Give the name.")
	}
	slices.Sort(terms)
	return string(graph.HitNameAndBirth) + ":" + strings.Join(terms, " ") + "|" + string(born), nil
}
