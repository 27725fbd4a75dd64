package server_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"

	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
)

// agreed is a team with the administrators of three organisations.
type agreed struct {
	*team
	bg graph.ID
}

func newAgreed(t *testing.T) *agreed {
	t.Helper()
	return agreedOver(t, func(s casework.Store) casework.Store { return s })
}

// agreedOver is the same on a hub whose casework is given another store.
func agreedOver(t *testing.T, over func(casework.Store) casework.Store) *agreed {
	t.Helper()
	w := &agreed{team: teamOver(t, over), bg: id(t, graph.NounOrganisation)}
	for name, organisation := range map[string]graph.ID{"adminUK": w.uk, "adminRO": w.ro, "adminBG": w.bg} {
		w.known[name] = w.officer(name, organisation, auth.TeamAdministrator)
	}
	w.known["elena"] = w.officer("elena", w.bg, auth.Investigator)
	write := graph.Write{
		Organisations: []graph.Organisation{{ID: w.bg, Hub: "hub.test.example", Name: "BG Test Police", Country: "BG", Kind: graph.Police, Contact: "desk"}},
	}
	_, err := w.store.Write(context.Background(), policy.Sight{}, write)
	must(t, err)
	for _, name := range []string{"ana", "bogdan", "carla", "elena"} {
		var me struct {
			Me struct{ Officer struct{ ID string } }
		}
		w.get(name, `{ me { officer { id } } }`, nil, &me)
	}
	return w
}

// operated is what a change of an operation gives.
type operated struct {
	Operation *struct {
		ID, Version, State, Name string
		Agreement                struct{ Until *string }
		Proposal                 *struct{ Awaits []struct{ Name string } }
		Parties                  []struct {
			Organisation struct{ Name string }
			Until        *string
		}
		Members []struct {
			Name  string
			Until *string
		}
	}
	Revision string
}

const operatedFields = `{ revision operation { id version state name agreement { until } proposal { awaits { name } }
	parties { organisation { name } until } members { name until } } }`

// operate carries out a change of an operation.
func (w *agreed) operate(officer, mutation, inputType string, input map[string]any) operated {
	w.tb.Helper()
	if input["idempotencyKey"] == nil {
		input["idempotencyKey"] = rand.Text()
	}
	var got map[string]operated
	w.get(officer, fmt.Sprintf("mutation($input: %s!) { %s(input: $input) %s }", inputType, mutation, operatedFields), map[string]any{"input": input}, &got)
	return got[mutation]
}

// refusedTo is the code and field with which a change is refused.
func (w *agreed) refusedTo(officer, mutation, inputType string, input map[string]any) string {
	w.tb.Helper()
	input["idempotencyKey"] = rand.Text()
	code, field := w.fault(officer, fmt.Sprintf("mutation($input: %s!) { %s(input: $input) { revision } }", inputType, mutation), map[string]any{"input": input})
	return strings.TrimSpace(code + " " + field)
}

func (w *agreed) propose(others ...graph.ID) operated {
	w.tb.Helper()
	return w.operate("adminUK", "proposeOperation", "ProposeOperationInput", map[string]any{
		"name": "Operation Lapwing", "parties": others,
		"agreement": map[string]any{"legalBasis": "a treaty", "purpose": "to try", "from": "2010-01-01", "until": "2010-12-31"},
	})
}

// sees says whether an officer sees a record.
func (w *agreed) sees(officer, record string) bool {
	w.tb.Helper()
	return strings.HasPrefix(string(w.ask(officer, labelOf, map[string]any{"id": record})), `{"data":{"node":{"id":`)
}

func (w *agreed) sharedWith(operation string) map[string]any {
	return map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS", "operations": []any{operation}}}
}

// lapwing is an operation in force between two organisations, with Ana and
// Bogdan in its team.
func (w *agreed) lapwing() operated {
	w.tb.Helper()
	made := w.propose(w.ro)
	w.operate("adminRO", "signOperation", "OperationInput", map[string]any{"id": made.Operation.ID, "version": made.Operation.Version})
	w.operate("adminUK", "addMember", "AddMemberInput", map[string]any{"id": made.Operation.ID, "officer": w.known["ana"].Officer, "role": "LEADER"})
	return w.operate("adminRO", "addMember", "AddMemberInput", map[string]any{"id": made.Operation.ID, "officer": w.known["bogdan"].Officer, "role": "ANALYST"})
}

// A joint team begins when all parties have signed, and not before; the partner
// who is asked sees what is proposed, others see nothing.
func TestAnOperationIsInForceWhenAllHaveSigned(t *testing.T) {
	w := newAgreed(t)
	made := w.propose(w.ro)
	if made.Operation.State != "PROPOSED" || len(made.Operation.Proposal.Awaits) != 1 {
		t.Fatalf("proposed: %+v", made.Operation)
	}
	query := `query($id: ID!) { node(id: $id) { id } }`
	if code, _ := w.fault("adminBG", query, map[string]any{"id": made.Operation.ID}); code != "NOT_FOUND" {
		t.Errorf("who is not asked to sign learns of it: %s", code)
	}
	if got := w.refusedTo("adminUK", "addMember", "AddMemberInput", map[string]any{"id": made.Operation.ID, "officer": w.known["ana"].Officer, "role": "LEADER"}); got != "BAD_USER_INPUT input.from" {
		t.Errorf("an officer joins a team that is not there: %s", got)
	}
	signed := w.operate("adminRO", "signOperation", "OperationInput", map[string]any{"id": made.Operation.ID, "version": made.Operation.Version})
	if signed.Operation.State != "RUNNING" || signed.Operation.Proposal != nil || len(signed.Operation.Parties) != 2 {
		t.Fatalf("signed: %+v", signed.Operation)
	}
}

// Removal takes effect on the next request; amendments when all have signed.
func TestTheTeamChangesAsItsPartiesSay(t *testing.T) {
	w := newAgreed(t)
	o := w.lapwing().Operation
	record := w.person("ana", "Lapwing Example", w.sharedWith(o.ID)).Record.ID
	if !w.sees("bogdan", record) || w.sees("carla", record) || w.sees("elena", record) || w.sees("adminRO", record) {
		t.Fatal("who sees what is shared with the team is not the team")
	}
	w.later.Add(60)
	removed := w.operate("adminRO", "removeMember", "RemoveMemberInput", map[string]any{"id": o.ID, "officer": w.known["bogdan"].Officer})
	if w.sees("bogdan", record) {
		t.Error("Bogdan was removed and sees what the team sees")
	}
	amended := w.operate("adminUK", "amendOperation", "AmendOperationInput", map[string]any{
		"id": o.ID, "version": removed.Operation.Version, "parties": []any{w.uk, w.ro, w.bg},
		"agreement": map[string]any{"legalBasis": "a treaty", "purpose": "to try more", "from": "2010-01-01", "until": "2011-12-31"},
	})
	if len(amended.Operation.Parties) != 2 || len(amended.Operation.Proposal.Awaits) != 2 || *amended.Operation.Agreement.Until != "2010-12-31" {
		t.Errorf("what is proposed is in force: %+v", amended.Operation)
	}
	var asked struct {
		Node struct{ Members []struct{ Name string } }
	}
	w.get("adminBG", `query($id: ID!) { node(id: $id) { ... on Operation { members { name } } } }`, map[string]any{"id": o.ID}, &asked)
	if len(asked.Node.Members) != 0 {
		t.Errorf("who is only asked to sign learns who is in the team: %v", asked.Node.Members)
	}
	stale := amended.Operation.Version
	half := w.operate("adminBG", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": stale})
	if got := w.refusedTo("adminRO", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": stale}); got != "CONFLICT input.version" {
		t.Errorf("a version is signed that is not the present one: %s", got)
	}
	whole := w.operate("adminRO", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": half.Operation.Version})
	if len(whole.Operation.Parties) != 3 || *whole.Operation.Agreement.Until != "2011-12-31" {
		t.Errorf("all have signed: %+v", whole.Operation)
	}
	w.operate("adminBG", "addMember", "AddMemberInput", map[string]any{"id": o.ID, "officer": w.known["elena"].Officer, "role": "LIAISON"})
	if !w.sees("elena", record) {
		t.Error("Elena has joined and does not see what the team sees")
	}
	w.later.Add(60)
	if left := w.operate("adminBG", "withdrawParty", "WithdrawPartyInput", map[string]any{"id": o.ID}); left.Operation != nil {
		t.Error("who has left still knows of the operation")
	}
	if w.sees("elena", record) {
		t.Error("Elena's organisation has left, and she sees what the team sees")
	}
	var versions struct {
		Node struct {
			Versions []struct {
				Members    []struct{ Until *string }
				KnownUntil *string
			}
		}
	}
	w.get("adminUK", `query($id: ID!) { node(id: $id) { ... on Operation { versions { knownUntil members { until } } } } }`, map[string]any{"id": o.ID}, &versions)
	if n := len(versions.Node.Versions); n != 10 || versions.Node.Versions[0].KnownUntil != nil || versions.Node.Versions[n-1].KnownUntil == nil {
		t.Errorf("%d versions: %+v", n, versions.Node.Versions)
	}
}

// At the end nothing new can be given to the team, and its sight is gone.
func TestAtTheEndWritesFreezeAndSightEnds(t *testing.T) {
	w := newAgreed(t)
	o := w.lapwing().Operation
	made := w.person("ana", "Ending Example", w.sharedWith(o.ID)).Record
	proposed := w.operate("adminRO", "endOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version})
	if proposed.Operation.State != "RUNNING" || !w.sees("bogdan", made.ID) {
		t.Errorf("one party alone has ended it: %+v", proposed.Operation)
	}
	ended := w.operate("adminUK", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": proposed.Operation.Version})
	if ended.Operation.State != "ENDED" || w.sees("bogdan", made.ID) || !w.sees("ana", made.ID) {
		t.Errorf("ended: %+v", ended.Operation)
	}
	person := map[string]any{"person": map[string]any{"name": "Late Example"}}
	if got := w.refusedTo("ana", "createRecord", "CreateRecordInput", map[string]any{"source": "INT-1", "details": person, "marking": w.sharedWith(o.ID)}); got != "BAD_USER_INPUT input.marking.audience.operations" {
		t.Errorf("shared with a team that has ended: %s", got)
	}
	if got := w.refusedTo("ana", "amendRecord", "AmendRecordInput", map[string]any{"id": made.ID, "version": made.Version, "source": "INT-1", "details": person}); got != "BAD_USER_INPUT input.marking.audience.operations" {
		t.Errorf("amended under the marking of a team that has ended: %s", got)
	}
	if got := w.refusedTo("ana", "createInvolvement", "CreateInvolvementInput", map[string]any{"operation": o.ID, "person": made.ID, "role": "SUSPECT", "source": "INT-1"}); got != "GATE_CLOSED" {
		t.Errorf("a role in an operation that has ended: %s", got)
	}
	unknown := id(t, graph.NounOperation)
	if got := w.refusedTo("ana", "createRecord", "CreateRecordInput", map[string]any{"source": "INT-1", "details": person, "marking": w.sharedWith(string(unknown))}); got != "NOT_FOUND input.marking.audience.operations" {
		t.Errorf("shared with an unknown team: %s", got)
	}
	w.later.Store(0)
}

// What an administrator may not do, or does wrongly, is refused and changes nothing.
func TestWhatAnAdministratorMayNotDo(t *testing.T) {
	w := newAgreed(t)
	o := w.lapwing().Operation
	agreement := map[string]any{"legalBasis": "a treaty", "purpose": "to try", "until": "2009-12-31"}
	member := func(officer string, more map[string]any) map[string]any {
		input := map[string]any{"id": o.ID, "officer": w.known[officer].Officer, "role": "ANALYST"}
		for k, v := range more {
			input[k] = v
		}
		return input
	}
	before := w.ask("adminUK", `query($id: ID!) { node(id: $id) { ... on Operation { version members { name } parties { from } } } }`, map[string]any{"id": o.ID})
	for _, c := range []struct {
		officer, mutation, inputType string
		input                        map[string]any
		want                         string
	}{
		{"ana", "removeMember", "RemoveMemberInput", map[string]any{"id": o.ID, "officer": w.known["bogdan"].Officer}, "GATE_CLOSED"},
		{"adminUK", "removeMember", "RemoveMemberInput", map[string]any{"id": o.ID, "officer": w.known["bogdan"].Officer}, "BAD_USER_INPUT input.officer"},
		{"adminBG", "withdrawParty", "WithdrawPartyInput", map[string]any{"id": o.ID}, "NOT_FOUND input.id"},
		{"adminUK", "addMember", "AddMemberInput", member("bogdan", nil), "NOT_FOUND input.officer"},
		{"adminUK", "addMember", "AddMemberInput", member("ana", nil), "BAD_USER_INPUT input.officer"},
		{"adminRO", "addMember", "AddMemberInput", member("carla", map[string]any{"until": "2009-01-01T00:00:00Z"}), "BAD_USER_INPUT input.members.until"},
		{"adminRO", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version}, "BAD_USER_INPUT input.id"},
		{"adminUK", "extendOperation", "ExtendOperationInput", map[string]any{"id": o.ID, "version": o.Version, "until": "2009-12-31"}, "BAD_USER_INPUT input.until"},
		{"adminUK", "extendOperation", "ExtendOperationInput", map[string]any{"id": o.ID, "version": o.Version, "until": "2010-05-31"}, "BAD_USER_INPUT input.until"},
		{"adminUK", "amendOperation", "AmendOperationInput", map[string]any{"id": o.ID, "version": o.Version, "agreement": agreement, "parties": []any{w.ro}}, "BAD_USER_INPUT input.parties"},
		{"adminUK", "amendOperation", "AmendOperationInput", map[string]any{"id": o.ID, "version": o.Version, "agreement": agreement, "parties": []any{w.uk}}, "BAD_USER_INPUT input.agreement.until"},
		{"adminUK", "proposeOperation", "ProposeOperationInput", map[string]any{"name": "Operation None", "agreement": map[string]any{"legalBasis": "a", "purpose": "b"}, "parties": []any{id(t, graph.NounOrganisation)}}, "NOT_FOUND input.parties"},
	} {
		if got := w.refusedTo(c.officer, c.mutation, c.inputType, c.input); got != c.want {
			t.Errorf("%s by %s: %s, not %s", c.mutation, c.officer, got, c.want)
		}
	}
	after := w.ask("adminUK", `query($id: ID!) { node(id: $id) { ... on Operation { version members { name } parties { from } } } }`, map[string]any{"id": o.ID})
	if string(before) != string(after) {
		t.Errorf("%s became %s", before, after)
	}
	if code, _ := w.fault("ana", `{ officers { id } }`, nil); code != "GATE_CLOSED" {
		t.Errorf("an investigator lists officers: %s", code)
	}
	var got struct{ Officers []struct{ Name string } }
	w.get("adminRO", `{ officers { name } }`, nil, &got)
	if fmt.Sprint(got.Officers) != "[{bogdan} {carla}]" {
		t.Errorf("officers of the organisation: %v", got.Officers)
	}
}
