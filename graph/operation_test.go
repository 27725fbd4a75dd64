package graph_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
)

// golf is an operation of two parties with one officer each, for 2010.
func golf() graph.Operation {
	uk, ro := anID(graph.NounOrganisation, 1), anID(graph.NounOrganisation, 2)
	return graph.Operation{
		ID: anID(graph.NounOperation, 1), Name: "Operation Example",
		Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", Signed: "2009-12", From: "2010-01-01", Until: "2010-12-31"},
		Parties:   []graph.Party{{Organisation: uk, From: day(2010, 1, 1)}, {Organisation: ro, From: day(2010, 2, 1), Until: day(2010, 10, 1)}},
		Members: []graph.Member{
			{Officer: anID(graph.NounOfficer, 1), Organisation: uk, Role: graph.TeamLeader, From: day(2010, 1, 1)},
			{Officer: anID(graph.NounOfficer, 2), Organisation: ro, Role: graph.TeamAnalyst, From: day(2010, 3, 1), Until: day(2010, 9, 1)},
		},
	}
}

// instant is a time of 2010 as one writes it.
func instant(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Each end of a membership is tried to the second, with all that could end it.
func TestMembershipBeginsAndEndsToTheSecond(t *testing.T) {
	same := func(*graph.Operation) {}
	for name, c := range map[string]struct {
		change      func(*graph.Operation)
		officer     byte
		begins, end string // first second in the team, first second after
	}{
		"with the agreement":      {same, 1, "2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z"},
		"within own dates":        {same, 2, "2010-03-01T00:00:00Z", "2010-09-01T00:00:00Z"},
		"until the party left":    {func(o *graph.Operation) { o.Members[1].Until = time.Time{} }, 2, "2010-03-01T00:00:00Z", "2010-10-01T00:00:00Z"},
		"since the party joined":  {func(o *graph.Operation) { o.Members[1].From = day(2010, 1, 15) }, 2, "2010-02-01T00:00:00Z", "2010-09-01T00:00:00Z"},
		"until it was ended":      {func(o *graph.Operation) { o.Ended = instant(t, "2010-06-01T11:30:15Z") }, 1, "2010-01-01T00:00:00Z", "2010-06-01T11:30:15Z"},
		"ended for all":           {func(o *graph.Operation) { o.Ended = instant(t, "2010-06-01T11:30:15Z") }, 2, "2010-03-01T00:00:00Z", "2010-06-01T11:30:15Z"},
		"since the agreement":     {func(o *graph.Operation) { o.Agreement.From = "2010-04" }, 2, "2010-04-01T00:00:00Z", "2010-09-01T00:00:00Z"},
		"until the agreement":     {func(o *graph.Operation) { o.Agreement.Until = "2010-05" }, 2, "2010-03-01T00:00:00Z", "2010-06-01T00:00:00Z"},
		"left and joined to noon": {func(o *graph.Operation) { o.Members[1].From = instant(t, "2010-03-01T12:00:00Z") }, 2, "2010-03-01T12:00:00Z", "2010-09-01T00:00:00Z"},
	} {
		o := golf()
		c.change(&o)
		officer, organisation := anID(graph.NounOfficer, c.officer), anID(graph.NounOrganisation, c.officer)
		begins, end := instant(t, c.begins), instant(t, c.end)
		for at, want := range map[time.Time]bool{
			begins.Add(-time.Second): false, begins: true, end.Add(-time.Second): true, end: false,
		} {
			if got := o.InTeam(officer, organisation, at); got != want {
				t.Errorf("%s: at %s in the team: %v", name, at.Format(time.RFC3339), got)
			}
		}
	}
}

func TestOnlyTheListedOfficerOfTheListedOrganisationIsInTheTeam(t *testing.T) {
	o, at := golf(), day(2010, 6, 1)
	for name, c := range map[string][2]graph.ID{
		"another officer":          {anID(graph.NounOfficer, 3), anID(graph.NounOrganisation, 1)},
		"for another party":        {anID(graph.NounOfficer, 1), anID(graph.NounOrganisation, 2)},
		"for no party":             {anID(graph.NounOfficer, 1), anID(graph.NounOrganisation, 3)},
		"nobody":                   {"", ""},
		"an officer as their unit": {anID(graph.NounOrganisation, 1), anID(graph.NounOfficer, 1)},
	} {
		if o.InTeam(c[0], c[1], at) {
			t.Errorf("%s is in the team", name)
		}
	}
}

// Whoever is in a team acts for a party; no team outlives its operation.
func TestATeamIsOfPartiesAndWithinTheOperation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := golf()
		hours := func(name string) time.Time {
			return day(2009, 12, 1).Add(time.Duration(rapid.IntRange(0, 14*30*24).Draw(t, name)) * time.Hour)
		}
		o.Ended, o.Members[1].From, o.Members[1].Until = hours("ended"), hours("from"), hours("until")
		at, n := hours("at"), byte(rapid.IntRange(1, 2).Draw(t, "officer"))
		in := o.InTeam(anID(graph.NounOfficer, n), anID(graph.NounOrganisation, n), at)
		if in && (!o.PartyAt(anID(graph.NounOrganisation, n), at) || !at.Before(o.Ended)) {
			t.Fatalf("in the team at %v of an operation ended at %v", at, o.Ended)
		}
	})
}

func TestOperationsNameTheFieldAtFault(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*graph.Operation)
		field  string
	}{
		"nothing wrong":          {func(*graph.Operation) {}, ""},
		"no name":                {func(o *graph.Operation) { o.Name = "" }, "name"},
		"a long name":            {func(o *graph.Operation) { o.Name = tooLong() }, "name"},
		"no legal basis":         {func(o *graph.Operation) { o.Agreement.LegalBasis = "" }, "agreement.legalBasis"},
		"no purpose":             {func(o *graph.Operation) { o.Agreement.Purpose = "" }, "agreement.purpose"},
		"signed on no day":       {func(o *graph.Operation) { o.Agreement.Signed = "2009-02-29" }, "agreement.signed"},
		"from no day":            {func(o *graph.Operation) { o.Agreement.From = "2010-00" }, "agreement.from"},
		"over before it begins":  {func(o *graph.Operation) { o.Agreement.Until = "2009" }, "agreement.until"},
		"no parties":             {func(o *graph.Operation) { o.Parties, o.Members = nil, nil }, "parties"},
		"a party that is none":   {func(o *graph.Operation) { o.Parties[0].Organisation = anID(graph.NounOfficer, 1) }, "parties.organisation"},
		"a party gone too soon":  {func(o *graph.Operation) { o.Parties[1].Until = o.Parties[1].From }, "parties.until"},
		"a member who is none":   {func(o *graph.Operation) { o.Members[0].Officer = anID(graph.NounRecord, 1) }, "members.officer"},
		"a member of no party":   {func(o *graph.Operation) { o.Members[0].Organisation = anID(graph.NounOrganisation, 3) }, "members.organisation"},
		"a member as what?":      {func(o *graph.Operation) { o.Members[0].Role = "BOSS" }, "members.role"},
		"a member gone too soon": {func(o *graph.Operation) { o.Members[1].Until = o.Members[1].From }, "members.until"},
	} {
		o := golf()
		c.change(&o)
		want := ""
		if c.field != "" {
			want = "BAD_USER_INPUT " + c.field
		}
		if got := fault(o.Check()); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
}
