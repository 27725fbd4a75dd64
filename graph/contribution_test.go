package graph_test

import (
	"testing"

	"entente/graph"
)

func TestContributionsNameTheFieldAtFault(t *testing.T) {
	owner := anID(graph.NounOrganisation, 1)
	for name, c := range map[string]struct {
		change func(*graph.Contribution)
		field  string
	}{
		"nothing wrong":      {func(*graph.Contribution) {}, ""},
		"no source":          {func(c *graph.Contribution) { c.Source = "" }, "source"},
		"a long source":      {func(c *graph.Contribution) { c.Source = tooLong() }, "source"},
		"graded by nothing":  {func(c *graph.Contribution) { c.Grading.Value = "1B" }, "grading.scheme"},
		"graded wrongly":     {func(c *graph.Contribution) { c.Grading = graph.Grading{Scheme: graph.SIENA, Value: "1A"} }, "grading.value"},
		"so on no day":       {func(c *graph.Contribution) { c.Validity.From = "2009-02-29" }, "validity.from"},
		"so the wrong way":   {func(c *graph.Contribution) { c.Validity = graph.Interval{From: "2010", Until: "2009"} }, "validity.until"},
		"marked secret":      {func(c *graph.Contribution) { c.Marking.Classification = "SECRET" }, "marking.classification"},
		"for a team of none": {func(c *graph.Contribution) { c.Marking.Audience.Scope = graph.JointTeams }, "marking.audience.operations"},
	} {
		contribution := graph.Contribution{Source: "INT-1", Marking: graph.OwnOrganisationOnly(owner)}
		c.change(&contribution)
		want := ""
		if c.field != "" {
			want = "BAD_USER_INPUT " + c.field
		}
		if got := fault(contribution.Check()); got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
		if contribution.Owner() != owner {
			t.Errorf("%s: owned by %s", name, contribution.Owner())
		}
	}
}

func TestRolesInAnOperation(t *testing.T) {
	for role, want := range map[graph.InvolvementRole]string{
		graph.Suspect: "", graph.Victim: "", graph.Witness: "", graph.Associate: "",
		"": "BAD_USER_INPUT role", "victim": "BAD_USER_INPUT role", "TARGET": "BAD_USER_INPUT role",
	} {
		if got := fault(graph.Involvement{Role: role}.Check()); got != want {
			t.Errorf("%q: %q, not %q", role, got, want)
		}
	}
}
