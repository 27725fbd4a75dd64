package graph_test

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"entente/graph"
)

func tooLong() string { return strings.Repeat("x", 4001) }

// complete are details of each kind that pass Check, each time new ones.
func complete() map[graph.RecordKind]graph.RecordDetails {
	return map[graph.RecordKind]graph.RecordDetails{
		graph.KindPerson:            &graph.Person{Name: "Ion Exemplu", Alias: []string{"Nelu Exemplu"}, BirthDate: "1980-02", Gender: graph.Male},
		graph.KindCrimeGroup:        &graph.CrimeGroup{Name: "Example Group", Activities: []graph.Exploitation{graph.LabourExploitation}},
		graph.KindCompany:           &graph.Company{Name: "Example Car Wash", RegistrationNumber: "0012"},
		graph.KindBankAccount:       &graph.BankAccount{IBAN: "RO49AAAA1B31007593840000", Holder: "Ion Exemplu"},
		graph.KindPaymentInstrument: &graph.PaymentInstrument{Instrument: graph.Card, Number: "4000 0000", Holder: "Ion Exemplu"},
		graph.KindPlace:             &graph.Place{Place: graph.Port, Locode: "GBDVR"},
		graph.KindJourney:           &graph.Journey{Mode: graph.BySea, From: "FRCQF", To: "GBDVR"},
		graph.KindTravelDocument:    &graph.TravelDocument{Document: graph.Passport, Number: "X1", Country: "RO", Issued: "2005", Expires: "2015"},
		graph.KindVehicle:           &graph.Vehicle{RegistrationNumber: "B 100 EXM", VIN: "WVWZZZ"},
		graph.KindPhone:             &graph.Phone{Number: "+40700900123"},
		graph.KindOnlineProfile:     &graph.OnlineProfile{Profile: graph.Advert, Platform: "example.test", Title: "Work abroad"},
		graph.KindExploitationEvent: &graph.ExploitationEvent{Exploitation: graph.LabourExploitation, Controls: []graph.Control{"THREATS"}},
	}
}

// What a decoder fills, what is listed and what has fields is the same list.
func TestEveryKindHasDetailsOfItsOwn(t *testing.T) {
	whole := complete()
	if len(whole) != len(graph.RecordKinds()) {
		t.Errorf("%d kinds have details, and there are %d", len(whole), len(graph.RecordKinds()))
	}
	for _, kind := range graph.RecordKinds() {
		empty, details := graph.NewRecordDetails(kind), whole[kind]
		if empty == nil || details == nil || reflect.TypeOf(empty) != reflect.TypeOf(details) {
			t.Fatalf("%s: %T and %T", kind, empty, details)
		}
		if empty.Kind() != kind {
			t.Errorf("details of %s say they are of %s", kind, empty.Kind())
		}
		if fault(empty.Check()) == "" {
			t.Errorf("%s: nothing at all is accepted", kind)
		}
		if err := details.Check(); err != nil || details.Label() == "" {
			t.Errorf("%s: %v, label %q", kind, err, details.Label())
		}
	}
	if graph.NewRecordDetails("UFO") != nil {
		t.Error("an unknown kind has details")
	}
}

// Each case changes one field of details that are otherwise right.
func TestRecordDetailsNameTheFieldAtFault(t *testing.T) {
	north := func(lat, long float64) *graph.Place {
		return &graph.Place{Place: graph.Port, Name: "Dover", Latitude: &lat, Longitude: &long}
	}
	half := 51.1
	for name, c := range map[string]struct {
		details graph.RecordDetails
		field   string // "" is right as it is
	}{
		"a person without a name":         {&graph.Person{}, "name"},
		"a person with a long name":       {&graph.Person{Name: tooLong()}, "name"},
		"a person with an empty alias":    {&graph.Person{Name: "A", Alias: []string{"B", ""}}, "alias"},
		"a person of no gender":           {&graph.Person{Name: "A", Gender: "F"}, "gender"},
		"a person born on 30 February":    {&graph.Person{Name: "A", BirthDate: "1980-02-30"}, "birthDate"},
		"a person from a long place":      {&graph.Person{Name: "A", BirthPlace: tooLong()}, "birthPlace"},
		"a person of any other gender":    {&graph.Person{Name: "A", Gender: graph.OtherGender}, ""},
		"a group without a name":          {&graph.CrimeGroup{}, "name"},
		"a group with an empty alias":     {&graph.CrimeGroup{Name: "A", Alias: []string{""}}, "alias"},
		"a group that does what?":         {&graph.CrimeGroup{Name: "A", Activities: []graph.Exploitation{"LABOUR", "labour"}}, "activities"},
		"a company without a name":        {&graph.Company{}, "name"},
		"a company with a long alias":     {&graph.Company{Name: "A", Alias: []string{tooLong()}}, "alias"},
		"a company of a long trade":       {&graph.Company{Name: "A", Sector: tooLong()}, "sector"},
		"an account without a number":     {&graph.BankAccount{Holder: "A"}, "iban"},
		"an account at a long bank":       {&graph.BankAccount{AccountNumber: "1", BankName: tooLong()}, "bankName"},
		"an account with a number":        {&graph.BankAccount{AccountNumber: "1"}, ""},
		"an instrument of no sort":        {&graph.PaymentInstrument{Instrument: "COIN", Number: "1"}, "instrument"},
		"an instrument without a number":  {&graph.PaymentInstrument{Instrument: graph.Card}, "number"},
		"an instrument of a long issuer":  {&graph.PaymentInstrument{Instrument: graph.Card, Number: "1", Issuer: tooLong()}, "issuer"},
		"a place of no sort":              {&graph.Place{Place: "MOON", Name: "A"}, "place"},
		"a place that is nowhere":         {&graph.Place{Place: graph.Area, Country: "RO"}, "name"},
		"a place with half a coordinate":  {&graph.Place{Place: graph.Area, City: "A", Latitude: &half}, "longitude"},
		"a place beyond the pole":         {north(90.1, 0), "latitude"},
		"a place at no latitude":          {north(math.NaN(), 0), "latitude"},
		"a place beyond the date line":    {north(0, -180.1), "longitude"},
		"a place at no longitude":         {north(0, math.NaN()), "longitude"},
		"the South Pole":                  {north(-90, 180), ""},
		"a leg of no mode":                {&graph.Journey{Mode: "CAMEL", From: "FRCQF", To: "GBDVR"}, "mode"},
		"a leg from nowhere":              {&graph.Journey{Mode: graph.BySea, To: "GBDVR"}, "from"},
		"a leg to nowhere":                {&graph.Journey{Mode: graph.BySea, From: "FRCQF"}, "to"},
		"a leg back in time":              {&graph.Journey{Mode: graph.BySea, From: "A", To: "B", Departs: day(2010, 1, 2), Arrives: day(2010, 1, 1)}, "arrives"},
		"a leg of a long carrier":         {&graph.Journey{Mode: graph.BySea, From: "A", To: "B", Carrier: tooLong()}, "carrier"},
		"a leg that takes no time":        {&graph.Journey{Mode: graph.BySea, From: "A", To: "B", Departs: day(2010, 1, 1), Arrives: day(2010, 1, 1)}, ""},
		"a document of no sort":           {&graph.TravelDocument{Document: "TICKET", Number: "1"}, "document"},
		"a document without a number":     {&graph.TravelDocument{Document: graph.Visa}, "number"},
		"a document examined how?":        {&graph.TravelDocument{Document: graph.Visa, Number: "1", Authenticity: "FAKE"}, "authenticity"},
		"a document of a holder unborn":   {&graph.TravelDocument{Document: graph.Visa, Number: "1", BirthDate: "1980-13"}, "birthDate"},
		"a document issued on no day":     {&graph.TravelDocument{Document: graph.Visa, Number: "1", Issued: "2010-06-31"}, "issued"},
		"a document that ends on no day":  {&graph.TravelDocument{Document: graph.Visa, Number: "1", Expires: "soon"}, "expires"},
		"a document that ends too soon":   {&graph.TravelDocument{Document: graph.Visa, Number: "1", Issued: "2010-01-02", Expires: "2010-01-01"}, "expires"},
		"a document of one day":           {&graph.TravelDocument{Document: graph.Visa, Number: "1", Issued: "2010-01-01", Expires: "2010-01-01"}, ""},
		"a vehicle without a number":      {&graph.Vehicle{Make: "A", Colour: "red"}, "registrationNumber"},
		"a vehicle of a long colour":      {&graph.Vehicle{VIN: "1", Colour: tooLong()}, "colour"},
		"a vehicle with a VIN":            {&graph.Vehicle{VIN: "1"}, ""},
		"a phone without a number":        {&graph.Phone{Network: "A"}, "number"},
		"a phone with a long IMEI":        {&graph.Phone{IMEI: tooLong()}, "imei"},
		"a handset":                       {&graph.Phone{IMEI: "356938035643809"}, ""},
		"a profile of no sort":            {&graph.OnlineProfile{Profile: "BOT", Platform: "A", Username: "b"}, "profile"},
		"a profile without a platform":    {&graph.OnlineProfile{Profile: graph.Advert, Username: "b"}, "platform"},
		"a profile without a name":        {&graph.OnlineProfile{Profile: graph.Advert, Platform: "A"}, "username"},
		"a profile with a long address":   {&graph.OnlineProfile{Profile: graph.Advert, Platform: "A", URL: tooLong()}, "url"},
		"an event of no sort":             {&graph.ExploitationEvent{}, "exploitation"},
		"an event with an unknown method": {&graph.ExploitationEvent{Exploitation: graph.OtherExploitation, Controls: []graph.Control{"MAGIC"}}, "controls"},
		"an event with a long summary":    {&graph.ExploitationEvent{Exploitation: graph.OtherExploitation, Summary: tooLong()}, "summary"},
	} {
		want := ""
		if c.field != "" {
			want = "BAD_USER_INPUT " + c.field
		}
		if got := fault(c.details.Check()); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}

func TestLabelsNamesAndIdentifiers(t *testing.T) {
	sails := time.Date(2010, 3, 1, 23, 30, 0, 0, time.FixedZone("", -7200))
	for name, c := range map[string]struct {
		details     graph.RecordDetails
		label       string
		names       []string
		identifiers []graph.Identifier
	}{
		"a person": {
			&graph.Person{Name: "Ion Exemplu", Alias: []string{"Nelu"}}, "Ion Exemplu", []string{"Ion Exemplu", "Nelu"}, nil,
		},
		"a group": {&graph.CrimeGroup{Name: "G", Alias: []string{"H"}}, "G", []string{"G", "H"}, nil},
		"a company": {
			&graph.Company{Name: "C", RegistrationNumber: "12", Country: "GB"}, "C",
			[]string{"C"},
			[]graph.Identifier{{Scheme: graph.DocumentNumber, Value: "12", Country: "GB"}},
		},
		"an account": {
			&graph.BankAccount{IBAN: "RO49", AccountNumber: "7", Holder: "Ion", Country: "RO"}, "RO49",
			[]string{"Ion"},
			[]graph.Identifier{{graph.AccountNumber, "RO49", "RO"}, {graph.AccountNumber, "7", "RO"}},
		},
		"an account without IBAN": {
			&graph.BankAccount{AccountNumber: "7"}, "7", nil, []graph.Identifier{{Scheme: graph.AccountNumber, Value: "7"}},
		},
		"an instrument": {
			&graph.PaymentInstrument{Number: "4", Holder: "Ion"}, "4", []string{"Ion"}, []graph.Identifier{{Scheme: graph.AccountNumber, Value: "4"}},
		},
		"an address": {&graph.Place{Address: "1 Example Road", City: "Example"}, "1 Example Road", []string{"1 Example Road", "Example"}, nil},
		"a port":     {&graph.Place{Locode: "GBDVR"}, "GBDVR", nil, nil},
		"a leg": {
			&graph.Journey{Carrier: "Ferry", Number: "F1", From: "FRCQF", To: "GBDVR", Departs: sails},
			"F1 FRCQF to GBDVR 2010-03-02",
			[]string{"Ferry", "F1"},
			nil,
		},
		"a leg of nobody": {&graph.Journey{From: "FRCQF", To: "GBDVR"}, "FRCQF to GBDVR", nil, nil},
		"a passport": {
			&graph.TravelDocument{Number: "X1", Country: "RO", Holder: "Ion"}, "RO X1",
			[]string{"Ion"},
			[]graph.Identifier{{graph.DocumentNumber, "X1", "RO"}},
		},
		"a passport of no state": {
			&graph.TravelDocument{Number: "X1"}, "X1", nil, []graph.Identifier{{Scheme: graph.DocumentNumber, Value: "X1"}},
		},
		"a vehicle": {
			&graph.Vehicle{RegistrationNumber: "B1", VIN: "W", Country: "RO"}, "B1", nil,
			[]graph.Identifier{{graph.NumberPlate, "B1", "RO"}, {graph.NumberPlate, "W", "RO"}},
		},
		"a phone": {
			&graph.Phone{IMEI: "35", IMSI: "22"}, "35", nil,
			[]graph.Identifier{{Scheme: graph.PhoneNumber, Value: "35"}, {Scheme: graph.PhoneNumber, Value: "22"}},
		},
		"an advert": {
			&graph.OnlineProfile{Platform: "p", Title: "Work", URL: "u"}, "Work (p)",
			[]string{"Work"},
			[]graph.Identifier{{Scheme: graph.ProfileName, Value: "u"}},
		},
		"an event":            {&graph.ExploitationEvent{Exploitation: "LABOUR", Summary: "Car wash"}, "Car wash", []string{"Car wash"}, nil},
		"an event in no word": {&graph.ExploitationEvent{Exploitation: "LABOUR"}, "LABOUR", nil, nil},
	} {
		if got := c.details.Label(); got != c.label {
			t.Errorf("%s: label %q, not %q", name, got, c.label)
		}
		if got := c.details.Names(); !reflect.DeepEqual(got, c.names) {
			t.Errorf("%s: names %q, not %q", name, got, c.names)
		}
		if got := c.details.Identifiers(); !reflect.DeepEqual(got, c.identifiers) {
			t.Errorf("%s: identifiers %v, not %v", name, got, c.identifiers)
		}
	}
}

func TestEveryListedCodeIsAccepted(t *testing.T) {
	for _, e := range graph.Exploitations() {
		event := graph.ExploitationEvent{Exploitation: e, Controls: graph.ControlMethods()}
		if err := event.Check(); err != nil {
			t.Errorf("%s: %v", e, err)
		}
	}
	schemes := map[graph.IdentifierScheme]bool{}
	for _, scheme := range graph.IdentifierSchemes() {
		schemes[scheme] = true
	}
	for kind, details := range complete() {
		for _, id := range details.Identifiers() {
			if !schemes[id.Scheme] {
				t.Errorf("%s is known by the unlisted scheme %s", kind, id.Scheme)
			}
		}
	}
}
