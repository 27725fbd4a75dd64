package audit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// openSecret reads a one-line secret file, and makes it at the first start.
func openSecret(path string, draw func() (string, error)) (string, error) {
	if err := createSecret(path, draw); err != nil {
		return "", err
	}
	return readSecret(path)
}

// createSecret makes the file unless it is there. Of two processes one wins,
// and both then read the same.
func createSecret(path string, draw func() (string, error)) error {
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	text, err := draw()
	if err != nil {
		return err
	}
	return writeNew(path, text+"\n", 0o600)
}

// readSecret reads a one-line file that nobody but its owner may open.
func readSecret(path string) (string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("%s can be opened by others: set its mode to 0600", filepath.Base(path))
	}
	text, err := os.ReadFile(path) //nolint:gosec // the path is the operator's own data folder
	return strings.TrimSpace(string(text)), err
}

// writeNew makes a file whole or not at all, and leaves one that is already
// there: it is written aside, synced, and linked to its name.
func writeNew(path, text string, mode os.FileMode) error {
	aside, err := writeAside(path, text, mode)
	if err != nil {
		return err
	}
	err = os.Link(aside, path)
	if errors.Is(err, os.ErrExist) {
		err = nil
	}
	return errors.Join(err, os.Remove(aside), syncFolder(filepath.Dir(path)))
}

// writeAside writes a synced temporary file next to path and names it.
func writeAside(path, text string, mode os.FileMode) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// syncFolder makes the names in a folder durable.
func syncFolder(dir string) error {
	f, err := os.Open(dir) //nolint:gosec // the path is the operator's own data folder
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
