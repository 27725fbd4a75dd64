package audit

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/transparency-dev/tessera/api/layout"
)

// Tessera writes a file aside under its name and up to ten random digits, and
// leaves it there when the disk is full. Left alone, each refused attempt would
// keep what little space comes free.
var leftover = regexp.MustCompile(`^(treeState|gcState|version|x?\d{3})\d{1,10}$`)

// leftoverPartial is the same in a folder of partial tiles, whose true names
// are 1 to 255.
var leftoverPartial = regexp.MustCompile(`^\d{4,}$`)

// sweep removes what failed writes left in the folders that a log of this size
// writes to. It runs only while no batch is being written. Checkpoints are left
// to sweepCheckpoints, since one may be being published.
func sweep(dir string, size uint64) error {
	root := LogFolder(dir)
	folders := []string{root, filepath.Join(root, ".state")}
	for _, at := range []uint64{size, size + layout.EntryBundleWidth} {
		for level, index := uint64(0), at/layout.EntryBundleWidth; level < 8; level, index = level+1, index/layout.TileWidth {
			folders = append(folders, edge(root, layout.TilePath(level, index, 1))...)
		}
		folders = append(folders, edge(root, layout.EntriesPath(at/layout.EntryBundleWidth, 1))...)
	}
	slices.Sort(folders)
	var failed error
	for _, folder := range slices.Compact(folders) {
		failed = errors.Join(failed, sweepFolder(folder))
	}
	return failed
}

// edge are the folder of the partial tiles and that of the full tile at path.
func edge(root, path string) []string {
	partial := filepath.Dir(filepath.Join(root, path))
	return []string{partial, filepath.Dir(partial)}
}

func sweepFolder(folder string) error {
	files, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	form := leftover
	if filepath.Ext(folder) == ".p" {
		form = leftoverPartial
	}
	for _, f := range files {
		if f.IsDir() || !form.MatchString(f.Name()) {
			continue
		}
		err = errors.Join(err, removeGone(filepath.Join(folder, f.Name())))
	}
	return err
}

// sweepCheckpoints removes what failed publications left, before the log is
// opened.
func sweepCheckpoints(dir string) error {
	names, err := filepath.Glob(filepath.Join(LogFolder(dir), layout.CheckpointPath+"[0-9]*"))
	for _, name := range names {
		err = errors.Join(err, removeGone(name))
	}
	return err
}

// removeGone removes a file that may be gone already.
func removeGone(name string) error {
	if err := os.Remove(name); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
