package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
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
		{"./exchange/csv", "3s"},
		{"./audit", "2000x"},
		{"./graph/engine", "2s"},
		{"./graph/neo4j", "1x"},
	}
}

const file = "docs/bench/latest.json"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures all, and writes the file only if nothing failed.
func run(ctx context.Context, out, progress io.Writer) error {
	done := report{Machine: thisMachine(), Commit: commit(ctx), Date: time.Now().UTC().Format(time.DateOnly)}
	for _, s := range suites() {
		_, _ = fmt.Fprintf(progress, "bench: %s ...\n", s.pkg)
		results, err := s.run(ctx, progress)
		if err != nil {
			return err
		}
		done.Results = append(done.Results, results...)
	}
	done.Results = withPeers(done.Results)
	if err := table(out, done); err != nil {
		return err
	}
	return write(done)
}

// run runs the benchmarks of one package in a process of its own.
func (s suite) run(ctx context.Context, progress io.Writer) ([]result, error) {
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", ".", "-benchtime", s.benchtime, "-timeout", "60m", s.pkg)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.MultiWriter(&said, progress), progress
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w", s.pkg, err)
	}
	var results []result
	lines := bufio.NewScanner(&said)
	for lines.Scan() {
		results = append(results, parse(strings.TrimPrefix(s.pkg, "./"), lines.Text())...)
	}
	return results, lines.Err()
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
