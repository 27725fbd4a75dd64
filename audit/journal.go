package audit

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// journal is where a leaf becomes durable first: one file, one sync for a whole
// group, where the tiles of the tree take three files and six. It holds the
// leaves that may not be in the tree yet, each as its length, a checksum
// (CRC-32C over place and leaf), its place in the log and its bytes, all
// big-endian.
type journal struct {
	file *os.File
	end  int64 // behind the last leaf that was acknowledged
}

// placed is one leaf and the place it is to have in the log.
type placed struct {
	at   uint64
	leaf []byte
}

const (
	journalFile = "journal"
	frameHead   = 4 + 4 + 8
)

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// openJournal opens the journal of a folder for its writer.
func openJournal(dir string) (*journal, error) {
	f, err := os.OpenFile(filepath.Join(dir, journalFile), os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // own folder
	if err != nil {
		return nil, fmt.Errorf("audit journal: %w", err)
	}
	if err := syncFolder(dir); err != nil {
		return nil, errors.Join(fmt.Errorf("audit journal: %w", err), f.Close())
	}
	return &journal{file: f}, nil
}

// append makes leaves durable. On an error none of them is acknowledged, and
// the next append writes over what this one left.
func (j *journal) append(leaves []placed) error {
	var out []byte
	for _, p := range leaves {
		out = appendFrame(out, p)
	}
	if _, err := j.file.WriteAt(out, j.end); err != nil {
		return fmt.Errorf("audit journal: %w", errors.Join(err, j.file.Truncate(j.end)))
	}
	if err := syscall.Fdatasync(int(j.file.Fd())); err != nil { //nolint:gosec // a descriptor fits an int
		return fmt.Errorf("audit journal: %w", err)
	}
	j.end += int64(len(out))
	return nil
}

// clear empties the journal once all its leaves are in the tree.
func (j *journal) clear() error {
	if err := j.file.Truncate(0); err != nil {
		return fmt.Errorf("audit journal: %w", err)
	}
	j.end = 0
	return nil
}

func appendFrame(out []byte, p placed) []byte {
	body := append(binary.BigEndian.AppendUint64(nil, p.at), p.leaf...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(p.leaf))) //nolint:gosec // at most 65,535
	out = binary.BigEndian.AppendUint32(out, crc32.Checksum(body, castagnoli()))
	return append(out, body...)
}

// readJournal reads the leaves in the journal of a folder, in order of their
// places, up to the first one that is torn. It may run beside the writer.
func readJournal(dir string) ([]placed, error) {
	raw, err := os.ReadFile(filepath.Join(dir, journalFile)) //nolint:gosec // own folder
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("audit journal: %w", err)
	}
	var out []placed
	for {
		p, rest, err := readFrame(raw)
		if err != nil || len(out) > 0 && p.at != out[len(out)-1].at+1 {
			return out, nil
		}
		out, raw = append(out, p), rest
	}
}

func readFrame(raw []byte) (placed, []byte, error) {
	if len(raw) < frameHead {
		return placed{}, nil, io.ErrUnexpectedEOF
	}
	end := uint64(frameHead) + uint64(binary.BigEndian.Uint32(raw))
	if end > uint64(len(raw)) || crc32.Checksum(raw[8:end], castagnoli()) != binary.BigEndian.Uint32(raw[4:]) {
		return placed{}, nil, io.ErrUnexpectedEOF
	}
	return placed{binary.BigEndian.Uint64(raw[8:]), raw[frameHead:end]}, raw[end:], nil
}
