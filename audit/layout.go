package audit

import (
	"encoding/binary"
	"fmt"
	"strconv"
)

// The layout of c2sp.org/tlog-tiles: files of 256 entries or hashes, the last
// one of each row with fewer.
const (
	TileWidth      = 256
	TileHeight     = 8
	CheckpointPath = "checkpoint"
)

// TilePath is the path of a hash tile that holds width hashes, within the folder
// of the log.
func TilePath(level, index uint64, width int) string {
	return tilePath(strconv.FormatUint(level, 10), index, width)
}

// EntriesPath is the path of a bundle that holds width entries.
func EntriesPath(index uint64, width int) string { return tilePath("entries", index, width) }

func tilePath(kind string, index uint64, width int) string {
	path := fmt.Sprintf("%03d", index%1000)
	for index /= 1000; index > 0; index /= 1000 {
		path = fmt.Sprintf("x%03d/%s", index%1000, path)
	}
	path = "tile/" + kind + "/" + path
	if width < TileWidth {
		path += partialSuffix + "/" + strconv.Itoa(width)
	}
	return path
}

// partialSuffix ends the folder of what a tile was before it was full.
const partialSuffix = ".p"

// WidthAt is how many hashes a tile holds in a log of that size: 0 if it has
// none, TileWidth if it is full.
func WidthAt(level, index, size uint64) int {
	nodes := size >> (level * TileHeight)
	first := index * TileWidth
	if nodes <= first {
		return 0
	}
	return int(min(TileWidth, nodes-first)) //nolint:gosec // at most 256
}

// SplitBundle gives the entries of a bundle, each behind its length in two
// bytes. ok is false for bytes that are no bundle.
func SplitBundle(raw []byte) (entries [][]byte, ok bool) {
	for len(raw) > 0 {
		if len(raw) < 2 {
			return entries, false
		}
		end := 2 + int(binary.BigEndian.Uint16(raw))
		if len(raw) < end {
			return entries, false
		}
		entries, raw = append(entries, raw[2:end]), raw[end:]
	}
	return entries, true
}

// appendEntry adds an entry to a bundle.
func appendEntry(bundle, entry []byte) []byte {
	return append(binary.BigEndian.AppendUint16(bundle, uint16(len(entry))), entry...) //nolint:gosec // elementsPerPart holds it
}
