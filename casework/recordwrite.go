package casework

import (
	"context"

	"entente/audit"
	"entente/graph"
	"entente/graph/identifier"
)

// CreateRecord contributes a record. Repeated with the same key and input it
// answers as the first time and writes nothing.
func (e *Enquiry) CreateRecord(ctx context.Context, in CreateRecordInput) (*RecordPayload, error) {
	a, err := e.attempt(ctx, "createRecord", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.recordPayload(ctx, a.before.ID, a.revision)
	}
	id, err := e.newID(graph.NounRecord)
	if err != nil {
		return nil, err
	}
	record, err := e.newRecord(ctx, id, in.ContributionInput, nil, in.Details)
	if err != nil {
		return nil, err
	}
	return e.putRecord(ctx, audit.Create, a.key, record, "")
}

// AmendRecord replaces a record of the caller's organisation by a new version.
// Out of sight: NotFound; of another organisation: GateClosed; changed since
// it was read: Conflict.
func (e *Enquiry) AmendRecord(ctx context.Context, in AmendRecordInput) (*RecordPayload, error) {
	a, err := e.attempt(ctx, "amendRecord", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.recordPayload(ctx, a.before.ID, a.revision)
	}
	former, err := e.ownRecord(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	record, err := e.newRecord(ctx, former.ID, in.ContributionInput, &former.Contribution, in.Details)
	if err != nil {
		return nil, err
	}
	if record.Details.Kind() != former.Kind() {
		return nil, graph.Bad("input.details", "A record keeps its kind: retire this one and create another.")
	}
	if err := e.gives(ctx, former.Marking, record.Marking, record.ID); err != nil {
		return nil, err
	}
	return e.putRecord(ctx, audit.Amend, a.key, record, in.Version)
}

// RetireRecord withdraws a record of the caller's organisation.
func (e *Enquiry) RetireRecord(ctx context.Context, in RetireInput) (*RetirePayload, error) {
	return e.retire(ctx, "retireRecord", in, func() (graph.Write, error) {
		former, err := e.ownRecord(ctx, in.ID)
		if err != nil {
			return graph.Write{}, err
		}
		retired := former.Record
		retired.Contribution, err = e.retired(retired.Contribution)
		return graph.Write{Records: []graph.Record{retired}}, err
	})
}

func (e *Enquiry) ownRecord(ctx context.Context, id graph.ID) (*Record, error) {
	former, err := e.Record(ctx, id, nil)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	return former, e.owned(ctx, former.Contribution)
}

func (e *Enquiry) newRecord(
	ctx context.Context, id graph.ID, in ContributionInput, former *graph.Contribution, d RecordDetailsInput,
) (graph.Record, error) {
	contribution, err := e.contribution(ctx, id, in, former)
	if err != nil {
		return graph.Record{}, err
	}
	details, field, err := d.details()
	if err != nil {
		return graph.Record{}, err
	}
	identifier.Normalise(details)
	if err := details.Check(); err != nil {
		return graph.Record{}, graph.Under("input.details."+field, err)
	}
	if err := identifier.Check(details); err != nil {
		return graph.Record{}, graph.Under("input.details."+field, err)
	}
	return graph.Record{Contribution: contribution, Details: details}, nil
}

// putRecord logs what is about to be written, writes it and reads it back.
func (e *Enquiry) putRecord(ctx context.Context, action audit.Action, key graph.WriteKey, r graph.Record, expected graph.ID) (*RecordPayload, error) {
	if err := e.record(ctx, audit.Entry{Action: action, Elements: []graph.ID{r.ID}}); err != nil {
		return nil, err
	}
	w, err := e.writeOf(key, r.ID)
	if err != nil {
		return nil, err
	}
	w.Records = []graph.Record{r}
	if expected != "" {
		w.Expect = map[graph.ID]graph.ID{r.ID: expected}
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.recordPayload(ctx, written.ID, revision)
}

func (e *Enquiry) recordPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*RecordPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	record, err := e.Record(ctx, id, nil)
	if err != nil {
		return nil, err
	}
	return &RecordPayload{Record: record, Revision: token}, nil
}

// details are the one kind that was given, with its field.
func (d RecordDetailsInput) details() (graph.RecordDetails, string, error) {
	given := map[string]graph.RecordDetails{}
	put(given, "person", d.Person)
	put(given, "crimeGroup", d.CrimeGroup)
	put(given, "company", d.Company)
	put(given, "bankAccount", d.BankAccount)
	put(given, "paymentInstrument", d.PaymentInstrument)
	put(given, "place", d.Place)
	put(given, "journey", d.Journey)
	put(given, "travelDocument", d.TravelDocument)
	put(given, "vehicle", d.Vehicle)
	put(given, "phone", d.Phone)
	put(given, "onlineProfile", d.OnlineProfile)
	put(given, "exploitationEvent", d.ExploitationEvent)
	for field, details := range given {
		if len(given) == 1 {
			return details, field, nil
		}
	}
	return nil, "", graph.Bad("input.details", "Give exactly one kind of details.")
}

// put keeps a pointer that is not nil; T is a details struct.
func put[T any, P interface {
	*T
	graph.RecordDetails
}](given map[string]graph.RecordDetails, field string, details P) {
	if details != nil {
		given[field] = details
	}
}
