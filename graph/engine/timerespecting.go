package engine

import (
	"context"
	"math"
	"time"

	"entente/auth/policy"
	"entente/graph"
)

// TimeRespectingOptions say which chains in the order of time are allowed.
type TimeRespectingOptions struct {
	TimedLinks
	// Fewest asks for the fewest links, whenever they arrive; else for the earliest
	// arrival, and of those the fewest links.
	Fewest bool
	// MaxHops is how many links the chain may have, between 1 and 1,000,000; 0 is
	// any number.
	MaxHops int
}

// TimeRespecting is a chain in which each link is later than the one before.
type TimeRespecting struct {
	From graph.ID // the entity
	// Steps run from it to the other end; of links that lead on to the same entity
	// each is the earliest, then the one with the smallest id.
	Steps []TrailStep
}

// TimeRespecting finds a chain of links from one entity to another in the order
// of time, such as of journeys and transfers. Of equally good ones it is the one
// whose entity ids, read from the first, come first in order. ok is false where
// there is none. It goes by levels of hops from both ends, O(h m log d) for h
// hops. The error is graph.Missing for an end out of sight, a graph.Error for an
// option that cannot be, or the context's.
func (v *View) TimeRespecting(ctx context.Context, sight policy.Sight, from, to graph.ID, o TimeRespectingOptions) (chain TimeRespecting, ok bool, err error) {
	c, err := v.clock(sight, o.TimedLinks)
	if err != nil {
		return TimeRespecting{}, false, err
	}
	if o.MaxHops < 0 || o.MaxHops > mostHops {
		return TimeRespecting{}, false, graph.Bad("maxHops", "The number of hops lies between 1 and 1,000,000; 0 is any number.")
	}
	start, seen := v.entityIn(c.lens, from)
	end, both := v.entityIn(c.lens, to)
	if !seen || !both {
		return TimeRespecting{}, false, graph.Missing()
	}
	out := TimeRespecting{From: v.id(start)}
	if start == end {
		return out, true, nil
	}
	ahead, back := v.spread(ctx, c, false), v.spread(ctx, c, true)
	defer v.giveBack(ahead.workshop)
	defer v.giveBack(back.workshop)
	hops, arrives, err := ahead.search(start, end, o.Fewest, o.MaxHops)
	if err != nil || hops == 0 {
		return TimeRespecting{}, false, err
	}
	if o.Fewest {
		arrives = latestOf
	}
	if err := back.levels(end, -arrives, hops-1, nil); err != nil {
		return TimeRespecting{}, false, err
	}
	out.Steps, err = ahead.steps(back, start, end, hops, arrives)
	return out, err == nil, err
}

// spread finds the earliest times by number of hops.
type spread struct {
	tracer
	best map[uint32][]arrived // by root, each later in hops and earlier in time
}

type arrived struct {
	hops int
	at   int64
}

func (v *View) spread(ctx context.Context, c *clock, back bool) *spread {
	return &spread{
		tracer: tracer{clock: c, workshop: v.borrow(), ctx: ctx, o: TraceOptions{Back: back}, budget: math.MaxInt, lasts: true},
		best:   map[uint32][]arrived{},
	}
}

// at is the earliest time within some hops.
func (s *spread) at(root uint32, hops int) (int64, bool) {
	known := s.best[root]
	for i := len(known) - 1; i >= 0; i-- {
		if known[i].hops <= hops {
			return known[i].at, true
		}
	}
	return 0, false
}

// levels spreads hop by hop from a root, whose first links are not before a
// time, until nothing gets earlier or done says so.
func (s *spread) levels(start uint32, since int64, most int, done func(hops int) bool) error {
	if since == earliest {
		s.best[start] = []arrived{{0, earliest}}
	} else {
		s.best[start] = []arrived{{0, since - 1}}
		if s.same {
			s.best[start][0].at = since
		}
	}
	frontier := []uint32{s.slot(start)}
	for hops := 1; hops <= most && len(frontier) > 0; hops++ {
		next := map[uint32]bool{}
		for _, slot := range frontier {
			if err := s.leaveAt(slot, hops, next); err != nil {
				return err
			}
		}
		frontier = frontier[:0]
		for slot := range next { // the outcome does not hang on their order
			frontier = append(frontier, slot)
		}
		if done != nil && done(hops) {
			return nil
		}
	}
	return nil
}

func (s *spread) leaveAt(slot uint32, hops int, next map[uint32]bool) error {
	row, err := s.row(slot)
	if err != nil {
		return err
	}
	from, _ := s.at(s.places[slot].root, hops-1)
	for _, f := range row {
		if !s.later(f.at, from) {
			continue
		}
		root := s.places[f.to].root
		known, ok := s.at(root, hops)
		if ok && known <= f.at {
			continue
		}
		if list := s.best[root]; len(list) > 0 && list[len(list)-1].hops == hops {
			list[len(list)-1].at = f.at
		} else {
			s.best[root] = append(list, arrived{hops, f.at})
		}
		next[f.to] = true
	}
	return s.tick(len(row))
}

// search gives how many hops the best chain has and when it arrives; 0 hops
// where there is none.
func (s *spread) search(start, end uint32, fewest bool, most int) (hops int, arrives int64, err error) {
	if most == 0 {
		most = math.MaxInt
	}
	err = s.levels(start, earliest, most, func(hops int) bool {
		_, reached := s.at(end, hops)
		return fewest && reached
	})
	known := s.best[end]
	if err != nil || len(known) == 0 {
		return 0, 0, err
	}
	last := known[len(known)-1]
	return last.hops, last.at, nil
}

// steps walks from the start, each time to the smallest id from which the end
// can still be reached.
func (s *spread) steps(back *spread, start, end uint32, hops int, arrives int64) ([]TrailStep, error) {
	var out []TrailStep
	at := int64(earliest)
	for slot := s.slot(start); hops > 0; hops-- {
		row, err := s.row(slot)
		if err != nil {
			return nil, err
		}
		var best *flow
		for i := range row {
			f := &row[i]
			if !s.later(f.at, at) || !s.leadsOn(back, f, end, hops-1, arrives) {
				continue
			}
			if best == nil || s.view.before(s.places[f.to].root, s.places[best.to].root) {
				best = f
			}
		}
		at, slot = best.at, best.to
		out = append(out, TrailStep{
			Link: s.view.linkKey(best.link).id(graph.NounLink), To: s.view.id(s.places[slot].root),
			At: time.UnixMilli(best.at).UTC(), Amount: best.amount,
		})
	}
	return out, nil
}

// leadsOn says whether the end can be reached in so many hops after a step.
func (s *spread) leadsOn(back *spread, f *flow, end uint32, hops int, arrives int64) bool {
	root := s.places[f.to].root
	if hops == 0 {
		return root == end && f.at <= arrives
	}
	left, ok := back.at(root, hops)
	return ok && s.later(-left, f.at)
}
