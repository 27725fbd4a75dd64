package audit_test

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"entente/audit"
)

// What a process that died left in the journal is in the log after the next
// start: all of it, nothing twice, whether the tree had it or not, and up to
// the leaf that was torn.
func TestWhatIsLeftInTheJournalGoesIntoTheLogOnce(t *testing.T) {
	left := journalOf(t, 5)
	for name, tt := range map[string]struct {
		before  int
		journal []byte
		want    int
	}{
		"the tree had nothing":      {0, left, 5},
		"the tree had a part":       {2, left, 5},
		"the tree had all":          {5, left, 5},
		"the last one is torn":      {2, left[:len(left)-1], 4},
		"the last one is corrupted": {2, append(left[:len(left)-1:len(left)-1], left[len(left)-1]^1), 4},
		"a head is torn":            {0, left[:7], 0},
		"nothing is left":           {3, nil, 3},
	} {
		dir := t.TempDir()
		tree := open(t, dir)
		for n := range tt.before {
			record(t, tree, read(n))
		}
		if err := tree.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "journal"), tt.journal, 0o600); err != nil {
			t.Fatal(err)
		}
		again := open(t, dir)
		if got := again.Size(); int(got) != tt.want {
			t.Errorf("%s: got %d entries, want %d", name, got, tt.want)
		}
		for n, e := range stored(t, dir) {
			if e.Request != read(n).Request {
				t.Errorf("%s: entry %d is %s", name, n, e.Request)
			}
		}
		if got := record(t, again, read(99)); int(got[0]) != tt.want {
			t.Errorf("%s: the log goes on at %d, want %d", name, got[0], tt.want)
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
		wantSound(t, again, dir, uint64(tt.want)+1)
	}
}

// A long run begins the journal anew again and again, and readers beside it
// never miss an entry or see one twice.
func TestReadersBesideTheWriterSeeEveryEntryOnce(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	for n := range 60 {
		record(t, tree, read(n, people(0, 1800)...))
		if got := len(stored(t, dir)); got != n+1 {
			t.Fatalf("after entry %d: %d were read", n, got)
		}
		if e, err := audit.At(dir, audit.Index(n)); err != nil || e.Request != read(n).Request {
			t.Fatalf("entry %d: got %s, %v", n, e.Request, err)
		}
	}
	info, err := os.Stat(filepath.Join(dir, "journal"))
	if err != nil {
		t.Fatal(err)
	}
	if written := int64(60 * 54_000); info.Size() >= written {
		t.Errorf("the journal has grown to %d bytes and was never begun anew", info.Size())
	}
}

// journalOf is the journal of a writer of n entries.
func journalOf(t *testing.T, n int) []byte {
	t.Helper()
	dir := t.TempDir()
	tree := open(t, dir)
	for i := range n {
		record(t, tree, read(i))
	}
	data, err := os.ReadFile(filepath.Join(dir, "journal"))
	if err != nil {
		t.Fatal(err)
	}
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

// behind is a journal that begins at entry 3 of a log.
func behind() []byte {
	body := append(binary.BigEndian.AppendUint64(nil, 3), "{}"...)
	out := binary.BigEndian.AppendUint32(nil, 2)
	out = binary.BigEndian.AppendUint32(out, crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
	return append(out, body...)
}
