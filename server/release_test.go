package server_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/graph"
)

const requestRelease = `mutation($input: RequestReleaseInput!) { requestRelease(input: $input) { release { id version state } revision } }`

const decideRelease = `mutation($input: DecideReleaseInput!) { decideRelease(input: $input) { release { id version state copy { id } } revision } }`

const withdrawRelease = `mutation($input: WithdrawReleaseInput!) { withdrawRelease(input: $input) { release { id version state } } }`

const releasesQuery = `{ releases { totalCount nodes { id version state expired action asking { id } owner { id } to { id } why element { id } copy { id } } } }`

type releaseSeen struct {
	ID, Version, State string
	Expired            bool
	Element, Copy      *struct{ ID string }
}

// conditional is a team-wide marking that came with a condition.
func (w *team) conditional() map[string]any {
	m := w.shared()
	m["handling"] = []any{"C"}
	return m
}

func (w *team) withSupervisors() {
	w.known["sofia"] = w.officer("sofia", w.ro, auth.Supervisor)
	w.known["uma"] = w.officer("uma", w.uk, auth.Supervisor)
	w.known["eva"] = w.officer("eva", w.third(), auth.Investigator)
}

func (w *team) request(officer string, fields map[string]any) releaseSeen {
	w.tb.Helper()
	in := map[string]any{"why": "for the case file"}
	maps.Copy(in, fields)
	var got struct{ RequestRelease struct{ Release releaseSeen } }
	w.get(officer, requestRelease, input(in), &got)
	return got.RequestRelease.Release
}

func (w *team) decide(officer string, r releaseSeen, fields map[string]any) releaseSeen {
	w.tb.Helper()
	in := map[string]any{"id": r.ID, "version": r.Version}
	maps.Copy(in, fields)
	var got struct{ DecideRelease struct{ Release releaseSeen } }
	w.get(officer, decideRelease, input(in), &got)
	return got.DecideRelease.Release
}

func (w *team) releases(officer string) []releaseSeen {
	w.tb.Helper()
	var got struct{ Releases struct{ Nodes []releaseSeen } }
	w.get(officer, releasesQuery, nil, &got)
	return got.Releases.Nodes
}

func (w *team) export(officer string, ids ...string) string {
	w.tb.Helper()
	return string(w.ask(officer, `query($input: ExportInput!) { exportGraph(input: $input) { banner records links content mediaType } }`,
		map[string]any{"input": map[string]any{"ids": ids, "format": "GRAPHML"}}))
}

func (w *team) allowed(officer, action string, ids ...string) (bool, int) {
	w.tb.Helper()
	var got struct {
		CheckAction struct {
			Allowed     bool
			ClosedCount int
		}
	}
	w.get(officer, `query($ids: [ID!]!, $a: Action!) { checkAction(ids: $ids, action: $a) { allowed closedCount closed { element { id } owner { id contact } reasons { reason says } keys } } }`,
		map[string]any{"ids": ids, "a": action}, &got)
	return got.CheckAction.Allowed, got.CheckAction.ClosedCount
}

// What came with a condition does not leave the hub until its owner's
// supervisor says so, and then no longer than was said.
func TestAnExportWaitsForTheOwnersRelease(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	theirs := w.person("bogdan", "Release Example", w.conditional()).Record.ID
	own := w.person("ana", "Release Friend", w.shared()).Record.ID
	if answer := w.export("ana", own, theirs); !strings.Contains(answer, "GATE_CLOSED") || !strings.Contains(answer, "1 of these 2") {
		t.Errorf("the export is answered %s", answer)
	}
	if ok, closed := w.allowed("ana", "EXPORT", own, theirs); ok || closed != 1 {
		t.Errorf("checkAction: %v, %d", ok, closed)
	}
	asked := w.request("ana", map[string]any{"element": theirs, "action": "EXPORT"})
	w.refused("bogdan", decideRelease, input(map[string]any{"id": asked.ID, "version": asked.Version, "decision": "GRANT"}), refusal{"GATE_CLOSED", ""})
	w.refused("uma", decideRelease, input(map[string]any{"id": asked.ID, "version": asked.Version, "decision": "GRANT"}), refusal{"GATE_CLOSED", ""})
	w.refused("eva", decideRelease, input(map[string]any{"id": asked.ID, "version": asked.Version, "decision": "GRANT"}), refusal{"NOT_FOUND", "input.id"})
	granted := w.decide("sofia", asked, map[string]any{"decision": "GRANT", "until": "2010-06-01T12:01:00Z"})
	if granted.State != "GRANTED" {
		t.Errorf("it is %s", granted.State)
	}
	w.refused("sofia", decideRelease, input(map[string]any{"id": asked.ID, "version": granted.Version, "decision": "REFUSE"}), refusal{"CONFLICT", "input.id"})
	answer := w.export("ana", own, theirs)
	if !strings.Contains(answer, `"records":2`) || !strings.Contains(answer, "OFFICIAL-SENSITIVE | handling C") {
		t.Errorf("the export is answered %s", answer)
	}
	if ok, _ := w.allowed("ana", "USE_IN_PRODUCT", theirs); ok {
		t.Error("leave for one action opened another")
	}
	if ok, _ := w.allowed("bogdan", "EXPORT", theirs); !ok {
		t.Error("the owner may not do as it likes")
	}
	w.later.Store(60)
	if ok, _ := w.allowed("ana", "EXPORT", theirs); ok {
		t.Error("the leave outlived its end")
	}
	if got := w.releases("bogdan"); len(got) != 1 || !got[0].Expired {
		t.Errorf("Bogdan's releases are %+v", got)
	}
	if got := w.releases("eva"); len(got) != 0 {
		t.Errorf("Eva's releases are %+v", got)
	}
	if got := w.noticesOf("bogdan"); !slices.Contains(got, "RELEASE_REQUESTED") {
		t.Errorf("Bogdan is told %q", got)
	}
	if got := w.noticesOf("ana"); !slices.Contains(got, "RELEASE_DECIDED") {
		t.Errorf("Ana is told %q", got)
	}
}

// Passing on is the owner's act: it widens the owner's audience.
func TestPassingOnWidensTheAudience(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	third := w.known["eva"].Organisation
	theirs := w.person("bogdan", "Passed Example", w.conditional()).Record.ID
	asked := w.request("ana", map[string]any{"element": theirs, "action": "PASS_ON", "to": []any{third}})
	w.want(theirs, map[string]bool{"eva": false})
	w.decide("sofia", asked, map[string]any{"decision": "GRANT"})
	w.want(theirs, map[string]bool{"eva": true, "ana": true})
	if got := w.noticesOf("eva"); !slices.Equal(got, []string{"SHARED"}) {
		t.Errorf("Eva is told %q", got)
	}
}

// A sanitised copy goes to whoever asked; that it is one, and of what, does not.
func TestASanitisedCopyDoesNotTellOfItsOriginal(t *testing.T) {
	for _, tell := range []bool{false, true} {
		w := newTeam(t)
		w.withSupervisors()
		theirs := w.person("bogdan", "Protected Example", w.conditional()).Record.ID
		asked := w.request("ana", map[string]any{"element": theirs, "action": "EXPORT"})
		decided := w.decide("sofia", asked, map[string]any{"decision": "SANITISE", "sanitised": map[string]any{
			"details": map[string]any{"person": map[string]any{"name": "Somebody Example", "pseudonymous": true}}, "source": "SAN-1", "handling": []any{"P"}, "tellAsking": tell,
		}})
		if decided.State != "SANITISED" || decided.Copy == nil {
			t.Fatalf("it is %+v", decided)
		}
		copied := decided.Copy.ID
		seen := w.releases("ana")[0]
		if (seen.Copy != nil) != tell {
			t.Errorf("told %v, Ana's release has the copy %v", tell, seen.Copy)
		}
		if ok, _ := w.allowed("ana", "EXPORT", copied); !ok {
			t.Error("the copy may not be exported")
		}
		members := func(officer string) int {
			var got struct {
				Node struct {
					Entity struct{ Records []struct{ ID string } }
				}
			}
			w.get(officer, labelOf, map[string]any{"id": copied}, &got)
			return len(got.Node.Entity.Records)
		}
		want := 1
		if tell {
			want = 2
		}
		if got := members("ana"); got != want {
			t.Errorf("told %v, Ana's entity has %d records", tell, got)
		}
		if got := members("bogdan"); got != 2 {
			t.Errorf("the owner's entity has %d records", got)
		}
		if ok, _ := w.allowed("ana", "EXPORT", theirs); ok {
			t.Error("a copy opened the gate of the original")
		}
	}
}

func TestReleasesThatCannotBeAreRefusedClearly(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	h := w.hide()
	theirs := w.person("bogdan", "Odd Example", w.conditional()).Record.ID
	own := w.person("ana", "Own Example", w.shared()).Record.ID
	for _, c := range []struct {
		why     string
		changes map[string]any
		want    refusal
	}{
		{"one's own", map[string]any{"element": own}, refusal{"BAD_USER_INPUT", "input.element"}},
		{"to see what is seen", map[string]any{"action": "SEE"}, refusal{"BAD_USER_INPUT", "input.action"}},
		{"no reason", map[string]any{"why": ""}, refusal{"BAD_USER_INPUT", "input.why"}},
		{"an end in the past", map[string]any{"until": "2010-05-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.until"}},
		{"passing on to nobody", map[string]any{"action": "PASS_ON"}, refusal{"BAD_USER_INPUT", "input.to"}},
		{"passing on to the owner", map[string]any{"action": "PASS_ON", "to": []any{w.ro}}, refusal{"BAD_USER_INPUT", "input.to"}},
		{"passing on to a stranger", map[string]any{"action": "PASS_ON", "to": []any{id(t, graph.NounOrganisation)}}, refusal{"NOT_FOUND", "input.to"}},
		{"an export to somebody", map[string]any{"to": []any{w.uk}}, refusal{"BAD_USER_INPUT", "input.to"}},
	} {
		t.Run(c.why, func(*testing.T) {
			in := map[string]any{"element": theirs, "action": "EXPORT", "why": "because"}
			maps.Copy(in, c.changes)
			w.refused("ana", requestRelease, input(in), c.want)
		})
	}
	w.same("bogdan", requestRelease, w.nothings(h), func(id any) map[string]any {
		return map[string]any{"input": map[string]any{"idempotencyKey": "12345678", "element": id, "action": "EXPORT", "why": "because"}}
	}, refusal{"NOT_FOUND", "input.element"})
	asked := w.request("ana", map[string]any{"element": theirs, "action": "EXPORT"})
	for _, c := range []struct {
		why    string
		fields map[string]any
		want   refusal
	}{
		{"sanitised without a copy", map[string]any{"decision": "SANITISE"}, refusal{"BAD_USER_INPUT", "input.sanitised"}},
		{"an end with a refusal", map[string]any{"decision": "REFUSE", "until": "2010-07-01T00:00:00Z"}, refusal{"BAD_USER_INPUT", "input.until"}},
		{"a copy of another kind", map[string]any{"decision": "SANITISE", "sanitised": map[string]any{"source": "S", "details": map[string]any{"phone": map[string]any{"number": "+447700900123"}}}}, refusal{"BAD_USER_INPUT", "input.sanitised.details"}},
		{"a copy without a source", map[string]any{"decision": "SANITISE", "sanitised": map[string]any{"source": "", "details": map[string]any{"person": map[string]any{"name": "X Example"}}}}, refusal{"BAD_USER_INPUT", "input.sanitised.source"}},
		{"an old version", map[string]any{"decision": "GRANT", "version": id(t, graph.NounVersion)}, refusal{"CONFLICT", "input.version"}},
	} {
		t.Run(c.why, func(*testing.T) {
			in := map[string]any{"id": asked.ID, "version": asked.Version}
			maps.Copy(in, c.fields)
			w.refused("sofia", decideRelease, input(in), c.want)
		})
	}
	w.refused("bogdan", withdrawRelease, input(map[string]any{"id": asked.ID, "version": asked.Version}), refusal{"GATE_CLOSED", ""})
	w.get("ana", withdrawRelease, input(map[string]any{"id": asked.ID, "version": asked.Version}), &struct{}{})
	if got := w.releases("ana")[0].State; got != "WITHDRAWN" {
		t.Errorf("it is %s", got)
	}
}

// A role that Ana does not see: she may look, and before she acts she is told
// whom to speak to, and the owner is told that she was.
func TestActingPastAHiddenSafeguardStops(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	person := w.person("ana", "Guarded Example", w.shared()).Record.ID
	alias := w.person("bogdan", "Guarded Otherwise", nil).Record.ID
	w.link("bogdan", "SAME_AS", person, alias, nil)
	if answer := w.export("ana", person); !strings.Contains(answer, `"records":1`) {
		t.Fatalf("the export is answered %s", answer)
	}
	w.role("bogdan", alias, "VICTIM", nil)
	answer := w.export("ana", person)
	if !strings.Contains(answer, "GATE_CLOSED") || !strings.Contains(answer, "Speak to this contact first: RO Test Police, desk.") {
		t.Errorf("the export is answered %s", answer)
	}
	if again := w.export("ana", person); again != answer && len(again) != len(answer) {
		t.Errorf("and again %s", again)
	}
	w.refused("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(map[string]any{
		"source": "INT-3", "operation": w.operation, "person": person, "role": "SUSPECT",
	}), refusal{"GATE_CLOSED", ""})
	told := w.notices("bogdan")
	if len(told) != 1 || told[0].Kind != graph.NoticeSafeguard || told[0].From != w.uk || !slices.Equal(told[0].About, []graph.ID{graph.ID(alias)}) {
		t.Errorf("Bogdan is told %+v", told)
	}
	if got := w.noticesOf("ana"); len(got) != 0 {
		t.Errorf("Ana is told %q", got)
	}
}

// The same before every other act on what a plan names: to share it or widen its
// audience, by sharing or by amending it, to pass it on, to use it in a product,
// in court or outside, while to look at it and to take it back is not stopped.
func TestEveryActPastAHiddenSafeguardStops(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	third := w.known["eva"].Organisation
	person := w.person("ana", "Guarded Example", w.shared())
	other := w.person("ana", "Friend Example", w.shared()).Record.ID
	tie := w.link("ana", "ASSOCIATE", person.Record.ID, other, nil).Link.ID
	alias := w.person("bogdan", "Guarded Otherwise", nil).Record.ID
	w.link("bogdan", "SAME_AS", person.Record.ID, alias, nil)
	asked := w.request("bogdan", map[string]any{"element": person.Record.ID, "action": "PASS_ON", "to": []any{third}})
	w.role("bogdan", alias, "VICTIM", nil)
	var scored struct{ ScorePlan struct{ TargetCount int } }
	w.get("ana", `query($t: [ID!]!) { scorePlan(input: {network: {budget: 1}, targets: $t}) { targetCount } }`, map[string]any{"t": []any{person.Record.ID}}, &scored)
	if scored.ScorePlan.TargetCount != 1 {
		t.Errorf("a plan tells Ana what she does not see: %+v", scored)
	}
	stopped := refusal{"GATE_CLOSED", ""}
	ids := func(of ...any) map[string]any { return map[string]any{"ids": of} }
	for _, action := range []string{"USE_IN_PRODUCT", "EXPORT", "PASS_ON", "USE_IN_COURT"} {
		for _, id := range []string{person.Record.ID, tie} {
			w.refused("ana", `query($ids: [ID!]!) { checkAction(ids: $ids, action: `+action+`) { allowed } }`, ids(id), stopped)
		}
		if ok, _ := w.allowed("ana", action, other); !ok {
			t.Errorf("%s of somebody else is stopped", action)
		}
	}
	if ok, _ := w.allowed("ana", "SEE", person.Record.ID); !ok {
		t.Error("Ana may not look")
	}
	widen := map[string]any{"act": "WIDEN", "ids": []any{person.Record.ID}, "audience": toOrganisations(third)}
	p := w.preview("ana", widen)
	w.refused("ana", `mutation($input: ShareInput!) { share(input: $input) { changed } }`, input(with(widen, "previewToken", p.Token)), stopped)
	share := map[string]any{"act": "SHARE", "ids": []any{tie}, "audience": toOrganisations(third)}
	p = w.preview("ana", share)
	w.refused("ana", `mutation($input: ShareInput!) { share(input: $input) { changed } }`, input(with(share, "previewToken", p.Token)), stopped)
	w.refused("ana", `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { record { id } } }`, input(map[string]any{
		"id": person.Record.ID, "version": person.Record.Version, "source": "INT-4", "details": map[string]any{"person": map[string]any{"name": "Guarded Example"}},
		"marking": map[string]any{"audience": toOrganisations(w.ro, third)},
	}), stopped)
	w.refused("uma", decideRelease, input(map[string]any{"id": asked.ID, "version": asked.Version, "decision": "GRANT"}), stopped)
	w.want(person.Record.ID, map[string]bool{"eva": false, "bogdan": true})
	if got := w.share("ana", map[string]any{"act": "RECALL", "ids": []any{person.Record.ID}}); got != 1 {
		t.Errorf("%d recalled", got)
	}
}

func with(fields map[string]any, name string, value any) map[string]any {
	out := maps.Clone(fields)
	out[name] = value
	return out
}

// A victim whom everybody sees to be one becomes a suspect only if a second
// officer says so too.
func TestAVictimBecomesASuspectByTwoDecisions(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	person := w.person("ana", "Twofold Example", w.shared()).Record.ID
	w.role("bogdan", person, "VICTIM", map[string]any{"audience": toOrganisations(w.uk)})
	type payload struct {
		Involvement *struct{ ID, Role string }
		Decision    *struct{ ID, Version, State string }
	}
	var first struct{ CreateInvolvement payload }
	w.get("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id role } decision { id version state person { id } role asked } } }`,
		input(map[string]any{"source": "INT-3", "operation": w.operation, "person": person, "role": "SUSPECT"}), &first)
	d := first.CreateInvolvement.Decision
	if first.CreateInvolvement.Involvement != nil || d == nil || d.State != "PENDING" {
		t.Fatalf("the first decision gives %+v", first.CreateInvolvement)
	}
	const confirm = `mutation($input: ConfirmInvolvementInput!) { confirmInvolvement(input: $input) { involvement { id role } decision { id version state } revision } }`
	decision := func(yes bool) map[string]any {
		return input(map[string]any{"id": d.ID, "version": d.Version, "confirm": yes, "reason": "seen both files"})
	}
	w.refused("ana", confirm, decision(true), refusal{"GATE_CLOSED", ""})
	w.refused("sofia", confirm, decision(true), refusal{"NOT_FOUND", "input.id"})
	var listed struct{ SecondDecisions []struct{ ID string } }
	w.get("uma", `{ secondDecisions { id person { id } } }`, nil, &listed)
	if len(listed.SecondDecisions) != 1 {
		t.Errorf("Uma has %+v to decide", listed)
	}
	var second struct{ ConfirmInvolvement payload }
	w.get("uma", confirm, decision(true), &second)
	if i := second.ConfirmInvolvement.Involvement; i == nil || i.Role != "SUSPECT" || second.ConfirmInvolvement.Decision.State != "CONFIRMED" {
		t.Errorf("the second decision gives %+v", second.ConfirmInvolvement)
	}
	w.refused("uma", confirm, decision(false), refusal{"CONFLICT", "input.id"})
}
