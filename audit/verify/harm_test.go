package verify_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"testing/fstest"

	"golang.org/x/mod/sumdb/note"

	"entente/audit"
)

// A harm changes a copy of the log, as someone with the folder in hand could,
// and says what it did.
type harm func(t *testing.T, r *rand.Rand, l stored) string

// stored is a log whose files a harm may change.
type stored struct {
	files  fstest.MapFS
	signer note.Signer // the log's own key: the forger may be the operator
}

func (l stored) copied() stored {
	files := fstest.MapFS{}
	for name, file := range l.files {
		files[name] = &fstest.MapFile{Data: bytes.Clone(file.Data)}
	}
	return stored{files, l.signer}
}

// pick is a random file, the same for the same r.
func (l stored) pick(r *rand.Rand) string {
	names := slices.Sorted(maps.Keys(l.files))
	return names[r.IntN(len(names))]
}

// edit changes one byte of one file; of the checkpoint, one that is signed.
func edit(_ *testing.T, r *rand.Rand, l stored) string {
	name := l.pick(r)
	data := l.files[name].Data
	if name == "checkpoint" {
		data = data[:bytes.Index(data, []byte("\n\n"))]
	}
	at := r.IntN(len(data))
	data[at] ^= byte(1 + r.IntN(255))
	return fmt.Sprintf("edit byte %d of %s", at, name)
}

// cut removes a file, the end of a file, one entry, or the end of the log.
func cut(t *testing.T, r *rand.Rand, l stored) string {
	switch name := l.pick(r); r.IntN(4) {
	case 0:
		delete(l.files, name)
		return "remove " + name
	case 1:
		data := l.files[name].Data
		if name == "checkpoint" {
			data = data[:bytes.Index(data, []byte("\n\n"))]
		}
		l.files[name].Data = data[:r.IntN(len(data))]
		return "shorten " + name
	case 2:
		entries := l.entries(t)
		at := r.IntN(len(entries))
		l.bundle(slices.Delete(entries, at, at+1), entryCount)
		return fmt.Sprintf("remove entry %d", at)
	default:
		entries := l.entries(t)
		size := r.IntN(len(entries))
		l.sign(t, entries[:size], l.signer)
		return fmt.Sprintf("cut the log to %d entries and sign it", size)
	}
}

// swap exchanges two entries or two files.
func swap(t *testing.T, r *rand.Rand, l stored) string {
	if one, two := l.pick(r), l.pick(r); r.IntN(2) == 0 && one != two && !bytes.Equal(l.files[one].Data, l.files[two].Data) {
		l.files[one], l.files[two] = l.files[two], l.files[one]
		return "swap " + one + " and " + two
	}
	entries := l.entries(t)
	one := r.IntN(len(entries))
	two := (one + 1 + r.IntN(len(entries)-1)) % len(entries)
	entries[one], entries[two] = entries[two], entries[one]
	l.bundle(entries, entryCount)
	return fmt.Sprintf("swap entries %d and %d", one, two)
}

// fork makes another history, whole in itself, and signs it with the log's own
// key or with another one of the same name.
func fork(t *testing.T, r *rand.Rand, l stored) string {
	entries := l.entries(t)
	at := r.IntN(len(entries))
	e, err := audit.Decode(entries[at])
	if err != nil {
		t.Fatal(err)
	}
	e.Request = "forged-" + strconv.Itoa(r.Int())
	forged, err := audit.Encode(e)
	if err != nil {
		t.Fatal(err)
	}
	did, signer := "replace", l.signer
	switch r.IntN(4) {
	case 0:
		did, entries = "put in", slices.Insert(entries, at, forged)
	case 1:
		did, entries = "leave out", slices.Delete(entries, at, at+1)
	case 2:
		did, signer = "under another key put in", another(t, l.signer.Name())
		entries = append(entries, forged)
	default:
		entries[at] = forged
	}
	l.sign(t, entries, signer)
	return fmt.Sprintf("%s entry %d and sign", did, at)
}

// another is another key of the same name.
func another(t *testing.T, name string) note.Signer {
	t.Helper()
	secret, _, err := note.GenerateKey(zeroes{}, name)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { clear(p); return len(p), nil }

var _ io.Reader = zeroes{}

// entries reads every entry of the files as they are.
func (l stored) entries(t *testing.T) [][]byte {
	t.Helper()
	var out [][]byte
	for n := range (entryCount + 255) / 256 {
		raw := l.files[plainPath("entries", n, min(256, entryCount-n*256))].Data
		for len(raw) > 0 {
			end := 2 + int(binary.BigEndian.Uint16(raw))
			out, raw = append(out, raw[2:end]), raw[end:]
		}
	}
	return out
}

// bundle writes the entry bundles anew, in the files of a log of that size.
func (l stored) bundle(entries [][]byte, size int) {
	for n := 0; n*256 < size; n++ {
		row := entries[n*256 : min(len(entries), (n+1)*256)]
		var data []byte
		for _, e := range row {
			data = append(binary.BigEndian.AppendUint16(data, uint16(len(e))), e...)
		}
		l.files[plainPath("entries", n, min(256, size-n*256))] = &fstest.MapFile{Data: data}
	}
}

// sign writes bundles, tiles and a checkpoint that all agree.
func (l stored) sign(t *testing.T, entries [][]byte, signer note.Signer) {
	t.Helper()
	clear(l.files)
	l.bundle(entries, len(entries))
	var hashes [][]byte
	for _, e := range entries {
		hashes = append(hashes, plainHash(0, e))
	}
	for level, nodes := 0, hashes; len(nodes) > 0; level++ {
		var above [][]byte
		for n := 0; n*256 < len(nodes); n++ {
			row := nodes[n*256 : min(len(nodes), (n+1)*256)]
			l.files[plainPath(strconv.Itoa(level), n, len(row))] = &fstest.MapFile{Data: bytes.Join(row, nil)}
			if len(row) == 256 {
				above = append(above, plainRoot(row))
			}
		}
		nodes = above
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", signer.Name(), len(entries), base64.StdEncoding.EncodeToString(plainRoot(hashes)))
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	if err != nil {
		t.Fatal(err)
	}
	l.files["checkpoint"] = &fstest.MapFile{Data: signed}
}
