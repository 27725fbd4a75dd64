package local

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	_ "embed" // the pinned distribution travels in the binary
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed distribution/pom.xml
var pom []byte

//go:embed distribution/jars.sha256
var jarLock []byte

// lockedJars reads a lock in sha256sum's form: file name to hex digest.
func lockedJars(lock []byte) (map[string]string, error) {
	jars := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(lock))
	for lines.Scan() {
		digest, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok || len(digest) != sha256.Size*2 || name != filepath.Base(name) {
			return nil, fmt.Errorf("jar lock: malformed line %q", lines.Text())
		}
		jars[name] = digest
	}
	return jars, lines.Err()
}

// verify refuses a folder that does not hold exactly the locked jars.
func verify(lib string, locked map[string]string, progress Progress) error {
	entries, err := os.ReadDir(lib)
	if err != nil {
		return fmt.Errorf("read the Neo4j jars: %w", err)
	}
	var wrong []string
	seen := 0
	for _, entry := range entries {
		want, known := locked[entry.Name()]
		if !known || !entry.Type().IsRegular() {
			wrong = append(wrong, "unexpected "+entry.Name())
			continue
		}
		got, err := digest(filepath.Join(lib, entry.Name()))
		if err != nil {
			return err
		}
		if got != want {
			wrong = append(wrong, "altered "+entry.Name())
		}
		seen++
		progress.tell("verifying Neo4j's jars", seen, len(locked))
	}
	wrong = append(wrong, missing(entries, locked)...)
	if len(wrong) == 0 {
		return nil
	}
	return &Fault{
		Problem: fmt.Sprintf("the Neo4j jars in %s are not those of the lock file: %s", lib, someOf(wrong)),
		Remedy: "Nothing was started. Remove that folder to have them fetched anew; " +
			"if it comes again, empty Maven's own cache (~/.m2/repository) and ask where it fetches from",
	}
}

func missing(entries []os.DirEntry, locked map[string]string) []string {
	left := map[string]bool{}
	for name := range locked {
		left[name] = true
	}
	for _, entry := range entries {
		delete(left, entry.Name())
	}
	var names []string
	for name := range left {
		names = append(names, "missing "+name)
	}
	slices.Sort(names)
	return names
}

// someOf keeps a message readable when a whole folder is wrong.
func someOf(all []string) string {
	const shown = 5
	if len(all) <= shown {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:shown], ", "), len(all)-shown)
}

func digest(path string) (string, error) {
	file, err := os.Open(path) // #nosec G304 -- a jar of the folder being verified
	if err != nil {
		return "", fmt.Errorf("read a Neo4j jar: %w", err)
	}
	defer file.Close() //nolint:errcheck // read only
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", fmt.Errorf("read %s: %w", path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
