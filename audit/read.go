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
	state, err := readState(dir)
	if err != nil {
		return err
	}
	for at := uint64(from); at < state.Size; at = (at/layout.EntryBundleWidth + 1) * layout.EntryBundleWidth {
		data, err := bundle(ctx, dir, at/layout.EntryBundleWidth, state.Size)
		if err != nil {
			return err
		}
		first := at % layout.EntryBundleWidth
		if err := replayBundle(ctx, data[min(first, uint64(len(data))):], at, fn); err != nil {
			return err
		}
	}
	return nil
}

func replayBundle(ctx context.Context, data [][]byte, at uint64, fn func(Index, Entry) error) error {
	for i, leaf := range data {
		if err := ctx.Err(); err != nil {
			return err
		}
		e, err := Decode(leaf)
		if err != nil {
			return fmt.Errorf("audit entry %d: %w", at+uint64(i), err) //nolint:gosec // an offset in a bundle
		}
		if err := fn(Index(at)+Index(i), e); err != nil { //nolint:gosec // an offset in a bundle
			return err
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

// At reads one entry of the log in dir.
func At(ctx context.Context, dir string, index Index) (Entry, error) {
	state, err := readState(dir)
	if err != nil {
		return Entry{}, err
	}
	if uint64(index) >= state.Size {
		return Entry{}, fmt.Errorf("audit entry %d: the log ends before it", index)
	}
	data, err := bundle(ctx, dir, uint64(index)/layout.EntryBundleWidth, state.Size)
	if err != nil {
		return Entry{}, err
	}
	return Decode(data[index%layout.EntryBundleWidth])
}
