package local

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// prepare brings the claimed folder to where Neo4j can be started on it.
func (s *Server) prepare(ctx context.Context) error {
	if err := s.endLeftover(ctx); err != nil {
		return err
	}
	isNew := s.folder.isNew()
	if isNew {
		if err := s.folder.clearUnfinished(); err != nil {
			return err
		}
	}
	password, err := s.folder.readPassword(s.options.Random)
	if err != nil {
		return err
	}
	s.password = password
	if err := s.takePort(ctx); err != nil {
		return err
	}
	if isNew {
		return s.setInitialPassword(ctx)
	}
	return nil
}

// endLeftover stops the Neo4j of a hub that was killed. The folder is ours by
// now, so nobody uses it.
func (s *Server) endLeftover(ctx context.Context) error {
	text, err := os.ReadFile(s.folder.pid())
	if err != nil {
		return nil // none was left
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || pid <= 1 {
		return os.Remove(s.folder.pid())
	}
	if runsWith(pid, s.homeArgument()) {
		s.options.Log.Warn("a Neo4j left over from an earlier run is stopped first", "pid", pid)
		_ = syscall.Kill(pid, terminate)
	}
	deadline := s.options.Clock.After(s.options.StopGrace)
	for waited := 0; runsWith(pid, s.homeArgument()); waited++ {
		s.options.Progress.tell("stopping a Neo4j left over from an earlier run", waited/10, 0)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-deadline:
			_ = syscall.Kill(pid, kill)
		case <-time.After(100 * time.Millisecond):
		}
	}
	return os.Remove(s.folder.pid())
}

// takePort finds the port and writes it into the configuration.
func (s *Server) takePort(ctx context.Context) error {
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(s.options.Port))
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return &Fault{
			Problem: fmt.Sprintf("port %d on 127.0.0.1, meant for Neo4j, is in use by another program", s.options.Port),
			Remedy:  fmt.Sprintf("Stop that program, or set %s to a free port (0 finds one)", PortSetting),
		}
	}
	if err != nil {
		return fmt.Errorf("try port %d for Neo4j: %w", s.options.Port, err)
	}
	s.port = listener.Addr().(*net.TCPAddr).Port
	if err := listener.Close(); err != nil {
		return err
	}
	lines := configuration(s.port, s.options.PageCacheMiB)
	for _, line := range s.options.Settings {
		lines = fmt.Appendf(lines, "%s\n", line)
	}
	return writeWhole(filepath.Join(s.folder.conf(), "neo4j.conf"), lines)
}

// setInitialPassword may be repeated until the server has first been started.
func (s *Server) setInitialPassword(ctx context.Context) error {
	s.options.Progress.tell("setting Neo4j's password", 0, 0)
	arguments := s.folder.at("conf", "initial.args")
	if err := writeWhole(arguments, adminArguments(s.password)); err != nil {
		return fmt.Errorf("set Neo4j's password: %w", err)
	}
	defer os.Remove(arguments)                                              //nolint:errcheck // made anew if needed again
	cmd := exec.CommandContext(ctx, s.java, "-Xmx128m", "-XX:+UseSerialGC", // #nosec G204 -- our own arguments
		"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", filepath.Join("lib", "*"), "@"+arguments)
	cmd.Dir = s.options.Jars
	cmd.Env = append(childEnvironment(), "NEO4J_HOME="+string(s.folder), "NEO4J_CONF="+s.folder.conf())
	cmd.SysProcAttr = childAttributes()
	var said []byte
	err := onOneThread(func() (err error) {
		said, err = cmd.CombinedOutput()
		return err
	})
	if ctx.Err() != nil {
		return fmt.Errorf("set Neo4j's password: %w", ctx.Err())
	}
	if err != nil {
		return fmt.Errorf("set Neo4j's password: %w: %s", err, lastLine(string(said)))
	}
	return nil
}
