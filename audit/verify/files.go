package verify

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/transparency-dev/merkle/rfc6962"

	"entente/audit"
)

// bundle checks one entry bundle and adds its entries to the tree. It says
// whether the next one can still be checked.
func (c *check) bundle(index, size uint64) bool {
	first, want := index*audit.TileWidth, audit.WidthAt(0, index, size)
	raw, name, ok := c.read(first, want, func(width int) string { return audit.EntriesPath(index, width) })
	if !ok {
		return false
	}
	entries, whole := audit.SplitBundle(raw)
	if !whole {
		c.find(Edited, first, name, "this is not a bundle of entries")
		return false
	}
	if len(entries) < want {
		c.find(Cut, first+uint64(len(entries)), name, fmt.Sprintf("%d entries are there of %d", len(entries), want))
		return false
	}
	if len(entries) > want && name == audit.EntriesPath(index, want) {
		c.find(Edited, first+uint64(want), name, "there are more entries than the file may hold") //nolint:gosec // at most 256
		return false
	}
	return c.entries(first, name, entries[:want])
}

// entries adds the entries of a bundle to the tree.
func (c *check) entries(first uint64, name string, entries [][]byte) bool {
	for i, entry := range entries {
		at := first + uint64(i) //nolint:gosec // at most 256
		if _, err := audit.Decode(entry); err != nil {
			c.find(Malformed, at, name, "this is not an entry of the log")
		}
		if err := c.tree.append(leafHash(entry)); err != nil {
			c.find(Malformed, at, name, "the entry cannot be added to the tree")
			return false
		}
		c.compare(at + 1)
	}
	c.fullTiles()
	return true
}

// fullTiles compares and drops the tiles that are complete.
func (c *check) fullTiles() {
	for id, want := range c.tree.tiles {
		if len(want) == audit.TileWidth*rfc6962.DefaultHasher.Size() {
			c.tile(id, want, audit.TileWidth)
			delete(c.tree.tiles, id)
		}
	}
}

// tiles compares the tiles at the right-hand edge.
func (c *check) tiles(size uint64) {
	ids := slices.SortedFunc(maps.Keys(c.tree.tiles), func(a, b tileID) int {
		return cmp.Or(cmp.Compare(a.level, b.level), cmp.Compare(a.index, b.index))
	})
	for _, id := range ids {
		c.tile(id, c.tree.tiles[id], audit.WidthAt(id.level, id.index, size))
	}
}

// tile compares one stored hash tile with the one the entries give.
func (c *check) tile(id tileID, want []byte, width int) {
	first := id.index * audit.TileWidth << (id.level * audit.TileHeight)
	got, name, ok := c.read(first, width, func(width int) string { return audit.TilePath(id.level, id.index, width) })
	if !ok {
		return
	}
	if name != audit.TilePath(id.level, id.index, width) {
		got = got[:min(len(got), len(want))] // a full tile read for a partial one
	}
	if bytes.Equal(got, want) {
		return
	}
	c.find(Edited, first+differs(got, want)<<(id.level*audit.TileHeight), name, "the hash tile and the entries do not agree")
}

// differs is the number of the first hash in which two tiles differ.
func differs(got, want []byte) uint64 {
	size := rfc6962.DefaultHasher.Size()
	for i := 0; (i+1)*size <= min(len(got), len(want)); i++ {
		if !bytes.Equal(got[i*size:(i+1)*size], want[i*size:(i+1)*size]) {
			return uint64(i) //nolint:gosec // not negative
		}
	}
	return uint64(min(len(got), len(want)) / size) //nolint:gosec // not negative
}

// read reads a tile or bundle; where a partial one is gone because the log has
// grown, the full one stands in for it.
func (c *check) read(entry uint64, width int, path func(width int) string) (data []byte, name string, ok bool) {
	name = path(width)
	data, err := fs.ReadFile(c.files, name)
	if width < audit.TileWidth && errors.Is(err, fs.ErrNotExist) {
		if whole, err := fs.ReadFile(c.files, path(audit.TileWidth)); err == nil {
			return whole, path(audit.TileWidth), true
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.find(Cut, entry, name, "the file is missing")
	case err != nil:
		c.find(Unreadable, entry, name, "the file cannot be read")
	}
	return data, name, err == nil
}
