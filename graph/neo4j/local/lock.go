package local

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// lockFile takes an exclusive lock that the kernel drops with this process, so
// that a lock is never stale. holder is the other process when the lock is held.
func lockFile(path string) (release func(), holder int, err error) {
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) // #nosec G304 -- in our own folder
	if err != nil {
		return nil, 0, fmt.Errorf("open the lock: %w", err)
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err != nil {
		defer file.Close() //nolint:errcheck // nothing was written
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, 0, fmt.Errorf("lock %s: %w", path, err)
		}
		said, _ := io.ReadAll(io.LimitReader(file, 32))
		holder, _ = strconv.Atoi(strings.TrimSpace(string(said)))
		return nil, max(holder, 1), nil
	}
	// The number is for the message of the next one only.
	_ = file.Truncate(0)
	_, _ = file.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return func() { _ = file.Close() }, 0, nil
}

// waitForLock waits for its turn.
func waitForLock(ctx context.Context, path string) (release func(), err error) {
	for {
		release, holder, err := lockFile(path)
		if err != nil {
			return nil, err
		}
		if holder == 0 {
			return release, nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("wait for process %d to fetch Neo4j: %w", holder, ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
}
