package engine

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"entente/graph"
)

// inOrder sorts steps by time and link id.
func (t *tracer) inOrder(row []flow) {
	slices.SortFunc(row, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.at, b.at), compareKeys(t.view.linkKey(a.link), t.view.linkKey(b.link)))
	})
}

// errWide says that a question meets so many links that one pass over all
// events costs less than the rows of what it meets.
var errWide = errors.New("a wide question")

// count counts the trails, from row to row as long as few links are met and
// else in one pass; how it does never changes the answer.
func (t *tracer) count() error {
	t.budget = cmp.Or(t.budget, 1<<10+len(t.view.base.links)/8)
	err := t.hops()
	t.budget = math.MaxInt
	if err == nil || !errors.Is(err, errWide) && graph.CodeOf(err) != graph.LimitExceeded {
		return err
	}
	t.out, t.walked, t.onTrails = Trace{}, 0, nil
	for i := range t.places {
		t.places[i].met, t.places[i].cut = false, 0
	}
	return t.sweep()
}

// hops goes hop by hop: what comes to a place at some times leaves it by the
// steps that follow.
func (t *tracer) hops() error {
	levels := make([][]trails, t.o.MaxHops+1)
	for _, slot := range t.sources {
		levels[0] = append(levels[0], trails{slot, earliest, 1})
	}
	for hop := range t.o.MaxHops {
		coming := levels[hop]
		slices.SortFunc(coming, func(a, b trails) int { return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.at, b.at)) })
		for len(coming) > 0 {
			n := 1
			for n < len(coming) && coming[n].slot == coming[0].slot {
				n++
			}
			if err := t.pass(levels, hop, coming[:n]); err != nil {
				return err
			}
			coming = coming[n:]
		}
		levels[hop] = nil
	}
	return nil
}

// pass lets what comes to one place, in the order of time, leave it: a window
// over what came before each step and within the gap.
func (t *tracer) pass(levels [][]trails, hop int, coming []trails) error {
	slot := coming[0].slot
	row, err := t.row(slot)
	if err != nil {
		return err
	}
	if hop > 0 && t.ends(slot, row) {
		for _, c := range coming {
			t.places[slot].cut = t.clamped(0, t.places[slot].cut+c.count)
		}
		return nil
	}
	begin, gap := t.places[slot].row.begin, t.o.MaxGap.Milliseconds()
	var window sumOf
	in, out := 0, 0
	for i := range row {
		at := row[i].at
		for ; in < len(coming) && coming[in].at < at; in++ {
			window.add(coming[in].count)
		}
		for ; gap > 0 && hop > 0 && out < in && coming[out].at < at-gap; out++ {
			window.take(coming[out].count)
		}
		if count := t.clamped(window.hi, window.lo); count > 0 {
			if err := t.leave(levels, hop, begin+uint32(i), count); err != nil { //nolint:gosec // fewer than 2^32 links
				return err
			}
		}
	}
	return t.tick(len(row))
}

// leave counts trails that end with a step, and those that go on from it
// within its instant.
func (t *tracer) leave(levels [][]trails, hop int, step uint32, count uint64) error {
	t.score(levels, hop, step, count)
	if !t.same {
		return t.tick(1)
	}
	return t.instant(levels, hop+1, []uint32{step}, count)
}

// score notes trails of hop+1 links that end with a step.
func (t *tracer) score(levels [][]trails, hop int, step uint32, count uint64) {
	f := &t.flows[step]
	ended := &f.ended
	if t.both(f.link) { // the link stands in two rows
		if t.twins[f.link] == nil {
			t.twins[f.link] = new(uint32)
		}
		ended = t.twins[f.link]
	}
	for len(t.out.Hops) <= hop {
		t.out.Hops = append(t.out.Hops, TraceHop{})
	}
	h := &t.out.Hops[hop]
	h.Trails = t.clamped(0, h.Trails+count)
	if *ended>>(hop+1)&1 == 0 {
		if *ended == 0 {
			t.out.Links++
			t.out.Amount += f.amount
			if len(t.onTrails) <= mostNamed {
				t.onTrails = append(t.onTrails, f.link)
			}
		}
		*ended |= 1 << (hop + 1)
		h.Links++
		h.Amount += f.amount
	}
	if !t.places[f.to].met {
		t.places[f.to].met = true
		t.out.Entities++
	}
	levels[hop+1] = append(levels[hop+1], trails{f.to, f.at, count})
}

// both says whether a link is followed in both directions.
func (t *tracer) both(link uint32) bool {
	along, against := t.ways(t.view.linkKind(link))
	return along && against
}

// instant walks the chains of links of one instant: only there can a link come
// again, and must not.
func (t *tracer) instant(levels [][]trails, hop int, way []uint32, count uint64) error {
	last := t.flows[way[len(way)-1]]
	if hop == t.o.MaxHops {
		return nil
	}
	row, err := t.row(last.to)
	if err != nil {
		return err
	}
	if t.ends(last.to, row) {
		return nil // counted where the whole hop is
	}
	begin := t.places[last.to].row.begin
	at, _ := slices.BinarySearchFunc(row, last.at, func(f flow, at int64) int { return cmp.Compare(f.at, at) })
	for ; at < len(row) && row[at].at == last.at; at++ {
		step := begin + uint32(at) //nolint:gosec // fewer than 2^32 links
		if t.goes(way, row[at].link) {
			continue
		}
		if t.walked++; t.walked > mostInstants {
			return tooMuchAtOnce()
		}
		if err := t.tick(1); err != nil {
			return err
		}
		t.score(levels, hop, step, count)
		if err := t.instant(levels, hop+1, append(way, step), count); err != nil {
			return err
		}
	}
	return nil
}

// goes says whether a link is on the way.
func (t *tracer) goes(way []uint32, link uint32) bool {
	return slices.ContainsFunc(way, func(step uint32) bool { return t.flows[step].link == link })
}

// sum lists the hubs and the links.
func (t *tracer) sum() {
	if len(t.onTrails) <= mostNamed {
		for _, l := range t.onTrails {
			t.out.LinkIDs = append(t.out.LinkIDs, t.view.linkKey(l).id(graph.NounLink))
		}
		slices.Sort(t.out.LinkIDs)
	}
	var hubs []place
	for _, p := range t.places {
		if p.cut > 0 {
			hubs = append(hubs, p)
		}
	}
	slices.SortFunc(hubs, func(a, b place) int { return t.view.order(a.root, b.root) })
	for _, p := range hubs {
		t.out.Hubs = append(t.out.Hubs, TraceHub{t.view.id(p.root), int(p.row.end - p.row.begin), p.cut})
	}
}
