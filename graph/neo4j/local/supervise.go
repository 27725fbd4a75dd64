package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"
)

const (
	firstPause = 500 * time.Millisecond
	longPause  = 30 * time.Second
	settled    = time.Minute // a server that ran this long starts again without a long pause
	portTries  = 3
)

// supervise runs Neo4j until Stop. It stays on one thread from the first child
// to the last: see childAttributes.
func (s *Server) supervise() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer close(s.done)
	defer s.release()
	answered, pause := false, firstPause
	for try := 1; ; try++ {
		ran, err := s.run()
		if s.stopping() {
			s.enter(Stopped, 0)
			return
		}
		answered = answered || ran > 0
		if !answered && !s.anotherPort(try) {
			s.change(func(now *Status) { now.State, now.PID, now.Err = Failed, 0, err })
			return
		}
		if ran >= settled {
			pause = firstPause
		}
		s.options.Log.Warn("Neo4j ended unasked and is started again", "error", err, "pause", pause)
		s.change(func(now *Status) { now.State, now.PID, now.Err, now.Ended = Waiting, 0, err, now.Ended+1 })
		select {
		case <-s.stop:
		case <-s.options.Clock.After(pause):
		}
		pause = min(2*pause, longPause)
	}
}

// anotherPort takes a new port for a first start that failed, where we chose
// the port: another program may have taken it in between.
func (s *Server) anotherPort(try int) bool {
	return s.options.Port == 0 && try < portTries && s.takePort(context.Background()) == nil
}

// run starts one process and waits for its end. ran is how long it answered
// queries, 0 if it never did.
func (s *Server) run() (ran time.Duration, err error) {
	if s.stopping() {
		return 0, nil
	}
	p, err := s.launch()
	if err != nil {
		return 0, fmt.Errorf("start Neo4j: %w", err)
	}
	defer os.Remove(s.folder.pid()) //nolint:errcheck // the next start reads it with care
	s.enter(Starting, p.pid)
	alive, ended := context.WithCancel(context.Background())
	answered := make(chan time.Time, 1)
	go s.announce(alive, p.pid, answered)
	select {
	case <-p.exited:
		s.keepArchive(false)
	case <-s.stop:
		s.keepArchive(s.end(p))
	}
	ended()
	since, ok := <-answered
	if ok {
		ran = max(s.options.Clock.Now().Sub(since), 1)
	}
	return ran, s.lastWords(p.err)
}

func (s *Server) launch() (*process, error) {
	console, err := os.Create(s.folder.console())
	if err != nil {
		return nil, err
	}
	defer console.Close() //nolint:errcheck // the child has its own copy
	// Neo4j's log would grow for ever, and old faults in it would be taken for new.
	if err := os.Truncate(s.folder.log(), 0); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	cmd := exec.Command(s.java, s.serverArguments()...) // #nosec G204 -- our own arguments
	cmd.Dir, cmd.Env = s.options.Jars, childEnvironment()
	cmd.Stdout, cmd.Stderr = console, console
	p, err := startProcess(cmd)
	if err != nil {
		return nil, err
	}
	return p, writeWhole(s.folder.pid(), []byte(strconv.Itoa(p.pid)+"\n"))
}

// announce sends the time of the first answer, or nothing, and then closes
// answered.
func (s *Server) announce(alive context.Context, pid int, answered chan<- time.Time) {
	defer close(answered)
	if err := awaitAnswer(alive, s.URI(), s.password); err != nil {
		if alive.Err() == nil {
			s.refused(err)
		}
		return
	}
	if err := s.folder.finished(); err != nil {
		s.options.Log.Error("the first start cannot be marked as finished", "error", err)
		return
	}
	answered <- s.options.Clock.Now()
	s.enter(Running, pid)
	s.options.Log.Info("Neo4j answers", "uri", s.URI(), "pid", pid)
}

// refused tells that the password is not the one that the data was made with.
// Starting again would not help.
func (s *Server) refused(err error) {
	s.options.Log.Error("Neo4j refuses the password of the password file", "error", err)
	s.change(func(now *Status) {
		now.State, now.Err = Failed, &Fault{
			Problem: fmt.Sprintf("Neo4j refuses the password in %s", s.folder.password()),
			Remedy:  "Put back the password file that belongs to the data in " + s.folder.data(),
		}
	})
}

// end stops the process: by asking, then by force. It says whether asking did.
func (s *Server) end(p *process) (clean bool) {
	_ = signalGroup(p.pid, terminate)
	select {
	case <-p.exited:
		return true
	case <-s.now:
	case <-s.options.Clock.After(s.options.StopGrace):
		s.options.Log.Warn("Neo4j did not stop in time and is killed", "pid", p.pid)
	}
	_ = signalGroup(p.pid, kill)
	<-p.exited
	return false
}

func (s *Server) stopping() bool {
	select {
	case <-s.stop:
		return true
	default:
		return false
	}
}
