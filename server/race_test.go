package server_test

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
)

// racing is one schedule of revocations over two hub processes on one
// database. In each round something is open to the partner's officers, their
// right is taken away, and then something secret is written where they could
// have seen it. Whatever they are told, at any time, must not hold the secret.
type racing struct {
	*team
	second   *hub
	records  []graph.ID
	persons  []graph.ID
	links    []graph.ID
	anchor   graph.ID
	barrier  *barrier
	stale    atomic.Pointer[[]byte]
	open     [2]atomic.Int64 // answers that held what is open, by process
	answered [2]atomic.Int64 // answers to the officer who is not held up, by process
}

// inARound is how many records, and how many links, become secret in a round.
const inARound = 100

// barrier holds up the enquiries of one officer between the moment at which
// their rights are read and all that is read by them.
type barrier struct {
	officer graph.ID
	mu      sync.Mutex
	hold    chan struct{} // nil holds nobody up
	held    [2]int
}

func (b *barrier) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.hold, b.held = make(chan struct{}), [2]int{}
}

func (b *barrier) lift() {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.hold)
	b.hold = nil
}

func (b *barrier) bothHeld() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.held[0] > 0 && b.held[1] > 0
}

func (b *barrier) pass(ctx context.Context, process int) {
	b.mu.Lock()
	hold := b.hold
	if hold != nil {
		b.held[process]++
	}
	b.mu.Unlock()
	if hold == nil {
		return
	}
	select {
	case <-hold:
	case <-ctx.Done():
	}
}

// lateStore is the store of one process, behind the barrier.
type lateStore struct {
	casework.Store
	barrier *barrier
	process int
	deaf    bool // the guards hear of no revocation: as if they were not there
}

func (s lateStore) Standing(ctx context.Context, officer, organisation graph.ID, at time.Time) (graph.Standing, error) {
	standing, err := s.Store.Standing(ctx, officer, organisation, at)
	if officer == s.barrier.officer {
		s.barrier.pass(ctx, s.process)
	}
	if s.deaf {
		standing.Narrowed = 0
	}
	return standing, err
}

func (s lateStore) Narrowed(ctx context.Context) (graph.Revision, error) {
	if s.deaf {
		return 0, nil
	}
	return s.Store.Narrowed(ctx)
}

func newRacing(t *testing.T, deaf bool) *racing {
	t.Helper()
	r := &racing{barrier: &barrier{}}
	r.team = teamOver(t, func(s casework.Store) casework.Store { return lateStore{s, r.barrier, 0, deaf} })
	r.known["dora"] = r.officer("dora", r.ro, auth.Investigator)
	r.barrier.officer = r.known["dora"].Officer
	r.second = openHubOver(t, r.at, r.known, func(s casework.Store) casework.Store { return lateStore{s, r.barrier, 1, deaf} })
	r.anchor = id(t, graph.NounRecord)
	public := graph.Write{Import: true, Records: []graph.Record{r.record(r.anchor, "Anchor Example", r.everyone())}}
	for n := range inARound {
		r.records, r.links = append(r.records, id(t, graph.NounRecord)), append(r.links, id(t, graph.NounLink))
		r.persons = append(r.persons, id(t, graph.NounRecord))
		public.Records = append(public.Records, r.record(r.persons[n], fmt.Sprintf("Public Example %d", n), r.everyone()))
	}
	r.write(public)
	// Only what is taken away is waited for by a reader; this is not.
	revision, err := r.store.Revision(t.Context())
	must(t, err)
	must(t, r.engine.WaitFor(t.Context(), revision))
	must(t, r.second.engine.WaitFor(t.Context(), revision))
	return r
}

func (r *racing) everyone() graph.Marking {
	m := graph.OwnOrganisationOnly(r.uk)
	m.Audience.Scope = graph.Everyone
	return m
}

func (r *racing) shared() graph.Marking {
	m := graph.OwnOrganisationOnly(r.uk)
	m.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{r.operation}}
	return m
}

func (r *racing) contribution(id graph.ID, m graph.Marking) graph.Contribution {
	return graph.Contribution{ID: id, Hub: "hub.test.example", Source: "INT-1", Marking: m}
}

func (r *racing) record(id graph.ID, name string, m graph.Marking) graph.Record {
	return graph.Record{Contribution: r.contribution(id, m), Details: &graph.Person{Name: name}}
}

func (r *racing) write(w graph.Write) {
	r.tb.Helper()
	_, err := r.store.Write(context.Background(), policy.Whole(1000), w)
	must(r.tb, err)
}

// operationWith is the operation with some of its parties and members.
func (r *racing) operationWith(parties, members int) graph.Operation {
	o := graph.Operation{
		ID: r.operation, Hub: "hub.test.example", Name: "Operation Test",
		Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", From: "2010-01-01"},
		Parties:   []graph.Party{{Organisation: r.uk, From: begun()}, {Organisation: r.ro, From: begun()}}[:parties],
	}
	for _, name := range []string{"ana", "bogdan", "dora"}[:members] {
		p := r.known[name]
		o.Members = append(o.Members, graph.Member{
			Officer: p.Officer, Name: p.Name, Organisation: p.Organisation, Role: graph.TeamInvestigator, From: begun(),
		})
	}
	return o
}

// elements are a round's records and links, all under one marking.
func (r *racing) elements(name string, m graph.Marking, tied bool) graph.Write {
	w := graph.Write{Import: true}
	for n := range r.records {
		w.Records = append(w.Records, r.record(r.records[n], fmt.Sprintf("%s Example %d", name, n), m))
		link := graph.Link{Contribution: r.contribution(r.links[n], m), Kind: "ASSOCIATE", From: r.anchor, To: r.persons[n]}
		link.Details = &graph.Relationship{Relationship: "a secret one"}
		link.Retired = !tied
		w.Links = append(w.Links, link)
	}
	return w
}

// round opens, takes away and writes; it gives how many elements raced.
func (r *racing) round(n int) int {
	r.tb.Helper()
	open := r.elements("Open", r.shared(), false)
	open.Operations = []graph.Operation{r.operationWith(2, 3)}
	r.write(open)
	before := [2]int64{r.open[0].Load(), r.open[1].Load()}
	r.until(func() bool { return r.open[0].Load() > before[0] && r.open[1].Load() > before[1] })
	r.barrier.close()
	r.until(r.barrier.bothHeld)
	revoked, secret := r.elements("Open", r.shared(), false), r.elements("Secret", r.shared(), true)
	switch n % 3 {
	case 0: // each element is narrowed
		private := graph.OwnOrganisationOnly(r.uk)
		revoked, secret = r.elements("Open", private, false), r.elements("Secret", private, true)
	case 1: // the officers leave the team
		revoked = graph.Write{Operations: []graph.Operation{r.operationWith(2, 1)}}
	case 2: // their organisation leaves the agreement
		revoked = graph.Write{Operations: []graph.Operation{r.operationWith(1, 1)}}
	}
	r.write(revoked)
	r.write(secret)
	r.barrier.lift()
	answered := [2]int64{r.answered[0].Load(), r.answered[1].Load()}
	r.until(func() bool { return r.answered[0].Load() > answered[0]+1 && r.answered[1].Load() > answered[1]+1 })
	return len(r.answered) * (len(r.records) + len(r.links))
}

// until waits for readers, unless one of them has been told too much.
func (r *racing) until(reached func() bool) {
	for !reached() && r.stale.Load() == nil {
		time.Sleep(time.Millisecond)
	}
}

const raceQuestion = `query($anchor: ID!, $to: ID!) {
	open: records(filter: {name: "Open"}, first: 5) { nodes { id } }
	listed: records(filter: {name: "Secret"}, first: 5) { totalCount nodes { label } }
	found: search(input: {text: "Secret", first: 5}) { label }
	path: shortestPath(from: $anchor, to: $to) { hops }
	anchor: node(id: $anchor) { ... on Record { linkCounts { count } expand(limit: 500) { links { id } } } } }`

// unknowing ends every answer of somebody who knows nothing of the secret.
const unknowing = `"listed":{"totalCount":0,"nodes":[]},"found":[],"path":null,"anchor":{"linkCounts":[],"expand":{"links":[]}}}}`

// read asks one process as one officer until ctx ends.
func (r *racing) read(ctx context.Context, h *hub, process int, officer string) {
	for n := 0; ctx.Err() == nil && r.stale.Load() == nil; n++ {
		body := h.ask(officer, raceQuestion, map[string]any{"anchor": r.anchor, "to": r.persons[n%len(r.persons)]})
		switch {
		case bytes.HasSuffix(body, []byte(unknowing)):
			if bytes.Contains(body, []byte(`"open":{"nodes":[{`)) {
				r.open[process].Add(1)
			}
		case !bytes.Contains(body, []byte(`"code":"CONFLICT"`)) || bytes.Contains(body, []byte(`Secret`)):
			r.stale.CompareAndSwap(nil, &body)
		}
		if officer == "bogdan" {
			r.answered[process].Add(1)
		}
	}
}

// run races until so many elements have raced, or something stale was told.
func (r *racing) run(races int) {
	ctx, stop := context.WithCancel(context.Background())
	var readers sync.WaitGroup
	for process, h := range []*hub{r.hub, r.second} {
		for _, officer := range []string{"bogdan", "dora"} {
			readers.Go(func() { r.read(ctx, h, process, officer) })
		}
	}
	for n := 0; races > 0 && r.stale.Load() == nil; n++ {
		races -= r.round(n)
	}
	stop()
	readers.Wait()
}

// 10,000 times a right is taken away, something secret is written, and two hub
// processes are asked all the while: neither gives an answer that is stale.
func TestARevokedRightIsGoneOnEveryProcess(t *testing.T) {
	r := newRacing(t, false)
	r.run(10_000)
	if stale := r.stale.Load(); stale != nil {
		t.Errorf("a revoked officer was told: %s", *stale)
	}
}

// The same races find what is stale where the guards are off: they can fail.
func TestTheRacesFindWhatAnUnguardedHubTells(t *testing.T) {
	r := newRacing(t, true)
	r.run(2_000)
	if r.stale.Load() == nil {
		t.Error("no stale answer was found without the guards")
	}
}

// A client that asks once gets an answer, though a right was taken away while
// it was made: the server has asked again by itself.
func TestAQueryIsRepeatedByTheServer(t *testing.T) {
	r := newRacing(t, false)
	r.write(graph.Write{Operations: []graph.Operation{r.operationWith(2, 3)}})
	r.barrier.close()
	answer := make(chan []byte)
	const public = `{ records(filter: {name: "Public"}, first: 1) { totalCount } }`
	go func() { answer <- r.ask("dora", public, nil) }()
	for held := false; !held; time.Sleep(time.Millisecond) {
		r.barrier.mu.Lock()
		held = r.barrier.held[0] > 0
		r.barrier.mu.Unlock()
	}
	r.write(graph.Write{Operations: []graph.Operation{r.operationWith(2, 1)}})
	r.barrier.lift()
	if got, want := <-answer, r.ask("bogdan", public, nil); !bytes.Equal(got, want) || !bytes.HasPrefix(got, []byte(`{"data":{"records":`)) {
		t.Errorf("%s, not %s", got, want)
	}
}
