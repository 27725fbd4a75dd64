package engine_test

import (
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/engine"
	"entente/graph/engine/dismantle"
)

// wild draws options as nobody should give them: negative, huge, not a number,
// empty, repeated, unknown. Worlds have links from a record to itself and side by
// side already.
type wild struct {
	t   *rapid.T
	ids []graph.ID
}

func (w wild) whole(name string) int {
	return rapid.SampledFrom([]int{0, 1, 2, 3, -1, 40, 1001, math.MinInt, math.MaxInt32, math.MaxInt}).Draw(w.t, name)
}

func (w wild) part(name string) float64 {
	return rapid.SampledFrom([]float64{0, 1, 0.5, -1, 1e-300, 1e300, math.NaN(), math.Inf(1), math.Inf(-1)}).Draw(w.t, name)
}

func (w wild) set(name string) []graph.ID {
	some := rapid.SliceOfN(rapid.SampledFrom(w.ids), 0, 5).Draw(w.t, name)
	return rapid.SampledFrom([][]graph.ID{some, nil, {}, append(some, some...)}).Draw(w.t, name)
}

func (w wild) one(name string) graph.ID { return rapid.SampledFrom(w.ids).Draw(w.t, name) }

func (w wild) kinds(name string) []graph.RecordKind {
	return rapid.SampledFrom([][]graph.RecordKind{nil, {}, graph.RecordKinds()[:1], {"NO_SUCH_KIND"}}).Draw(w.t, name)
}

func (w wild) links(name string) graph.LinkFilter {
	f := graph.LinkFilter{
		Direction: rapid.SampledFrom([]graph.Direction{"", graph.Outgoing, graph.Incoming, "SIDEWAYS"}).Draw(w.t, name),
		Kinds:     rapid.SampledFrom([][]graph.LinkKind{nil, {}, {graph.Called, graph.Called}, {graph.SameAs}, {"NO_SUCH_KIND"}}).Draw(w.t, name),
	}
	if rapid.Bool().Draw(w.t, name) {
		weakest := w.whole(name)
		f.WeakestGrading = &weakest
	}
	return f
}

func (w wild) routes(name string) engine.RouteOptions {
	return engine.RouteOptions{
		Links: w.links(name), Avoid: w.set(name), AvoidKinds: w.kinds(name), MaxHops: w.whole(name),
		By:  rapid.SampledFrom([]engine.Measure{engine.ByHops, engine.ByStrength, "", "BY_LUCK"}).Draw(w.t, name),
		Hub: engine.HubRule{Degree: w.whole(name), Penalty: w.part(name)},
	}
}

func (w wild) moment(name string) time.Time {
	return rapid.SampledFrom([]time.Time{{}, time.UnixMilli(3), time.UnixMilli(1), time.UnixMilli(-5), time.Unix(1<<40, 0)}).Draw(w.t, name)
}

func (w wild) timed(name string) engine.TimedLinks {
	return engine.TimedLinks{Links: w.links(name), Since: w.moment(name), Until: w.moment(name), LeastAmount: int64(w.whole(name)), SameInstant: rapid.Bool().Draw(w.t, name)}
}

func (w wild) communities(name string) engine.CommunityOptions {
	return engine.CommunityOptions{
		Scope: w.set(name), RecordKinds: w.kinds(name), Links: w.links(name), Resolution: w.part(name),
		Seed: rapid.Uint64().Draw(w.t, name), Rounds: w.whole(name), Levels: true, Runs: w.whole(name),
	}
}

func (w wild) labels(name string) map[graph.ID][]string {
	return rapid.SampledFrom([]map[graph.ID][]string{
		nil, {}, {w.one(name): {"driver", "", "driver"}, w.one(name): nil, "": {"driver"}},
	}).Draw(w.t, name)
}

func (w wild) disruption(name string) engine.DisruptionOptions {
	guarded := map[graph.ID]bool{}
	for _, id := range w.set(name) {
		guarded[id] = rapid.Bool().Draw(w.t, name)
	}
	o := w.plainDisruption(name)
	o.Safeguarded, o.Roles, o.Sources, o.Sinks = guarded, w.labels(name), w.set(name), w.set(name)
	o.SourceRoles = rapid.SampledFrom([][]string{nil, {}, {"driver", "driver"}, {""}}).Draw(w.t, name)
	o.SinkRoles, o.Directed = o.SourceRoles, rapid.Bool().Draw(w.t, name)
	if more := rapid.SampledFrom([]dismantle.Objective{"", dismantle.Supply, dismantle.Money, dismantle.DistanceConnectivity}).Draw(w.t, name); more != "" {
		o.Objectives = append(o.Objectives, dismantle.Share{Objective: more, Weight: w.part(name)})
	}
	o.Objectives = o.Objectives[rapid.IntRange(0, len(o.Objectives)).Draw(w.t, name):]
	return o
}

func (w wild) plainDisruption(name string) engine.DisruptionOptions {
	return engine.DisruptionOptions{
		Scope: w.set(name), RecordKinds: w.kinds(name), Links: w.links(name), TargetKinds: w.kinds(name),
		Objectives: []dismantle.Share{{
			Objective: rapid.SampledFrom([]dismantle.Objective{dismantle.LargestComponent, dismantle.Reach, dismantle.PairConnectivity, "FAME"}).Draw(w.t, name), Weight: w.part(name),
		}},
		Distance: w.whole(name), Budget: int64(w.whole(name)), Costs: []engine.TargetCost{{Record: w.one(name), Cost: int64(w.whole(name))}},
		Exclude: w.set(name), Must: w.set(name), Successors: w.whole(name), Rewiring: w.part(name),
		Runs: rapid.SampledFrom([]int{0, 1, 2, -1, math.MinInt, math.MaxInt}).Draw(w.t, name), Doubt: w.whole(name),
		Effort: dismantle.Effort{Share: rapid.SampledFrom([]float64{1e-4, 0.001, -1, math.NaN(), math.Inf(-1)}).Draw(w.t, name)},
	}
}

// anyQuestion is one that may be asked of a view, with its options drawn.
type anyQuestion func(t tester, w world, v *engine.View) (any, error)

// anyOf draws a question.
func (w wild) anyOf() (string, anyQuestion) {
	all := map[string]func() anyQuestion{
		"path": func() anyQuestion {
			a, b, o := w.one("a"), w.one("b"), engine.PathOptions{Links: w.links("o"), Avoid: w.set("o"), MaxHops: w.whole("o")}
			return func(t tester, in world, v *engine.View) (any, error) {
				p, ok, err := v.ShortestPath(t.Context(), in.sight, a, b, o)
				return []any{p, ok}, err
			}
		},
		"neighbours": func() anyQuestion {
			a, o := w.one("a"), engine.NeighbourOptions{Links: w.links("o"), RecordKinds: w.kinds("o"), Most: w.whole("o")}
			return func(_ tester, in world, v *engine.View) (any, error) { return v.Neighbours(in.sight, a, o) }
		},
		"every": func() anyQuestion {
			a, b, o := w.one("a"), w.one("b"), engine.AllShortestOptions{RouteOptions: w.routes("o"), List: w.whole("list")}
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.AllShortest(t.Context(), in.sight, a, b, o)
			}
		},
		"several": func() anyQuestion {
			a, b, o := w.one("a"), w.one("b"), engine.KShortestOptions{RouteOptions: w.routes("o"), K: w.whole("k")}
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.KShortest(t.Context(), in.sight, a, b, o)
			}
		},
		"through": func() anyQuestion {
			a, b, o := w.one("a"), w.one("b"), engine.ThroughOptions{RouteOptions: w.routes("o"), Waypoints: w.set("waypoints"), AnyOrder: true}
			return func(t tester, in world, v *engine.View) (any, error) {
				r, ok, err := v.Through(t.Context(), in.sight, a, b, o)
				return []any{r, ok}, err
			}
		},
		"sets": func() anyQuestion {
			a, b, o := w.set("a"), w.set("b"), w.routes("o")
			return func(t tester, in world, v *engine.View) (any, error) {
				r, ok, err := v.BetweenSets(t.Context(), in.sight, a, b, o)
				return []any{r, ok}, err
			}
		},
		"tree": func() anyQuestion {
			a, o := w.set("a"), w.routes("o")
			return func(t tester, in world, v *engine.View) (any, error) { return v.Connect(t.Context(), in.sight, a, o) }
		},
		"pairs": func() anyQuestion {
			a, o := w.set("a"), w.routes("o")
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.AllPairs(t.Context(), in.sight, a, o, nil)
			}
		},
		"trace": func() anyQuestion {
			a, o := w.set("a"), engine.TraceOptions{
				TimedLinks: w.timed("o"), Back: rapid.Bool().Draw(w.t, "back"), MaxGap: time.Duration(w.whole("gap")),
				MaxHops: w.whole("hops"), HubDegree: w.whole("hub"), List: w.whole("list"),
			}
			return func(t tester, in world, v *engine.View) (any, error) { return v.Trace(t.Context(), in.sight, a, o) }
		},
		"arrival": func() anyQuestion {
			a, o := w.one("a"), engine.ArrivalOptions{TimedLinks: w.timed("o"), List: w.whole("list")}
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.EarliestArrival(t.Context(), in.sight, a, o)
			}
		},
		"chain": func() anyQuestion {
			a, b, o := w.one("a"), w.one("b"), engine.TimeRespectingOptions{TimedLinks: w.timed("o"), Fewest: true, MaxHops: w.whole("hops")}
			return func(t tester, in world, v *engine.View) (any, error) {
				c, ok, err := v.TimeRespecting(t.Context(), in.sight, a, b, o)
				return []any{c, ok}, err
			}
		},
		"communities": func() anyQuestion {
			o := w.communities("o")
			return func(t tester, in world, v *engine.View) (any, error) { return v.Communities(t.Context(), in.sight, o) }
		},
		"comparison": func() anyQuestion {
			o := engine.ComparisonOptions{
				CommunityOptions: w.communities("o"), Before: w.moment("before"), After: w.moment("after"), Alike: w.part("alike"), Share: w.part("share"),
			}
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.CompareCommunities(t.Context(), in.sight, o)
			}
		},
		"description": func() anyQuestion {
			a := rapid.SampledFrom([][][]graph.ID{nil, {}, {w.set("a"), w.set("b"), nil}}).Draw(w.t, "communities")
			o := engine.DescriptionOptions{Links: w.links("o"), Brokers: w.whole("brokers"), Roles: w.labels("roles"), Countries: w.labels("countries")}
			return func(t tester, in world, v *engine.View) (any, error) { return v.Describe(t.Context(), in.sight, a, o) }
		},
		"centrality": func() anyQuestion {
			o := engine.CentralityOptions{
				Measure: rapid.SampledFrom([]engine.CentralityMeasure{engine.Betweenness, engine.PageRank, engine.Closeness, engine.Core, "FAME"}).Draw(w.t, "measure"),
				Scope:   w.set("o"), RecordKinds: w.kinds("o"), Links: w.links("o"), Top: w.whole("top"), Of: w.set("of"),
				Samples: w.whole("samples"), Delta: w.part("delta"), Workers: rapid.SampledFrom([]int{0, 1, -1, 3}).Draw(w.t, "workers"),
			}
			return func(t tester, in world, v *engine.View) (any, error) { return v.Centrality(t.Context(), in.sight, o) }
		},
		"structure": func() anyQuestion {
			o := engine.StructureOptions{Scope: w.set("o"), RecordKinds: w.kinds("o"), Links: w.links("o"), List: w.whole("list")}
			return func(t tester, in world, v *engine.View) (any, error) { return v.Structure(t.Context(), in.sight, o) }
		},
		"brokers": func() anyQuestion {
			o := engine.BrokerageOptions{
				StructureOptions: engine.StructureOptions{Scope: w.set("o"), RecordKinds: w.kinds("o"), Links: w.links("o"), List: w.whole("list")},
				Groups:           map[graph.ID]string{w.one("g"): "GB", w.one("h"): "RO", w.one("i"): ""},
			}
			return func(t tester, in world, v *engine.View) (any, error) { return v.Brokers(t.Context(), in.sight, o) }
		},
		"plan": func() anyQuestion {
			o := w.disruption("o")
			return func(t tester, in world, v *engine.View) (any, error) { return v.Plan(t.Context(), in.sight, o) }
		},
		"score": func() anyQuestion {
			o, a := w.disruption("o"), w.set("a")
			return func(t tester, in world, v *engine.View) (any, error) { return v.ScorePlan(t.Context(), in.sight, o, a) }
		},
		"joint": func() anyQuestion {
			o, hops := w.disruption("o"), w.whole("hops")
			return func(t tester, in world, v *engine.View) (any, error) {
				return v.JointPlan(t.Context(), in.sight, o, hops)
			}
		},
		"cut": func() anyQuestion {
			o := w.disruption("o")
			return func(t tester, in world, v *engine.View) (any, error) {
				supply, err := v.CutSupply(t.Context(), in.sight, o)
				money, errMoney := v.CutMoney(t.Context(), in.sight, o)
				return []any{supply, money}, errors.Join(err, errMoney)
			}
		},
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	name := rapid.SampledFrom(names).Draw(w.t, "question")
	return name, all[name]()
}

// anyOptions is a property: whatever options a question is given, it is answered,
// or refused by an error that says what would be right; and never otherwise than
// in a world without what is hidden.
func anyOptions(t *rapid.T) {
	in := drawTimedWorld(t)
	w := wild{t: t, ids: []graph.ID{"", "nonsense", idOf(graph.NounLink, 1), idOf(graph.NounRecord, 7)}}
	for range 3 { // most of what is named is there
		w.ids = append(w.ids, ids(in)...)
	}
	name, ask := w.anyOf()
	got, err := ask(t, in, in.built(t))
	var refused *graph.Error
	if err != nil && (!errors.As(err, &refused) || refused.Message == "" || refused.Code == graph.Internal) {
		t.Fatalf("%s: %v", name, err)
	}
	twin, errTwin := ask(t, in, in.visible().built(t))
	if diff := cmp.Diff(twin, got, cmpopts.EquateNaNs()); diff != "" || textOf(err) != textOf(errTwin) {
		t.Fatalf("%s: %v, without what is hidden %v: %s", name, err, errTwin, diff)
	}
}

func textOf(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestWhateverIsAskedIsAnsweredOrRefused(t *testing.T) { rapid.Check(t, anyOptions) }

func FuzzOptions(f *testing.F) { f.Fuzz(rapid.MakeFuzz(anyOptions)) }
