package audit

import (
	"context"
	"errors"
	"fmt"

	"github.com/transparency-dev/tessera/api"
	"github.com/transparency-dev/tessera/api/layout"
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
	state, err := readState(dir)
	if err != nil {
		return 0, nil, err
	}
	for i, p := range journal {
		if p.at >= state.Size {
			return state.Size, journal[i:], nil
		}
	}
	return state.Size, nil, nil
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
		data, err := bundle(ctx, dir, at/layout.EntryBundleWidth, size)
		if err != nil {
			return err
		}
		for _, leaf := range data[at%layout.EntryBundleWidth:] {
			if err := errors.Join(ctx.Err(), fn(at, leaf)); err != nil {
				return err
			}
			at++
		}
	}
	return nil
}

// bundle reads the leaves of one entry bundle of a log with size entries.
func bundle(ctx context.Context, dir string, index, size uint64) ([][]byte, error) {
	partial := layout.PartialTileSize(0, index, size)
	raw, err := fetcher(dir).ReadEntryBundle(ctx, index, partial)
	if err != nil {
		return nil, fmt.Errorf("audit entries: %w", err)
	}
	var b api.EntryBundle
	if err := b.UnmarshalText(raw); err != nil {
		return nil, fmt.Errorf("audit entries: %w", err)
	}
	want := int(partial)
	if partial == 0 {
		want = layout.EntryBundleWidth
	}
	if len(b.Entries) < want {
		return nil, errors.New("audit entries: a bundle is cut short")
	}
	return b.Entries[:want], nil
}

// At reads one durable entry of the log in dir.
func At(ctx context.Context, dir string, index Index) (Entry, error) {
	size, tail, err := durable(dir)
	if err != nil {
		return Entry{}, err
	}
	if uint64(index) < size {
		data, err := bundle(ctx, dir, uint64(index)/layout.EntryBundleWidth, size)
		if err != nil {
			return Entry{}, err
		}
		return Decode(data[index%layout.EntryBundleWidth])
	}
	for _, p := range tail {
		if p.at == uint64(index) {
			return Decode(p.leaf)
		}
	}
	return Entry{}, fmt.Errorf("audit entry %d: the log ends before it", index)
}
