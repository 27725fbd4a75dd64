package scalar

import (
	"github.com/99designs/gqlgen/graphql"

	"entente/graph"
)

// MarshalText writes a text, an empty one as null: a noun keeps what is not
// known as the empty string. What the schema says is never null must not be
// empty, and the nouns' Check sees to that.
func MarshalText(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// UnmarshalText reads a text.
func UnmarshalText(v any) (string, error) { return graphql.UnmarshalString(v) }

// MarshalDate writes a date, an unknown one as null.
func MarshalDate(d graph.Date) graphql.Marshaler { return MarshalText(string(d)) }

// UnmarshalDate reads a date as it is; the noun checks it and names the field.
func UnmarshalDate(v any) (graph.Date, error) {
	s, err := graphql.UnmarshalString(v)
	return graph.Date(s), err
}

// MarshalGender writes a gender, an unknown one as null.
func MarshalGender(g graph.Gender) graphql.Marshaler { return MarshalText(string(g)) }

// UnmarshalGender reads a gender.
func UnmarshalGender(v any) (graph.Gender, error) {
	s, err := graphql.UnmarshalString(v)
	return graph.Gender(s), err
}

// MarshalAuthenticity writes a finding, an unknown one as null.
func MarshalAuthenticity(a graph.Authenticity) graphql.Marshaler { return MarshalText(string(a)) }

// UnmarshalAuthenticity reads a finding.
func UnmarshalAuthenticity(v any) (graph.Authenticity, error) {
	s, err := graphql.UnmarshalString(v)
	return graph.Authenticity(s), err
}
