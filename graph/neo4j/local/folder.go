package local

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// folder is the data folder of one Neo4j.
type folder string

func (f folder) at(names ...string) string {
	return filepath.Join(append([]string{string(f)}, names...)...)
}

func (f folder) lock() string      { return f.at("lock") }
func (f folder) password() string  { return f.at("password") }
func (f folder) pid() string       { return f.at("neo4j.pid") }
func (f folder) conf() string      { return f.at("conf") }
func (f folder) data() string      { return f.at("data") }
func (f folder) log() string       { return f.at("logs", "neo4j.log") }
func (f folder) console() string   { return f.at("logs", "console.log") }
func (f folder) databases() string { return f.at("data", "databases") }

// unfinished stands while the first start has not yet answered. Data beside it
// was never served to anyone and may be half made, so it is made anew.
func (f folder) unfinished() string { return f.at("first-start-unfinished") }

// makeFolder resolves and creates the data folder.
func makeFolder(path string) (folder, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("data folder: %w", err)
	}
	f := folder(path)
	for _, dir := range []string{path, f.conf(), f.at("logs")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", fmt.Errorf("data folder: %w", err)
		}
	}
	return f, nil
}

// claim refuses a folder that another process uses.
func (f folder) claim() (release func(), err error) {
	release, holder, err := lockFile(f.lock())
	if err != nil {
		return nil, err
	}
	if holder != 0 {
		return nil, &Fault{
			Problem: fmt.Sprintf("another entente (pid %d) uses the folder %s", holder, f),
			Remedy:  "Stop it first, or set ENTENTE_DATA to another folder",
		}
	}
	return release, nil
}

// isNew says whether no start has ever finished here.
func (f folder) isNew() bool { return exists(f.unfinished()) || !exists(f.databases()) }

// clearUnfinished removes what an interrupted first start left, and nothing
// else, and marks that another has begun.
func (f folder) clearUnfinished() error {
	if exists(f.unfinished()) {
		if err := os.RemoveAll(f.data()); err != nil {
			return fmt.Errorf("clear an unfinished first start: %w", err)
		}
	}
	if err := writeWhole(f.unfinished(), nil); err != nil {
		return fmt.Errorf("mark the first start: %w", err)
	}
	return nil
}

// finished is called once the first start has answered.
func (f folder) finished() error {
	err := os.Remove(f.unfinished())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// readPassword reads the password that goes with the data, or makes one if
// there is no data yet.
func (f folder) readPassword(random io.Reader) (string, error) {
	text, err := os.ReadFile(f.password())
	if errors.Is(err, fs.ErrNotExist) && f.isNew() {
		return f.makePassword(random)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "", &Fault{
			Problem: fmt.Sprintf("the password file %s is gone, and the data beside it opens with no other", f.password()),
			Remedy:  "Put it back from your backup",
		}
	}
	if err != nil {
		return "", fmt.Errorf("read the password file: %w", err)
	}
	return strings.TrimSpace(string(text)), nil
}

func (f folder) makePassword(random io.Reader) (string, error) {
	secret := make([]byte, 24)
	if _, err := io.ReadFull(random, secret); err != nil {
		return "", fmt.Errorf("make a password: %w", err)
	}
	password := hex.EncodeToString(secret)
	if err := writeWhole(f.password(), []byte(password+"\n")); err != nil {
		return "", fmt.Errorf("write the password file: %w", err)
	}
	return password, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// writeWhole writes a 0600 file that is there whole or not at all, whenever the
// machine stops.
func writeWhole(path string, content []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) //nolint:errcheck // gone once renamed
	_, err = file.Write(content)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	dir, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(dir.Sync(), dir.Close())
}
