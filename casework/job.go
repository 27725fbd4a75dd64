package casework

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// JobQuestion is what a job answers.
type JobQuestion string

// The questions.
const (
	AskCommunities JobQuestion = "COMMUNITIES"
	AskComparison  JobQuestion = "COMPARE_COMMUNITIES"
	AskCentrality  JobQuestion = "CENTRALITY"
	AskStructure   JobQuestion = "STRUCTURE"
	AskAllPairs    JobQuestion = "ALL_PAIRS"
	AskPlan        JobQuestion = "PLAN"
)

// JobState is how far a job is.
type JobState string

// The states.
const (
	JobRunning   JobState = "RUNNING"
	JobDone      JobState = "DONE"
	JobFailed    JobState = "FAILED"
	JobCancelled JobState = "CANCELLED"
	JobOutdated  JobState = "OUTDATED"
)

// JobResult is what a job may find: *Communities, *CommunityComparison,
// *Centrality, *Structure, *AllPairs or *DisruptionPlan.
type JobResult interface{ isJobResult() }

func (*Communities) isJobResult()         {}
func (*CommunityComparison) isJobResult() {}
func (*Centrality) isJobResult()          {}
func (*Structure) isJobResult()           {}
func (*AllPairs) isJobResult()            {}
func (*DisruptionPlan) isJobResult()      {}

// JobInput asks exactly one question.
type JobInput struct {
	Communities        *CommunitiesInput
	CompareCommunities *ComparisonInput
	Centrality         *CentralityInput
	Structure          *StructureInput
	AllPairs           *AllPairsInput
	Plan               *PlanInput
}

// Job is a job as its officer sees it.
type Job struct {
	ID       graph.ID
	Question JobQuestion
	State    JobState
	Done     int
	Total    int
	Started  time.Time
	Finished *time.Time
	Code     *string // of a failure
	Message  *string
	found    presented
}

// The bounds of jobs; the schema and docs/api.md state them.
const (
	jobsOfOfficer = 3 // under way
	jobsOfHub     = 8 // under way
	jobsKept      = 10
	jobTime       = 10 * time.Minute
	jobKept       = 15 * time.Minute
)

// jobs are those of one process, in memory alone.
type jobs struct {
	mu      sync.Mutex
	byID    map[graph.ID]*job
	running sync.WaitGroup
	stopped bool
}

// job is a question under way or answered. Its jobs' mutex guards it.
type job struct {
	Job
	officer, organisation graph.ID
	sight                 jobSight
	cancel                context.CancelFunc
	over                  <-chan struct{} // closed when its work has ended
}

// StartJob begins a long question and returns at once. Whoever has too much
// under way, or a hub that has: RateLimited.
func (e *Enquiry) StartJob(ctx context.Context, in JobInput) (*Job, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	question, do, err := e.jobWork(ctx, in)
	if err != nil {
		return nil, err
	}
	id, err := e.newID(graph.NounJob)
	if err != nil {
		return nil, err
	}
	running, cancel := context.WithTimeout(context.WithoutCancel(ctx), jobTime)
	j := &job{
		Job:     Job{ID: id, Question: question, State: JobRunning, Started: e.at},
		officer: e.principal.Officer, organisation: e.principal.Organisation, sight: e.jobSight(), cancel: cancel, over: running.Done(),
	}
	if err := e.jobs.add(j, e.at); err != nil {
		cancel()
		return nil, err
	}
	go e.jobs.run(running, j, do, e.clock)
	return e.Job(ctx, id)
}

func (e *Enquiry) jobWork(ctx context.Context, in JobInput) (JobQuestion, work, error) {
	var question JobQuestion
	var do work
	var err error
	if in.asked() != 1 {
		return "", nil, graph.Bad("input", "Ask exactly one question.")
	}
	switch {
	case in.Communities != nil:
		question = AskCommunities
		do, err = e.communitiesWork(ctx, *in.Communities)
	case in.CompareCommunities != nil:
		question = AskComparison
		do, err = e.comparisonWork(ctx, *in.CompareCommunities)
	case in.Centrality != nil:
		question = AskCentrality
		do, err = e.centralityWork(ctx, *in.Centrality)
	case in.Structure != nil:
		question = AskStructure
		do, err = e.structureWork(ctx, *in.Structure)
	case in.AllPairs != nil:
		question = AskAllPairs
		do, err = e.allPairsWork(*in.AllPairs)
	case in.Plan != nil:
		question = AskPlan
		do, err = e.planWork(ctx, *in.Plan)
	}
	return question, do, err
}

// asked is how many questions were given.
func (in JobInput) asked() int {
	n := 0
	for _, given := range []bool{
		in.Communities != nil, in.CompareCommunities != nil, in.Centrality != nil, in.Structure != nil, in.AllPairs != nil, in.Plan != nil,
	} {
		if given {
			n++
		}
	}
	return n
}

// Job is a job of the caller by its id. Another's, unknown or forgotten: NotFound.
func (e *Enquiry) Job(ctx context.Context, id graph.ID) (*Job, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	return e.shown(ctx, id)
}

// CancelJob stops a job of the caller; one that has ended stays as it is.
func (e *Enquiry) CancelJob(ctx context.Context, id graph.ID) (*Job, error) {
	if err := e.stopJob(id); err != nil {
		return nil, err
	}
	return e.shown(ctx, id)
}

func (e *Enquiry) stopJob(id graph.ID) error {
	e.jobs.mu.Lock()
	defer e.jobs.mu.Unlock()
	j, err := e.ownJob(id)
	if err == nil && j.State == JobRunning {
		j.State = JobCancelled
		j.end(e.at)
	}
	return err
}

// ownJob is the caller's; the mutex is held.
func (e *Enquiry) ownJob(id graph.ID) (*job, error) {
	e.jobs.sweep(e.at)
	j, ok := e.jobs.byID[id]
	if !ok || j.officer != e.principal.Officer || j.organisation != e.principal.Organisation {
		return nil, graph.Missing()
	}
	return j, nil
}

// shown is a job as it may be told now: what was computed under another sight, or
// before the caller's own became smaller, is not handed out any more.
func (e *Enquiry) shown(ctx context.Context, id graph.ID) (*Job, error) {
	then, err := e.sightOfJob(id)
	if err != nil {
		return nil, err
	}
	still, err := e.stillSeen(ctx, then)
	if err != nil {
		return nil, err
	}
	e.jobs.mu.Lock()
	defer e.jobs.mu.Unlock()
	j, err := e.ownJob(id)
	if err != nil {
		return nil, err
	}
	if still {
		j.sight.looked = max(j.sight.looked, e.standing.Narrowed)
	} else {
		j.outdate(e.at)
	}
	shown := j.Job
	return &shown, nil
}

func (e *Enquiry) sightOfJob(id graph.ID) (jobSight, error) {
	e.jobs.mu.Lock()
	defer e.jobs.mu.Unlock()
	j, err := e.ownJob(id)
	if err != nil {
		return jobSight{}, err
	}
	return j.sight, nil
}

// outdate forgets what a job found, for good; the mutex is held.
func (j *job) outdate(at time.Time) {
	if j.State == JobRunning {
		j.end(at)
	}
	j.State, j.Done, j.Total, j.Code, j.Message, j.found = JobOutdated, 0, 0, nil, nil, nil
}

// JobResult is what a job found, noted as disclosed; nil while it has found
// nothing.
func (e *Enquiry) JobResult(ctx context.Context, j *Job) (JobResult, error) {
	if j.State != JobDone {
		return nil, nil //nolint:nilnil // no result yet is an answer
	}
	return j.found(ctx, e)
}

// end marks the end of a job; the mutex is held.
func (j *job) end(at time.Time) {
	j.Finished = &at
	j.cancel()
}

// add takes a job in, if there is room for it.
func (s *jobs) add(j *job, now time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sweep(now)
	own, all := 0, 0
	var ended []*job
	for _, other := range s.byID {
		switch {
		case other.State == JobRunning && other.officer == j.officer:
			own, all = own+1, all+1
		case other.State == JobRunning:
			all++
		case other.officer == j.officer:
			ended = append(ended, other)
		}
	}
	if own >= jobsOfOfficer {
		return &graph.Error{Code: graph.RateLimited, Message: fmt.Sprintf("You have %d jobs under way: wait for one, or cancel one.", own)}
	}
	if all >= jobsOfHub || s.stopped {
		return &graph.Error{Code: graph.RateLimited, Message: "The hub has as many jobs under way as it takes: ask again in a moment."}
	}
	if len(ended) >= jobsKept {
		delete(s.byID, oldest(ended).ID)
	}
	s.byID[j.ID] = j
	s.running.Add(1)
	return nil
}

func oldest(all []*job) *job {
	first := all[0]
	for _, j := range all[1:] {
		if j.Started.Before(first.Started) || j.Started.Equal(first.Started) && j.ID < first.ID {
			first = j
		}
	}
	return first
}

// sweep forgets what ended long ago; the mutex is held.
func (s *jobs) sweep(now time.Time) {
	for id, j := range s.byID {
		if j.Finished != nil && now.Sub(*j.Finished) > jobKept {
			delete(s.byID, id)
		}
	}
}

// run does a job's work.
func (s *jobs) run(ctx context.Context, j *job, do work, clock func() time.Time) {
	defer s.running.Done()
	defer j.cancel()
	found, err := do(ctx, engine.Progress(func(done, total int) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if j.State == JobRunning {
			j.Done, j.Total = done, total
		}
	}))
	s.mu.Lock()
	defer s.mu.Unlock()
	if j.State != JobRunning {
		return
	}
	now := clock()
	j.Finished = &now
	if err != nil {
		j.fail(err)
		return
	}
	j.State, j.found, j.Total = JobDone, found, max(j.Total, 1)
	j.Done = j.Total
}

// fail keeps the public part of an error.
func (j *job) fail(err error) {
	public := &graph.Error{Code: graph.Internal, Message: "Something went wrong at the hub."}
	var e *graph.Error
	switch {
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		public = &graph.Error{Code: graph.LimitExceeded, Message: "This took too long and was stopped. Narrow the question."}
	case errors.As(err, &e) && e.Code != graph.Internal:
		public = e
	}
	code := string(public.Code)
	j.State, j.Code, j.Message = JobFailed, &code, &public.Message
}

// stop cancels all jobs, takes no more and returns when they are gone.
func (s *jobs) stop() {
	s.mu.Lock()
	s.stopped = true
	for _, j := range s.byID {
		if j.State == JobRunning {
			j.State = JobCancelled
			j.cancel()
		}
	}
	s.mu.Unlock()
	s.running.Wait()
}
