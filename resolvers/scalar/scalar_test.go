package scalar_test

import (
	"bytes"
	"encoding/json"
	"strconv"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/resolvers/scalar"
)

func written(m graphql.Marshaler) string {
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return b.String()
}

func TestInstantsAreWrittenInUTCAndReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", 900*rapid.IntRange(-50, 50).Draw(t, "zone"))
		// 1901 to 2199: every zone stays within the years that are read.
		at := time.Unix(rapid.Int64Range(-2177452800, 7226582400).Draw(t, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanoseconds")).In(zone)
		text, err := strconv.Unquote(written(scalar.MarshalDateTime(at)))
		if err != nil {
			t.Fatal(err)
		}
		back, err := scalar.UnmarshalDateTime(text)
		if err != nil || !back.Equal(at) || back.Location() != time.UTC || text[len(text)-1] != 'Z' {
			t.Fatalf("%v became %s and %v, %v", at, text, back, err)
		}
	})
	if got := written(scalar.MarshalDateTime(time.Time{})); got != "null" {
		t.Errorf("no time is %s", got)
	}
}

func TestWhatIsNoInstantIsRefused(t *testing.T) {
	for _, v := range []any{
		"", "yesterday", "2009-03-01", "2009-03-01T08:30:00", "2009-02-29T00:00:00Z", "2009-03-01T24:00:00Z", "2009-03-01 08:30:00Z",
		"1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "0010-06-01T12:00:00Z", 1235896200, json.Number("1235896200"), nil, true,
		[]any{"2009"},
	} {
		at, err := scalar.UnmarshalDateTime(v)
		if graph.CodeOf(err) != graph.BadInput || !at.IsZero() {
			t.Errorf("%v is read as %v, %v", v, at, err)
		}
	}
}

func TestTextsAreNullWhereUnknown(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{written(scalar.MarshalText("")), "null"},
		{written(scalar.MarshalText("a \"b\"\n<c>")), `"a \"b\"\n<c>"`},
		{written(scalar.MarshalDate("")), "null"},
		{written(scalar.MarshalDate("2009-03")), `"2009-03"`},
		{written(scalar.MarshalGender("")), "null"},
		{written(scalar.MarshalGender(graph.Female)), `"FEMALE"`},
		{written(scalar.MarshalAuthenticity("")), "null"},
		{written(scalar.MarshalAuthenticity(graph.Forged)), `"FORGED"`},
	} {
		if c.got != c.want {
			t.Errorf("%s, not %s", c.got, c.want)
		}
	}
}

func TestTextsAreReadAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		text, err1 := scalar.UnmarshalText(s)
		date, err2 := scalar.UnmarshalDate(s)
		gender, err3 := scalar.UnmarshalGender(s)
		authenticity, err4 := scalar.UnmarshalAuthenticity(s)
		if text != s || string(date) != s || string(gender) != s || string(authenticity) != s {
			t.Fatalf("%q became %q, %q, %q and %q", s, text, date, gender, authenticity)
		}
		for _, err := range []error{err1, err2, err3, err4} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	if _, err := scalar.UnmarshalText([]any{1}); err == nil {
		t.Error("a list passes for a text")
	}
	if _, err := scalar.UnmarshalDate(map[string]any{}); err == nil {
		t.Error("an object passes for a date")
	}
}
