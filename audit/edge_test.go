package audit

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
)

// Whatever the batches, root and tiles are those that the checksum database's
// own library gives, past the second level of tiles.
func TestTheEdgeGivesTheTreeOfTheSpecification(t *testing.T) {
	const leaves = 3*TileWidth*TileWidth/2 + 77
	r := rand.New(rand.NewPCG(6962, 1)) //nolint:gosec // a test that repeats
	var e edge
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(at []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(at))
		for i, index := range at {
			out[i] = hashes[index]
		}
		return out, nil
	})
	files := map[string][]byte{}
	for e.size < leaves {
		var batch [][]byte
		for range min(leaves-e.size, r.Uint64N(3000)) {
			leaf := binary.BigEndian.AppendUint64(nil, e.size+uint64(len(batch)))
			stored, err := tlog.StoredHashes(int64(e.size)+int64(len(batch)), leaf, reader) //nolint:gosec // a small log
			if err != nil {
				t.Fatal(err)
			}
			batch, hashes = append(batch, leaf), append(hashes, stored...)
		}
		next, due := e.add(batch)
		e = next
		for _, f := range due {
			files[f.path] = f.data
		}
		want, err := tlog.TreeHash(int64(e.size), reader) //nolint:gosec // a small log
		if err != nil || e.root() != want {
			t.Fatalf("the root over %d leaves is %v, want %v, %v", e.size, e.root(), want, err)
		}
	}
	for _, tile := range tlog.NewTiles(TileHeight, 0, leaves) {
		want, err := tlog.ReadTileData(tile, reader)
		path := TilePath(uint64(tile.L), uint64(tile.N), tile.W) //nolint:gosec // not negative
		if err != nil || !bytes.Equal(files[path], want) {
			t.Fatalf("%s is not the tile of the specification: %v", path, err)
		}
	}
}
