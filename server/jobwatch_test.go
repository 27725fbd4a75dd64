package server_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

const watchJob = `subscription($id: ID!) { job(id: $id) { id state done total finished result { ... on Communities { totalCount stability } } } }`

type toldJob struct {
	Data struct {
		Job struct {
			ID, State   string
			Done, Total int
			Finished    *time.Time
			Result      *struct {
				TotalCount int
				Stability  float64
			}
		}
	}
}

func (l *line) job() toldJob {
	l.tb.Helper()
	var told toldJob
	event := l.next()
	must(l.tb, json.Unmarshal([]byte(event), &told))
	if told.Data.Job.ID == "" {
		l.tb.Fatalf("no job in %s", event)
	}
	return told
}

// An officer is told how far a job is, until it is cancelled: then that it is,
// and the line ends. Nobody else is told anything of it.
func TestAJobIsToldOfUntilItEnds(t *testing.T) {
	h, made, _ := openDemo(t)
	officer := "alex.mockford"
	id := h.start(officer, map[string]any{"centrality": map[string]any{"measure": "BETWEENNESS", "samples": 1_000_000}})
	line := h.listen(officer, watchJob, map[string]any{"id": id})
	first := line.job()
	next := line.job()
	if first.Data.Job.State != "RUNNING" || next.Data.Job.State != "RUNNING" || next.Data.Job.Done <= first.Data.Job.Done || next.Data.Job.Total != 1_000_000 {
		t.Errorf("first %+v, then %+v", first, next)
	}
	if got := h.listen(romanianOutside(made), watchJob, map[string]any{"id": id}).next(); !strings.Contains(got, `"NOT_FOUND"`) {
		t.Errorf("another officer is told %s", got)
	}
	h.get(officer, `mutation($id: ID!) { cancelJob(id: $id) { state } }`, map[string]any{"id": id}, &struct{}{})
	last := next
	for last.Data.Job.State == "RUNNING" {
		last = line.job()
	}
	if last.Data.Job.State != "CANCELLED" || last.Data.Job.Finished == nil || last.Data.Job.Result != nil {
		t.Errorf("at last %+v", last)
	}
	for event := range line.events {
		if strings.Contains(event, "job") {
			t.Errorf("after the end: %s", event)
		}
	}
}

// The last event has what was found, and a job that had ended before is told
// once, as it ended. Of a smaller sight the line says that it is outdated.
func TestTheLastEventOfAJobHasItsAnswer(t *testing.T) {
	h, _, known := openDemo(t)
	officer := "alex.mockford"
	id := h.start(officer, map[string]any{"communities": map[string]any{"runs": 6}})
	line := h.listen(officer, watchJob, map[string]any{"id": id})
	last := line.job()
	for last.Data.Job.State == "RUNNING" {
		last = line.job()
	}
	job := last.Data.Job
	if job.State != "DONE" || job.Done != 7 || job.Total != 7 || job.Result == nil || job.Result.Stability <= 0 || job.Result.Stability > 1 {
		t.Errorf("at last %+v", job)
	}
	again := h.listen(officer, watchJob, map[string]any{"id": id})
	if got := again.job(); got.Data.Job.State != "DONE" || *got.Data.Job.Result != *job.Result {
		t.Errorf("told again: %+v", got)
	}
	lesser := known[officer]
	lesser.Clearances = nil
	known[officer] = lesser
	if got := h.listen(officer, watchJob, map[string]any{"id": id}).job(); got.Data.Job.State != "OUTDATED" || got.Data.Job.Result != nil {
		t.Errorf("under a smaller sight: %+v", got)
	}
}
