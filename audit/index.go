package audit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"time"

	"entente/graph"
)

// index finds the entries of one log that concern an id. It is kept beside the
// log in segments, sorted files that are written once, and in memory for what
// is behind the last segment. It follows from the log and may be deleted: it is
// made anew. The log stays the truth.
type index struct {
	dir      string // of the log
	segments []segment
	next     Index // what is not indexed yet
	recent   []posting
	limits   limits
}

// limits say when a segment ends: behind so many entries, or the entry with which
// it has so many postings. They follow from the log alone, so that all processes
// write the same segments.
type limits struct{ entries, postings int }

// usual are 65,536 entries or 48 MiB.
func usual() limits { return limits{1 << 16, 1 << 20} }

// segment is one sorted file over the entries from, up to and without until.
type segment struct{ from, until Index }

// posting says that an entry concerns an id: role, noun and bits of the id, the
// place of the entry, its time and its organisation, big-endian, so that sorting bytes sorts by role, id and place.
type posting [postingSize]byte

const (
	postingSize = 48
	keySize     = 18 // role, noun, 128 bits
	offsetAt    = keySize
	timeAt      = offsetAt + 6
	ownerAt     = timeAt + 8
)

// role says how an entry concerns an id.
type role byte

const (
	byOfficer role = 'b'
	onElement role = 'o'
	// onUnseen is how an entry concerns an element of which its officer was not told.
	onUnseen role = 'u'
)

func key(r role, id graph.ID) ([keySize]byte, bool) {
	bits, ok := id.Bits()
	out := [keySize]byte{byte(r)}
	if !ok {
		return out, false
	}
	out[1] = id[0]
	copy(out[2:], bits[:])
	return out, true
}

func newPosting(k [keySize]byte, at Index, e Entry) posting {
	var p posting
	copy(p[:], k[:])
	var place [8]byte
	binary.BigEndian.PutUint64(place[:], uint64(at))
	copy(p[offsetAt:], place[2:])
	binary.BigEndian.PutUint64(p[timeAt:], uint64(e.At.UnixMicro())) //nolint:gosec // read back the same way
	if bits, ok := e.Organisation.Bits(); ok {
		copy(p[ownerAt:], bits[:])
	}
	return p
}

// visit reads a posting.
func (p posting) visit(log string) Visit {
	var place [8]byte
	copy(place[2:], p[offsetAt:timeAt])
	v := Visit{
		Place: Place{log, Index(binary.BigEndian.Uint64(place[:]))},
		At:    time.UnixMicro(int64(binary.BigEndian.Uint64(p[timeAt:]))).UTC(), //nolint:gosec // see newPosting

		Unseen: role(p[0]) == onUnseen,
	}
	if bits := [16]byte(p[ownerAt:]); bits != [16]byte{} {
		v.Organisation = graph.IDOf(graph.NounOrganisation, bits)
	}
	return v
}

// add puts the next entry into the index.
func (x *index) add(at Index, e Entry) error {
	begun := x.begun()
	if int(at-begun) >= x.limits.entries || len(x.recent) >= x.limits.postings { //nolint:gosec // far from the end
		if err := x.keep(segment{begun, at}); err != nil {
			return err
		}
	}
	x.recent = append(x.recent, postings(at, e)...)
	x.next = at + 1
	return nil
}

func postings(at Index, e Entry) []posting {
	var out []posting
	if k, ok := key(byOfficer, e.Officer); ok {
		out = append(out, newPosting(k, at, e))
	}
	on := onElement
	if e.Unseen {
		on = onUnseen
	}
	for _, id := range e.Elements {
		if k, ok := key(on, id); ok {
			out = append(out, newPosting(k, at, e))
		}
	}
	return out
}

// begun is where what is only in memory begins.
func (x *index) begun() Index {
	if len(x.segments) == 0 {
		return 0
	}
	return x.segments[len(x.segments)-1].until
}

func indexFolder(dir string) string { return filepath.Join(dir, "index") }

func (s segment) file(dir string) string {
	return filepath.Join(indexFolder(dir), fmt.Sprintf("%012d-%012d", s.from, s.until))
}

// openIndex finds the segments of a log that follow on one another.
func openIndex(dir string, size uint64, l limits) (*index, error) {
	x := &index{dir: dir, limits: l}
	names, err := os.ReadDir(indexFolder(dir))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("audit index: %w", err)
	}
	for _, name := range names {
		var s segment
		if n, err := fmt.Sscanf(name.Name(), "%012d-%012d", &s.from, &s.until); n != 2 || err != nil || name.Name() != filepath.Base(s.file(dir)) {
			continue
		}
		if s.from == x.begun() && s.until > s.from && uint64(s.until) <= size {
			x.segments = append(x.segments, s)
		}
	}
	x.next = x.begun()
	return x, nil
}

// keep writes what is in memory as a segment. Two processes that follow one log
// write the same bytes.
func (x *index) keep(s segment) error {
	if err := os.MkdirAll(indexFolder(x.dir), 0o700); err != nil {
		return fmt.Errorf("audit index: %w", err)
	}
	slices.SortFunc(x.recent, func(a, b posting) int { return bytes.Compare(a[:], b[:]) })
	var all bytes.Buffer
	for _, p := range x.recent {
		all.Write(p[:])
	}
	aside, err := writeAside(s.file(x.dir), all.String(), 0o600)
	if err != nil {
		return fmt.Errorf("audit index: %w", err)
	}
	if err := errors.Join(os.Rename(aside, s.file(x.dir)), syncFolder(indexFolder(x.dir))); err != nil {
		return fmt.Errorf("audit index: %w", err)
	}
	x.segments, x.recent = append(x.segments, s), nil
	return nil
}

// find gives the entries that concern a key, in the order of the log.
func (x *index) find(k [keySize]byte) ([]posting, error) {
	var out []posting
	for _, s := range x.segments {
		found, err := s.find(x.dir, k)
		if err != nil {
			return nil, fmt.Errorf("audit index: %w", err)
		}
		out = append(out, found...)
	}
	for _, p := range x.recent {
		if [keySize]byte(p[:]) == k {
			out = append(out, p)
		}
	}
	return out, nil
}

func (s segment) find(dir string, k [keySize]byte) (out []posting, err error) {
	f, err := os.Open(s.file(dir))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	count := int(info.Size() / postingSize)
	var failed error
	first := sort.Search(count, func(i int) bool {
		p, err := postingAt(f, i)
		failed = errors.Join(failed, err)
		return bytes.Compare(p[:keySize], k[:]) >= 0
	})
	for i := first; i < count && failed == nil; i++ {
		p, err := postingAt(f, i)
		if err != nil || [keySize]byte(p[:]) != k {
			return out, err
		}
		out = append(out, p)
	}
	return out, failed
}

func postingAt(f io.ReaderAt, i int) (p posting, err error) {
	_, err = f.ReadAt(p[:], int64(i)*postingSize)
	return p, err
}
