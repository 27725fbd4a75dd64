package audit

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
)

// edge is the right-hand end of the tree: of each row of tiles the one that is
// not full, from which everything that is appended follows. It is a value: a
// failed append leaves the edge it began with.
type edge struct {
	size    uint64
	rows    [][]tlog.Hash // the hashes of the unfinished tile of each level
	entries []byte        // the unfinished bundle
}

// file is one file of the tree that is due.
type file struct {
	path string
	data []byte
}

func (e edge) clone() edge {
	rows := make([][]tlog.Hash, len(e.rows))
	for i, row := range e.rows {
		rows[i] = slices.Clone(row)
	}
	return edge{e.size, rows, bytes.Clone(e.entries)}
}

// add appends leaves. It gives the edge behind them and the files that hold
// what is new, full tiles first.
func (e edge) add(leaves [][]byte) (edge, []file) {
	next := e.clone()
	var due []file
	for _, leaf := range leaves {
		next.entries = appendEntry(next.entries, leaf)
		next.size++
		if next.size%TileWidth == 0 {
			due = append(due, file{EntriesPath(next.size/TileWidth-1, TileWidth), next.entries})
			next.entries = nil
		}
		due = append(due, next.push(0, tlog.RecordHash(leaf))...)
	}
	if len(next.entries) > 0 {
		due = append(due, file{EntriesPath(next.size/TileWidth, int(next.size%TileWidth)), next.entries}) //nolint:gosec // below 256
	}
	for level, row := range next.rows {
		if len(row) > 0 {
			index := next.size >> ((level + 1) * TileHeight)
			due = append(due, file{TilePath(uint64(level), index, len(row)), tileBytes(row)}) //nolint:gosec // a small level
		}
	}
	return next, due
}

// push adds a hash to a row; a row that is full becomes a tile, and its root a
// hash of the row above.
func (e *edge) push(level int, hash tlog.Hash) []file {
	if level == len(e.rows) {
		e.rows = append(e.rows, nil)
	}
	e.rows[level] = append(e.rows[level], hash)
	if len(e.rows[level]) < TileWidth {
		return nil
	}
	full := e.rows[level]
	e.rows[level] = nil
	index := e.size>>((level+1)*TileHeight) - 1
	due := []file{{TilePath(uint64(level), index, TileWidth), tileBytes(full)}} //nolint:gosec // a small level
	return append(due, e.push(level+1, rootOf(full))...)
}

// root is the root of the whole tree (RFC 6962 section 2.1): its complete
// subtrees, the smallest first, are joined from the right.
func (e edge) root() tlog.Hash {
	var peaks []tlog.Hash // the largest first
	for _, row := range slices.Backward(e.rows) {
		for begin := 0; begin < len(row); {
			width := largestPower(len(row) - begin)
			peaks = append(peaks, rootOf(row[begin:begin+width]))
			begin += width
		}
	}
	if len(peaks) == 0 {
		empty, _ := tlog.TreeHash(0, nil) // of no entry, reads nothing
		return empty
	}
	root := peaks[len(peaks)-1]
	for _, peak := range slices.Backward(peaks[:len(peaks)-1]) {
		root = tlog.NodeHash(peak, root)
	}
	return root
}

// rootOf is the root over hashes, a power of two of them.
func rootOf(hashes []tlog.Hash) tlog.Hash {
	if len(hashes) == 1 {
		return hashes[0]
	}
	half := len(hashes) / 2
	return tlog.NodeHash(rootOf(hashes[:half]), rootOf(hashes[half:]))
}

// largestPower is the largest power of two that is at most n, which is not 0.
func largestPower(n int) int {
	power := 1
	for power*2 <= n {
		power *= 2
	}
	return power
}

func tileBytes(row []tlog.Hash) []byte {
	out := make([]byte, 0, len(row)*tlog.HashSize)
	for _, hash := range row {
		out = append(out, hash[:]...)
	}
	return out
}

// errTorn says that the files of a log do not fit together.
var errTorn = errors.New("the tiles of the log do not fit together")

// readEdge reads the edge of the first size entries from the files of a log.
func readEdge(root *os.Root, size uint64) (edge, error) {
	e := edge{size: size}
	for level := uint64(0); size>>(level*TileHeight) > 0; level++ {
		index := size >> ((level + 1) * TileHeight)
		row, err := readRow(root, level, index, WidthAt(level, index, size))
		if err != nil {
			return edge{}, err
		}
		e.rows = append(e.rows, row)
	}
	width := WidthAt(0, size/TileWidth, size)
	if width == 0 {
		return e, nil
	}
	entries, err := readBundle(root, size/TileWidth, width)
	if err != nil {
		return edge{}, err
	}
	for i, entry := range entries {
		if tlog.RecordHash(entry) != e.rows[0][i] {
			return edge{}, errTorn
		}
		e.entries = appendEntry(e.entries, entry)
	}
	return e, nil
}

// readRow reads the first width hashes of a tile.
func readRow(root *os.Root, level, index uint64, width int) ([]tlog.Hash, error) {
	if width == 0 {
		return nil, nil
	}
	raw, err := readWide(root, width, func(w int) string { return TilePath(level, index, w) })
	if err != nil {
		return nil, fmt.Errorf("audit tile: %w", err)
	}
	if len(raw) < width*tlog.HashSize {
		return nil, errTorn
	}
	row := make([]tlog.Hash, width)
	for i := range row {
		row[i] = tlog.Hash(raw[i*tlog.HashSize : (i+1)*tlog.HashSize])
	}
	return row, nil
}
