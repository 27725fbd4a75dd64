package main

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
)

// report is docs/bench/latest.json.
type report struct {
	Machine machine  `json:"machine"`
	Commit  string   `json:"commit"` // with "+" where the tree was changed
	Date    string   `json:"date"`   // of the run, UTC
	Results []result `json:"results"`
}

// machine is where it was measured; 0 and "" are unknown.
type machine struct {
	Cores     int    `json:"cores"`
	MemoryMiB int    `json:"memoryMiB"`
	CPU       string `json:"cpu"`
	Go        string `json:"go"`
}

// result is one figure: package, benchmark and case in Name.
type result struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	Peers []peer  `json:"peers"` // the same figure of other programs, measured in the same run
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
		out = append(out, result{Name: pkg + " " + name, Value: value, Unit: words[i+1], Peers: []peer{}})
	}
	return out
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
