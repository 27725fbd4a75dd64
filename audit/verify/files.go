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
	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"

	"entente/audit"
)

// bundle checks one entry bundle and adds its entries to the tree. It says
// whether the next one can still be checked.
func (c *check) bundle(index, size uint64) bool {
	first := index * layout.EntryBundleWidth
	partial := layout.PartialTileSize(0, index, size)
	raw, name, ok := c.read(first, partial, func(p uint8) string { return layout.EntriesPath(index, p) })
	if !ok {
		return false
	}
	var b api.EntryBundle
	if err := b.UnmarshalText(raw); err != nil {
		c.find(Edited, first, name, "this is not a bundle of entries")
		return false
	}
	want := width(partial)
	if len(b.Entries) < want {
		c.find(Cut, first+uint64(len(b.Entries)), name, fmt.Sprintf("%d entries are there of %d", len(b.Entries), want))
		return false
	}
	if len(b.Entries) > want && name == layout.EntriesPath(index, partial) {
		c.find(Edited, first+uint64(want), name, "there are more entries than the file may hold") //nolint:gosec // at most 256
		return false
	}
	return c.entries(first, name, b.Entries[:want])
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
		if len(want) == layout.TileWidth*rfc6962.DefaultHasher.Size() {
			c.tile(id, want, 0)
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
		c.tile(id, c.tree.tiles[id], layout.PartialTileSize(id.level, id.index, size))
	}
}

// tile compares one stored hash tile with the one the entries give.
func (c *check) tile(id tileID, want []byte, partial uint8) {
	first := id.index * layout.TileWidth << (id.level * layout.TileHeight)
	got, name, ok := c.read(first, partial, func(p uint8) string { return layout.TilePath(id.level, id.index, p) })
	if !ok {
		return
	}
	if name != layout.TilePath(id.level, id.index, partial) {
		got = got[:min(len(got), len(want))] // a full tile read for a partial one
	}
	if bytes.Equal(got, want) {
		return
	}
	c.find(Edited, first+differs(got, want)<<(id.level*layout.TileHeight), name, "the hash tile and the entries do not agree")
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
func (c *check) read(entry uint64, partial uint8, path func(uint8) string) (data []byte, name string, ok bool) {
	name = path(partial)
	data, err := fs.ReadFile(c.files, name)
	if partial > 0 && errors.Is(err, fs.ErrNotExist) {
		if whole, err := fs.ReadFile(c.files, path(0)); err == nil {
			return whole, path(0), true
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

// width is how many entries or hashes a file holds.
func width(partial uint8) int {
	if partial == 0 {
		return layout.TileWidth
	}
	return int(partial)
}
