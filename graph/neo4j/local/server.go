package local

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"
)

// User is the one account of a local Neo4j.
const User = "neo4j"

// PortSetting is the hub's setting that faults about the port name.
const PortSetting = "ENTENTE_NEO4J_PORT"

// Options say which Neo4j to start. Only Jars and Folder are needed.
type Options struct {
	Jars         string        // the folder given to Fetch
	Folder       string        // data, password, logs; made with mode 0700
	Port         int           // Bolt's port on 127.0.0.1; 0 takes a free one
	HeapMiB      int           // 1024 if 0
	PageCacheMiB int           // 256 if 0
	JVM          []string      // further flags for the JVM
	Settings     []string      // further lines for neo4j.conf
	Log          *slog.Logger  // slog's default if nil
	Clock        Clock         // the wall clock if nil
	Random       io.Reader     // for the password; crypto/rand if nil
	StopGrace    time.Duration // between asking Neo4j to stop and killing it; 30 s if 0
	Progress     Progress
}

func (o Options) withDefaults() Options {
	if o.HeapMiB == 0 {
		o.HeapMiB = 1024
	}
	if o.PageCacheMiB == 0 {
		o.PageCacheMiB = 256
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Clock == nil {
		o.Clock = wallClock{}
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.StopGrace == 0 {
		o.StopGrace = 30 * time.Second
	}
	return o
}

// Server is a Neo4j that this process keeps running. Its methods may be called
// from several goroutines.
type Server struct {
	options  Options
	folder   folder
	java     string // its path
	archive  string // see archive.go
	port     int
	password string

	mu      sync.Mutex
	status  Status
	changed chan struct{} // closed at the next change of status

	stop     chan struct{} // closed by Stop
	now      chan struct{} // closed when Stop may wait no longer
	done     chan struct{} // closed when the supervisor has ended
	stopOnce sync.Once
	nowOnce  sync.Once
	release  func()
}

// Start starts Neo4j and returns once it answers a query. ctx bounds the start
// alone: the server then runs until Stop, and is started again with a growing
// pause whenever it dies.
//
// What the user can put right is a *Fault: no Java, a busy port, a folder that
// another process uses. A Neo4j that an earlier hub left running on the folder
// is stopped first. Interrupted at any moment, the next Start works.
func Start(ctx context.Context, options Options) (*Server, error) {
	options = options.withDefaults()
	java, err := findJava(ctx)
	if err != nil {
		return nil, err
	}
	archive, err := archivePath(options.Jars, java.said)
	if err != nil {
		return nil, err
	}
	sweepArchives(archive)
	home, err := makeFolder(options.Folder)
	if err != nil {
		return nil, err
	}
	release, err := home.claim()
	if err != nil {
		return nil, err
	}
	s := &Server{
		options: options, folder: home, java: java.path, archive: archive, release: release,
		changed: make(chan struct{}), stop: make(chan struct{}),
		now: make(chan struct{}), done: make(chan struct{}),
	}
	if err := s.prepare(ctx); err != nil {
		release()
		return nil, err
	}
	s.enter(Starting, 0)
	go s.supervise()
	if err := s.awaitFirst(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// awaitFirst waits until the server answers, and stops it if it will not.
func (s *Server) awaitFirst(ctx context.Context) error {
	second := time.NewTicker(time.Second)
	defer second.Stop()
	for waited := 0; ; {
		status, changed := s.Status()
		switch status.State {
		case Running:
			return nil
		case Failed:
			return errors.Join(status.Err, s.stopSoon(ctx))
		}
		select {
		case <-changed:
		case <-second.C:
			waited++
			s.options.Progress.tell("starting Neo4j", waited, 0)
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("start Neo4j: %w", ctx.Err()), s.stopSoon(ctx))
		}
	}
}

// stopSoon gives up a start, also when its ctx is over.
func (s *Server) stopSoon(ctx context.Context) error {
	short, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	return s.Stop(short)
}

// URI is where the server answers, "bolt://127.0.0.1:port". It stays the same
// over restarts.
func (s *Server) URI() string { return fmt.Sprintf("bolt://127.0.0.1:%d", s.port) }

// Port is Bolt's port on 127.0.0.1.
func (s *Server) Port() int { return s.port }

// User is the account to log in with.
func (s *Server) User() string { return User }

// PasswordFile is a 0600 file that holds the password and a line end.
func (s *Server) PasswordFile() string { return s.folder.password() }

// Password is the content of PasswordFile, without the line end.
func (s *Server) Password() string { return s.password }

// Stop asks Neo4j to stop, waits, and kills it when ctx ends or the grace is
// over; its data is whole in either case. Every later call returns like the
// first. The data folder is free afterwards.
func (s *Server) Stop(ctx context.Context) error {
	s.stopOnce.Do(func() { close(s.stop) })
	select {
	case <-s.done:
	case <-ctx.Done():
		s.nowOnce.Do(func() { close(s.now) })
		<-s.done
	}
	return nil
}
