package audit_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"entente/audit"
	"entente/audit/verify"
)

// limitedProcess marks the process whose files may not grow.
const limitedProcess = "ENTENTE_TEST_AUDIT_LIMITED"

// On a disk that is really full, answers are refused; when space comes free
// the log goes on without a gap, and is sound.
func TestAFullDiskRefusesUntilThereIsSpace(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("a small disk cannot be mounted here (%v); the test of the file size limit stands in for it", err)
	}
	t.Cleanup(func() {
		// Detached, for a goroutine of the tiles may still be closing a file.
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	dir, ballast := filepath.Join(disk, "audit"), filepath.Join(disk, "ballast")
	tree := open(t, dir)
	record(t, tree, read(0, people(0, 50)...))
	fillDisk(t, ballast)
	refusedThenRecovers(t, tree, dir, syscall.ENOSPC, func() error { return os.Remove(ballast) })
}

// Where no disk can be mounted: no file may grow, which fails in the same
// places.
//
// The limit holds for a whole process, so the test runs in one of its own.
func TestNoFileMayGrowRefusesUntilItMay(t *testing.T) {
	if os.Getenv(limitedProcess) == "" {
		child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$") //nolint:gosec // this binary
		child.Env = append(os.Environ(), limitedProcess+"=1")
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	dir := t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(0, people(0, 50)...))
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	none := syscall.Rlimit{Cur: 0, Max: limit.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &none); err != nil {
		t.Fatal(err)
	}
	refusedThenRecovers(t, tree, dir, syscall.EFBIG, func() error { return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit) })
}

// A folder taken away refuses, and does not end the process.
func TestAFolderTakenAwayRefusesUntilItIsBack(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(0, people(0, 50)...))
	away := filepath.Join(dir, "away")
	if err := os.Rename(audit.LogFolder(dir), away); err != nil {
		t.Fatal(err)
	}
	refusedThenRecovers(t, tree, dir, syscall.ENOENT, func() error { return os.Rename(away, audit.LogFolder(dir)) })
}

// The folder comes and goes while many write, at any moment of the writing:
// each write is acknowledged or refused, and the log is whole in the end.
func TestAFolderThatVanishesAtAnyMomentEndsNothing(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	var all sync.WaitGroup
	acknowledged := make([][]string, 4)
	for w := range acknowledged {
		all.Go(func() {
			for n := range 300 {
				e := read(w*1000+n, person(n))
				if _, err := tree.Record(t.Context(), e); err == nil {
					acknowledged[w] = append(acknowledged[w], e.Request)
				}
			}
		})
	}
	away := filepath.Join(dir, "away")
	for range 200 {
		if err := errors.Join(os.Rename(audit.LogFolder(dir), away), os.Rename(away, audit.LogFolder(dir))); err != nil {
			t.Fatal(err)
		}
	}
	all.Wait()
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, e := range stored(t, dir) {
		there[e.Request] = true
	}
	for _, request := range slices.Concat(acknowledged...) {
		if !there[request] {
			t.Errorf("%s was acknowledged and is not there", request)
		}
	}
	wantSound(t, tree, dir, uint64(tree.Size()))
}

// Another log in the place of the one that was opened takes nothing.
func TestAnotherLogInThePlaceOfTheOneThatWasOpenedTakesNothing(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(0))
	second := open(t, other)
	record(t, second, read(1), read(2))
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	away := filepath.Join(dir, "away")
	err := errors.Join(os.Rename(audit.LogFolder(dir), away), os.Rename(audit.LogFolder(other), audit.LogFolder(dir)))
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Close(); err == nil {
		t.Error("the entry went into another log")
	}
	if err := errors.Join(os.Rename(audit.LogFolder(dir), audit.LogFolder(other)), os.Rename(away, audit.LogFolder(dir))); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	if err := again.Close(); err != nil || again.Size() != 1 {
		t.Errorf("the log has %d entries, %v", again.Size(), err)
	}
	wantSound(t, again, dir, 1)
}

// refusedThenRecovers records while it fails for the given cause, mends it and
// goes on.
func refusedThenRecovers(t *testing.T, tree *audit.Tree, dir string, cause error, mend func() error) {
	t.Helper()
	for n := range 20 {
		_, err := tree.Record(t.Context(), read(100+n, people(0, 4000)...))
		wantRefusal(t, err)
		if err != nil && !errors.Is(err, cause) && !strings.Contains(errors.Unwrap(err).Error(), cause.Error()) {
			t.Errorf("got the cause %v, want %v", errors.Unwrap(err), cause)
		}
	}
	if err := mend(); err != nil {
		t.Fatal(err)
	}
	if got := record(t, tree, read(1), read(2)); got[0] != 1 || got[1] != 2 {
		t.Errorf("the log goes on at %v, want 1 and 2", got)
	}
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	wantSound(t, tree, dir, 3)
	wantNoLeftovers(t, dir)
}

// wantSound holds the log to its checkpoint and its size.
func wantSound(t *testing.T, tree *audit.Tree, dir string, size uint64) {
	t.Helper()
	report, err := verify.Log(t.Context(), os.DirFS(audit.LogFolder(dir)), tree.VerifierKey())
	if err != nil || report.Err() != nil || report.Size != size {
		t.Errorf("got %d entries, %v, %v; want %d in a sound log", report.Size, err, report.Err(), size)
	}
}

// wantNoLeftovers looks for files no log has.
func wantNoLeftovers(t *testing.T, dir string) {
	t.Helper()
	known := regexp.MustCompile(`^(checkpoint|tile/(entries|\d)/\d{3}(\.p/\d{1,3})?)$`)
	err := fs.WalkDir(os.DirFS(audit.LogFolder(dir)), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !known.MatchString(path) {
			t.Errorf("%s was left behind", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fillDisk writes until nothing more fits.
func fillDisk(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 4096))
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
