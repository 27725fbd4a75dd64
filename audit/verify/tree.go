package verify

import (
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"

	"entente/audit"
)

// tree rebuilds the Merkle tree from leaf hashes alone and keeps the hash tiles
// it ought to have, until they are compared and dropped.
type tree struct {
	whole *compact.Range
	tiles map[tileID][]byte
}

// tileID names a hash tile: its level among tiles and its place there.
type tileID struct{ level, index uint64 }

func newTree() *tree {
	factory := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	return &tree{factory.NewEmptyRange(0), map[tileID][]byte{}}
}

// append adds the next leaf.
func (t *tree) append(leaf []byte) error { return t.whole.Append(leaf, t.note) }

// note keeps a node that is stored in a tile: those of every eighth level.
func (t *tree) note(node compact.NodeID, hash []byte) {
	if node.Level%audit.TileHeight != 0 {
		return
	}
	id := tileID{uint64(node.Level / audit.TileHeight), node.Index / audit.TileWidth}
	t.tiles[id] = append(t.tiles[id], hash...)
}

// root is the root over the leaves so far.
func (t *tree) root() []byte {
	if t.whole.End() == 0 {
		return rfc6962.DefaultHasher.EmptyRoot()
	}
	root, err := t.whole.GetRootHash(nil)
	if err != nil {
		return nil // equal to no signed root
	}
	return root
}
