package neo4j_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

// words are texts as people write them, with what is awkward to store.
func words() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{
		"", "Mock", "Ștefan Mockescu", "O'Mock \"the {n}\" \\ $x", "北京", "line\nline", strings.Repeat("long ", 700), "AND OR NOT *:*",
	})
}

func filled() *rapid.Generator[string] {
	return words().Filter(func(s string) bool { return s != "" })
}

func someOf[T any](from ...T) *rapid.Generator[[]T] {
	return rapid.Map(rapid.SliceOfN(rapid.SampledFrom(from), 0, 3), func(s []T) []T {
		if len(s) == 0 {
			return nil
		}
		return s
	})
}

func dates() *rapid.Generator[graph.Date] {
	return rapid.SampledFrom([]graph.Date{"", "2008", "2008-09", "2008-09-17", "1969-12-31"})
}

func times() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		if rapid.Bool().Draw(t, "unknown") {
			return time.Time{}
		}
		return time.Unix(rapid.Int64Range(-2e9, 4e9).Draw(t, "s"), rapid.Int64Range(0, 999_999_999).Draw(t, "ns")).UTC()
	})
}

func countries() *rapid.Generator[string] { return rapid.SampledFrom([]string{"", "RO", "GB"}) }

// details draws details of a kind with any of its fields.
func details(t *rapid.T, kind graph.RecordKind) graph.RecordDetails {
	text := func(label string) string { return words().Draw(t, label) }
	country := countries().Draw(t, "country")
	switch kind {
	case graph.KindPerson:
		return &graph.Person{
			Name: filled().Draw(t, "name"), Alias: someOf("Moc", "Mocanu").Draw(t, "alias"), BirthDate: dates().Draw(t, "born"),
			BirthPlace: text("place"), Gender: rapid.SampledFrom([]graph.Gender{"", graph.Female, graph.Male}).Draw(t, "gender"),
			Nationality: someOf("RO", "GB").Draw(t, "nationality"), Pseudonymous: rapid.Bool().Draw(t, "p"), Child: rapid.Bool().Draw(t, "c"),
		}
	case graph.KindCrimeGroup:
		return &graph.CrimeGroup{
			Name: filled().Draw(t, "name"), Alias: someOf("M1", "M2").Draw(t, "alias"), Country: someOf("RO", "GB").Draw(t, "c"),
			Activities: someOf(graph.Exploitations()...).Draw(t, "activities"),
		}
	case graph.KindCompany:
		return &graph.Company{Name: filled().Draw(t, "name"), RegistrationNumber: "J40/1", Country: country, Sector: text("sector")}
	case graph.KindBankAccount:
		return &graph.BankAccount{IBAN: "RO49AAAA1B31007593840000", BankName: text("bank"), Holder: text("holder"), Country: country, Currency: "RON"}
	case graph.KindPaymentInstrument:
		return &graph.PaymentInstrument{Instrument: graph.Card, Number: "4000 0000", Issuer: text("issuer"), Holder: text("holder")}
	case graph.KindPlace:
		place := &graph.Place{Place: graph.Address, Name: filled().Draw(t, "name"), Address: text("address"), City: text("city"), Country: country}
		if rapid.Bool().Draw(t, "located") {
			latitude, longitude := rapid.Float64Range(-90, 90).Draw(t, "lat"), 0.0
			place.Latitude, place.Longitude = &latitude, &longitude
		}
		return place
	case graph.KindJourney:
		return &graph.Journey{
			Mode: graph.ByCoach, Carrier: text("carrier"), Number: text("number"), From: "ROOTP", To: "GBDVR",
			Departs: times().Draw(t, "departs"), Arrives: times().Draw(t, "arrives"),
		}
	case graph.KindTravelDocument:
		return &graph.TravelDocument{
			Document: graph.Passport, Number: "XM123", Country: country, Holder: text("holder"), BirthDate: dates().Draw(t, "born"),
			Issued: dates().Draw(t, "issued"), Authenticity: graph.Forged,
		}
	case graph.KindVehicle:
		return &graph.Vehicle{RegistrationNumber: "B 12 MOC", Country: country, VIN: "MOCK0000000000001", Colour: text("colour")}
	case graph.KindPhone:
		return &graph.Phone{Number: "+40712345678", IMEI: "352099001761481", Network: text("network")}
	case graph.KindOnlineProfile:
		return &graph.OnlineProfile{Profile: graph.Advert, Platform: "mock", Username: filled().Draw(t, "name"), Title: text("title")}
	default:
		return &graph.ExploitationEvent{
			Exploitation: graph.SexualExploitation, Controls: someOf(graph.ControlMethods()...).Draw(t, "controls"),
			Summary: text("summary"), Country: country,
		}
	}
}

func linkDetails(t *rapid.T, kind graph.LinkKind) graph.LinkDetails {
	switch d := graph.NewLinkDetails(kind).(type) {
	case *graph.Transfer:
		d.Amount, d.Currency = rapid.Int64Min(1).Draw(t, "amount"), "EUR"
		d.At, d.Reference = noon.Add(time.Duration(rapid.Int64Range(0, 1e15).Draw(t, "at"))), words().Draw(t, "reference")
		return d
	case *graph.Call:
		d.At, d.Duration, d.Count = times().Draw(t, "at"), rapid.IntRange(0, 9).Draw(t, "seconds"), rapid.IntRange(0, 9).Draw(t, "count")
		return d
	case *graph.Travel:
		d.Booking, d.Document, d.Seat = words().Draw(t, "booking"), "XM1", words().Draw(t, "seat")
		return d
	case *graph.Membership:
		d.Role = rapid.SampledFrom(graph.ChainRoles()).Draw(t, "role")
		return d
	case *graph.Relationship:
		d.Relationship, d.Strength = "sister", rapid.Float64Range(0, 1e9).Draw(t, "strength")
		return d
	case *graph.Recruitment:
		d.Method = rapid.SampledFrom(graph.RecruitmentMethods()).Draw(t, "method")
		return d
	case *graph.ControlHeld:
		d.Controls = rapid.SliceOfN(rapid.SampledFrom(graph.ControlMethods()), 1, 3).Draw(t, "controls")
		return d
	}
	return nil
}

func contribution(t *rapid.T, noun graph.Noun, marking graph.Marking) graph.Contribution {
	c := contributed(t, noun, marking)
	c.Source = filled().Draw(t, "source")
	c.Grading = rapid.SampledFrom([]graph.Grading{{}, {Scheme: graph.UK3x5x2, Value: "1B"}, {Scheme: graph.SIENA, Value: "X4"}}).Draw(t, "grading")
	c.Validity = graph.Interval{From: dates().Draw(t, "from")}
	return c
}

// endsOf gives two records that a kind of link may join.
func endsOf(t *rapid.T, kind graph.LinkKind, marking graph.Marking) (from, to graph.Record) {
	begins, ends := graph.LinkEnds(kind)
	from = graph.Record{Contribution: contribution(t, graph.NounRecord, marking)}
	to = graph.Record{Contribution: contribution(t, graph.NounRecord, marking)}
	fromKind := rapid.SampledFrom(begins).Draw(t, "begins")
	toKind := fromKind
	if kind != graph.SameAs {
		toKind = rapid.SampledFrom(ends).Draw(t, "ends")
	}
	from.Details, to.Details = details(t, fromKind), details(t, toKind)
	return from, to
}

// everyKind draws a link of every kind with its ends, and a record of every
// kind.
func everyKind(t *rapid.T, marking graph.Marking) graph.Write {
	w := graph.Write{At: noon}
	for _, kind := range graph.LinkKinds() {
		from, to := endsOf(t, kind, marking)
		link := graph.Link{Contribution: contribution(t, graph.NounLink, marking), Kind: kind, From: from.ID, To: to.ID}
		if rapid.Bool().Draw(t, "detailed") {
			link.Details = linkDetails(t, kind)
		}
		w.Records, w.Links = append(w.Records, from, to), append(w.Links, link)
	}
	for _, kind := range graph.RecordKinds() {
		r := graph.Record{Contribution: contribution(t, graph.NounRecord, marking), Details: details(t, kind)}
		w.Records = append(w.Records, r)
	}
	return w
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	store := open(t, neo4j.Options{})
	me := officer(t, newID(t, graph.NounOrganisation))
	rapid.Check(t, func(t *rapid.T) {
		w := everyKind(t, graph.OwnOrganisationOnly(me.Organisation))
		write(t, store, policy.Sight{}, w)
		sight := sightOf(t, store, me, noon)
		records, err := store.Records(context.Background(), sight, recordIDs(w.Records), nil)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, r := range w.Records {
			sameRecord(t, records[r.ID], r, noon)
		}
		links, err := store.Links(context.Background(), sight, linkIDs(w.Links), nil)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for _, l := range w.Links {
			got := links[l.ID]
			stored(t, &got.Contribution, noon)
			if diff := cmp.Diff(l, got); diff != "" {
				t.Fatalf("link (-written +read):\n%s", diff)
			}
		}
	})
}

func recordIDs(records []graph.Record) []graph.ID {
	ids := make([]graph.ID, len(records))
	for i, r := range records {
		ids[i] = r.ID
	}
	return ids
}

func linkIDs(links []graph.Link) []graph.ID {
	ids := make([]graph.ID, len(links))
	for i, l := range links {
		ids[i] = l.ID
	}
	return ids
}

// stored takes off what the store fills in, once it is right.
func stored(t fataler, c *graph.Contribution, since time.Time) {
	t.Helper()
	if !c.Version.Is(graph.NounVersion) || !c.KnownFrom.Equal(since) || !c.KnownUntil.IsZero() {
		t.Fatalf("version %q known from %s until %s", c.Version, c.KnownFrom, c.KnownUntil)
	}
	c.Version, c.KnownFrom = "", time.Time{}
}

func sameRecord(t fataler, got, want graph.Record, since time.Time) {
	t.Helper()
	stored(t, &got.Contribution, since)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("record (-written +read):\n%s", diff)
	}
}
