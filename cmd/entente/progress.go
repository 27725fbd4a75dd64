package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// progress shows how far a long step has come: in place on a terminal, as a
// plain line now and then elsewhere.
type progress struct {
	out      io.Writer
	terminal bool
	mu       sync.Mutex
	step     string
	begun    time.Time
	shown    time.Time
}

func newProgress(out io.Writer) *progress {
	file, ok := out.(*os.File)
	return &progress{out: out, terminal: ok && term.IsTerminal(int(file.Fd()))} //nolint:gosec // a descriptor
}

// between is how often a step is shown again.
func (p *progress) between() time.Duration {
	if p.terminal {
		return 100 * time.Millisecond
	}
	return 5 * time.Second
}

// show tells how far a step has come; total 0 is unknown, and done then counts
// seconds.
func (p *progress) show(step string, done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if step != p.step {
		p.end()
		p.step, p.begun, p.shown = step, now, time.Time{}
	}
	if now.Sub(p.shown) < p.between() && (total == 0 || done < total) {
		return
	}
	p.shown = now
	line := step + " ..."
	switch {
	case total > 0:
		line = fmt.Sprintf("%s: %d of %d (%d %%)", step, done, total, 100*done/total)
	case done > 0:
		line = fmt.Sprintf("%s ... %d s", step, done)
	}
	p.print(line)
}

func (p *progress) print(line string) {
	if p.terminal {
		_, _ = fmt.Fprintf(p.out, "\r\x1b[K%s", line)
		return
	}
	_, _ = fmt.Fprintln(p.out, line)
}

// end closes the line of the step before.
func (p *progress) end() {
	if p.step != "" && p.terminal {
		_, _ = fmt.Fprintln(p.out)
	}
	p.step = ""
}

// done says that a step is over, and how long it took.
func (p *progress) done(step string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	took := ""
	if p.step != "" {
		took = fmt.Sprintf(" (%.1f s)", time.Since(p.begun).Seconds())
	}
	if p.terminal && p.step != "" {
		_, _ = fmt.Fprintf(p.out, "\r\x1b[K")
	}
	p.step = ""
	_, _ = fmt.Fprintf(p.out, "%s%s\n", step, took)
}
