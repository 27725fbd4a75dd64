package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"
)

// suite is the benchmarks of one package, run for as long as each needs.
type suite struct {
	pkg, benchtime string
}

// suites are what is measured, the quick ones first.
func suites() []suite {
	return []suite{
		{"exchange/csv", "3s"},
		{"audit", "2000x"},
		{"graph/engine", "2s"},
		{"graph/engine/dismantle", "1x"},
		{"graph/engine/peers", "1x"},
		{"graph/neo4j", "1x"},
		{"server", "1x"},
		{"cmd/entente", "1x"},
	}
}

// suiteTime bounds one package: all together are to take less than 25 minutes.
const suiteTime = "15m"

const file = "docs/bench/latest.json"

func main() {
	only := flag.String("only", "", "measure this package alone, e.g. graph/engine, and keep the other results of "+file)
	draw := flag.Bool("draw", false, "measure nothing: draw "+figureFile+" of the results in "+file)
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	var err error
	if *draw {
		err = redraw()
	} else {
		err = run(ctx, *only, os.Stdout, os.Stderr)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures, and puts what was measured into the file. A package that fails
// keeps its former results there, which say at which commit they were measured.
func run(ctx context.Context, only string, out, progress io.Writer) error {
	chosen, err := choose(only)
	if err != nil {
		return err
	}
	all, err := read()
	if err != nil {
		return err
	}
	all.Machine, all.Commit, all.Date = thisMachine(), commit(ctx), time.Now().UTC().Format(time.DateOnly)
	var failed error
	for _, s := range chosen {
		_, _ = fmt.Fprintf(progress, "bench: %s ...\n", s.pkg)
		results, err := s.run(ctx, progress)
		if err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		all.put(s.pkg, results)
	}
	if name := twice(all.Results); name != "" {
		return errors.Join(failed, fmt.Errorf("two results have the name and unit %q", name))
	}
	return errors.Join(failed, table(out, all), write(all), writeFigure(all))
}

// choose gives the suite of a package, named with or without "./", or all.
func choose(only string) ([]suite, error) {
	if only == "" {
		return suites(), nil
	}
	var known []string
	for _, s := range suites() {
		if s.pkg == strings.Trim(strings.TrimPrefix(only, "./"), "/") {
			return []suite{s}, nil
		}
		known = append(known, s.pkg)
	}
	return nil, fmt.Errorf("-only: %q is not measured; these are: %s", only, strings.Join(known, ", "))
}

// productNeo4j has tests start Neo4j as 'entente dev' does (neo4jtest).
const productNeo4j = "ENTENTE_TEST_NEO4J_AS=product"

// run runs the benchmarks of one package in a process of its own.
func (s suite) run(ctx context.Context, progress io.Writer) ([]result, error) {
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", ".", "-benchtime", s.benchtime, "-timeout", suiteTime, "./"+s.pkg) // #nosec G204 -- a suite
	cmd.Env = append(os.Environ(), productNeo4j)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.MultiWriter(&said, progress), progress
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("the benchmarks of %s failed: %w", s.pkg, err)
	}
	var results []result
	for line := range strings.Lines(said.String()) {
		results = append(results, parse(s.pkg, line)...)
	}
	if len(results) == 0 {
		_, _ = fmt.Fprintf(progress, "bench: %s measured nothing\n", s.pkg)
	}
	return withPeers(results), nil
}

// read gives the file as it is, empty if there is none yet.
func read() (report, error) {
	content, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return report{}, nil
	}
	if err != nil {
		return report{}, fmt.Errorf("read the former results: %w", err)
	}
	var former report
	if err := json.Unmarshal(content, &former); err != nil {
		return report{}, fmt.Errorf("read the former results in %s: %w", file, err)
	}
	return former, nil
}

func table(out io.Writer, r report) error {
	columns := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintf(columns, "%s, %d cores, %d MiB, commit %s\n", r.Machine.CPU, r.Machine.Cores, r.Machine.MemoryMiB, r.Commit)
	_, _ = fmt.Fprintln(columns, "what\tvalue\tunit\tpeers")
	for _, result := range r.Results {
		var peers []string
		for _, p := range result.Peers {
			peers = append(peers, fmt.Sprintf("%s %.6g", p.Name, p.Value))
		}
		_, _ = fmt.Fprintf(columns, "%s\t%.6g\t%s\t%s\n", result.Name, result.Value, result.Unit, strings.Join(peers, ", "))
	}
	return columns.Flush()
}

func write(r report) error {
	encoded, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("encode the results: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil { //nolint:gosec // a document
		return fmt.Errorf("write the results: %w", err)
	}
	if err := os.WriteFile(file, append(encoded, '\n'), 0o644); err != nil { //nolint:gosec // a document
		return fmt.Errorf("write the results: %w", err)
	}
	return nil
}
