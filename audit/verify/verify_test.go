package verify_test

import (
	"crypto/rand"
	"io/fs"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/mod/sumdb/note"

	"entente/audit"
	"entente/audit/verify"
	"entente/auth"
	"entente/graph"
)

const entryCount = 300

// 1,000 random edits, cuts, swaps and forks: both verifiers find all of them.
func TestEveryHarmIsFoundByBothVerifiers(t *testing.T) {
	sound, key, kept := smallLog(t)
	check(t, "the log untouched", sound.files, key, true, kept...)
	for name, do := range map[string]harm{"edit": edit, "cut": cut, "swap": swap, "fork": fork} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := mathrand.New(mathrand.NewPCG(2011, 7)) //nolint:gosec // a test that repeats
			for range 250 {
				l := sound.copied()
				did := do(t, r, l)
				check(t, did, l.files, key, false, kept...)
			}
		})
	}
}

// What only a kept checkpoint can find: the holder of the key writes another
// history. Without one, the forged log is sound in itself.
func TestAForgedHistoryIsSoundUntilAKeptCheckpointIsHeldToIt(t *testing.T) {
	sound, key, kept := smallLog(t)
	forged := sound.copied()
	entries := forged.entries(t)
	forged.sign(t, slices.Delete(entries, 3, 4), forged.signer)
	check(t, "no checkpoint kept", forged.files, key, true)
	for _, one := range kept {
		check(t, "a checkpoint kept", forged.files, key, false, one)
	}
}

// Each kind of harm is named, and so is the first entry concerned.
func TestAFindingSaysWhatAndWhere(t *testing.T) {
	sound, key, kept := smallLog(t)
	for name, tt := range map[string]struct {
		harm  func(l stored)
		kind  verify.Kind
		entry uint64
	}{
		"an entry": {func(l stored) { l.files[plainPath("entries", 1, 44)].Data[2] ^= 1 }, verify.Malformed, 256},
		"an entry of another log": {func(l stored) {
			entries := l.entries(t)
			entries[7] = entries[8]
			l.bundle(entries, entryCount)
		}, verify.Edited, 7},
		"a hash":          {func(l stored) { l.files[plainPath("0", 0, 256)].Data[5*32] ^= 1 }, verify.Edited, 5},
		"an upper hash":   {func(l stored) { l.files[plainPath("1", 0, 1)].Data[0] ^= 1 }, verify.Edited, 0},
		"a file":          {func(l stored) { delete(l.files, plainPath("entries", 1, 44)) }, verify.Cut, 256},
		"no checkpoint":   {func(l stored) { delete(l.files, "checkpoint") }, verify.Cut, 0},
		"its signature":   {func(l stored) { l.files["checkpoint"].Data[0] ^= 1 }, verify.Unsigned, 0},
		"a shorter log":   {func(l stored) { l.sign(t, l.entries(t)[:299], l.signer) }, verify.Cut, 299},
		"a folder in way": {func(l stored) { asFolder(l, plainPath("0", 0, 256)) }, verify.Unreadable, 0},
		"another history": {func(l stored) {
			entries := l.entries(t)
			l.sign(t, slices.Delete(append(entries, entries[0]), 0, 1), l.signer)
		}, verify.Forked, 100},
	} {
		l := sound.copied()
		tt.harm(l)
		report, err := verify.Log(t.Context(), l.files, key, kept...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(report.Findings) == 0 || report.Findings[0].Kind != tt.kind || report.Findings[0].Entry != tt.entry {
			t.Errorf("%s: got %v, want %s at %d", name, report.Findings, tt.kind, tt.entry)
		}
		if err := report.Err(); err == nil || strings.Contains(err.Error(), "Lantern") {
			t.Errorf("%s: got the error %v", name, err)
		}
	}
}

func asFolder(l stored, name string) {
	delete(l.files, name)
	l.files[name+"/x"] = &fstest.MapFile{}
}

func TestAMalformedKeyIsAnErrorAndNotAFinding(t *testing.T) {
	sound, _, _ := smallLog(t)
	if _, err := verify.Log(t.Context(), sound.files, "not a key"); err == nil {
		t.Error("a malformed key was taken")
	}
}

func TestAnEmptyLogIsSound(t *testing.T) {
	dir := t.TempDir()
	tree := openLog(t, dir)
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	check(t, "empty", os.DirFS(audit.LogFolder(dir)), tree.VerifierKey(), true)
}

// A log that grew past a bundle while partial files were cleared away is sound,
// and continues checkpoints kept from before.
func TestAGrownLogContinuesItsOldCheckpoints(t *testing.T) {
	dir := t.TempDir()
	tree := openLog(t, dir)
	var kept [][]byte
	for n := range 3 {
		fill(t, tree, n*100, (n+1)*100)
		if err := tree.Close(); err != nil {
			t.Fatal(err)
		}
		tree = openLog(t, dir)
		kept = append(kept, tree.Checkpoint())
	}
	if err := os.RemoveAll(filepath.Join(audit.LogFolder(dir), "tile/entries/000.p")); err != nil {
		t.Fatal(err)
	}
	key := tree.VerifierKey()
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	check(t, "grown", os.DirFS(audit.LogFolder(dir)), key, true, kept...)
}

// check asks both verifiers.
func check(t *testing.T, what string, files fs.FS, key string, sound bool, kept ...[]byte) {
	t.Helper()
	report, err := verify.Log(t.Context(), files, key, kept...)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if (report.Err() == nil) != sound {
		t.Errorf("%s: verify found %v", what, report.Findings)
	}
	if err := separately(files, key, kept...); (err == nil) != sound {
		t.Errorf("%s: the separate verifier found: %v", what, err)
	}
}

// smallLog is a log of entryCount entries as it is stored, without the partial
// files it has outgrown, with its key and two checkpoints a partner kept: of
// the first 100 entries and of all.
func smallLog(t *testing.T) (stored, string, [][]byte) {
	t.Helper()
	dir := t.TempDir()
	tree := openLog(t, dir)
	fill(t, tree, 0, entryCount)
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	secret, err := os.ReadFile(filepath.Join(dir, "signing.key"))
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(strings.TrimSpace(string(secret)))
	if err != nil {
		t.Fatal(err)
	}
	l := stored{fstest.MapFS{}, signer}
	for _, name := range []string{
		"checkpoint", plainPath("entries", 0, 256), plainPath("entries", 1, 44),
		plainPath("0", 0, 256), plainPath("0", 1, 44), plainPath("1", 0, 1),
	} {
		data, err := os.ReadFile(filepath.Join(audit.LogFolder(dir), name))
		if err != nil {
			t.Fatal(err)
		}
		l.files[name] = &fstest.MapFile{Data: data}
	}
	early := l.copied()
	early.sign(t, l.entries(t)[:100], signer)
	return l, tree.VerifierKey(), [][]byte{early.files["checkpoint"].Data, l.files["checkpoint"].Data}
}

func openLog(t *testing.T, dir string) *audit.Tree {
	t.Helper()
	tree, err := audit.Open(t.Context(), dir, audit.Options{
		Name: "hub.example/audit/1", Random: rand.Reader, CheckpointInterval: 100 * time.Millisecond,
		Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// fill records entries from one number up to another, all at once.
func fill(t *testing.T, tree *audit.Tree, from, to int) {
	t.Helper()
	var all sync.WaitGroup
	for n := from; n < to; n++ {
		all.Go(func() {
			_, err := tree.Record(t.Context(), audit.Entry{
				Action: audit.Read, Purpose: "Operation Harbour Lantern", Request: "req-" + strconv.Itoa(n),
				Officer:      auth.OfficerID("https://idp.met.example", "wendeline.ashdown"),
				Organisation: graph.IDOf(graph.NounOrganisation, [16]byte{1}),
				Elements:     []graph.ID{graph.IDOf(graph.NounRecord, [16]byte{byte(n)})},
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}
