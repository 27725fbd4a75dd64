package engine_test

import (
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// routeAnswers is everything that an officer can get to know about paths.
func routeAnswers(t tester, w world, v *engine.View, f graph.LinkFilter, ids []graph.ID) []any {
	var out []any
	add := func(answer any, err error) { out = append(out, answer, err) }
	a, b, some := ids[0], ids[len(ids)/2], ids[:min(len(ids), 5)]
	undirected := f
	undirected.Direction = ""
	for _, o := range []engine.RouteOptions{
		{Links: f},
		{Links: f, By: engine.ByStrength, Avoid: ids[1:2]},
		{By: engine.ByStrength, MaxHops: 3},
		{Hub: engine.HubRule{Degree: 1, Penalty: 1}, AvoidKinds: []graph.RecordKind{graph.RecordKinds()[1]}},
	} {
		every, err := v.AllShortest(t.Context(), w.sight, a, b, engine.AllShortestOptions{RouteOptions: o})
		add(every, err)
		several, err := v.KShortest(t.Context(), w.sight, a, b, engine.KShortestOptions{RouteOptions: o, K: 5})
		add(several, err)
		through, ok, err := v.Through(t.Context(), w.sight, a, b, engine.ThroughOptions{RouteOptions: o, Waypoints: ids[:1], AnyOrder: true})
		add([]any{through, ok}, err)
		between, ok, err := v.BetweenSets(t.Context(), w.sight, some, ids[len(ids)/2:], o)
		add([]any{between, ok}, err)
		var pairs []engine.Pair
		for _, id := range ids {
			pairs = append(pairs, engine.Pair{From: a, To: id})
		}
		routes, err := v.Routes(t.Context(), w.sight, pairs, o, nil)
		add(routes, err)
		all, err := v.AllPairs(t.Context(), w.sight, some, o, nil)
		add(all, err)
		o.Links.Direction, o.Avoid = "", nil
		var seen []graph.ID
		for _, e := range v.Entities(w.sight, ids) {
			seen = append(seen, e.ID)
		}
		tree, err := v.Connect(t.Context(), w.sight, seen, o)
		add(tree, err)
		tree, err = v.Connect(t.Context(), w.sight, some, o)
		add(tree, err)
	}
	return out
}

// timeAnswers is everything that an officer can get to know of money and
// travel over time.
func timeAnswers(t tester, w world, v *engine.View, f graph.LinkFilter, ids []graph.ID) []any {
	var out []any
	add := func(answer any, err error) { out = append(out, answer, err) }
	for _, o := range []engine.TimedLinks{
		{},
		{Links: f},
		{Links: graph.LinkFilter{Kinds: []graph.LinkKind{graph.Called, graph.AssociateOf}}, SameInstant: true, Since: time.UnixMilli(1)},
		{Links: graph.LinkFilter{Kinds: []graph.LinkKind{graph.Transferred}}, SameInstant: true, LeastAmount: 1},
	} {
		for _, id := range ids {
			arrivals, err := v.EarliestArrival(t.Context(), w.sight, id, engine.ArrivalOptions{TimedLinks: o})
			add(arrivals, err)
			trace, err := v.Trace(t.Context(), w.sight, []graph.ID{id}, engine.TraceOptions{TimedLinks: o, HubDegree: 2, MaxHops: 3})
			add(trace, err)
			trace, err = v.Trace(t.Context(), w.sight, []graph.ID{id}, engine.TraceOptions{TimedLinks: o, Back: true, MaxGap: 2 * time.Millisecond, MaxHops: 3})
			add(trace, err)
			chain, ok, err := v.TimeRespecting(t.Context(), w.sight, ids[0], id, engine.TimeRespectingOptions{TimedLinks: o, Fewest: o.SameInstant})
			add([]any{chain, ok}, err)
		}
	}
	return out
}

// shapeAnswers is everything that an officer can get to know of communities
// and of who is central.
func shapeAnswers(t tester, w world, v *engine.View, f graph.LinkFilter, ids []graph.ID, seed uint64) []any {
	var out []any
	add := func(answer any, err error) { out = append(out, answer, err) }
	for _, m := range []engine.CentralityMeasure{
		engine.Degree, engine.Betweenness, engine.Harmonic, engine.Closeness, engine.PageRank, engine.Core,
	} {
		values, err := v.Centrality(t.Context(), w.sight, engine.CentralityOptions{Measure: m, Links: f, Of: ids[:min(3, len(ids))]})
		add(values, err)
	}
	sampled, err := v.Centrality(t.Context(), w.sight, engine.CentralityOptions{Measure: engine.Betweenness, Samples: 7, Seed: seed, Scope: ids})
	add(sampled, err)
	structure, err := v.Structure(t.Context(), w.sight, engine.StructureOptions{Links: f})
	add(structure, err)
	labels, groups := map[graph.ID][]string{}, map[graph.ID]string{}
	for i, id := range ids {
		labels[id], groups[id] = []string{"even", "odd"}[i%2:i%2+1], []string{"GB", "RO", "BG"}[i%3]
	}
	brokers, err := v.Brokers(t.Context(), w.sight, engine.BrokerageOptions{Groups: groups})
	add(brokers, err)
	described, err := v.Describe(t.Context(), w.sight, [][]graph.ID{ids[:len(ids)/2], ids[len(ids)/2:]}, engine.DescriptionOptions{
		Links: f, Roles: labels, Countries: labels,
	})
	add(described, err)
	compared, err := v.CompareCommunities(t.Context(), w.sight, engine.ComparisonOptions{
		CommunityOptions: engine.CommunityOptions{Seed: seed}, Before: time.UnixMilli(1), After: time.UnixMilli(5),
	})
	add(compared, err)
	add(v.Markings(w.sight, ids[:len(ids)/2+1]), nil)
	return out
}
