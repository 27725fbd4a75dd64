package engine

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"

	"entente/graph"
)

// Origin says of what a saved snapshot is one: the same revision of another
// database, or of one that was taken back to an earlier state, is another graph.
type Origin struct {
	// Store is the identity of the database.
	Store string
	// Change is a digest of the change that made the revision.
	Change [sha256.Size]byte
}

// ErrSaved says that a saved snapshot is damaged, or of another version of the
// hub. It holds nothing that may be used.
var ErrSaved = errors.New("this is not a whole snapshot of this version")

// savedAs begins every saved snapshot; the number is that of the format.
const savedAs = "entente snapshot 2\n"

// Settled is a graph that is one snapshot, at a revision.
type Settled struct {
	snapshot *Snapshot
	revision graph.Revision
}

// Revision is the revision that it shows.
func (settled Settled) Revision() graph.Revision { return settled.revision }

// Settled gives the present graph as one snapshot, with its revision; writers
// wait until what was laid over the last one is folded. false after Close.
func (e *Engine) Settled() (Settled, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.await()
	if e.pending.len() > 0 {
		e.begin()
		e.await()
	}
	v := e.View()
	return Settled{v.base, v.revision}, v.over == nil
}

// Revision is the revision that the snapshot shows.
func (s *Snapshot) Revision() graph.Revision { return s.revision }

// Write saves a snapshot: ids, markings, kinds, gradings, times and amounts,
// nothing that names anybody, and a checksum.
func (settled Settled) Write(to io.Writer, origin Origin) error {
	s, sum := settled.snapshot, sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(to, sum), 1<<20)
	orphans, from, tos, marks := s.orphans, []uint32(nil), []uint32(nil), []uint32(nil)
	links := len(s.links) + len(s.same.links) + len(orphans)
	_, err := out.Write(settled.header(origin, links))
	var line []byte
	for n, k := range s.nodes {
		line = node{k, s.marks[n] &^ joined, s.kinds[n]}.append(line[:0])
		_, err = out.Write(line)
	}
	from, tos, marks = s.columns()
	for l, k := range s.links {
		line = edge{
			key: k, from: s.nodes[from[l]], to: s.nodes[tos[l]], mark: marks[l],
			kind: s.linkKind[l], weak: s.linkWeak[l], times: s.timesOf(uint32(l)), //nolint:gosec // fewer than 2^32 links
		}.append(line[:0])
		_, err = out.Write(line)
	}
	for _, l := range s.same.links {
		line = edge{key: l.key, from: s.nodes[l.from], to: s.nodes[l.to], mark: l.mark, kind: l.kind, weak: l.weak, times: l.times}.append(line[:0])
		_, err = out.Write(line)
	}
	for _, o := range orphans {
		line = o.append(line[:0])
		_, err = out.Write(line)
	}
	// A bufio.Writer keeps its first error, so the last call has it.
	if err = errors.Join(err, out.Flush()); err == nil {
		_, err = to.Write(sum.Sum(nil))
	}
	if err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	return nil
}

// kindsOfThisVersion are the kinds by the numbers that a saved snapshot has.
func kindsOfThisVersion() []byte {
	var out []byte
	for _, k := range graph.RecordKinds() {
		out = append(append(out, k...), ' ')
	}
	for _, k := range graph.LinkKinds() {
		out = append(append(out, ' '), k...)
	}
	return out
}

const (
	nodeSize = 16 + 4 + 1
	edgeSize = 3*16 + 4 + 2 + 5*8
)

func (settled Settled) header(origin Origin, links int) []byte {
	out := []byte(savedAs)
	for _, text := range [][]byte{kindsOfThisVersion(), []byte(origin.Store)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(text))) //nolint:gosec // short
		out = append(out, text...)
	}
	out = append(out, origin.Change[:]...)
	for _, n := range []uint64{uint64(settled.revision), uint64(len(settled.snapshot.nodes)), uint64(links)} { //nolint:gosec // not negative
		out = binary.LittleEndian.AppendUint64(out, n)
	}
	return out
}

func (k key) append(to []byte) []byte {
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(to, k.hi), k.lo)
}

func (n node) append(to []byte) []byte {
	return append(binary.LittleEndian.AppendUint32(n.key.append(to), n.mark), n.kind)
}

func (e edge) append(to []byte) []byte {
	to = e.to.append(e.from.append(e.key.append(to)))
	to = append(binary.LittleEndian.AppendUint32(to, e.mark), e.kind, e.weak)
	for _, t := range [...]int64{e.times.validFrom, e.times.validUntil, e.times.at, e.times.amount, e.times.ended} {
		to = binary.LittleEndian.AppendUint64(to, uint64(t)) //nolint:gosec // bits
	}
	return to
}

// ReadSnapshot reads what Write wrote. The error is ErrSaved, or that of from.
// now measures the build time; nil is time.Now.
func ReadSnapshot(from io.Reader, now func() time.Time) (*Snapshot, Origin, error) {
	sum := sha256.New()
	buffered := bufio.NewReaderSize(from, 1<<20)
	r := &savedReader{from: io.TeeReader(buffered, sum)}
	var origin Origin
	if !bytes.Equal(r.take(len(savedAs)), []byte(savedAs)) || !bytes.Equal(r.text(), kindsOfThisVersion()) {
		return nil, Origin{}, errors.Join(ErrSaved, r.err)
	}
	origin.Store = string(r.text())
	copy(origin.Change[:], r.take(sha256.Size))
	revision, nodes, links := r.number(), r.number(), r.number()
	b := NewBuilder(now)
	for ; nodes > 0 && r.err == nil; nodes-- {
		b.putNode(r.node())
	}
	for ; links > 0 && r.err == nil; links-- {
		b.putEdge(r.edge())
	}
	want := sum.Sum(nil)
	r.from = buffered
	if got := r.take(sha256.Size); r.err != nil || !bytes.Equal(got, want) {
		return nil, Origin{}, errors.Join(ErrSaved, r.err)
	}
	return b.Build(graph.Revision(revision)), origin, nil
}

// savedReader reads until something is wrong, and zeros from there on.
type savedReader struct {
	from   io.Reader
	err    error
	buffer []byte
}

const longestText = 1 << 16

// take gives the next n bytes, good until the next call.
func (r *savedReader) take(n int) []byte {
	if cap(r.buffer) < n {
		r.buffer = make([]byte, n)
	}
	r.buffer = r.buffer[:n]
	if r.err == nil {
		_, r.err = io.ReadFull(r.from, r.buffer)
	}
	if r.err != nil {
		clear(r.buffer)
	}
	return r.buffer
}

func (r *savedReader) text() []byte {
	n := binary.LittleEndian.Uint32(r.take(4))
	if n > longestText {
		r.err = ErrSaved
		return nil
	}
	return bytes.Clone(r.take(int(n)))
}

func (r *savedReader) number() uint64 { return binary.LittleEndian.Uint64(r.take(8)) }

func keyFrom(b []byte) key {
	return key{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])}
}

func (r *savedReader) node() node {
	b := r.take(nodeSize)
	return node{keyFrom(b), binary.LittleEndian.Uint32(b[16:]), b[20]}
}

func (r *savedReader) edge() edge {
	b := r.take(edgeSize)
	time := func(i int) int64 { return int64(binary.LittleEndian.Uint64(b[54+8*i:])) } //nolint:gosec // bits
	return edge{
		key: keyFrom(b), from: keyFrom(b[16:]), to: keyFrom(b[32:]), mark: binary.LittleEndian.Uint32(b[48:]),
		kind: b[52], weak: b[53], times: times{time(0), time(1), time(2), time(3), time(4)},
	}
}
