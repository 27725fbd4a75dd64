package audit

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Replay calls fn for each durable entry of the log in dir, in order, starting
// at from, until fn returns an error, which it passes on. It may run beside the
// writer, also in another process, and covers what was durable when it began.
// It proves nothing: see audit/verify.
func Replay(ctx context.Context, dir string, from Index, fn func(Index, Entry) error) error {
	size, tail, err := durable(dir)
	if err != nil {
		return err
	}
	if err := replayLeaves(ctx, dir, uint64(from), size, decoded(fn)); err != nil {
		return err
	}
	for _, p := range tail {
		if p.at < uint64(from) {
			continue
		}
		if err := decoded(fn)(p.at, p.leaf); err != nil {
			return err
		}
	}
	return nil
}

// durable says how many leaves the tree has, and which durable ones it has not
// yet. The journal is read first: what is gone from it by then is in the tree.
func durable(dir string) (size uint64, tail []placed, err error) {
	journal, err := readJournal(dir)
	if err != nil {
		return 0, nil, err
	}
	if size, err = readSize(dir); err != nil {
		return 0, nil, err
	}
	for i, p := range journal {
		if p.at >= size {
			return size, journal[i:], nil
		}
	}
	return size, nil, nil
}

// decoded makes a function of entries one of leaves.
func decoded(fn func(Index, Entry) error) func(uint64, []byte) error {
	return func(at uint64, leaf []byte) error {
		e, err := Decode(leaf)
		if err != nil {
			return fmt.Errorf("audit entry %d: %w", at, err)
		}
		return fn(Index(at), e)
	}
}

// replayLeaves calls fn for each leaf in the tree from one place up to another.
func replayLeaves(ctx context.Context, dir string, from, size uint64, fn func(uint64, []byte) error) error {
	for at := from; at < size; {
		entries, err := bundle(dir, at/TileWidth, size)
		if err != nil {
			return err
		}
		for _, leaf := range entries[at%TileWidth:] {
			if err := errors.Join(ctx.Err(), fn(at, leaf)); err != nil {
				return err
			}
			at++
		}
	}
	return nil
}

// bundle reads the leaves of one entry bundle of a log with size entries.
func bundle(dir string, index, size uint64) ([][]byte, error) {
	root, err := os.OpenRoot(LogFolder(dir))
	if err != nil {
		return nil, fmt.Errorf("audit entries: %w", err)
	}
	entries, err := readBundle(root, index, WidthAt(0, index, size))
	return entries, errors.Join(err, root.Close())
}

// readBundle reads the first width entries of a bundle.
func readBundle(root *os.Root, index uint64, width int) ([][]byte, error) {
	raw, err := readWide(root, width, func(w int) string { return EntriesPath(index, w) })
	if err != nil {
		return nil, fmt.Errorf("audit entries: %w", err)
	}
	entries, ok := SplitBundle(raw)
	if !ok || len(entries) < width {
		return nil, errors.New("audit entries: a bundle is cut short")
	}
	return entries[:width], nil
}

// readWide reads a file of at least width entries or hashes: the one of just so
// many or, where the log has outgrown it meanwhile, a wider one.
func readWide(root *os.Root, width int, named func(width int) string) ([]byte, error) {
	for wider := width; ; wider++ {
		raw, err := root.ReadFile(named(wider))
		if err == nil || !errors.Is(err, os.ErrNotExist) {
			return raw, err
		}
		if wider == TileWidth {
			return nil, err
		}
	}
}

// At reads one durable entry of the log in dir.
func At(dir string, index Index) (Entry, error) {
	size, tail, err := durable(dir)
	if err != nil {
		return Entry{}, err
	}
	if uint64(index) < size {
		data, err := bundle(dir, uint64(index)/TileWidth, size)
		if err != nil {
			return Entry{}, err
		}
		return Decode(data[index%TileWidth])
	}
	for _, p := range tail {
		if p.at == uint64(index) {
			return Decode(p.leaf)
		}
	}
	return Entry{}, fmt.Errorf("audit entry %d: the log ends before it", index)
}
