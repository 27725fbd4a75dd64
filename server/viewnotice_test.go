package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/auth"
)

// viewsTold are the views of which an officer is told by notices, as the API
// answers, in the order of their ids.
func (w *team) viewsTold(officer string) string {
	w.tb.Helper()
	var got struct {
		Notices struct {
			TotalCount int
			Nodes      []struct {
				Matter, OfficerID string
				About             []string
				From              struct{ ID string }
			}
		}
	}
	w.get(officer, `{ notices(kinds: [VIEW_SHARED]) { totalCount nodes { matter officerId about from { id } } } }`, nil, &got)
	var views []string
	for _, n := range got.Notices.Nodes {
		views = append(views, n.Matter)
		if n.From.ID != string(w.uk) || n.OfficerID != "" || len(n.About) != 0 {
			w.tb.Errorf("%s is told %+v", officer, n)
		}
	}
	if got.Notices.TotalCount != len(views) {
		w.tb.Errorf("%s: %d of %d notices", officer, got.Notices.TotalCount, len(views))
	}
	slices.Sort(views)
	return strings.Join(views, " ")
}

// Who may open a view by an act and could not before is told of it, once; its maker,
// and who gains nothing, is not.
func TestWhoGainsAViewIsTold(t *testing.T) {
	w := newTeam(t)
	w.known["sue"] = w.officer("sue", w.uk, auth.Supervisor)
	w.known["eva"] = w.officer("eva", w.third(), auth.Investigator)
	person := w.person("ana", "First Example", w.shared()).Record.ID
	with := func(audience map[string]any) map[string]any {
		return map[string]any{"name": "A chart", "audience": audience, "places": placesOf(person)}
	}
	told := func(want map[string]string) {
		t.Helper()
		for _, officer := range []string{"ana", "sue", "bogdan", "carla", "eva"} {
			if got := w.viewsTold(officer); got != want[officer] {
				t.Errorf("%s is told of %q, not %q", officer, got, want[officer])
			}
		}
	}
	v := w.saveView("ana", map[string]any{"name": "A chart", "places": placesOf(person)})
	told(nil)
	change := func(audience map[string]any) {
		t.Helper()
		in := with(audience)
		in["id"], in["version"] = v.ID, v.Version
		v = w.saveView("ana", in)
	}
	change(w.withTeam())
	change(w.withTeam())
	told(map[string]string{"bogdan": v.ID})
	change(toOrganisations(w.ro))
	told(map[string]string{"bogdan": v.ID, "carla": v.ID})
	change(map[string]any{"scope": "OFFICERS", "officers": []any{w.known["ana"].Officer}})
	change(map[string]any{"scope": "PRIVATE"})
	told(map[string]string{"bogdan": v.ID, "carla": v.ID, "sue": v.ID})
	named := w.saveView("ana", with(map[string]any{"scope": "OFFICERS", "officers": []any{w.known["ana"].Officer, w.known["bogdan"].Officer}}))
	told(map[string]string{"bogdan": min(named.ID, v.ID) + " " + max(named.ID, v.ID), "carla": v.ID, "sue": v.ID})
}

// A notice of a view comes by itself to who gains it, and to nobody else.
func TestANoticeOfAViewComesByItself(t *testing.T) {
	w := newTeam(t)
	w.known["sue"] = w.officer("sue", w.uk, auth.Supervisor)
	const watch = `subscription { notices { notice { kind matter } } }`
	ana, bogdan, sue := w.listen("ana", watch, nil), w.listen("bogdan", watch, nil), w.listen("sue", watch, nil)
	for _, l := range []*line{ana, bogdan, sue} {
		if got := l.next(); got != `{"data":{"notices":{"notice":null}}}` {
			t.Fatalf("first: %s", got)
		}
	}
	said := func(view viewSeen) string {
		return fmt.Sprintf(`{"data":{"notices":{"notice":{"kind":"VIEW_SHARED","matter":%q}}}}`, view.ID)
	}
	team := w.saveView("ana", map[string]any{"name": "For the team", "audience": w.withTeam(), "places": []any{}})
	if got := bogdan.next(); got != said(team) {
		t.Errorf("Bogdan is told %s", got)
	}
	colleagues := w.saveView("ana", map[string]any{"name": "For colleagues", "audience": map[string]any{"scope": "PRIVATE"}, "places": []any{}})
	if got := sue.next(); got != said(colleagues) {
		t.Errorf("Sue is told %s", got)
	}
	back := w.saveView("bogdan", map[string]any{"name": "Back", "audience": w.withTeam(), "places": []any{}})
	if got := ana.next(); got != said(back) {
		t.Errorf("Ana is told %s", got)
	}
}
