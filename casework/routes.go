package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/graph"
	"entente/graph/engine"
)

// readRoutes reads the links and records of many routes in one statement each.
// A route that is nil stays nil.
func (e *Enquiry) readRoutes(ctx context.Context, found []*engine.Route) ([]*Route, error) {
	read := &reading{kin: &siblings{}, entities: map[graph.ID]*Entity{}}
	for _, r := range found {
		if r != nil {
			read.want(r.Path)
		}
	}
	if err := read.all(ctx, e); err != nil {
		return nil, err
	}
	out := make([]*Route, len(found))
	for i, r := range found {
		if r != nil {
			out[i] = read.route(r)
		}
	}
	return out, nil
}

// reading is what several answers rest on, read for all of them at once.
type reading struct {
	kin      *siblings
	entities map[graph.ID]*Entity
	linkIDs  []graph.ID
	links    map[graph.ID]*Link
	records  map[graph.ID]*Record
}

func (r *reading) want(path engine.Path) {
	for _, entity := range path.Entities {
		r.entity(entity)
	}
	for _, step := range path.Steps {
		r.linkIDs = append(r.linkIDs, step.Link)
	}
}

// entity gives the one view of an entity.
func (r *reading) entity(found engine.Entity) *Entity {
	if known, ok := r.entities[found.ID]; ok {
		return known
	}
	r.entities[found.ID] = &Entity{ID: found.ID, Members: found.Records, kin: r.kin}
	r.kin.ids = append(r.kin.ids, found.Records...)
	return r.entities[found.ID]
}

// all reads what is wanted. If some of it went meanwhile: Conflict.
func (r *reading) all(ctx context.Context, e *Enquiry) error {
	if err := e.reader(); err != nil {
		return err
	}
	// Links and records are read at once, and noted one after the other.
	ids, members := distinctIDs(r.linkIDs), distinctIDs(r.kin.ids)
	loaded := aside(func() error {
		_, err := e.loaders.record(nil).loadAll(ctx, members, r.kin)
		return err
	})
	links, err := e.links(ctx, ids, nil)
	if err := cmp.Or(err, loaded()); err != nil {
		return fmt.Errorf("read what lies on paths: %w", err)
	}
	if len(links) != len(ids) {
		return changedMeanwhile()
	}
	records, err := e.records(ctx, members, nil, r.kin)
	if err != nil {
		return err
	}
	r.links, r.records = make(map[graph.ID]*Link, len(links)), make(map[graph.ID]*Record, len(records))
	for _, l := range links {
		r.links[l.ID] = l
	}
	for _, record := range records {
		r.records[record.ID] = record
	}
	return nil
}

// aside does something beside what the caller does until it asks for the error. A
// panic there is the caller's.
func aside(do func() error) (done func() error) {
	err, fault := make(chan error, 1), make(chan any, 1)
	go func() {
		defer func() { fault <- recover() }()
		err <- do()
	}()
	return func() error {
		if f := <-fault; f != nil {
			panic(f)
		}
		return <-err
	}
}

func changedMeanwhile() error {
	return &graph.Error{Code: graph.Conflict, Message: "The graph changed while the answer was read. Ask again."}
}

// distinctIDs are ids in order, each once.
func distinctIDs(ids []graph.ID) []graph.ID { return slices.Compact(slices.Sorted(slices.Values(ids))) }

func (r *reading) route(found *engine.Route) *Route {
	path := &Path{Hops: found.Hops()}
	links := make([]*Link, len(found.Steps))
	for i, step := range found.Steps {
		links[i] = r.links[step.Link]
		path.Steps = append(path.Steps, PathStep{Link: links[i], Parallel: step.Parallel, Reversed: !step.Along})
	}
	for _, entity := range found.Entities {
		path.Entities = append(path.Entities, r.entities[entity.ID])
	}
	records := r.recordsOf(path.Entities)
	path.Derived = derivedFrom(links, records)
	out := &Route{Path: path, Cost: found.Cost, Reliability: found.Reliability, Owners: path.Owners, Sources: sourcesOf(links, records)}
	for _, hub := range found.Hubs {
		out.Hubs = append(out.Hubs, Hub{Entity: r.entities[hub.Entity], Degree: hub.Degree})
	}
	out.ReliesOn = r.reliesOn(out.Hubs)
	return out
}

func (r *reading) recordsOf(entities []*Entity) []*Record {
	var out []*Record
	for _, entity := range entities {
		for _, id := range entity.Members {
			if record, ok := r.records[id]; ok {
				out = append(out, record)
			}
		}
	}
	return out
}

// sourcesOf are the source reports of links and records, in order, each once.
func sourcesOf(links []*Link, records []*Record) []string {
	var out []string
	for _, l := range links {
		out = append(out, l.Source)
	}
	for _, r := range records {
		out = append(out, r.Source)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// reliesOn says in words through whom a path leads that many others are tied to.
func (r *reading) reliesOn(hubs []Hub) string {
	if len(hubs) == 0 {
		return ""
	}
	parts := make([]string, len(hubs))
	for i, hub := range hubs {
		name := string(hub.Entity.ID)
		if record, ok := r.records[hub.Entity.ID]; ok {
			name = record.Label()
		}
		parts[i] = name + " (" + strconv.Itoa(hub.Degree) + " neighbours)"
	}
	return fmt.Sprintf("This relies on %s: those who meet there need not know each other.", strings.Join(parts, " and "))
}
