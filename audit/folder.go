package audit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"entente/graph"
)

// A log folder holds the lock of its writer, the secret signing key, the public
// verifier key, and under log/ the files of c2sp.org/tlog-tiles.
const (
	lockFile     = "lock"
	signingFile  = "signing.key"
	verifierFile = "verifier.key"
	tilesFolder  = "log"
)

// LogFolder is the part of a log folder that a partner may copy: checkpoint,
// hash tiles and entries, no secret.
func LogFolder(dir string) string { return filepath.Join(dir, tilesFolder) }

// VerifierKey reads the public key under which checkpoints of the log in dir
// are signed, in the form of golang.org/x/mod/sumdb/note.
func VerifierKey(dir string) (string, error) {
	text, err := os.ReadFile(filepath.Join(dir, verifierFile)) //nolint:gosec // the operator's own data folder
	if err != nil {
		return "", fmt.Errorf("verifier key: %w", err)
	}
	return string(text[:max(0, len(text)-1)]), nil
}

// lockFolder makes this process the one writer of dir until the file is closed
// or the process ends, however it ends.
func lockFolder(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("audit folder: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(dir, lockFile), os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // own folder
	if err != nil {
		return nil, fmt.Errorf("audit lock: %w", err)
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) //nolint:gosec // a descriptor fits an int
	if errors.Is(err, syscall.EWOULDBLOCK) {
		taken := &graph.Error{
			Code:    graph.Conflict,
			Message: "Another process writes the audit log in this folder. Stop it, or give this process a folder of its own.",
			Err:     err,
		}
		return nil, errors.Join(taken, f.Close())
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("audit lock: %w", err), f.Close())
	}
	return f, nil
}

// readSize reads how many entries the checkpoint of the log in dir covers; a log
// never opened has none.
func readSize(dir string) (uint64, error) {
	signed, err := os.ReadFile(filepath.Join(LogFolder(dir), CheckpointPath)) //nolint:gosec // own folder
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("audit checkpoint: %w", err)
	}
	size, err := checkpointSize(signed)
	if err != nil {
		return 0, fmt.Errorf("audit checkpoint: %w", err)
	}
	return size, nil
}
