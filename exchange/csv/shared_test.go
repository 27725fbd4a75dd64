package csv_test

import (
	"bufio"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"entente/exchange/csv"
	"entente/graph"
)

const (
	sharedData = "../../../shared/data"
	examples   = "../../examples/networks"
)

// tally is what a reading gave.
type tally struct {
	Records, Links, Rejected int
	Ignored, Repeated        int64
}

func readAll(t *testing.T, mapping string, files ...string) tally {
	t.Helper()
	m, err := csv.ReadMapping(filepath.Join(examples, mapping))
	if err != nil {
		t.Fatal(err)
	}
	r, err := csv.Open(m, csv.Options{Owner: owner(), Hub: "test", Files: files})
	if err != nil {
		t.Fatal(err)
	}
	var got tally
	known := map[graph.ID]bool{}
	links := map[graph.ID]bool{}
	for row, err := range r.All() {
		switch {
		case err != nil:
			t.Fatal(err)
		case row.Record != nil:
			if got.Records++; known[row.Record.ID] || got.Links > 0 {
				t.Fatalf("line %d: record %s twice, or after a link", row.Line, row.Record.ID)
			}
			known[row.Record.ID] = true
		case row.Link != nil:
			if got.Links++; !known[row.Link.From] || !known[row.Link.To] || links[row.Link.ID] {
				t.Fatalf("line %d: a link before its ends, or twice", row.Line)
			}
			links[row.Link.ID] = true
		default:
			got.Rejected++
			t.Logf("%s:%d %s", row.File, row.Line, row.Rejected.Reason)
		}
	}
	p := r.Progress()
	if p.Bytes != p.Total || p.Rows != int64(got.Records+got.Links) || p.Rejected != int64(got.Rejected) {
		t.Errorf("progress %+v after %+v", p, got)
	}
	got.Ignored, got.Repeated = p.Ignored, p.Repeated
	return got
}

func shared(t testing.TB, path string) string {
	t.Helper()
	path = filepath.Join(sharedData, path)
	if _, err := os.Stat(path); err != nil {
		t.Skip("skipped: the networks for tests are not on this machine (" + path + ")")
	}
	return path
}

// The counts are those of the files themselves. A tie of somebody with
// himself is rejected: 1 among the hijackers, 15 among the transfers.
func TestReadsEveryCovertNetwork(t *testing.T) {
	for file, c := range map[string]struct {
		mapping string
		want    tally
	}{
		"covert/911_hijackers.jsonl":    {"people.yaml", tally{Records: 60, Links: 241, Rejected: 1}},
		"covert/noordintop.jsonl":       {"people.yaml", tally{Records: 79, Links: 2028}},
		"covert/rhodes_bombing.jsonl":   {"people.yaml", tally{Records: 22, Links: 129}},
		"covert/montreal_gangs.jsonl":   {"montreal-gangs.yaml", tally{Records: 35, Links: 153}},
		"covert/madoff.jsonl":           {"madoff.yaml", tally{Records: 61, Links: 60, Rejected: 1, Ignored: 61}},
		"covert/moreno_crime.jsonl":     {"moreno-crime.yaml", tally{Records: 1380, Links: 1517, Ignored: 1517}},
		"covert/Montagna_meetings.el":   {"edge-list.yaml", tally{Records: 101, Links: 256}},
		"covert/Montagna_phonecalls.el": {"edge-list.yaml", tally{Records: 100, Links: 124}},
		"covert/morselli_caviar.el":     {"edge-list.yaml", tally{Records: 110, Links: 205}},
	} {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if got := readAll(t, c.mapping, shared(t, file)); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestReadsTheTransfers(t *testing.T) {
	nodes, transfers := shared(t, "transfers/amlsim_20k_nodes.csv.gz"), shared(t, "transfers/amlsim_20k_transactions.csv.gz")
	want := tally{Records: 20_000, Links: 120_558 - 15, Rejected: 15}
	if got := readAll(t, "amlsim.yaml", nodes, transfers); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestReadsEveryPublishedNetwork(t *testing.T) {
	folder := shared(t, "networks")
	paths, err := filepath.Glob(filepath.Join(folder, "*.el.gz"))
	if err != nil || len(paths) == 0 {
		t.Fatal("no networks", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			if strings.HasPrefix(filepath.Base(path), "com-dblp") && testing.Short() {
				t.Skip("skipped: a million links take too long for -short")
			}
			want := promised(t, path)
			if got := readAll(t, "edge-list.yaml", path); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}

// promised is what a network's lines hold: the links that its first line says,
// and the numbers that occur in them. Of somebody without any tie an edge list
// says nothing.
func promised(t *testing.T, path string) tally {
	t.Helper()
	file, err := os.Open(path) // #nosec G304 -- one of the shared networks
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	in, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	words := bufio.NewScanner(in)
	words.Split(bufio.ScanWords)
	var want tally
	people := map[string]bool{}
	for i := 0; words.Scan(); i++ {
		switch i {
		case 0:
		case 1:
			want.Links, err = strconv.Atoi(words.Text())
		default:
			people[words.Text()] = true
		}
	}
	if err = errors.Join(err, words.Err()); err != nil {
		t.Fatal(err)
	}
	want.Records = len(people)
	return want
}

func TestReadsTheGuesthouse(t *testing.T) {
	if got, want := readAll(t, "../guesthouse/mapping.yaml"), (tally{Records: 16, Links: 17, Rejected: 1, Repeated: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
