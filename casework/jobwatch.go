package casework

import (
	"context"
	"time"

	"entente/audit"
	"entente/graph"
)

// JobWatch tells an officer how far a job of theirs is.
type JobWatch struct {
	*Watcher
	id   graph.ID
	told *Job            // nil before the first event
	over <-chan struct{} // closed when the job's work has ended; nil once that was seen
}

// The rhythm of watching a job.
const (
	// jobBeat is how often it is told at most how far a job is.
	jobBeat = 250 * time.Millisecond
	// beatsToRecheck is after how many the officer is signed in again though
	// nothing has changed.
	beatsToRecheck = int(watchBeat / jobBeat)
)

// WatchJob follows a job of the caller until it has ended. Another's, unknown or
// forgotten: NotFound.
func (w *Watcher) WatchJob(ctx context.Context, id graph.ID) (*JobWatch, error) {
	w.anyTeam = true // a change of teams is a change of sight, which outdates the job
	if err := w.start(ctx, nil, nil); err != nil {
		return nil, err
	}
	e, err := w.enquiry(ctx)
	if err != nil {
		return nil, err
	}
	over, err := e.jobOver(id)
	if err != nil {
		return nil, err
	}
	return &JobWatch{Watcher: w, id: id, over: over}, nil
}

// jobOver is closed when a job of the caller has ended.
func (e *Enquiry) jobOver(id graph.ID) (<-chan struct{}, error) {
	e.jobs.mu.Lock()
	defer e.jobs.mu.Unlock()
	j, err := e.ownJob(id)
	if err != nil {
		return nil, err
	}
	return j.over, nil
}

// Next is as that of ChangeWatch, and gives nothing once the end was told.
func (w *JobWatch) Next(ctx context.Context) (*Enquiry, *Job, error) {
	for w.told == nil || w.told.State == JobRunning {
		if w.told != nil {
			if err := w.wait(ctx); err != nil {
				return nil, nil, err
			}
		}
		e, err := w.still(ctx)
		if err != nil {
			return nil, nil, err
		}
		j, err := e.Job(ctx, w.id)
		if err != nil {
			return nil, nil, err
		}
		if w.told != nil && !moved(*w.told, *j) {
			continue
		}
		if w.told == nil {
			e.note(audit.Subscribe, &audit.Shape{Question: "job"})
		}
		w.told = j
		return e, j, nil
	}
	return nil, nil, nil
}

// Again lets the job be told anew, as it then is.
func (w *JobWatch) Again() { w.told = nil }

func moved(told, now Job) bool {
	return told.State != now.State || told.Done != now.Done || told.Total != now.Total
}

// wait ends with a change of the job that was told last, but no sooner than a
// beat after it, with the job's end at once, or when the officer is to be signed
// in again.
func (w *JobWatch) wait(ctx context.Context) error {
	for range beatsToRecheck {
		beat := time.NewTimer(jobBeat)
		select {
		case <-ctx.Done():
			beat.Stop()
			return ctx.Err()
		case <-w.over:
			beat.Stop()
			w.over = nil // seen: until its state follows there are the beats
			return nil
		case <-beat.C:
		}
		if now, ok := w.casework.jobs.state(w.id); !ok || moved(*w.told, now) {
			return nil
		}
	}
	return nil
}

// state is how far a job is, whosever it is.
func (s *jobs) state(id graph.ID) (Job, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	j, ok := s.byID[id]
	if !ok {
		return Job{}, false
	}
	return j.Job, true
}
