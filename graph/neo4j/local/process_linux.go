package local

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"syscall"
)

// childAttributes puts a child into a process group of its own, so that Ctrl-C
// at the terminal reaches the hub alone, and has the kernel ask it to stop when
// the thread that started it is gone (see onOneThread): a hub ended by kill -9
// leaves no Neo4j behind.
func childAttributes() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
}

// runsWith says whether the process lives and was started with this argument.
// The command line of a process that ended but was not reaped is empty.
func runsWith(pid int, argument string) bool {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		return false
	}
	return slices.ContainsFunc(bytes.Split(line, []byte{0}), func(part []byte) bool {
		return string(part) == argument
	})
}
