package casework

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"entente/graph"
)

// ScopeInput says which part of the graph in sight is asked about; nil and what
// is left out do not narrow.
type ScopeInput struct {
	Operation    *graph.ID
	Records      []graph.ID
	RecordKinds  []graph.RecordKind
	LinkKinds    []graph.LinkKind
	At           *time.Time
	LeastGrading *graph.Grading
}

// scope is a ScopeInput made ready.
type scope struct {
	records []graph.ID // nil is all in sight
	kinds   []graph.RecordKind
	links   graph.LinkFilter
}

// scopeOf reads a scope that stands in the field named. An operation in which
// the caller has no part: NotFound.
func (e *Enquiry) scopeOf(ctx context.Context, in *ScopeInput, field string) (scope, error) {
	if in == nil {
		return scope{}, nil
	}
	if err := checkScope(in.Operation, in.Records, field); err != nil {
		return scope{}, err
	}
	weakness, err := weakest(in.LeastGrading, field+".leastGrading")
	if err != nil {
		return scope{}, err
	}
	records, err := e.scopeRecords(ctx, in.Operation, in.Records, in.RecordKinds, field)
	return scope{
		records: records, kinds: in.RecordKinds,
		links: graph.LinkFilter{Kinds: in.LinkKinds, At: in.At, WeakestGrading: weakness},
	}, err
}

func checkScope(operation *graph.ID, records []graph.ID, field string) error {
	switch {
	case operation != nil && len(records) > 0:
		return graph.Bad(field+".records", "Give an operation or records, not both.")
	case len(records) > maxScope:
		return graph.Bad(field+".records", fmt.Sprintf("At most %d records can be named.", maxScope))
	}
	return nil
}

// scopeRecords are the records that are asked about; nil is all in sight, and
// an operation without any is an empty list.
func (e *Enquiry) scopeRecords(ctx context.Context, operation *graph.ID, records []graph.ID, kinds []graph.RecordKind, field string) ([]graph.ID, error) {
	if operation == nil {
		return records, nil
	}
	o, err := e.Operation(ctx, *operation)
	if err != nil {
		return nil, graph.At(field+".operation", err)
	}
	return e.recordsShared(ctx, o.ID, kinds, operationsScope)
}

// given lists what was filled in.
func (s *ScopeInput) given() map[string]bool {
	const field = "input.scope"
	if s == nil {
		return map[string]bool{}
	}
	return map[string]bool{
		field + ".operation": s.Operation != nil, field + ".records": len(s.Records) > 0, field + ".recordKinds": len(s.RecordKinds) > 0,
		field + ".linkKinds": len(s.LinkKinds) > 0, field + ".at": s.At != nil, field + ".leastGrading": s.LeastGrading != nil,
	}
}

// renamed gives the field of an error of the engine the name that it has in the
// API: pairs of the engine's name and the API's, under the field that is given.
func renamed(err error, field string, pairs ...string) error {
	var e *graph.Error
	if err == nil || !errors.As(err, &e) || e.Field == "" {
		return err
	}
	moved := *e
	for i := 0; i+1 < len(pairs); i += 2 {
		if rest, found := strings.CutPrefix(e.Field, pairs[i]); found {
			moved.Field = pairs[i+1] + rest
			break
		}
	}
	moved.Field = field + "." + moved.Field
	return &moved
}

// boundOf checks how much of a list is asked for.
func boundOf(first, most int, field, what string) error {
	if first < 1 || first > most {
		return graph.Bad(field, fmt.Sprintf("Ask for 1 to %d %s.", most, what))
	}
	return nil
}
