package server_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/graph"
)

const previewShare = `query($input: SharePreviewInput!) { previewShare(input: $input) {
	token goingCount going(first: 5000) { element { __typename id } before { audience { scope } } after { audience { scope organisations { id } operations { id } } handling } }
	stayingCount staying { element { id } } concernCount concerns { concern element { __typename id } other { id } }
	receivers { organisation { id } operation { id } everyone gains loses }
	handling restrictions clearances embargo expires } }`

const share = `mutation($input: ShareInput!) { share(input: $input) { changed revision } }`

// previewed is the part of a preview that tests compare.
type previewed struct {
	Token                                  string
	GoingCount, StayingCount, ConcernCount int
	Going                                  []struct {
		Element struct{ ID string }
		After   struct{ Handling []string }
	}
	Concerns []struct {
		Concern string
		Element struct{ ID string }
		Other   *struct{ ID string }
	}
	Receivers []struct {
		Organisation, Operation *struct{ ID string }
		Everyone                bool
		Gains, Loses            int
	}
	Handling, Clearances []string
	Expires              *string
}

func (p previewed) concerns() []string {
	var out []string
	for _, c := range p.Concerns {
		out = append(out, c.Concern)
	}
	slices.Sort(out)
	return out
}

func (w *team) preview(officer string, in map[string]any) previewed {
	w.tb.Helper()
	var got struct{ PreviewShare previewed }
	w.get(officer, previewShare, map[string]any{"input": in}, &got)
	return got.PreviewShare
}

// share previews an act and carries it out; it gives how much changed.
func (w *team) share(officer string, in map[string]any) int {
	w.tb.Helper()
	with := maps.Clone(in)
	with["previewToken"] = w.preview(officer, in).Token
	var got struct{ Share struct{ Changed int } }
	w.get(officer, share, input(with), &got)
	return got.Share.Changed
}

// sees says whether there is anything under an id for an officer.
func (w *team) sees(officer, id string) bool {
	w.tb.Helper()
	answer := string(w.ask(officer, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id}))
	return !strings.Contains(answer, "NOT_FOUND")
}

func (w *team) want(id string, seenBy map[string]bool) {
	w.tb.Helper()
	for officer, seen := range seenBy {
		if w.sees(officer, id) != seen {
			w.tb.Errorf("%s sees %s: %v", officer, id, !seen)
		}
	}
}

func toTeam(w *team) map[string]any { return w.shared()["audience"].(map[string]any) }

func toOrganisations(ids ...graph.ID) map[string]any {
	return map[string]any{"scope": "ORGANISATIONS", "organisations": ids}
}

func (w *team) role(officer, person, role string, marking map[string]any) string {
	w.tb.Helper()
	fields := map[string]any{"source": "INT-3", "operation": w.operation, "person": person, "role": role}
	if marking != nil {
		fields["marking"] = marking
	}
	var got struct {
		CreateInvolvement struct{ Involvement struct{ ID string } }
	}
	w.get(officer, `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(fields), &got)
	return got.CreateInvolvement.Involvement.ID
}

// Ana shares two people and what joins them with the team, widens it to all of
// Bogdan's organisation, narrows it again, and recalls it.
func TestSharingRunsItsCourse(t *testing.T) {
	w := newTeam(t)
	a, b := w.person("ana", "Share Example", nil).Record.ID, w.person("ana", "Share Friend", nil).Record.ID
	link := w.link("ana", "ASSOCIATE", a, b, nil).Link.ID
	in := map[string]any{"act": "SHARE", "ids": []any{a, b}, "audience": toTeam(w), "handling": []any{"C", "A3"}, "expires": "2010-07-01T00:00:00Z"}
	p := w.preview("ana", in)
	if p.GoingCount != 3 || p.ConcernCount != 0 || !slices.Equal(p.Handling, []string{"A3", "C"}) || p.Expires == nil {
		t.Errorf("the preview says %+v", p)
	}
	if len(p.Receivers) != 1 || p.Receivers[0].Operation == nil || p.Receivers[0].Gains != 3 {
		t.Errorf("it goes to %+v", p.Receivers)
	}
	w.want(a, map[string]bool{"bogdan": false, "carla": false})
	if n := w.share("ana", in); n != 3 {
		t.Errorf("%d elements were shared", n)
	}
	for _, id := range []string{a, b, link} {
		w.want(id, map[string]bool{"bogdan": true, "carla": false})
	}
	w.share("ana", map[string]any{"act": "WIDEN", "ids": []any{a}, "audience": toOrganisations(w.ro)})
	w.want(a, map[string]bool{"bogdan": true, "carla": true})
	w.want(b, map[string]bool{"bogdan": true, "carla": false})
	w.share("ana", map[string]any{"act": "NARROW", "ids": []any{a}, "audience": toOrganisations(w.ro)})
	w.want(a, map[string]bool{"bogdan": true, "carla": true})
	if n := w.share("ana", map[string]any{"act": "RECALL", "ids": []any{a, b}}); n != 3 {
		t.Errorf("%d elements were recalled", n)
	}
	for _, id := range []string{a, b, link} {
		w.want(id, map[string]bool{"ana": true, "bogdan": false, "carla": false})
	}
	if got := w.noticesOf("bogdan"); !slices.Equal(got, []string{"RECALLED", "RECALLED", "SHARED", "SHARED"}) {
		t.Errorf("Bogdan is told %q", got)
	}
}

// noticesOf are the kinds of notices in an officer's sight, as the store has them.
func (w *team) noticesOf(officer string) []string {
	w.tb.Helper()
	var kinds []string
	for _, n := range w.notices(officer) {
		kinds = append(kinds, string(n.Kind))
	}
	slices.Sort(kinds)
	return kinds
}

// What would hang in the air is said, of one's own and of what one sees.
func TestAPreviewSaysWhatWouldHangInTheAir(t *testing.T) {
	w := newTeam(t)
	a, b := w.person("ana", "Dangling Example", nil).Record.ID, w.person("ana", "Dangling Friend", nil).Record.ID
	link := w.link("ana", "ASSOCIATE", a, b, nil).Link.ID
	same := w.link("ana", "SAME_AS", a, b, nil).Link.ID
	role := w.role("ana", a, "VICTIM", nil)
	only := func(ids ...any) previewed {
		return w.preview("ana", map[string]any{"act": "SHARE", "ids": ids, "audience": toTeam(w), "withLinks": false})
	}
	for _, c := range []struct {
		why  string
		p    previewed
		want []string
	}{
		{"a link without its ends", only(link), []string{"END_STAYS", "END_STAYS"}},
		{"a role without its person", only(role), []string{"PERSON_STAYS"}},
		{"a person without the role", only(a), []string{"ROLE_STAYS"}},
		{"people without what joins them", only(a, b), []string{"LINK_STAYS", "ROLE_STAYS", "SAME_AS_STAYS"}},
		{"all of it", only(a, b, link, same, role), []string{"SAME_AS_SHOWS"}},
	} {
		if got := c.p.concerns(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.why, got, c.want)
		}
	}
}

// A preview that something overtook is good for nothing, and nothing changes.
func TestShareWhatWasPreviewedOrNothing(t *testing.T) {
	w := newTeam(t)
	r := w.person("ana", "Overtaken Example", nil)
	in := map[string]any{"act": "SHARE", "ids": []any{r.Record.ID}, "audience": toTeam(w)}
	token := w.preview("ana", in).Token
	other := maps.Clone(in)
	other["audience"], other["previewToken"] = toOrganisations(w.ro), token
	w.refused("ana", share, input(other), refusal{"CONFLICT", "input.previewToken"})
	w.get("ana", `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { revision } }`, input(map[string]any{
		"id": r.Record.ID, "version": r.Record.Version, "source": "INT-9", "details": map[string]any{"person": map[string]any{"name": "Overtaken Twice"}},
	}), &struct{}{})
	late := maps.Clone(in)
	late["previewToken"] = token
	w.refused("ana", share, input(late), refusal{"CONFLICT", "input.previewToken"})
	late["previewToken"] = "made up"
	w.refused("ana", share, input(late), refusal{"BAD_USER_INPUT", "input.previewToken"})
	w.want(r.Record.ID, map[string]bool{"bogdan": false})
	again := maps.Clone(in)
	again["previewToken"] = w.preview("ana", in).Token
	with := input(again)
	first, second := string(w.ask("ana", share, with)), string(w.ask("ana", share, with))
	if !strings.Contains(first, `"changed":1`) || !strings.Contains(second, `"changed":1`) {
		t.Errorf("shared twice under one key: %s, then %s", first, second)
	}
}

func (w *team) refused(officer, query string, variables map[string]any, want refusal) {
	w.tb.Helper()
	code, field := w.fault(officer, query, variables)
	if got := (refusal{code, field}); got != want {
		w.tb.Errorf("%v is answered %v, not %v", variables, got, want)
	}
}

func TestSharingThatCannotBeIsRefusedClearly(t *testing.T) {
	w := newTeam(t)
	h := w.hide()
	own := w.person("ana", "Refused Example", nil).Record.ID
	theirs := w.person("bogdan", "Theirs Example", w.shared()).Record.ID
	sharedOnce := w.person("ana", "Shared Example", w.shared()).Record.ID
	ask := func(changes map[string]any) map[string]any {
		in := map[string]any{"act": "SHARE", "ids": []any{own}, "audience": toTeam(w)}
		maps.Copy(in, changes)
		return map[string]any{"input": in}
	}
	for _, c := range []struct {
		why     string
		changes map[string]any
		want    refusal
	}{
		{"nothing named", map[string]any{"ids": []any{}}, refusal{"BAD_USER_INPUT", "input.ids"}},
		{"ids and a filter", map[string]any{"filter": map[string]any{}}, refusal{"BAD_USER_INPUT", "input.ids"}},
		{"what is not there", map[string]any{"ids": []any{own, id(t, graph.NounRecord)}}, refusal{"NOT_FOUND", "input.ids"}},
		{"what is not the owner's", map[string]any{"ids": []any{own, theirs}}, refusal{"GATE_CLOSED", ""}},
		{"an unknown team", map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS", "operations": []any{id(t, graph.NounOperation)}}}, refusal{"NOT_FOUND", "input.audience.operations"}},
		{"an unknown organisation", map[string]any{"audience": toOrganisations(id(t, graph.NounOrganisation))}, refusal{"NOT_FOUND", "input.audience.organisations"}},
		{"no audience", map[string]any{"audience": nil}, refusal{"BAD_USER_INPUT", "input.audience"}},
		{"a private audience", map[string]any{"audience": map[string]any{"scope": "PRIVATE"}}, refusal{"BAD_USER_INPUT", "input.audience.scope"}},
		{"a list of the wrong scope", map[string]any{"audience": map[string]any{"scope": "EVERYONE", "organisations": []any{w.ro}}}, refusal{"BAD_USER_INPUT", "input.audience.organisations"}},
		{"conditions that contradict", map[string]any{"handling": []any{"P", "C"}}, refusal{"BAD_USER_INPUT", "input.handling"}},
		{"H3 without a text", map[string]any{"handling": []any{"H3"}}, refusal{"BAD_USER_INPUT", "input.restrictions"}},
		{"an end in the past", map[string]any{"expires": "2010-05-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.expires"}},
		{"an embargo after the end", map[string]any{"expires": "2010-07-01T00:00:00Z", "embargo": "2010-08-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.embargo"}},
		{"a recall with an audience", map[string]any{"act": "RECALL"}, refusal{"BAD_USER_INPUT", "input.audience"}},
		{"a widening that ends sooner", map[string]any{"act": "WIDEN", "ids": []any{sharedOnce}, "expires": "2010-07-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.expires"}},
		{"a widening that begins later", map[string]any{"act": "WIDEN", "ids": []any{sharedOnce}, "embargo": "2010-07-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.embargo"}},
	} {
		t.Run(c.why, func(*testing.T) { w.refused("ana", previewShare, ask(c.changes), c.want) })
	}
	w.want(own, map[string]bool{"bogdan": false})
	w.same("bogdan", previewShare, w.nothings(h), func(id any) map[string]any {
		return map[string]any{"input": map[string]any{"act": "RECALL", "ids": []any{theirs, id}}}
	}, refusal{"NOT_FOUND", "input.ids"})
}

// The team of an operation that has ended takes nothing more.
func TestNothingIsSharedWithATeamThatHasEnded(t *testing.T) {
	w := newTeam(t)
	own := w.person("ana", "Late Example", nil).Record.ID
	ended := w.endOperation()
	w.refused("ana", previewShare, map[string]any{"input": map[string]any{
		"act": "SHARE", "ids": []any{own}, "audience": map[string]any{"scope": "JOINT_TEAMS", "operations": []any{ended}},
	}}, refusal{"BAD_USER_INPUT", "input.audience.operations"})
}

// What one looks at as another is what the other sees: no more, no less.
func TestViewAsIsWhatTheOtherSees(t *testing.T) {
	w := newTeam(t)
	w.known["carla"] = w.officer("carla", w.ro, auth.Investigator)
	team := w.person("ana", "Viewed In Team", w.shared()).Record.ID
	direct := w.person("ana", "Viewed Directly", map[string]any{"audience": toOrganisations(w.ro)}).Record.ID
	secret := w.person("ana", "Viewed By Nobody", nil).Record.ID
	w.person("bogdan", "Viewed Not Ours", w.shared())
	link := w.link("ana", "ASSOCIATE", team, direct, w.shared()).Link.ID
	w.link("ana", "ASSOCIATE", team, secret, w.shared())
	view := func(operation any) (ids, links []string) {
		var got struct {
			ViewAs struct {
				Counts  []struct{ Count int }
				Records struct {
					Nodes      []struct{ ID string }
					TotalCount int
				}
				Links struct{ Nodes []struct{ ID string } }
			}
		}
		w.get("ana", `query($g: ID!, $o: ID, $r: ID!) { viewAs(organisation: $g, operation: $o) { counts { count }
			records { nodes { id } totalCount } links(record: $r) { nodes { id } totalCount } } }`, map[string]any{"g": w.ro, "o": operation, "r": team}, &got)
		for _, r := range got.ViewAs.Records.Nodes {
			ids = append(ids, r.ID)
		}
		for _, l := range got.ViewAs.Links.Nodes {
			links = append(links, l.ID)
		}
		slices.Sort(ids)
		return ids, links
	}
	both := []string{team, direct}
	slices.Sort(both)
	if ids, links := view(w.operation); !slices.Equal(ids, both) || !slices.Equal(links, []string{link}) {
		t.Errorf("in the team they see %q and %q", ids, links)
	}
	if ids, links := view(nil); !slices.Equal(ids, []string{direct}) || len(links) != 0 {
		t.Errorf("outside they see %q and %q", ids, links)
	}
	w.refused("ana", `query($g: ID!) { viewAs(organisation: $g) { counts { count } } }`,
		map[string]any{"g": id(t, graph.NounOrganisation)}, refusal{"NOT_FOUND", "organisation"})
	w.refused("ana", `query($g: ID!, $o: ID) { viewAs(organisation: $g, operation: $o) { counts { count } } }`,
		map[string]any{"g": w.ro, "o": id(t, graph.NounOperation)}, refusal{"NOT_FOUND", "operation"})
}

// What is under an embargo is not there before its moment, and nobody is told.
func TestAnEmbargoHoldsUntilItsMoment(t *testing.T) {
	w := newTeam(t)
	r := w.person("ana", "Embargo Example", nil).Record.ID
	w.share("ana", map[string]any{"act": "SHARE", "ids": []any{r}, "audience": toTeam(w), "embargo": theDay().Add(time.Minute).Format(time.RFC3339)})
	w.want(r, map[string]bool{"bogdan": false})
	if got := w.noticesOf("bogdan"); len(got) != 0 {
		t.Errorf("Bogdan is told %q", got)
	}
	w.later.Store(60)
	w.want(r, map[string]bool{"bogdan": true})
}
