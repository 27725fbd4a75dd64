package graph_test

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entente/graph"
)

// ends is who may be tied to whom, written down a second time from the field's
// own terms: actors are people, groups and companies; things can be owned.
func ends() map[graph.LinkKind][2]string {
	const actor, thing = "PERSON CRIME_GROUP COMPANY",
		"COMPANY BANK_ACCOUNT PAYMENT_INSTRUMENT PLACE TRAVEL_DOCUMENT VEHICLE PHONE ONLINE_PROFILE"
	const money = actor + " BANK_ACCOUNT PAYMENT_INSTRUMENT"
	const anything = actor + " BANK_ACCOUNT PAYMENT_INSTRUMENT PLACE JOURNEY TRAVEL_DOCUMENT VEHICLE PHONE ONLINE_PROFILE EXPLOITATION_EVENT"
	return map[graph.LinkKind][2]string{
		"RECRUITED":        {actor, "PERSON"},
		"TRANSPORTED":      {actor, "PERSON"},
		"ESCORTED":         {actor, "PERSON"},
		"HARBOURED":        {actor + " PLACE", "PERSON"},
		"CONTROLS":         {actor, "PERSON"},
		"EXPLOITED_AT":     {"PERSON", "EXPLOITATION_EVENT PLACE COMPANY"},
		"MEMBER_OF":        {actor, "CRIME_GROUP COMPANY"},
		"ASSOCIATE":        {actor, actor},
		"FAMILY":           {"PERSON", "PERSON"},
		"OWNS":             {actor, thing},
		"USES":             {actor, thing},
		"LIVES_AT":         {"PERSON", "PLACE"},
		"TRAVELLED_ON":     {"PERSON VEHICLE", "JOURNEY"},
		"TRANSFERRED":      {money, money},
		"CALLED":           {"PERSON PHONE", "PERSON PHONE"},
		"ADVERTISED":       {actor + " ONLINE_PROFILE", anything},
		"FORGED":           {actor, "TRAVEL_DOCUMENT"},
		"HELD_DOCUMENT_OF": {actor, "PERSON"},
		"SAME_AS":          {anything, anything},
	}
}

// Every kind of link is tried between every two kinds of record.
func TestLinksJoinWhatTheyCanJoin(t *testing.T) {
	table := ends()
	if len(table) != len(graph.LinkKinds()) {
		t.Errorf("%d kinds of link in the table, and there are %d", len(table), len(graph.LinkKinds()))
	}
	for _, kind := range graph.LinkKinds() {
		link := graph.Link{Kind: kind, From: anID(graph.NounRecord, 1), To: anID(graph.NounRecord, 2)}
		for _, from := range graph.RecordKinds() {
			for _, to := range graph.RecordKinds() {
				want := ""
				switch {
				case kind == graph.SameAs && from != to:
					want = "BAD_USER_INPUT to"
				case !slices.Contains(strings.Fields(table[kind][0]), string(from)):
					want = "BAD_USER_INPUT from"
				case !slices.Contains(strings.Fields(table[kind][1]), string(to)):
					want = "BAD_USER_INPUT to"
				}
				if got := fault(link.Check(from, to)); got != want {
					t.Errorf("%s from %s to %s: %q, not %q", kind, from, to, got, want)
				}
			}
		}
	}
}

func TestLinksOfNoKindAndToItself(t *testing.T) {
	one := anID(graph.NounRecord, 1)
	if got := fault(graph.Link{Kind: "KNOWS", From: one, To: anID(graph.NounRecord, 2)}.Check(graph.KindPerson, graph.KindPerson)); got != "BAD_USER_INPUT kind" {
		t.Errorf("an unknown kind: %q", got)
	}
	for _, kind := range []graph.LinkKind{graph.SameAs, graph.FamilyOf} {
		if got := fault(graph.Link{Kind: kind, From: one, To: one}.Check(graph.KindPerson, graph.KindPerson)); got != "BAD_USER_INPUT to" {
			t.Errorf("%s with itself: %q", kind, got)
		}
	}
}

// sorts are details of each sort that pass Check, with the kinds they fit.
func sorts() map[graph.LinkDetails][]graph.LinkKind {
	return map[graph.LinkDetails][]graph.LinkKind{
		&graph.Transfer{Amount: 1, Currency: "EUR", At: day(2010, 1, 1)}: {graph.Transferred},
		&graph.Call{Count: 3}:                                    {graph.Called},
		&graph.Travel{Seat: "4A"}:                                {graph.TravelledOn},
		&graph.Membership{Role: "MONEY_MULE"}:                    {graph.MemberOf},
		&graph.Relationship{Relationship: "sister"}:              {graph.AssociateOf, graph.FamilyOf},
		&graph.Recruitment{Method: "ONLINE_ADVERT"}:              {graph.Recruited},
		&graph.ControlHeld{Controls: []graph.Control{"THREATS"}}: {graph.Controls},
	}
}

// Every sort of details is tried on every kind of link.
func TestDetailsFitTheirKindsOfLinkOnly(t *testing.T) {
	for details, kinds := range sorts() {
		for _, kind := range graph.LinkKinds() {
			begins, finishes := graph.LinkEnds(kind)
			from, to := begins[0], finishes[0]
			link := graph.Link{Kind: kind, From: anID(graph.NounRecord, 1), To: anID(graph.NounRecord, 2), Details: details}
			want := "BAD_USER_INPUT details"
			if slices.Contains(kinds, kind) {
				want = ""
			}
			if got := fault(link.Check(from, to)); got != want {
				t.Errorf("%T on %s: %q, not %q", details, kind, got, want)
			}
		}
	}
}

func TestADecoderGetsTheDetailsThatFit(t *testing.T) {
	fitting := map[graph.LinkKind]reflect.Type{}
	for details, kinds := range sorts() {
		for _, kind := range kinds {
			fitting[kind] = reflect.TypeOf(details)
		}
	}
	for _, kind := range graph.LinkKinds() {
		if got := graph.NewLinkDetails(kind); reflect.TypeOf(got) != fitting[kind] {
			t.Errorf("%s: %T, not %v", kind, got, fitting[kind])
		}
	}
}

func TestLinkDetailsNameTheFieldAtFault(t *testing.T) {
	at := day(2010, 1, 1)
	for name, c := range map[string]struct {
		details graph.LinkDetails
		field   string
	}{
		"a payment of nothing":       {&graph.Transfer{Currency: "EUR", At: at}, "amount"},
		"a payment back":             {&graph.Transfer{Amount: -1, Currency: "EUR", At: at}, "amount"},
		"a payment in no currency":   {&graph.Transfer{Amount: 1, At: at}, "currency"},
		"a payment at no time":       {&graph.Transfer{Amount: 1, Currency: "EUR"}, "at"},
		"a payment with a long note": {&graph.Transfer{Amount: 1, Currency: "EUR", At: at, Reference: tooLong()}, "reference"},
		"a call of -1 seconds":       {&graph.Call{Duration: -1}, "duration"},
		"minus one calls":            {&graph.Call{Count: -1}, "count"},
		"a call of which no more":    {&graph.Call{}, ""},
		"a long seat":                {&graph.Travel{Seat: tooLong()}, "seat"},
		"a member as what?":          {&graph.Membership{}, "role"},
		"a member as a boss":         {&graph.Membership{Role: "BOSS"}, "role"},
		"a tie without a word":       {&graph.Relationship{Strength: 1}, "relationship"},
		"a tie of less than nothing": {&graph.Relationship{Relationship: "friend", Strength: -0.1}, "strength"},
		"a tie of no number":         {&graph.Relationship{Relationship: "friend", Strength: math.NaN()}, "strength"},
		"a tie without end":          {&graph.Relationship{Relationship: "friend", Strength: math.Inf(1)}, "strength"},
		"recruited how?":             {&graph.Recruitment{Method: "MAGIC"}, "method"},
		"controlled by nothing":      {&graph.ControlHeld{}, "controls"},
		"controlled by magic":        {&graph.ControlHeld{Controls: []graph.Control{"THREATS", "MAGIC"}}, "controls"},
	} {
		want := ""
		if c.field != "" {
			want = "BAD_USER_INPUT " + c.field
		}
		if got := fault(c.details.Check()); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	link := graph.Link{Kind: graph.Called, From: anID(graph.NounRecord, 1), To: anID(graph.NounRecord, 2), Details: &graph.Call{Count: -1}}
	if got := fault(link.Check(graph.KindPhone, graph.KindPhone)); got != "BAD_USER_INPUT details.count" {
		t.Errorf("a link with such details: %q", got)
	}
}

func TestEveryListedRoleAndMethodIsAccepted(t *testing.T) {
	for _, role := range graph.ChainRoles() {
		if err := (&graph.Membership{Role: role}).Check(); err != nil {
			t.Error(err)
		}
	}
	for _, method := range graph.RecruitmentMethods() {
		if err := (&graph.Recruitment{Method: method}).Check(); err != nil {
			t.Error(err)
		}
	}
	if err := (&graph.ControlHeld{Controls: graph.ControlMethods()}).Check(); err != nil {
		t.Error(err)
	}
}
