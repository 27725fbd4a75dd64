package scalar

import (
	"io"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"entente/graph"
)

// MarshalDateTime writes an instant as RFC 3339 in UTC, the zero time as null.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = io.WriteString(w, strconv.Quote(t.UTC().Format(time.RFC3339Nano)))
	})
}

// UnmarshalDateTime reads RFC 3339. Years outside 1900 to 2200 are refused:
// they are slips of the keyboard.
func UnmarshalDateTime(v any) (time.Time, error) {
	text, ok := v.(string)
	if !ok {
		return time.Time{}, errNotAnInstant()
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return time.Time{}, errNotAnInstant()
	}
	return t.UTC(), nil
}

func errNotAnInstant() error {
	return graph.Bad("", "An instant is written as RFC 3339, such as 2009-03-01T08:30:00Z, between 1900 and 2200.")
}
