package dismantle_test

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

// open opens a file of the shared data folder, or skips plainly.
func open(t testing.TB, name string) io.Reader {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", filepath.FromSlash(name)))
	if os.IsNotExist(err) {
		t.Skipf("skipped: ../shared/data/%s is not on this machine", name)
	}
	must(t, err)
	t.Cleanup(func() { must(t, file.Close()) })
	if !strings.HasSuffix(name, ".gz") {
		return file
	}
	in, err := gzip.NewReader(file)
	must(t, err)
	return in
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func edgeList(t testing.TB, name string) *network.Network {
	t.Helper()
	lines := bufio.NewScanner(open(t, name))
	var ties []network.Tie
	n := 0
	for first := true; lines.Scan(); first = false {
		a, b, _ := strings.Cut(strings.TrimSpace(lines.Text()), " ")
		x, err := strconv.ParseUint(a, 10, 32)
		must(t, err)
		y, err := strconv.ParseUint(strings.TrimSpace(b), 10, 32)
		must(t, err)
		if first {
			n = int(x)
			continue
		}
		ties = append(ties, network.Tie{A: uint32(x), B: uint32(y)})
	}
	must(t, lines.Err())
	return network.New(n, ties)
}

type row struct {
	network, method string
	area            float64
}

func published(t testing.TB) []row {
	t.Helper()
	all, err := csv.NewReader(open(t, "networks/published.csv")).ReadAll()
	must(t, err)
	var out []row
	for _, fields := range all[1:] {
		area, err := strconv.ParseFloat(fields[2], 64)
		must(t, err)
		out = append(out, row{fields[0], fields[1], area})
	}
	return out
}

// BenchmarkDismantle plans on each network of published.csv with two workers.
// area counts from before the first removal, as the data's README says, and MIND's
// rows are set beside it; area_from_first counts from the first removal on, as the
// rows of published.csv do that were run anew (docs/algorithms.md).
func BenchmarkDismantle(b *testing.B) {
	rows := published(b)
	for b.Loop() {
		dismantleAll(b, rows)
	}
}

func dismantleAll(b *testing.B, rows []row) {
	seen := map[string]bool{}
	logs, worst, count, rerun := 0.0, 0.0, 0, 0.0
	for _, r := range rows {
		if seen[r.network] {
			continue
		}
		seen[r.network] = true
		area, fromFirst := dismantled(b, r.network, rows)
		for _, one := range rows {
			if one.network != r.network {
				continue
			}
			if !one.mind() {
				rerun = max(rerun, fromFirst/one.area)
				continue
			}
			logs += math.Log(area / one.area)
			worst = max(worst, area/one.area)
			count++
		}
	}
	b.ReportMetric(rerun, "name:dismantle.vs_rerun.worst")
	b.ReportMetric(math.Exp(logs/float64(count)), "name:dismantle.vs_mind.geomean")
	b.ReportMetric(worst, "name:dismantle.vs_mind.worst")
}

func (r row) mind() bool { return strings.HasPrefix(r.method, "MIND") }

func dismantled(b *testing.B, name string, rows []row) (area, fromFirst float64) {
	w := edgeList(b, "networks/"+name+".el.gz")
	began := time.Now()
	order, err := dismantle.Sequence(b.Context(), w, nil, dismantle.Effort{Seed: 1, Workers: 2})
	took := time.Since(began).Seconds()
	must(b, err)
	o, err := dismantle.Score(w, order, nil)
	must(b, err)
	n := float64(w.Size())
	fromFirst = o.Area - float64(o.Largest[0]+o.Largest[1])/2/n/n
	short := "dismantle." + strings.TrimSuffix(name, "_projected")
	b.ReportMetric(o.Area, "name:"+short+".area:area_over_n")
	b.ReportMetric(fromFirst, "name:"+short+".area_from_first:area_over_n")
	b.ReportMetric(float64(o.Reached), "name:"+short+".removed:nodes")
	b.ReportMetric(took, "name:"+short+".seconds:s")
	for _, r := range rows {
		if r.network != name {
			continue
		}
		result := short + ".area_from_first"
		if r.mind() {
			result = short + ".area"
		}
		b.ReportMetric(r.area, "name:"+result+":area_over_n:peer="+strings.ReplaceAll(r.method, " ", "_"))
	}
	return o.Area, fromFirst
}

// montagna is the largest component of a Montagna network, and what the sum of
// its shares after 1 to 20 removals is.
func montagna(t testing.TB, name string) (int, float64) {
	all := edgeList(t, "covert/"+name)
	whole, err := dismantle.Score(all, nil, nil)
	must(t, err)
	place := map[uint32]uint32{}
	for i, v := range whole.Pieces[0].Members {
		place[v] = uint32(i)
	}
	var ties []network.Tie
	for v := range place {
		for _, end := range all.Row(v) {
			if v < end {
				ties = append(ties, network.Tie{A: place[v], B: place[end]})
			}
		}
	}
	w := network.New(len(place), ties)
	order, err := dismantle.Within(t.Context(), w, nil, 20, dismantle.Effort{Seed: 1, Workers: 2})
	must(t, err)
	o, err := dismantle.Score(w, order, nil)
	must(t, err)
	sum := 0
	for _, size := range o.Largest[1:21] {
		sum += size
	}
	return len(place), float64(sum) / float64(len(place))
}

func BenchmarkMontagna(b *testing.B) {
	for b.Loop() {
		for name, file := range map[string]string{"meetings": "Montagna_meetings.el", "calls": "Montagna_phonecalls.el"} {
			_, sum := montagna(b, file)
			b.ReportMetric(sum, "name:montagna."+name+".sum20:share")
		}
	}
}

// blocks gives each node the number of its block: regions grown side by side
// from random nodes, as organisations know parts of a network.
func blocks(w *network.Network, count int, rng *rand.Rand) []int {
	of := make([]int, w.Size())
	for v := range of {
		of[v] = -1
	}
	var queue []uint32
	for i, v := range rng.Perm(w.Size())[:count] {
		of[v] = i
		queue = append(queue, uint32(v))
	}
	for at := 0; at < len(queue); at++ {
		for _, end := range w.Row(queue[at]) {
			if of[end] < 0 {
				of[end] = of[queue[at]]
				queue = append(queue, end)
			}
		}
	}
	for v := range of {
		if of[v] < 0 {
			of[v] = rng.IntN(count)
		}
	}
	return of
}

// sights are those of two sides that see so many percent each: the first all
// blocks of a random order until it is enough, the second the rest and more.
func sights(w *network.Network, percent int, rng *rand.Rand) [2][]bool {
	const count = 20
	of, size := blocks(w, count, rng), make([]int, count)
	for _, block := range of {
		size[block]++
	}
	order, want := rng.Perm(count), percent*w.Size()/100
	var sides [2][]bool
	for i := range sides {
		in, have := make([]bool, count), 0
		for k := range count {
			block := order[k]
			if i == 1 {
				block = order[count-1-k]
			}
			if have >= want {
				break
			}
			in[block] = true
			have += size[block]
		}
		sides[i] = make([]bool, w.Size())
		for v, block := range of {
			sides[i][v] = in[block]
		}
	}
	return sides
}

// seenBy is the network of the nodes that a side sees, and who they are.
func seenBy(w *network.Network, sees []bool) (*network.Network, []uint32) {
	place := make([]uint32, w.Size())
	var nodes []uint32
	for v := range sees {
		if sees[v] {
			place[v] = uint32(len(nodes))
			nodes = append(nodes, uint32(v))
		}
	}
	var ties []network.Tie
	for _, v := range nodes {
		for _, end := range w.Row(v) {
			if v < end && sees[end] {
				ties = append(ties, network.Tie{A: place[v], B: place[end]})
			}
		}
	}
	return network.New(len(nodes), ties), nodes
}

// regret gives the areas, within as many removals as the whole plan needs, of
// the plan on everything, of one side's plan and of the joint plan, all followed
// on everything.
func regret(t testing.TB, w *network.Network, percent int, seed uint64) (whole, part, joint float64) {
	effort := dismantle.Effort{Seed: seed, Workers: 2, Share: .1}
	sides := sights(w, percent, rand.New(rand.NewPCG(seed, 5)))
	all, err := dismantle.Whole(t.Context(), w, nil, effort)
	must(t, err)
	o, err := dismantle.Score(w, all, nil)
	must(t, err)
	own, nodes := seenBy(w, sides[0])
	order, err := dismantle.Whole(t.Context(), own, nil, effort)
	must(t, err)
	for i, v := range order {
		order[i] = nodes[v]
	}
	union := make([]bool, w.Size())
	for v := range union {
		union[v] = sides[0][v] || sides[1][v]
	}
	both, known := seenBy(w, union)
	var sees [2][]bool
	for i := range sees {
		for _, v := range known {
			sees[i] = append(sees[i], sides[i][v])
		}
	}
	plan, err := dismantle.Joint(t.Context(), both, sees, nil, effort)
	must(t, err)
	acted := plan.Acted()
	for i, v := range acted {
		acted[i] = known[v]
	}
	return dismantle.AreaWithin(w, all, o.Reached), dismantle.AreaWithin(w, order, o.Reached), dismantle.AreaWithin(w, acted, o.Reached)
}

// BenchmarkRegret reports by how much more area a plan on a part leaves than one
// on everything, mean of three seeds, beside that of the joint plan, and which
// share of the loss the joint plan wins back.
func BenchmarkRegret(b *testing.B) {
	for b.Loop() {
		for _, name := range []string{"arenas-meta", "maayan-figeys", "opsahl-openflights", "petster-hamster", "moreno_crime_projected"} {
			w := edgeList(b, "networks/"+name+".el.gz")
			for _, percent := range []int{50, 75, 90} {
				var whole, part, joint float64
				for seed := range uint64(3) {
					x, y, z := regret(b, w, percent, seed)
					whole, part, joint = whole+x, part+y, joint+z
				}
				result := fmt.Sprintf("name:regret.%s.%d", strings.TrimSuffix(name, "_projected"), percent)
				b.ReportMetric(part/whole-1, result)
				b.ReportMetric(joint/whole-1, result+":peer=joint_plan")
				b.ReportMetric((part-joint)/(part-whole), strings.Replace(result, "regret", "regret.won_back", 1))
			}
		}
	}
}

// BenchmarkExact plans five targets among 150 at random, by objective and in mixes, with
// the effort of a job, and says how long it takes to know that none are better.
func BenchmarkExact(b *testing.B) {
	largest, pairs, distances, reach := dismantle.LargestComponent, dismantle.PairConnectivity, dismantle.DistanceConnectivity, dismantle.Reach
	mixes := map[string][]dismantle.Objective{
		"largest": {largest}, "pairs": {pairs}, "distances": {distances}, "largest_and_pairs": {largest, pairs}, "all": {largest, pairs, distances, reach},
	}
	for b.Loop() {
		for _, ties := range []int{170, 225, 300, 800} {
			for name, mix := range mixes {
				p := mixOf(random(150, ties, 1), 5, mix...)
				p.Share = 1
				began := time.Now()
				plan, err := dismantle.Solve(b.Context(), p)
				took := time.Since(began).Seconds()
				must(b, err)
				if !plan.Exact {
					b.Errorf("%s of %d ties: not exact", name, ties)
				}
				b.ReportMetric(took, fmt.Sprintf("name:exact.%d.%s.seconds:s", ties, name))
			}
		}
	}
}
