package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
)

// broker looks, after an answer, whether the question would have found more
// through what one partner withholds, and tells that partner. Neither the
// answer nor the time it takes depends on it: a question is put into a queue
// or, if that is full, dropped and counted.
type broker struct {
	queue   chan brokered
	dropped atomic.Int64
	pending atomic.Int64
}

// brokered is a question that was answered.
type brokered struct {
	principal auth.Principal
	find      func(ctx context.Context, c *Casework, s policy.Sight) (records, links []graph.ID, err error)
}

// The bounds of the broker: how many questions wait, and how long one may take.
const (
	brokerQueue = 256
	brokerTime  = 10 * time.Second
	brokerFinds = 20
)

func newBroker() *broker { return &broker{queue: make(chan brokered, brokerQueue)} }

// offer puts a question into the queue if there is room.
func (b *broker) offer(q brokered) {
	b.pending.Add(1)
	select {
	case b.queue <- q:
	default:
		b.pending.Add(-1)
		b.dropped.Add(1)
	}
}

// Broker works through the questions until ctx ends. Start it like Follow.
func (c *Casework) Broker(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case q := <-c.broker.queue:
			if err := c.brokerOne(ctx, q); err != nil && ctx.Err() == nil {
				c.log.WarnContext(ctx, "the broker could not look", "code", graph.CodeOf(err))
			}
			c.broker.pending.Add(-1)
		}
	}
}

// BrokerDropped is how many questions found the queue full.
func (c *Casework) BrokerDropped() int64 { return c.broker.dropped.Load() }

// BrokerPending is how many questions wait or are looked at.
func (c *Casework) BrokerPending() int64 { return c.broker.pending.Load() }

// partner is an organisation that shares an operation with the caller.
type partner struct{ organisation, operation graph.ID }

func (c *Casework) brokerOne(ctx context.Context, q brokered) error {
	ctx, cancel := context.WithTimeout(ctx, brokerTime)
	defer cancel()
	now := c.clock()
	standing, err := c.store.Standing(ctx, q.principal.Officer, q.principal.Organisation, now)
	if err != nil {
		return fmt.Errorf("broker: %w", err)
	}
	markings, err := c.markings.upTo(ctx, standing.Markings)
	if err != nil {
		return fmt.Errorf("broker: %w", err)
	}
	partners, err := c.partnersOf(ctx, q.principal.Organisation, standing.Operations, now)
	if err != nil {
		return err
	}
	for _, p := range partners {
		sight := policy.WithOwner(q.principal, standing.Operations, markings, now, p.organisation)
		withheld, err := c.withheldBy(ctx, q, standing.Operations, p, sight, now)
		if err != nil {
			return err
		}
		n := graph.Notice{Kind: graph.NoticeBroker, From: q.principal.Organisation, Operation: p.operation}
		if err := c.tellOnceADay(ctx, n, withheld); err != nil {
			return err
		}
	}
	return nil
}

// partnersOf are the other organisations that are party, at this moment, to an
// operation in whose team the caller is; each with the first such operation.
func (c *Casework) partnersOf(ctx context.Context, organisation graph.ID, teams []graph.ID, now time.Time) ([]partner, error) {
	operations, err := c.store.Operations(ctx, organisation, now)
	if err != nil {
		return nil, fmt.Errorf("broker: %w", err)
	}
	var out []partner
	for _, o := range operations {
		if !slices.Contains(teams, o.ID) {
			continue
		}
		for _, p := range o.Parties {
			known := slices.ContainsFunc(out, func(q partner) bool { return q.organisation == p.Organisation })
			if p.Organisation != organisation && !known && o.PartyAt(p.Organisation, now) {
				out = append(out, partner{p.Organisation, o.ID})
			}
		}
	}
	return out, nil
}

// withheldBy are the elements of a partner, out of the caller's sight, through
// which the question would have found more.
func (c *Casework) withheldBy(
	ctx context.Context, q brokered, teams []graph.ID, p partner, wide policy.Sight, now time.Time,
) ([]markedElement, error) {
	recordIDs, linkIDs, err := q.find(ctx, c, wide)
	if err != nil || len(recordIDs)+len(linkIDs) == 0 {
		return nil, err
	}
	found, err := c.store.Bases(ctx, wide, linkIDs, recordIDs)
	if err != nil {
		return nil, fmt.Errorf("broker: %w", err)
	}
	var out []markedElement
	for id, basis := range found {
		if basis.Marking.Owner == p.organisation && !policy.Decide(q.principal, teams, basis.Marking, now).Seen {
			out = append(out, markedElement{id, basis.Marking})
		}
	}
	slices.SortFunc(out, func(a, b markedElement) int { return compareIDs(a.ID, b.ID) })
	return out, nil
}

// brokerPath lets the broker look whether a path would be shorter: hops is how
// long the caller's is, less than 0 for none.
func (e *Enquiry) brokerPath(from, to graph.ID, options engine.PathOptions, hops int) {
	e.broker.offer(brokered{principal: e.principal, find: func(ctx context.Context, c *Casework, s policy.Sight) (records, links []graph.ID, err error) {
		if hops == 0 {
			return nil, nil, nil
		}
		if hops > 0 {
			options.MaxHops = hops
		}
		found, ok, err := c.engine.View().ShortestPath(ctx, s, from, to, options)
		if gone := (*graph.Error)(nil); errors.As(err, &gone) {
			return nil, nil, nil // an end is gone, or must be avoided now
		}
		if err != nil || !ok || (hops > 0 && found.Hops() >= hops) {
			return nil, nil, err
		}
		for _, step := range found.Steps {
			links = append(links, step.Link)
		}
		return recordsOn(found), links, nil
	}})
}

// brokerSearch lets the broker look whether a search that found nothing would
// have found something.
func (e *Enquiry) brokerSearch(query graph.Search) {
	query.Limit = brokerFinds
	e.broker.offer(brokered{principal: e.principal, find: func(ctx context.Context, c *Casework, s policy.Sight) (records, links []graph.ID, err error) {
		found, err := c.store.Search(ctx, s, query)
		if err != nil {
			return nil, nil, fmt.Errorf("broker: %w", err)
		}
		for _, r := range found {
			records = append(records, r.ID)
		}
		return records, nil, nil
	}})
}

// hopsOf is how long a path is, -1 for none.
func hopsOf(path engine.Path, ok bool) int {
	if !ok {
		return -1
	}
	return path.Hops()
}
