package server_test

import (
	"encoding/json"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/graph"
)

// planFields are all that a plan says.
const planFields = `empty says targetCount cost exact before after entities reached area rank pieceCount curve rewired handling restrictions classification compartments
	targets { cost value stays entity { id label } reasons { reason number says } successors { sharedTies similarity sameRole tied bridges entity { id label } } }
	pieces { size safeguardCount members { id } safeguard { id label } }`

// The plan names the organisers, and nobody whom the officer sees to be a victim
// or a child, whatever else it is asked for.
func TestPlansNameNobodyToSafeguard(t *testing.T) {
	h, made, known := openDemo(t)
	officer := "alex.mockford"
	part := visible(made, known[officer])
	g := plainly(part)
	never := map[graph.ID]bool{}
	for _, r := range part.Records {
		if p, ok := r.Details.(*graph.Person); ok && p.Child {
			never[g.entity[r.ID]] = true
		}
	}
	for _, i := range part.Involvements {
		if i.Role == graph.Victim {
			never[g.entity[i.Person]] = true
		}
	}
	if len(never) < 100 {
		t.Fatalf("only %d to safeguard are in sight", len(never))
	}
	type plan struct {
		TargetCount, PieceCount, Entities int
		Targets                           []struct {
			Entity     struct{ ID graph.ID }
			Successors []struct{ Entity struct{ ID graph.ID } }
		}
		Pieces []struct{ Size, SafeguardCount int }
	}
	organisers := map[graph.ID]bool{}
	for _, id := range made.Planted.Organisers {
		organisers[g.entity[id]] = true
	}
	for _, objective := range []string{"LARGEST_COMPONENT", "REACH"} {
		var got struct{ Plan plan }
		job := h.start(officer, map[string]any{"plan": map[string]any{
			"budget": 8, "targetKinds": []any{"PERSON"}, "scope": map[string]any{"operation": made.Planted.Heron},
			"objectives": []any{map[string]any{"objective": objective}},
		}})
		h.ended(officer, job)
		var told struct{ Job struct{ Result *plan } }
		h.get(officer, `query($id: ID!) { job(id: $id) { result { ... on DisruptionPlan { `+planFields+` } } } }`, map[string]any{"id": job}, &told)
		if told.Job.Result == nil {
			t.Fatalf("%s: no plan: %+v", objective, h.ended(officer, job))
		}
		got.Plan = *told.Job.Result
		if got.Plan.TargetCount == 0 {
			t.Errorf("%s: nobody", objective)
		}
		for _, target := range got.Plan.Targets {
			if never[target.Entity.ID] {
				t.Errorf("%s: %s is to be brought to safety, and is a target", objective, target.Entity.ID)
			}
		}
	}
	// Among the suspects, over who is tied to whom, the three who give the orders are
	// the ones to take out first.
	for _, objective := range []string{"DISTANCE_CONNECTIVITY", "REACH"} {
		var got struct{ Plan plan }
		h.get(officer, `query($s: [ID!]!) { plan(input: {budget: 3, objectives: [{objective: `+objective+`}],
			scope: {records: $s, linkKinds: [ASSOCIATE]}}) { targetCount targets { entity { id } } } }`, map[string]any{"s": made.Planted.Suspects}, &got)
		found := 0
		for _, target := range got.Plan.Targets {
			if organisers[target.Entity.ID] {
				found++
			}
		}
		if found != len(made.Planted.Organisers) {
			t.Errorf("%s names %d of the %d organisers", objective, found, len(made.Planted.Organisers))
		}
	}
	victim := part.Involvements[slices.IndexFunc(part.Involvements, func(i graph.Involvement) bool { return i.Role == graph.Victim })].Person
	for _, question := range []string{
		`plan(input: {budget: 9, must: [%q]}) { cost }`, `scorePlan(input: {network: {budget: 0}, targets: [%q]}) { cost }`,
	} {
		if code, _ := h.fault(officer, "{ "+fmt.Sprintf(question, victim)+" }", nil); code != "BAD_USER_INPUT" {
			t.Errorf("%s of a victim: %s", question, code)
		}
	}
	var scored struct {
		ComparePlans struct {
			SharedCount int
			Overlap     float64
			First       plan
		}
	}
	h.get(officer, fmt.Sprintf(`{ comparePlans(input: {network: {budget: 0, scope: {operation: %q}}, first: [%q, %q], second: [%q]}) {
		sharedCount overlap shared { id } first { %s } second { says } } }`, made.Planted.Heron, made.Planted.Organisers[0], made.Planted.Recruiters[0], made.Planted.Organisers[0], planFields), nil, &scored)
	if scored.ComparePlans.SharedCount != 1 || scored.ComparePlans.Overlap != 0.5 || scored.ComparePlans.First.TargetCount != 2 {
		t.Errorf("%+v", scored)
	}
}

const startJob = `mutation($i: JobInput!) { startJob(input: $i) { id state question } }`

const jobState = `query($id: ID!) { job(id: $id) { state done total message question finished result {
	... on Communities { totalCount modularity communities { id size } } ... on Centrality { values { value rank entity { id } } } ... on DisruptionPlan { targetCount } } } }`

type gotJob struct {
	ID, State, Message string
	Done, Total        int
	Result             json.RawMessage
}

func (h *hub) start(officer string, input map[string]any) string {
	h.tb.Helper()
	var got struct{ StartJob gotJob }
	h.get(officer, startJob, map[string]any{"i": input}, &got)
	return got.StartJob.ID
}

// ended waits until a job runs no more.
func (h *hub) ended(officer, id string) gotJob {
	h.tb.Helper()
	for {
		var got struct{ Job gotJob }
		h.get(officer, jobState, map[string]any{"id": id}, &got)
		if got.Job.State != "RUNNING" {
			return got.Job
		}
		time.Sleep(time.Millisecond)
	}
}

// A job answers what its question answers, to its officer alone, while the
// officer sees what was seen when it began; cancelled, it leaves nothing running.
func TestJobsAnswerTheirOfficerAlone(t *testing.T) {
	h, made, known := openDemo(t)
	officer, other := "alex.mockford", romanianOutside(made)
	id := h.start(officer, map[string]any{"communities": map[string]any{"first": 5}})
	job := h.ended(officer, id)
	var direct struct{ Communities json.RawMessage }
	h.get(officer, `{ communities(input: {first: 5}) { totalCount modularity communities { id size } } }`, nil, &direct)
	if job.State != "DONE" || job.Done != job.Total || string(job.Result) != string(direct.Communities) {
		t.Errorf("%+v, not %s", job, direct.Communities)
	}
	if code, _ := h.fault(other, jobState, map[string]any{"id": id}); code != "NOT_FOUND" {
		t.Errorf("another officer asks for a job: %s", code)
	}
	if code, _ := h.fault(other, `mutation($id: ID!) { cancelJob(id: $id) { state } }`, map[string]any{"id": id}); code != "NOT_FOUND" {
		t.Errorf("another officer cancels a job: %s", code)
	}
	// With fewer clearances the officer sees less: what was found is not told.
	clearer := known[officer]
	lesser := clearer
	lesser.Clearances = nil
	known[officer] = lesser
	if job := h.ended(officer, id); job.State != "OUTDATED" || string(job.Result) != "null" {
		t.Errorf("a job of another sight: %+v", job)
	}
	known[officer] = clearer
	if job := h.ended(officer, id); job.State != "OUTDATED" {
		t.Errorf("what was outdated once is told again: %+v", job)
	}
}

func TestJobsAreBoundedAndLeaveNothingRunning(t *testing.T) {
	h, made, _ := openDemo(t)
	officer := "alex.mockford"
	before := runtime.NumGoroutine()
	long := map[string]any{"centrality": map[string]any{"measure": "BETWEENNESS", "samples": 1_000_000}}
	var ids []string
	for range 3 {
		ids = append(ids, h.start(officer, long))
	}
	if code, _ := h.fault(officer, startJob, map[string]any{"i": long}); code != "RATE_LIMITED" {
		t.Errorf("a fourth job: %s", code)
	}
	for _, id := range ids {
		h.get(officer, `mutation($id: ID!) { cancelJob(id: $id) { state } }`, map[string]any{"id": id}, &struct{}{})
		if job := h.ended(officer, id); job.State != "CANCELLED" {
			t.Errorf("%+v", job)
		}
	}
	for runtime.NumGoroutine() > before+20 { // those of connections that are kept
		time.Sleep(time.Millisecond)
	}
	for question, code := range map[string]string{
		`{"plan": {"budget": -1}}`: "BAD_USER_INPUT", `{}`: "BAD_USER_INPUT", `{"plan": {"budget": 1}, "structure": {}}`: "BAD_USER_INPUT",
	} {
		var input map[string]any
		must(t, json.NewDecoder(strings.NewReader(question)).Decode(&input))
		if got, _ := h.fault(officer, startJob, map[string]any{"i": input}); got != code {
			t.Errorf("%s: %s", question, got)
		}
	}
	longest := h.start(officer, map[string]any{"plan": map[string]any{"budget": 50, "effort": 1, "runs": 100}})
	for { // until it tells how far it is
		var got struct{ Job gotJob }
		h.get(officer, jobState, map[string]any{"id": longest}, &got)
		if got.Job.State != "RUNNING" {
			t.Fatalf("a long plan: %+v", got.Job)
		}
		if got.Job.Total > 1 && got.Job.Done > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	h.get(officer, `mutation($id: ID!) { cancelJob(id: $id) { state } }`, map[string]any{"id": longest}, &struct{}{})
	if job := h.ended(officer, longest); job.State != "CANCELLED" || string(job.Result) != "null" {
		t.Errorf("a plan that was cancelled: %+v", job)
	}
	id := h.start(officer, map[string]any{"plan": map[string]any{"budget": 3, "runs": 4, "scope": map[string]any{"operation": made.Planted.Heron}}})
	if job := h.ended(officer, id); job.State != "DONE" || job.Total != 4 || job.Done != 4 {
		t.Errorf("a plan: %+v", job)
	}
	h.later.Store(16 * 60)
	if code, _ := h.fault(officer, jobState, map[string]any{"id": id}); code != "NOT_FOUND" {
		t.Errorf("a job of long ago: %s", code)
	}
}
