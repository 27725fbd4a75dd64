package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

const jointPlanFields = `id version state why budget hops objective targetKinds asked decided reason operation { id } asking { id } partner { id }
	targetCount targets { id label }`

const proposeJointPlan = `mutation($input: ProposeJointPlanInput!) { proposeJointPlan(input: $input) { revision jointPlan { ` + jointPlanFields + ` } } }`

const decideJointPlan = `mutation($input: DecideJointPlanInput!) { decideJointPlan(input: $input) { revision jointPlan { ` + jointPlanFields + ` } } }`

const withdrawJointPlan = `mutation($input: WithdrawJointPlanInput!) { withdrawJointPlan(input: $input) { jointPlan { ` + jointPlanFields + ` } } }`

const jointPlansQuery = `{ jointPlans { ` + jointPlanFields + ` } }`

type jointPlanSeen struct {
	ID, Version, State string
	TargetCount        int
	Targets            []struct{ ID string }
}

func (p jointPlanSeen) names(ids ...string) bool {
	var named []string
	for _, t := range p.Targets {
		named = append(named, t.ID)
	}
	return slices.Equal(named, ids) && p.TargetCount == len(ids)
}

// cells are a chain of four that the team shares, and at either end of it a head
// with a cell of four, each of one organisation alone.
type cells struct{ uk, ro []string }

func (w *team) cells() cells {
	w.tb.Helper()
	var chain []string
	for _, name := range []string{"First", "Second", "Third", "Fourth"} {
		chain = append(chain, w.person("ana", name+" Example", w.shared()).Record.ID)
	}
	for i := range 3 {
		w.link("ana", "ASSOCIATE", chain[i], chain[i+1], w.shared())
	}
	cell := func(officer, next string) []string {
		all := []string{w.person(officer, "Head Example", nil).Record.ID}
		w.link(officer, "ASSOCIATE", all[0], next, nil)
		for _, name := range []string{"Hand", "Foot", "Eye", "Ear"} {
			all = append(all, w.person(officer, name+" Example", nil).Record.ID)
			w.link(officer, "ASSOCIATE", all[0], all[len(all)-1], nil)
		}
		return all
	}
	return cells{cell("ana", chain[0]), cell("bogdan", chain[3])}
}

func (w *team) jointPlans(officer string) []jointPlanSeen {
	w.tb.Helper()
	var got struct{ JointPlans []jointPlanSeen }
	w.get(officer, jointPlansQuery, nil, &got)
	return got.JointPlans
}

func (w *team) propose() jointPlanSeen {
	w.tb.Helper()
	var got struct {
		ProposeJointPlan struct{ JointPlan jointPlanSeen }
	}
	w.get("uma", proposeJointPlan, input(w.proposal()), &got)
	return got.ProposeJointPlan.JointPlan
}

func (w *team) proposal() map[string]any {
	return map[string]any{"operation": w.operation, "partner": w.ro, "why": "one day of arrests", "budget": 2, "targetKinds": []any{"PERSON"}}
}

func (w *team) agree(p jointPlanSeen, agree bool) jointPlanSeen {
	w.tb.Helper()
	var got struct {
		DecideJointPlan struct{ JointPlan jointPlanSeen }
	}
	w.get("sofia", decideJointPlan, input(map[string]any{"id": p.ID, "version": p.Version, "agree": agree, "reason": "agreed"}), &got)
	return got.DecideJointPlan.JointPlan
}

// Two organisations that agree get one plan, of which each learns what it sees
// itself; before, there is none, and when either takes its word back, none any more.
func TestAJointPlanTellsEachSideItsOwn(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	c := w.cells()
	p := w.propose()
	if p.State != "OPEN" || !p.names() {
		t.Fatalf("it is %+v", p)
	}
	decision := input(map[string]any{"id": p.ID, "version": p.Version, "agree": true})
	w.refused("bogdan", decideJointPlan, decision, refusal{"GATE_CLOSED", ""})
	w.refused("uma", decideJointPlan, decision, refusal{"GATE_CLOSED", ""})
	w.refused("eva", decideJointPlan, decision, refusal{"NOT_FOUND", "input.id"})
	if got := w.agree(p, true); got.State != "AGREED" || !got.names(c.ro[0]) {
		t.Errorf("Sofia is told %+v", got)
	}
	for officer, own := range map[string]string{"ana": c.uk[0], "uma": c.uk[0], "bogdan": c.ro[0], "carla": c.ro[0]} {
		if got := w.jointPlans(officer); len(got) != 1 || !got[0].names(own) {
			t.Errorf("%s is told %+v, not %s", officer, got, own)
		}
	}
	for officer, hidden := range map[string][]string{"ana": c.ro, "bogdan": c.uk} {
		answer := string(w.ask(officer, jointPlansQuery, nil))
		for _, id := range hidden {
			if strings.Contains(answer, id) {
				t.Errorf("%s is told of %s: %s", officer, id, answer)
			}
		}
	}
	if got := w.jointPlans("eva"); len(got) != 0 {
		t.Errorf("Eva is told %+v", got)
	}
	if !slices.Contains(w.noticesOf("bogdan"), "JOINT_PLAN") || !slices.Contains(w.noticesOf("ana"), "JOINT_PLAN") {
		t.Error("a side was not told")
	}
	for _, officer := range []string{"uma", "sofia"} {
		if !w.logged(audit.Disruption, w.known[officer].Officer, graph.ID(p.ID)) {
			t.Errorf("what %s did is not in the log", officer)
		}
	}
	agreed := w.jointPlans("uma")[0]
	withdrawal := map[string]any{"id": p.ID, "version": agreed.Version}
	w.refused("ana", withdrawJointPlan, input(withdrawal), refusal{"GATE_CLOSED", ""})
	w.get("uma", withdrawJointPlan, input(withdrawal), &struct{}{})
	for _, officer := range []string{"ana", "bogdan"} {
		if got := w.jointPlans(officer)[0]; got.State != "WITHDRAWN" || !got.names() {
			t.Errorf("withdrawn, and %s is told %+v", officer, got)
		}
	}
	gone := w.jointPlans("sofia")[0]
	w.refused("sofia", withdrawJointPlan, input(map[string]any{"id": p.ID, "version": gone.Version}), refusal{"CONFLICT", "input.id"})
	if refused := w.agree(w.propose(), false); refused.State != "REFUSED" || !refused.names() {
		t.Errorf("refused: %+v", refused)
	}
}

// Whether a plan names anything out of sight is told by nothing, and not by how much
// the log has of it, which the side that agreed may ask.
func TestAJointPlanDoesNotTellWhetherItNamesOthers(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	w.known["rod"] = w.officer("rod", w.ro, auth.Auditor)
	shared := w.person("ana", "Shared Example", w.shared()).Record.ID
	agreed := func() (string, []string) {
		asked := w.proposal()
		asked["targetKinds"] = []any{"CRIME_GROUP"}
		var got struct {
			ProposeJointPlan struct{ JointPlan jointPlanSeen }
		}
		w.get("uma", proposeJointPlan, input(asked), &got)
		before := len(w.asksLog("rod", actionsOf, string(w.known["sofia"].Officer)))
		p := w.agree(got.ProposeJointPlan.JointPlan, true)
		all := w.asksLog("rod", actionsOf, string(w.known["sofia"].Officer))
		return fmt.Sprint(p.State, p.TargetCount, p.Targets), all[:len(all)-before]
	}
	answer, log := agreed()
	head := w.record("ana", map[string]any{"crimeGroup": map[string]any{"name": "Head Example"}}, nil).Record.ID
	w.link("ana", "ASSOCIATE", head, shared, nil)
	for _, name := range []string{"Hand", "Foot", "Eye", "Ear"} {
		w.link("ana", "ASSOCIATE", head, w.person("ana", name+" Example", nil).Record.ID, nil)
	}
	hidden, logged := agreed()
	if answer != hidden || !slices.Equal(log, logged) {
		t.Errorf("of a plan without targets Sofia is told %s and the log has %q, of one with a hidden target %s and %q", answer, log, hidden, logged)
	}
	if got := w.jointPlans("ana"); len(got) != 2 || !got[0].names(head) && !got[1].names(head) {
		t.Errorf("no plan names %s: %+v", head, got)
	}
}

// What either side does with what the other does not see changes nothing of what the
// other is told of a plan, of what it may still do with it, or of its lines.
func TestAJointPlanTellsNothingOfWhatBecomesOfHiddenTargets(t *testing.T) {
	w := supervised(t)
	w.known["uma"], w.known["sofia"] = w.officer("uma", w.uk, auth.Supervisor), w.officer("sofia", w.ro, auth.Supervisor)
	w.known["eva"] = w.officer("eva", w.third(), auth.Investigator)
	c := w.cells()
	p := w.agree(w.team.propose(), true)
	head := c.uk[0]
	lines, told := w.listens("bogdan", true), w.listen("bogdan", noticeLine, nil)
	told.next()
	var version struct{ Node struct{ Version string } }
	read := func(id string) string {
		w.get("ana", `query($id: ID!) { node(id: $id) { ... on Record { version } } }`, map[string]any{"id": id}, &version)
		return version.Node.Version
	}
	amend := func(name string, marking map[string]any) {
		var made written
		made.Record.ID, made.Record.Version = head, read(head)
		w.amend("ana", made, name, marking)
	}
	stale := input(map[string]any{"id": p.ID, "version": "v" + p.Version[1:], "agree": true})
	for n, step := range []struct {
		why string
		act func()
	}{
		{"it is amended", func() { amend("Other Head", nil) }},
		{"it is marked anew", func() {
			amend("Other Head", map[string]any{"audience": w.private()["audience"], "handling": []any{"P"}})
		}},
		{"a third is given it", func() {
			w.share("ana", map[string]any{"act": "SHARE", "ids": []any{head}, "audience": toOrganisations(w.known["eva"].Organisation)})
		}},
		{"and it is recalled", func() { w.share("ana", map[string]any{"act": "RECALL", "ids": []any{head}}) }},
		{"it is judged one with a shared one", func() { w.link("ana", "SAME_AS", head, c.uk[1], nil) }},
		{"it is judged a victim", func() { w.role("ana", head, "VICTIM", nil) }},
		{"one of its own is withdrawn", func() { w.retire("ana", "retireRecord", c.uk[2], read(c.uk[2])) }},
		{"it is erased", func() { w.dispose(head) }},
	} {
		see := func() string {
			return w.everything("bogdan", c.ro[0], head) + w.everything("sofia", c.ro[0], head) + string(w.ask("sofia", decideJointPlan, stale))
		}
		before := see()
		step.act()
		if now := see(); now != before {
			t.Errorf("%s, and the other side reads\n%s\nnot\n%s", step.why, now, before)
		}
		name := "Sentinel " + string(rune('A'+n))
		last := w.person("bogdan", name, w.shared())
		for at, got := range lines.next() {
			if got != appeared(last.Record.ID, name) {
				t.Errorf("%s, and line %d tells %s", step.why, at, got)
			}
		}
	}
	if got := w.jointPlans("sofia")[0]; !got.names(c.ro[0]) {
		t.Errorf("Sofia is told %+v", got)
	}
}

// Whom either side brings in as a victim, in the other's sight or not, a joint plan
// does not name; nor whom the reader has come to know for one since.
func TestAJointPlanNamesNobodyToSafeguard(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	c := w.cells()
	before := w.agree(w.propose(), true)
	w.role("bogdan", c.ro[0], "VICTIM", nil)
	if got := w.jointPlans("bogdan")[0]; got.ID != before.ID || !got.names() {
		t.Errorf("Bogdan is told %+v", got)
	}
	w.agree(w.propose(), true)
	for _, officer := range []string{"ana", "bogdan"} {
		for _, target := range w.jointPlans(officer)[0].Targets {
			if target.ID == c.ro[0] {
				t.Errorf("%s is told to remove a victim", officer)
			}
		}
	}
	if got := w.jointPlans("ana")[0]; got.TargetCount == 0 {
		t.Errorf("Ana is told %+v", got)
	}
}

// What neither of the two brings in changes nothing of a joint plan: what others
// hold, what is under a compartment, what is for named officers.
func TestAJointPlanRestsOnWhatBothBringIn(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	c := w.cells()
	first := w.agree(w.propose(), true)
	if !first.names(c.ro[0]) {
		t.Fatalf("Sofia is told %+v", first)
	}
	uma := w.known["uma"]
	uma.Clearances = []graph.Compartment{graph.VictimIdentity}
	uma.Roles = append(uma.Roles, auth.Investigator)
	w.known["uma"] = uma
	for _, marking := range []map[string]any{
		{"audience": map[string]any{"scope": "PRIVATE"}, "compartments": []any{graph.VictimIdentity}},
		{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{uma.Officer}}},
	} {
		hub := w.person("uma", "Apart Example", marking).Record.ID
		for range 8 {
			leaf := w.person("uma", "Leaf Example", marking).Record.ID
			w.link("uma", "ASSOCIATE", hub, leaf, marking)
		}
		w.link("uma", "ASSOCIATE", hub, c.uk[0], marking)
	}
	if again := w.agree(w.propose(), true); !again.names(c.ro[0]) {
		t.Errorf("Sofia is told %+v", again)
	}
	if got := w.jointPlans("uma")[0]; !got.names(c.uk[0]) {
		t.Errorf("Uma is told %+v", got)
	}
}

func TestJointPlansThatCannotBeAreRefusedClearly(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	third := w.known["eva"].Organisation
	w.refused("ana", proposeJointPlan, input(w.proposal()), refusal{"GATE_CLOSED", ""})
	for _, c := range []struct {
		field string
		value any
		want  refusal
	}{
		{"operation", id(t, graph.NounOperation), refusal{"NOT_FOUND", "input.operation"}},
		{"partner", id(t, graph.NounOrganisation), refusal{"NOT_FOUND", "input.partner"}},
		{"partner", w.uk, refusal{"BAD_USER_INPUT", "input.partner"}},
		{"partner", third, refusal{"BAD_USER_INPUT", "input.operation"}},
		{"why", "", refusal{"BAD_USER_INPUT", "input.why"}},
		{"budget", 0, refusal{"BAD_USER_INPUT", "input.budget"}},
		{"budget", 101, refusal{"BAD_USER_INPUT", "input.budget"}},
		{"hops", 4, refusal{"BAD_USER_INPUT", "input.hops"}},
		{"objective", "SUPPLY", refusal{"BAD_USER_INPUT", "input.objective"}},
	} {
		w.refused("uma", proposeJointPlan, input(with(w.proposal(), c.field, c.value)), c.want)
	}
	p := w.propose()
	w.refused("sofia", decideJointPlan, input(map[string]any{"id": p.ID, "version": id(t, graph.NounVersion), "agree": false}), refusal{"CONFLICT", "input.version"})
	w.refused("sofia", decideJointPlan, input(map[string]any{"id": "nonsense", "version": p.Version, "agree": true}), refusal{"NOT_FOUND", "input.id"})
	w.refused("uma", `{ jointPlans(first: 0) { id } }`, nil, refusal{"BAD_USER_INPUT", "first"})
}
