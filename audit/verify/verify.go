package verify

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"

	"entente/audit"
)

// Report is what a check found.
type Report struct {
	// Origin, Size and Root are what the log's own checkpoint signs; zero where
	// its signature does not hold.
	Origin string
	Size   uint64
	Root   []byte
	// Findings are the faults in the order they were met. A sound log has none.
	Findings []Finding
}

// Err is nil for a sound log, and else an error with the first finding.
func (r Report) Err() error {
	if len(r.Findings) == 0 {
		return nil
	}
	return fmt.Errorf("the audit log is not sound (%d findings), first: %s", len(r.Findings), r.Findings[0])
}

// Log checks the log whose files are under files (the folder with "checkpoint"
// and "tile"), against its verifier key and against checkpoints that somebody
// kept from it, in any order. Kept checkpoints are what finds a fork: whoever
// holds the signing key can sign a history made anew, but not make it continue
// what was signed before. The error says that the check could not be made at
// all, never that the log is bad. It holds one bundle of entries in memory.
func Log(ctx context.Context, files fs.FS, verifierKey string, kept ...[]byte) (Report, error) {
	verifier, err := note.NewVerifier(verifierKey)
	if err != nil {
		return Report{}, fmt.Errorf("verifier key: %w", err)
	}
	c := &check{ctx: ctx, files: files, verifier: verifier, tree: newTree()}
	own, ok := c.own()
	if !ok {
		return c.report, nil
	}
	c.report.Origin, c.report.Size, c.report.Root = own.Origin, own.Size, own.Hash
	c.readKept(own.Size, kept)
	if whole := c.bundles(own.Size); whole {
		c.tiles(own.Size)
		if !bytes.Equal(c.tree.root(), own.Hash) {
			c.find(Edited, 0, audit.CheckpointPath, "the entries do not have the signed root")
		}
	}
	// What is wrong in a file is said first: a fork then follows from it.
	c.report.Findings = append(c.report.Findings, c.forks...)
	return c.report, ctx.Err()
}

// bundles checks the entries one bundle after the other, and says whether it
// came to the end.
func (c *check) bundles(size uint64) bool {
	for index := uint64(0); index*audit.TileWidth < size; index++ {
		if c.ctx.Err() != nil || !c.bundle(index, size) {
			return false
		}
	}
	return true
}

// check is one run over one log.
type check struct {
	ctx      context.Context
	files    fs.FS
	verifier note.Verifier
	kept     map[uint64][][]byte // roots that partners kept, by size
	forks    []Finding
	tree     *tree
	report   Report
}

// own reads the log's own checkpoint.
func (c *check) own() (*log.Checkpoint, bool) {
	raw, err := fs.ReadFile(c.files, audit.CheckpointPath)
	if errors.Is(err, fs.ErrNotExist) {
		c.find(Cut, 0, audit.CheckpointPath, "there is no checkpoint")
		return nil, false
	}
	if err != nil {
		c.find(Unreadable, 0, audit.CheckpointPath, "the checkpoint cannot be read")
		return nil, false
	}
	signed, _, _, err := log.ParseCheckpoint(raw, c.verifier.Name(), c.verifier)
	if err != nil {
		c.find(Unsigned, 0, audit.CheckpointPath, "the checkpoint is not signed with this key")
		return nil, false
	}
	return signed, true
}

// readKept sorts kept checkpoints by the size at which they must hold.
func (c *check) readKept(size uint64, kept [][]byte) {
	c.kept = map[uint64][][]byte{}
	for _, raw := range kept {
		signed, _, _, err := log.ParseCheckpoint(raw, c.verifier.Name(), c.verifier)
		switch {
		case err != nil:
			c.find(Unsigned, 0, "", "a kept checkpoint is not signed with this key")
		case signed.Size > size:
			c.find(Cut, size, audit.CheckpointPath, fmt.Sprintf("a kept checkpoint signs %d entries, and the log has %d", signed.Size, size))
		default:
			c.kept[signed.Size] = append(c.kept[signed.Size], signed.Hash)
		}
	}
	c.compare(0)
}

// compare holds the tree as far as it is built to the kept checkpoints of that
// size.
func (c *check) compare(size uint64) {
	for _, root := range c.kept[size] {
		if !bytes.Equal(root, c.tree.root()) {
			text := fmt.Sprintf("the first %d entries are not those of a kept checkpoint", size)
			c.forks = append(c.forks, Finding{Forked, size, "", text})
		}
	}
}

// leafHash is the hash of one entry (RFC 6962 section 2.1).
func leafHash(entry []byte) []byte { return rfc6962.DefaultHasher.HashLeaf(entry) }
