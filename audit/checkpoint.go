package audit

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"entente/graph"
)

// Checkpoint is the last signed checkpoint of a log, by the name of its folder,
// with the proof that it continues the first `from` entries: what a partner
// needs who holds a checkpoint of that size. Its form is the request of
// c2sp.org/tlog-witness: "old" and the size, the hashes of the proof in base64,
// a line each (RFC 6962 section 2.1.2), an empty line, the checkpoint. A log
// that is not there is graph.Missing, a size the log has not reached BadInput.
func (q *Query) Checkpoint(log string, from uint64) ([]byte, error) {
	if log != filepath.Base(log) || log == "." || log == ".." {
		return nil, graph.Missing()
	}
	root, err := os.OpenRoot(LogFolder(filepath.Join(q.parent, log)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, graph.Missing()
	}
	if err != nil {
		return nil, fmt.Errorf("audit checkpoint: %w", err)
	}
	offered, err := offer(root, from)
	return offered, errors.Join(err, root.Close())
}

func offer(root *os.Root, from uint64) ([]byte, error) {
	signed, err := root.ReadFile(CheckpointPath)
	if err != nil {
		return nil, fmt.Errorf("audit checkpoint: %w", err)
	}
	size, err := checkpointSize(signed)
	if err != nil {
		return nil, fmt.Errorf("audit checkpoint: %w", err)
	}
	if from > size {
		return nil, graph.Bad("from", "The log has not so many entries. If you hold a checkpoint that says otherwise, the log was cut: keep it.")
	}
	var proof tlog.TreeProof
	if from > 0 && from < size {
		if proof, err = tlog.ProveTree(int64(size), int64(from), hashesIn(root, size)); err != nil { //nolint:gosec // far from the end
			return nil, fmt.Errorf("audit checkpoint: %w", err)
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "old %d\n", from)
	for _, hash := range proof {
		out.WriteString(base64.StdEncoding.EncodeToString(hash[:]) + "\n")
	}
	return append([]byte(out.String()+"\n"), signed...), nil
}

// hashesIn reads single hashes of a tree from its tiles.
func hashesIn(root *os.Root, size uint64) tlog.HashReaderFunc {
	return func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			tile := tlog.TileForIndex(TileHeight, index)
			level, at := uint64(tile.L), uint64(tile.N) //nolint:gosec // not negative
			row, err := readRow(root, level, at, WidthAt(level, at, size))
			if err != nil {
				return nil, err
			}
			tile.W = len(row)
			if out[i], err = tlog.HashFromTile(tile, tileBytes(row), index); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
}
