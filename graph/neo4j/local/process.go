package local

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

const (
	terminate = syscall.SIGTERM
	kill      = syscall.SIGKILL
)

// onOneThread runs f, which starts a child and waits for it, on a thread that
// lives as long as f: the kernel takes the end of the thread that started a
// child for the end of its parent.
func onOneThread(f func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return f()
}

// signalGroup signals the child and whatever it started.
func signalGroup(pid int, signal syscall.Signal) error { return syscall.Kill(-pid, signal) }

// process is a running child. exited is closed once it has ended, with err set.
type process struct {
	pid    int
	exited chan struct{}
	err    error
}

func startProcess(cmd *exec.Cmd) (*process, error) {
	cmd.SysProcAttr = childAttributes()
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{pid: cmd.Process.Pid, exited: make(chan struct{})}
	go func() {
		p.err = cmd.Wait()
		close(p.exited)
	}()
	return p, nil
}

// childEnvironment is ours without the settings of the hub, some of which are
// secrets, and without those that would steer another Neo4j.
func childEnvironment() []string {
	var kept []string
	for _, pair := range os.Environ() {
		if !strings.HasPrefix(pair, "ENTENTE_") && !strings.HasPrefix(pair, "NEO4J_") {
			kept = append(kept, pair)
		}
	}
	return kept
}
