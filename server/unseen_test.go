package server_test

import (
	"slices"
	"testing"

	"entente/graph"
)

// lines are the lines of changes of an officer: of everywhere, and of the team where the officer is in it.
type lines struct{ events []*line }

func (w *team) listens(officer string, inTeam bool) *lines {
	w.tb.Helper()
	l := &lines{events: []*line{w.listen(officer, watchChanges, nil)}}
	if inTeam {
		l.events = append(l.events, w.listen(officer, watchChanges, map[string]any{"operation": w.operation}))
	}
	for _, got := range l.next() {
		if got != begunEvent {
			w.tb.Fatalf("%s begins with %s", officer, got)
		}
	}
	return l
}

// next is the next event of each line.
func (l *lines) next() []string {
	var out []string
	for _, e := range l.events {
		out = append(out, e.next())
	}
	return out
}

// act is something that is done out of others' sight.
type act struct {
	why string
	do  func()
}

const noticeLine = `subscription { notices { notice { kind detail about } } }`

// everything is what an officer can ask of the cases, of what waits and of what was told, as one text.
func (w *team) everything(officer string, ids ...string) string {
	w.tb.Helper()
	all := w.battery(officer, ids...) + string(w.ask(officer, jointPlansQuery, nil))
	all += string(w.ask(officer, `{ notices { totalCount edges { cursor node { id kind detail about at } } } views { id name version }
		operations { id name state members { name } } organisations { id } releases { totalCount } me { operations { id } } }`, nil))
	for _, id := range ids {
		all += string(w.ask(officer, `query($id: ID!) { comments(on: $id) { id text } whyCanISee(id: $id) { reason says } }`, map[string]any{"id": id}))
	}
	return all
}

// Whatever one organisation does out of the other's sight, to its own, to what it
// shares, or together with a third, reaches none of the other's lines, and changes not one byte of what the other reads.
func TestWhatIsDoneOutOfSightReachesNoLine(t *testing.T) {
	w := supervised(t)
	w.known["eva"] = w.officer("eva", w.third(), "INVESTIGATOR")
	third := map[string]any{"scope": "ORGANISATIONS", "organisations": []any{w.known["eva"].Organisation}}
	open, other := w.person("ana", "Quiet Open", w.shared()), w.person("ana", "Quiet Other", w.shared())
	hidden, lent := w.person("ana", "Quiet Hidden", nil), w.person("ana", "Quiet Lent", nil)
	theirs := w.person("bogdan", "Quiet Theirs", w.shared())
	// What may be done with somebody tells of roles out of sight, deliberately: of this one that is not asked.
	victim := w.person("ana", "Quiet Victim", w.shared())
	tie := w.link("ana", "ASSOCIATE", open.Record.ID, other.Record.ID, nil)
	half := w.link("ana", "ASSOCIATE", open.Record.ID, hidden.Record.ID, w.shared())
	ids := []string{open.Record.ID, other.Record.ID, hidden.Record.ID, lent.Record.ID, theirs.Record.ID, tie.Link.ID, half.Link.ID}
	bogdan, carla := w.listens("bogdan", true), w.listens("carla", false)
	told := w.listen("bogdan", noticeLine, nil)
	told.next()
	var view viewSeen
	var remark commentSeen
	var role string
	var tieSame written
	acts := []act{
		{"a record is made", func() { w.person("ana", "Quiet New", nil) }},
		{"a hidden record is amended", func() { hidden = w.amend("ana", hidden, "Quiet Amended", nil) }},
		{"a hidden record is marked anew", func() {
			hidden = w.amend("ana", hidden, "Quiet Amended", map[string]any{"audience": w.private()["audience"], "handling": []any{"P"}})
		}},
		{"a hidden record is marked a child's", func() {
			ana := w.known["ana"]
			ana.Clearances = []graph.Compartment{graph.Child}
			w.known["ana"] = ana
			w.person("ana", "Quiet Child", map[string]any{"audience": w.shared()["audience"], "compartments": []any{"CHILD"}})
		}},
		{"a hidden link is withdrawn", func() { w.retire("ana", "retireLink", tie.Link.ID, tie.Link.Version) }},
		{"a shared link with a hidden end is withdrawn", func() { w.retire("ana", "retireLink", half.Link.ID, half.Link.Version) }},
		{"two are judged one, for themselves", func() { tieSame = w.link("ana", "SAME_AS", open.Record.ID, hidden.Record.ID, nil) }},
		{"and no more", func() { w.retire("ana", "retireLink", tieSame.Link.ID, tieSame.Link.Version) }},
		{"somebody shared is judged a victim, for themselves", func() { role = w.role("ana", victim.Record.ID, "VICTIM", nil) }},
		{"somebody hidden is judged a victim, for the team", func() { w.role("ana", hidden.Record.ID, "VICTIM", w.shared()) }},
		{"a victim is judged a suspect, which waits", func() {
			w.ask("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(map[string]any{
				"source": "INT-3", "operation": w.operation, "person": victim.Record.ID, "role": "SUSPECT", "reason": "two statements",
			}))
		}},
		{"what is shared gets a review", func() {
			w.mutate("sue", "setReview", "SetReviewInput", `retentions { of }`, map[string]any{"ids": ids[:1], "review": "2015-06-01T12:10:00Z"}, &struct{}{})
		}},
		{"what is shared is kept", func() {
			w.mutate("sue", "keep", "KeepInput", `retentions { of }`, map[string]any{"ids": ids[:1], "review": "2016-01-01T00:00:00Z", "reason": "the trial"}, &struct{}{})
		}},
		{"what is shared is put under a hold", func() {
			w.mutate("sue", "setHold", "SetHoldInput", `retentions { of }`, map[string]any{"ids": ids[:1], "reason": "a court asks"}, &struct{}{})
		}},
		{"and the hold is lifted", func() {
			w.mutate("sue", "liftHold", "LiftHoldInput", `retentions { of }`, map[string]any{"ids": ids[:1]}, &struct{}{})
		}},
		{"what is shared can be found by name", func() { w.discoverable("sue", []any{"NAME_AND_BIRTH_DATE"}, open.Record.ID) }},
		{"and no more", func() { w.discoverable("sue", []any{}, open.Record.ID) }},
		{"a remark on what is shared, for themselves", func() { remark = w.comment("ana", open.Record.ID, "quiet", false) }},
		{"and it is withdrawn", func() {
			w.ask("ana", withdrawComment, input(map[string]any{"id": remark.ID, "version": remark.Version}))
		}},
		{"a view of what is shared, for themselves", func() {
			view = w.saveView("ana", map[string]any{"name": "Quiet chart", "audience": w.private()["audience"], "places": placesOf(ids[:4]...)})
		}},
		{"and it is removed", func() { w.ask("ana", removeView, input(map[string]any{"id": view.ID, "version": view.Version})) }},
		{"a third is given a hidden one", func() {
			w.share("ana", map[string]any{"act": "SHARE", "ids": []any{lent.Record.ID}, "audience": third})
		}},
		{"and it is recalled", func() { w.share("ana", map[string]any{"act": "RECALL", "ids": []any{lent.Record.ID}}) }},
		{"a third asks for its release", func() {
			w.share("ana", map[string]any{"act": "SHARE", "ids": []any{lent.Record.ID}, "audience": third, "handling": []any{"C"}})
			w.request("eva", map[string]any{"element": lent.Record.ID, "action": "EXPORT"})
		}},
		{"a third asks for a number", func() { w.hits("eva", phoneNumber("+40700900444")) }},
		{"a question runs for long", func() { w.ended("ana", w.start("ana", map[string]any{"structure": map[string]any{}})) }},
		{"another operation is proposed", func() {
			w.get("adminUK", `mutation($input: ProposeOperationInput!) { proposeOperation(input: $input) { revision } }`, input(map[string]any{
				"name": "Operation Elsewhere", "parties": []any{w.uk, w.known["eva"].Organisation},
				"agreement": map[string]any{"legalBasis": "an agreement", "purpose": "to test", "from": "2010-01-01", "until": "2100-01-01"},
			}), &struct{}{})
		}},
		{"a row is imported", func() { w.imports(w.uk, &graph.Person{Name: "Quiet Import"}) }},
		{"a hidden one is erased", func() { w.dispose(hidden.Record.ID) }},
		{"the role is withdrawn", func() {
			var got struct{ Node struct{ Version string } }
			w.get("ana", `query($id: ID!) { node(id: $id) { ... on Involvement { version } } }`, map[string]any{"id": role}, &got)
			w.retire("ana", "retireInvolvement", role, got.Node.Version)
		}},
	}
	// Some at a time: what all can read is read before and after them.
	for some := range slices.Chunk(acts, 6) {
		before := map[string]string{}
		for _, officer := range []string{"bogdan", "carla", "rod", "elena"} {
			before[officer] = w.everything(officer, ids...)
		}
		why := ""
		for _, a := range some {
			a.do()
			why += a.why + "; "
		}
		for officer, was := range before {
			if now := w.everything(officer, ids...); now != was {
				t.Errorf("%s and %s reads otherwise:\n%s\n%s", why, officer, was, now)
			}
		}
		last := w.person("bogdan", "Sentinel", w.shared())
		for _, l := range []*lines{bogdan, carla} {
			for at, got := range l.next() {
				if got != appeared(last.Record.ID, "Sentinel") {
					t.Errorf("%s and line %d tells %s", why, at, got)
				}
			}
		}
	}
	w.saveView("ana", map[string]any{"name": "Last chart", "audience": w.withTeam(), "places": placesOf(ids[:2]...)})
	if got := told.next(); got != `{"data":{"notices":{"notice":{"kind":"VIEW_SHARED","detail":null,"about":[]}}}}` {
		t.Errorf("the first notice is %s", got)
	}
}

func appeared(id, label string) string { return told("APPEARED", id, record(label)) }
