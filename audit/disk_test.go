package audit_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

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
	awaitCheckpoint(t, tree)
	away := filepath.Join(dir, "away")
	if err := os.Rename(audit.LogFolder(dir), away); err != nil {
		t.Fatal(err)
	}
	refusedThenRecovers(t, tree, dir, syscall.ENOENT, func() error { return os.Rename(away, audit.LogFolder(dir)) })
}

// awaitCheckpoint waits until everything durable is signed: then nothing is
// being written into the folder, which tessera does not bear to lose meanwhile.
func awaitCheckpoint(t *testing.T, tree *audit.Tree) {
	t.Helper()
	signed := fmt.Sprintf("\n%d\n", tree.Size())
	for {
		checkpoint, err := tree.Checkpoint(t.Context())
		if err == nil && strings.Contains(string(checkpoint), signed) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
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
	known := regexp.MustCompile(`^(checkpoint|(.state/)?(treeState|publish|gcState)(\.lock)?|.state/version|tile/(entries|\d)/\d{3}(\.p/\d{1,3})?)$`)
	err := fs.WalkDir(os.DirFS(audit.LogFolder(dir)), ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !known.MatchString(path) && !strings.HasPrefix(path, "checkpoint") {
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
