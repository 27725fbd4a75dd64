package local

import "time"

// State is what Neo4j is doing.
type State string

// The states. From Starting comes Running or Waiting; from Running comes
// Waiting when it dies; Stopped and Failed are final.
const (
	Starting State = "starting"
	Running  State = "running"
	Waiting  State = "waiting to start again"
	Stopped  State = "stopped"
	Failed   State = "failed"
)

// Status is one moment of a Server. PID is 0 while there is no process, Ended
// counts the times that it ended unasked, Err is why it ended last, and nil
// while it has not.
type Status struct {
	State State
	Since time.Time
	PID   int
	Ended int
	Err   error
}

// Status is the present one, and a channel that is closed at the next change.
func (s *Server) Status() (Status, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.status, s.changed
}

func (s *Server) enter(state State, pid int) {
	s.change(func(status *Status) { status.State, status.PID = state, pid })
}

func (s *Server) change(how func(*Status)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	how(&s.status)
	s.status.Since = s.options.Clock.Now()
	close(s.changed)
	s.changed = make(chan struct{})
}
