package server_test

import (
	"slices"
	"testing"

	"entente/graph"
)

// toldAbout are the ids of what an officer's notices are about.
func (w *team) toldAbout(officer string) []string {
	w.tb.Helper()
	var ids []string
	for _, n := range w.notices(officer) {
		for _, id := range n.About {
			ids = append(ids, string(id))
		}
	}
	slices.Sort(ids)
	return ids
}

// A link with an end, and a role of a person, that a receiver does not see are not there
// for them: no notice tells of what was shared so, or was taken back.
func TestNobodyIsToldOfALinkWhoseEndIsHidden(t *testing.T) {
	w := newTeam(t)
	seen := w.person("ana", "Seen Example", w.shared()).Record.ID
	hidden := w.person("ana", "Hidden Example", nil).Record.ID
	link := w.link("ana", "ASSOCIATE", seen, hidden, nil).Link.ID
	role := w.role("ana", hidden, "WITNESS", nil)
	parts := []any{link, role}
	w.share("ana", map[string]any{"act": "SHARE", "ids": parts, "audience": toTeam(w)})
	w.share("ana", map[string]any{"act": "WIDEN", "ids": parts, "audience": toOrganisations(w.ro)})
	w.share("ana", map[string]any{"act": "RECALL", "ids": parts})
	for _, officer := range []string{"bogdan", "carla"} {
		if got := w.toldAbout(officer); len(got) > 0 {
			t.Errorf("%s is told of %q", officer, got)
		}
	}

	w.share("ana", map[string]any{"act": "SHARE", "ids": []any{hidden, link, role}, "audience": toTeam(w), "withLinks": false})
	want := []string{hidden, link, role}
	slices.Sort(want)
	if got := w.toldAbout("bogdan"); !slices.Equal(got, want) {
		t.Errorf("of all that came into sight Bogdan is told %q, not %q", got, want)
	}
	if got := w.toldAbout("carla"); len(got) > 0 {
		t.Errorf("Carla, who is not in the team, is told of %q", got)
	}
}

// A notice of a link to a record in a compartment goes to those who are cleared for it.
func TestANoticeOfALinkNeedsTheClearancesOfItsEnds(t *testing.T) {
	w := newTeam(t)
	for _, officer := range []string{"ana", "carla"} {
		p := w.known[officer]
		p.Clearances = []graph.Compartment{graph.FinancialIntelligence}
		w.known[officer] = p
	}
	forRO := map[string]any{"audience": toOrganisations(w.ro)}
	a := w.person("ana", "Seen Example", forRO).Record.ID
	forRO["compartments"] = []any{"FINANCIAL_INTELLIGENCE"}
	b := w.person("ana", "Cleared Example", forRO).Record.ID
	link := w.link("ana", "ASSOCIATE", a, b, nil).Link.ID
	w.share("ana", map[string]any{"act": "SHARE", "ids": []any{link}, "audience": toOrganisations(w.ro)})
	if got := w.toldAbout("bogdan"); len(got) > 0 {
		t.Errorf("Bogdan, who is not cleared, is told of %q", got)
	}
	if got := w.toldAbout("carla"); !slices.Equal(got, []string{link}) {
		t.Errorf("Carla, who is cleared, is told of %q, not of %q", got, link)
	}
}
