package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
)

// Records gives the records among ids that are in sight, by id; the rest is
// left out, whatever the reason. With asOf it gives what the hub knew then, of
// records whose present version is in sight too.
func (s *Store) Records(ctx context.Context, sight policy.Sight, ids []graph.ID, asOf *time.Time) (map[graph.ID]graph.Record, error) {
	found := map[graph.ID]graph.Record{}
	if sight.Blind() || len(ids) == 0 {
		return found, nil
	}
	stored, err := s.storedRecords(ctx, sight, ids, asOf)
	if err != nil {
		return nil, err
	}
	for _, p := range stored {
		record, err := s.record(ctx, p)
		if err != nil {
			return nil, err
		}
		found[record.ID] = record
	}
	return found, nil
}

// storedRecords are the properties of records.
func (s *Store) storedRecords(ctx context.Context, sight policy.Sight, ids []graph.ID, asOf *time.Time) ([]map[string]any, error) {
	var stored []map[string]any
	if asOf != nil {
		rows, err := s.read(ctx, at("records", asOf), params{"ids": plainTexts(ids), "sight": sight.Visible(), "asOf": instantOrNull(asOf)})
		for _, r := range rows {
			stored = append(stored, mapOf(r, "record"))
		}
		return stored, err
	}
	rows, err := s.read(ctx, "records", params{"batches": batches(ids), "sight": sight.Visible()})
	for _, r := range rows {
		list, _ := r["found"].([]any)
		for _, one := range list {
			node, _ := one.(neo4j.Node)
			stored = append(stored, node.Props)
		}
	}
	return stored, err
}

// at names the variant of a statement that reads former versions.
func at(name string, asOf *time.Time) string {
	if asOf == nil {
		return name
	}
	return name + "_as_of"
}

// record decodes the properties of a record or of a former version of one.
func (s *Store) record(ctx context.Context, p map[string]any) (graph.Record, error) {
	marking, err := s.markingIn(ctx, p)
	if err != nil {
		return graph.Record{}, err
	}
	r := graph.Record{Contribution: contribution(p, marking)}
	r.Details = graph.NewRecordDetails(graph.RecordKind(text(p, "kind")))
	if r.Details == nil {
		return graph.Record{}, fmt.Errorf("record %s: unknown kind", r.ID)
	}
	if err := fill(r.Details, p); err != nil {
		return graph.Record{}, fmt.Errorf("record %s: %w", r.ID, err)
	}
	return r, nil
}

func (s *Store) recordsIn(ctx context.Context, rows []row) ([]graph.Record, error) {
	records := make([]graph.Record, 0, len(rows))
	for _, r := range rows {
		record, err := s.record(ctx, mapOf(r, "record"))
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	return records, nil
}

// recordProps encodes a record. What searches find is left out of a retired one.
func recordProps(r graph.Record, marking graph.MarkingID) (map[string]any, error) {
	p := contributionProps(r.Contribution, marking)
	if err := flatten(r.Details, p); err != nil {
		return nil, fmt.Errorf("record %s: %w", r.ID, err)
	}
	p["kind"] = string(r.Details.Kind())
	p["owner"] = string(r.Owner())
	p["label"] = r.Details.Label()
	p["sort"] = identifier.SortKey(r.Details.Label())
	if countries := countriesOf(p); len(countries) > 0 {
		p["countries"] = countries
	}
	if !r.Retired {
		if err := addSearchTerms(p, r.Details, marking); err != nil {
			return nil, err
		}
	}
	sealContent(p)
	return p, nil
}

func addSearchTerms(p map[string]any, d graph.RecordDetails, marking graph.MarkingID) error {
	p["terms"] = identifier.Terms(append([]string{d.Label()}, d.Names()...)...)
	p["seenBy"] = markingToken(marking)
	var identifiers []string
	for _, id := range d.Identifiers() {
		normal, err := identifier.Normal(id)
		if err != nil {
			return err
		}
		identifiers = append(identifiers, identifierToken(id.Scheme, normal))
	}
	if len(identifiers) > 0 {
		p["identifiers"], p[identifiedUnder] = identifiers, markingToken(marking)
	}
	return nil
}

// identifiedUnder names the marking beside the identifiers, so that a search for one
// begins under the markings in sight.
const identifiedUnder = "identifiedUnder"

func markingToken(id graph.MarkingID) string { return "m" + strconv.FormatInt(int64(id), 10) }

func identifierToken(scheme graph.IdentifierScheme, normal string) string {
	return string(scheme) + ":" + normal
}

// countriesOf gathers the ISO codes of a record's details.
func countriesOf(p map[string]any) []string {
	var codes []string
	for _, name := range []string{"country", "nationality"} {
		switch v := p[name].(type) {
		case string:
			codes = append(codes, v)
		case []string:
			codes = append(codes, v...)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
