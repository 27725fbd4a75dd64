package dismantle_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"entente/graph/engine/dismantle"
	"entente/graph/engine/network"
)

// closing is one way in which a network closes its ranks: who is left and tied, as a
// matrix, with its chance and the sizes of its largest component so far.
type closing struct {
	tied   [][]bool
	chance float64
	sizes  string
}

func (c closing) copied(factor float64) closing {
	out := closing{chance: c.chance * factor, sizes: c.sizes}
	for _, row := range c.tied {
		out.tied = append(out.tied, append([]bool(nil), row...))
	}
	return out
}

// could are those to whom one who lost a tie may find one: acquaintances of the one
// removed or of an own acquaintance, that it is not tied to.
func (c closing) could(a int, lost []int) []int {
	var out []int
	for b := range c.tied {
		met := false
		for _, l := range lost {
			met = met || l == b
		}
		for own, tied := range c.tied[a] {
			met = met || tied && c.tied[own][b]
		}
		if met && b != a && !c.tied[a][b] {
			out = append(out, b)
		}
	}
	return out
}

// remove gives every way to go on: those who lost a tie act in their order, each of
// them finds nobody, or any of those that it could with the same chance.
func (c closing) remove(v int, rate float64) []closing {
	var lost []int
	for a, tied := range c.tied[v] {
		if tied {
			lost = append(lost, a)
			c.tied[v][a], c.tied[a][v] = false, false
		}
	}
	ways := []closing{c}
	for _, a := range lost {
		var next []closing
		for _, way := range ways {
			could := way.could(a, lost)
			if len(could) == 0 {
				next = append(next, way)
				continue
			}
			if rate < 1 {
				next = append(next, way.copied(1-rate))
			}
			for _, b := range could {
				if rate > 0 {
					one := way.copied(rate / float64(len(could)))
					one.tied[a][b], one.tied[b][a] = true, true
					next = append(next, one)
				}
			}
		}
		ways = next
	}
	return ways
}

// largest is the size of the largest component of those left.
func (c closing) largest(gone map[int]bool) int {
	most := 0
	for from := range c.tied {
		met := map[int]bool{from: true}
		for range c.tied {
			for a := range met {
				for b, tied := range c.tied[a] {
					if tied {
						met[b] = true
					}
				}
			}
		}
		if !gone[from] {
			most = max(most, len(met))
		}
	}
	return most
}

// curves are all that may come of an order of removals, with their chances.
func curves(w *network.Network, order []uint32, rate float64) map[string]float64 {
	begun, gone := closing{chance: 1}, map[int]bool{}
	for v := range uint32(w.Size()) { //nolint:gosec // small
		row := make([]bool, w.Size())
		for _, end := range w.Row(v) {
			row[end] = true
		}
		begun.tied = append(begun.tied, row)
	}
	begun.sizes = fmt.Sprint(begun.largest(gone))
	ways := []closing{begun}
	for _, v := range order {
		gone[int(v)] = true
		var next []closing
		for _, way := range ways {
			for _, one := range way.remove(int(v), rate) {
				one.sizes += fmt.Sprint(" ", one.largest(gone))
				next = append(next, one)
			}
		}
		ways = next
	}
	out := map[string]float64{}
	for _, way := range ways {
		out[way.sizes] += way.chance
	}
	return out
}

// A network that closes its ranks does nothing but what the rule lets it do, and
// each way as often as its chance says, over 2,000 seeds that are the same at every
// run: within Hoeffding's (1963) bound at 1 in 10^9.
func TestRewiringIsEachWayAsOftenAsItsChanceSays(t *testing.T) {
	const seeds = 2000
	bound := math.Sqrt(math.Log(2e9) / 2 / seeds)
	sure, several := 0, 0
	for world := range uint64(80) {
		random := rand.New(rand.NewPCG(world, 9)) //nolint:gosec // repeatable on purpose
		n := uint32(4 + random.IntN(3))           //nolint:gosec // small
		ties := []network.Tie{{A: random.Uint32N(n), B: random.Uint32N(n)}}
		for v := uint32(1); v < n; v++ { // a tree, and a tie more
			ties = append(ties, network.Tie{A: random.Uint32N(v), B: v})
		}
		w, rate := network.New(int(n), ties), []float64{.3, .7, .5, 1, 0}[world%5]
		var order []uint32
		for _, v := range random.Perm(int(n))[:1+random.IntN(2)] {
			order = append(order, uint32(v)) //nolint:gosec // small
		}
		want, met := curves(w, order, rate), map[string]float64{}
		for seed := range uint64(seeds) {
			sizes, err := dismantle.Rewired(w, order, rate, seed)
			if err != nil {
				t.Fatal(err)
			}
			met[strings.Trim(fmt.Sprint(sizes), "[]")] += 1.0 / seeds
		}
		for curve, share := range met {
			if _, ok := want[curve]; !ok {
				t.Errorf("network %d: %v cannot come of removing %v at %v: %v", world, curve, order, rate, want)
			} else if math.Abs(share-want[curve]) > bound {
				t.Errorf("network %d: %v came in %v of the runs, its chance is %v", world, curve, share, want[curve])
			}
		}
		for curve, chance := range want {
			if met[curve] == 0 && chance > bound {
				t.Errorf("network %d: %v never came, its chance is %v", world, curve, chance)
			}
		}
		if len(want) == 1 {
			sure++
		} else {
			several++
		}
	}
	if sure < 5 || several < 15 {
		t.Errorf("%d networks with one way, %d with several: too thin to test anything", sure, several)
	}
}
