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

// readRoutes reads the links and records of many routes together, in a number of
// statements that does not grow with theirs. A route that is nil stays nil.
func (e *Enquiry) readRoutes(ctx context.Context, found []*engine.Route, detail Detail) ([]*Route, error) {
	read := newReading()
	for _, r := range found {
		if r != nil {
			read.want(r.Path)
		}
	}
	if err := read.all(ctx, e, detail); err != nil {
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

// Detail is how much an answer gives of the links and records that lie on paths.
type Detail bool

const (
	// InFull is anything that is to be had of them.
	InFull Detail = false
	// IDsAlone is their ids, and what follows from all of them together but in words
	// (Route.ReliesOn).
	IDsAlone Detail = true
)

// reading is what several answers rest on, read for all of them at once.
type reading struct {
	kin      *siblings
	entities map[graph.ID]*Entity
	linkIDs  []graph.ID
	apart    []graph.ID // records that need not be an end of a link that is wanted
	links    map[graph.ID]*Link
	records  map[graph.ID]*Record     // empty where ids alone were read
	bases    map[graph.ID]graph.Basis // of the links and records
}

func newReading() *reading {
	return &reading{kin: &siblings{}, entities: map[graph.ID]*Entity{}, bases: map[graph.ID]graph.Basis{}}
}

func (r *reading) want(path engine.Path) {
	for _, entity := range path.Entities {
		r.entity(entity)
		if len(entity.Records) > 1 || len(path.Steps) == 0 {
			r.apart = append(r.apart, entity.Records...)
		}
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
func (r *reading) all(ctx context.Context, e *Enquiry, detail Detail) error {
	if err := e.reader(); err != nil {
		return err
	}
	if detail == IDsAlone {
		return r.readBases(ctx, e)
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
		r.links[l.ID], r.bases[l.ID] = l, l.Basis()
	}
	for _, record := range records {
		r.records[record.ID], r.bases[record.ID] = record, record.Basis()
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

// path gives a path with its conditions, and the bases that these follow from.
func (r *reading) path(found engine.Path) (path *Path, links, records []graph.Basis) {
	path = &Path{Hops: found.Hops()}
	for _, step := range found.Steps {
		links = append(links, r.bases[step.Link])
		path.Steps = append(path.Steps, PathStep{Link: r.links[step.Link], Parallel: step.Parallel, Reversed: !step.Along})
	}
	for _, entity := range found.Entities {
		path.Entities = append(path.Entities, r.entities[entity.ID])
	}
	records = r.recordsOf(path.Entities)
	path.Derived = derivedFrom(links, records)
	return path, links, records
}

func (r *reading) route(found *engine.Route) *Route {
	path, links, records := r.path(found.Path)
	out := &Route{Path: path, Cost: found.Cost, Reliability: found.Reliability, Owners: path.Owners, Sources: sourcesOf(links, records)}
	for _, hub := range found.Hubs {
		out.Hubs = append(out.Hubs, Hub{Entity: r.entities[hub.Entity], Degree: hub.Degree})
	}
	out.ReliesOn = r.reliesOn(out.Hubs)
	return out
}

// recordsOf are the bases of the records of entities.
func (r *reading) recordsOf(entities []*Entity) []graph.Basis {
	var out []graph.Basis
	for _, entity := range entities {
		for _, id := range entity.Members {
			if basis, ok := r.bases[id]; ok {
				out = append(out, basis)
			}
		}
	}
	return out
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
