package peers_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// python is a running peers.py.
type python struct {
	tb  testing.TB
	in  io.Writer
	out *bufio.Reader
}

func startPython(tb testing.TB) *python {
	tb.Helper()
	setup := exec.CommandContext(tb.Context(), filepath.Join("..", "..", "..", "tools", "peers.sh"))
	setup.Stderr = os.Stderr
	interpreter, err := setup.Output()
	must(tb, err)
	cmd := exec.Command(strings.TrimSpace(string(interpreter)), "peers.py") //nolint:gosec // our own script
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(tb, err)
	out, err := cmd.StdoutPipe()
	must(tb, err)
	must(tb, cmd.Start())
	tb.Cleanup(func() {
		must(tb, in.Close())
		must(tb, cmd.Wait())
	})
	return &python{tb, in, bufio.NewReader(out)}
}

// question is what peers.py is asked.
type question struct {
	Op         string      `json:"op"`
	Nodes      int         `json:"nodes"`
	Edges      [][2]int    `json:"edges,omitempty"`
	File       string      `json:"file,omitempty"`
	Community  []uint32    `json:"community,omitempty"`
	Resolution float64     `json:"resolution"`
	Pairs      [][2]uint32 `json:"pairs,omitempty"`
	Seed       int         `json:"seed"`
}

// structure is what a peer makes of a graph.
type structure struct {
	Hops       [][]int `json:"hops"`
	Modularity float64 `json:"modularity"`
	Components int     `json:"components"`
}

// timed is how long a peer took, and what it found.
type timed struct {
	Seconds    []float64 `json:"seconds"`
	Hops       []int     `json:"hops"`
	Modularity float64   `json:"modularity"`
}

func (p *python) ask(q question, answer any) {
	p.tb.Helper()
	must(p.tb, json.NewEncoder(p.in).Encode(q))
	line, err := p.out.ReadBytes('\n')
	must(p.tb, err)
	must(p.tb, json.Unmarshal(line, answer))
}

func must(tb interface {
	Helper()
	Fatal(args ...any)
}, err error,
) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}
