package audit

import (
	"errors"
	"sync"
)

// builder puts durable leaves into the tree, behind the writers' backs and in
// the order of their places.
type builder struct {
	tiles *tiles

	build sync.Mutex // held while leaves go into the tree

	mu      sync.Mutex
	backlog []placed
	failed  error // why the last attempt failed, nil if it did not
	signed  []byte
}

// backlogLimit is when writers wait for the tree.
const backlogLimit = 16 * TileWidth

// put takes leaves that are durable.
func (b *builder) put(leaves []placed) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.backlog = append(b.backlog, leaves...)
}

// waiting is how many leaves are not in the tree, and why the last attempt to
// put them there failed.
func (b *builder) waiting() (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.backlog), b.failed
}

// flush puts everything that waits into the tree.
func (b *builder) flush() error {
	b.build.Lock()
	defer b.build.Unlock()
	waiting := b.next()
	if len(waiting) == 0 {
		return nil
	}
	leaves := make([][]byte, len(waiting))
	for i, p := range waiting {
		leaves[i] = p.leaf
	}
	err := b.tiles.append(leaves)
	b.settle(len(waiting), err)
	return err
}

func (b *builder) next() []placed {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.backlog
}

// settle takes what has gone into the tree off the backlog.
func (b *builder) settle(done int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.failed = err
	if err == nil {
		b.backlog, b.signed = b.backlog[done:], b.tiles.checkpoint
	}
}

// checkpoint is the last signed checkpoint.
func (b *builder) checkpoint() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.signed
}

// missing are the leaves of the journal that the tree does not have, by their
// places: the first size are there. A journal that begins behind the tree's end
// has lost something.
func missing(journal []placed, size uint64) ([]placed, error) {
	if len(journal) > 0 && journal[0].at > size {
		return nil, errors.New("entries are missing between the tree and the journal: keep the folder as it is and restore the log")
	}
	for i, p := range journal {
		if p.at >= size {
			return journal[i:], nil
		}
	}
	return nil, nil
}
