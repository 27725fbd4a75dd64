package main

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// report is docs/bench/latest.json.
type report struct {
	Machine machine  `json:"machine"`
	Commit  string   `json:"commit"` // of the last run, with "+" where the tree was changed
	Date    string   `json:"date"`   // of the last run, UTC
	Results []result `json:"results"`
}

// put replaces all results of one package.
func (r *report) put(pkg string, fresh []result) {
	r.Results = slices.DeleteFunc(r.Results, func(old result) bool { return old.Package == pkg })
	for _, f := range fresh {
		f.Package, f.Commit = pkg, r.Commit
		r.Results = append(r.Results, f)
	}
	slices.SortStableFunc(r.Results, func(a, b result) int { return cmp.Compare(a.Package, b.Package) })
}

// machine is where it was measured; 0 and "" are unknown.
type machine struct {
	Cores     int    `json:"cores"`
	MemoryMiB int    `json:"memoryMiB"`
	CPU       string `json:"cpu"`
	Go        string `json:"go"`
}

// result is one figure. Name is the one the benchmark gave it, else package,
// benchmark and case.
type result struct {
	Name    string  `json:"name"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Peers   []peer  `json:"peers"` // the same figure of other programs, measured in the same run
	Package string  `json:"package"`
	Commit  string  `json:"commit"` // at which it was measured
}

// peer is what another program took for the same work.
type peer struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// peerMark stands in the name of a benchmark that measures another program:
// BenchmarkLeiden/visible75/peer=igraph is a peer of BenchmarkLeiden/visible75.
const peerMark = "/peer="

// withPeers puts each peer's figure under the figure it is compared with; one
// that is compared with nothing stays a result of its own.
func withPeers(all []result) []result {
	at := map[string]int{}
	var own []result
	for _, r := range all {
		if !strings.Contains(r.Name, peerMark) {
			at[r.Name+" "+r.Unit] = len(own)
			own = append(own, r)
		}
	}
	for _, r := range all {
		name, who, isPeer := strings.Cut(r.Name, peerMark)
		if !isPeer {
			continue
		}
		if i, ok := at[name+" "+r.Unit]; ok {
			own[i].Peers = append(own[i].Peers, peer{Name: who, Value: r.Value})
			continue
		}
		own = append(own, r)
	}
	return own
}

// parse reads one line of go test -bench: the name, how often it ran, then
// pairs of value and unit. Other lines give nothing.
func parse(pkg, line string) []result {
	words := strings.Fields(line)
	if len(words) < 4 || !strings.HasPrefix(words[0], "Benchmark") {
		return nil
	}
	name := strings.TrimPrefix(words[0], "Benchmark")
	if cores := strings.LastIndex(name, "-"); cores > 0 {
		if _, err := strconv.Atoi(name[cores+1:]); err == nil {
			name = name[:cores]
		}
	}
	var out []result
	for i := 2; i+1 < len(words); i += 2 {
		value, err := strconv.ParseFloat(words[i], 64)
		if err != nil {
			return nil
		}
		r := result{Name: pkg + " " + name, Value: value, Unit: words[i+1], Peers: []peer{}}
		if given, ok := strings.CutPrefix(words[i+1], nameMark); ok {
			r.Name, r.Unit = named(given)
		}
		out = append(out, r)
	}
	return out
}

// nameMark begins the unit of a metric that has a name of its own in the file:
// "name:path.visible.1m.p50:ms", or for another program's figure
// "name:path.visible.1m.p50:ms:peer=cypher".
const nameMark = "name:"

// named takes such a unit apart. A figure without a unit is a ratio, "x".
func named(given string) (name, unit string) {
	name, rest, _ := strings.Cut(given, ":")
	unit, who, isPeer := strings.Cut(rest, ":peer=")
	if bare, ok := strings.CutPrefix(rest, "peer="); ok {
		unit, who, isPeer = "", bare, true
	}
	if isPeer {
		name += peerMark + who
	}
	return name, cmp.Or(unit, "x")
}

// twice is a name and unit that two results have, "" for none: whoever reads
// the file would not know which is meant.
func twice(all []result) string {
	seen := map[string]bool{}
	for _, r := range all {
		if key := r.Name + " " + r.Unit; seen[key] {
			return key
		} else {
			seen[key] = true
		}
	}
	return ""
}

// thisMachine says what a reader needs to compare figures.
func thisMachine() machine {
	m := machine{Cores: runtime.NumCPU(), Go: runtime.Version()}
	if kib, err := strconv.Atoi(strings.TrimSuffix(entry("/proc/meminfo", "MemTotal"), " kB")); err == nil {
		m.MemoryMiB = kib / 1024
	}
	m.CPU = entry("/proc/cpuinfo", "model name")
	return m
}

// entry is the first "key: value" of a file of the kernel, "" for none.
func entry(file, key string) string {
	content, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(content)) {
		name, value, ok := strings.Cut(line, ":")
		if ok && strings.TrimSpace(name) == key {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// commit is what was measured, "" outside a checkout.
func commit(ctx context.Context) string {
	head, err := exec.CommandContext(ctx, "git", "rev-parse", "--short=12", "HEAD").Output()
	if err != nil {
		return ""
	}
	name := strings.TrimSpace(string(head))
	changed, err := exec.CommandContext(ctx, "git", "status", "--porcelain", "--untracked-files=no").Output()
	if err != nil || len(changed) > 0 {
		name += "+"
	}
	return name
}
