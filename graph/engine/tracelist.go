package engine

import (
	"slices"
	"sort"
	"time"

	"entente/graph"
)

// list walks the trails in order until enough are listed that go no further.
// Every walk ends in one of these, so it costs no more than what it lists.
func (t *tracer) list(most int) error {
	for _, slot := range t.sources {
		if len(t.out.Trails) >= most {
			return nil
		}
		if err := t.walk(slot, slot, nil, most); err != nil {
			return err
		}
	}
	return nil
}

func (t *tracer) walk(source, slot uint32, way []uint32, most int) error {
	row, err := t.row(slot)
	if err != nil {
		return err
	}
	cut := len(way) > 0 && t.ends(slot, row)
	begin, went := t.places[slot].row.begin, false
	if len(way) < t.o.MaxHops && !cut {
		for at := t.after(row, way); at < len(row) && len(t.out.Trails) < most; at++ {
			step := begin + uint32(at) //nolint:gosec // fewer than 2^32 links
			if !t.within(row[at].at, way) {
				break
			}
			if t.goes(way, row[at].link) {
				continue
			}
			went = true
			if err := t.walk(source, row[at].to, append(slices.Clip(way), step), most); err != nil {
				return err
			}
		}
	}
	if !went && len(way) > 0 && len(t.out.Trails) < most {
		t.out.Trails = append(t.out.Trails, t.trail(source, way, cut && len(way) < t.o.MaxHops))
	}
	return nil
}

// after finds the first step of a row that may follow a way.
func (t *tracer) after(row []flow, way []uint32) int {
	if len(way) == 0 {
		return 0
	}
	last := t.flows[way[len(way)-1]].at
	return sort.Search(len(row), func(i int) bool { return t.later(row[i].at, last) })
}

// within says whether a time lies within the gap.
func (t *tracer) within(at int64, way []uint32) bool {
	gap := t.o.MaxGap.Milliseconds()
	return len(way) == 0 || gap == 0 || at-t.flows[way[len(way)-1]].at <= gap
}

func (t *tracer) trail(source uint32, way []uint32, cut bool) Trail {
	out := Trail{From: t.view.id(t.places[source].root), Cut: cut}
	for _, step := range way {
		f := t.flows[step]
		at := f.at
		if t.o.Back {
			at = -at
		}
		out.Steps = append(out.Steps, TrailStep{
			Link: t.view.linkKey(f.link).id(graph.NounLink), To: t.view.id(t.places[f.to].root),
			At: time.UnixMilli(at).UTC(), Amount: f.amount,
		})
	}
	return out
}
