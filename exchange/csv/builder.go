package csv

import (
	"encoding/json"
	"errors"
	"hash/maphash"

	"entente/graph"
	"entente/graph/identifier"
)

// builder makes records and links of rows, and remembers which records it
// made, so that links find their ends and no key is taken twice.
type builder struct {
	owner   graph.ID
	hub     string
	marking graph.Marking
	hash    maphash.Seed
	known   map[[16]byte]made
	keyed   map[[16]byte]made // links with a key of their own
	beside  func(graph.ID) (graph.RecordKind, bool)
}

// made is a record by its kind and the hash of what it said; 0 of an end that
// only a link made.
type made struct {
	kind uint8
	said uint64
}

// errRepeated says that an equal row came before.
var errRepeated = errors.New("equal to an earlier row")

// record makes the record of a row, unless an equal one was made.
func (b *builder) record(name string, rule *recordRule, r *row) (*graph.Record, error) {
	key := rule.key.of(r)
	if key == "" {
		return nil, graph.Bad("key", "The key is empty.")
	}
	record, err := b.build(RecordID(b.owner, name, rule.keys, key), rule, r)
	if err != nil {
		return nil, err
	}
	said, err := b.saying(record.Details, record.Source, record.Grading, record.Validity)
	if err != nil {
		return nil, err
	}
	bits, _ := record.ID.Bits()
	if earlier, ok := b.known[bits]; ok {
		return nil, repeated(earlier.said == said && earlier.kind == number(rule.kind))
	}
	b.known[bits] = made{kind: number(rule.kind), said: said}
	return record, nil
}

func repeated(equal bool) error {
	if equal {
		return errRepeated
	}
	return graph.Bad("key", "An earlier row with the same key says something else.")
}

func (b *builder) build(id graph.ID, rule *recordRule, r *row) (*graph.Record, error) {
	details := graph.NewRecordDetails(rule.kind)
	if err := rule.details.fill(details, r); err != nil {
		return nil, err
	}
	identifier.Normalise(details)
	if err := details.Check(); err != nil {
		return nil, err
	}
	if err := identifier.Check(details); err != nil {
		return nil, err
	}
	contribution, err := b.contribution(id, &rule.said, r)
	return &graph.Record{Contribution: contribution, Details: details}, err
}

func (b *builder) contribution(id graph.ID, s *said, r *row) (graph.Contribution, error) {
	c := graph.Contribution{ID: id, Hub: b.hub, Source: s.source.of(r), Grading: s.grading, Marking: b.marking}
	var err error
	if text := s.from.of(r); text != "" {
		if c.Validity.From, err = s.form.date("validFrom", text, s.from.constant()); err != nil {
			return c, err
		}
	}
	if text := s.until.of(r); text != "" {
		if c.Validity.Until, err = s.form.date("validUntil", text, s.until.constant()); err != nil {
			return c, err
		}
	}
	return c, c.Check()
}

// link makes the link of a row between records that were made before.
func (b *builder) link(name string, rule *linkRule, r *row) (*graph.Link, error) {
	link := &graph.Link{Kind: rule.kind}
	from, begins, fault := b.end(name, rule.from, rule.ends, r)
	to, arrives, err := b.end(name, rule.to, rule.ends, r) // both are looked for: whoever keeps a list learns of both
	if fault != nil {
		return nil, graph.Under("from", fault)
	}
	if err != nil {
		return nil, graph.Under("to", err)
	}
	link.From, link.To = from, to
	if err := b.describe(link, rule, r); err != nil {
		return nil, err
	}
	if err := link.Check(begins, arrives); err != nil {
		return nil, err
	}
	return link, b.name(name, link, rule, r)
}

// end finds the record at an end.
func (b *builder) end(name string, e end, rule *recordRule, r *row) (graph.ID, graph.RecordKind, error) {
	key := e.key.of(r)
	if key == "" {
		return "", "", graph.Bad("key", "The key is empty.")
	}
	id := RecordID(b.owner, name, e.keys, key)
	bits, _ := id.Bits()
	if known, ok := b.known[bits]; ok {
		return id, graph.RecordKinds()[known.kind], nil
	}
	if kind, ok := b.there(id); ok {
		return id, kind, nil
	}
	if rule != nil {
		if _, err := b.missing(name, e, rule, r); err != nil {
			return "", "", err
		}
	}
	return "", "", graph.Bad("key", "No row makes the record at this end.")
}

// there is what is known beside the rows.
func (b *builder) there(id graph.ID) (graph.RecordKind, bool) {
	if b.beside == nil {
		return "", false
	}
	return b.beside(id)
}

// missing makes the record at an end unless it is there.
func (b *builder) missing(name string, e end, rule *recordRule, r *row) (*graph.Record, error) {
	key := e.key.of(r)
	id := RecordID(b.owner, name, e.keys, key)
	bits, _ := id.Bits()
	if _, ok := b.known[bits]; ok || key == "" {
		return nil, nil
	}
	if _, ok := b.there(id); ok {
		return nil, nil
	}
	r.key = key
	record, err := b.build(id, rule, r)
	if err != nil {
		return nil, err
	}
	b.known[bits] = made{kind: number(rule.kind)}
	return record, nil
}

func (b *builder) describe(link *graph.Link, rule *linkRule, r *row) error {
	if len(rule.details.of) > 0 {
		link.Details = graph.NewLinkDetails(rule.kind)
		if err := rule.details.fill(link.Details, r); err != nil {
			return err
		}
		identifier.NormaliseLink(link.Details)
		if err := identifier.CheckLink(link.Details); err != nil {
			return err
		}
	}
	contribution, err := b.contribution("", &rule.said, r)
	link.Contribution = contribution
	return err
}

// name gives the link its id, and refuses a key that was used.
func (b *builder) name(name string, link *graph.Link, rule *linkRule, r *row) error {
	if len(rule.key) == 0 {
		link.ID = linkID(b.owner, name, rule.place, stem(r.file), decimal(r.line))
		return nil
	}
	key := rule.key.of(r)
	if key == "" {
		return graph.Bad("key", "The key is empty.")
	}
	link.ID = linkID(b.owner, name, string(link.Kind), "", key)
	said, err := b.saying(link.Details, link.Source, link.Grading, link.Validity, link.From, link.To)
	if err != nil {
		return err
	}
	bits, _ := link.ID.Bits()
	if earlier, ok := b.keyed[bits]; ok {
		return repeated(earlier.said == said)
	}
	b.keyed[bits] = made{said: said}
	return nil
}

// saying is a hash of what an element says.
func (b *builder) saying(parts ...any) (uint64, error) {
	text, err := json.Marshal(parts)
	if err != nil {
		return 0, graph.Bad("details", "A number is out of range.")
	}
	return maphash.Bytes(b.hash, text), nil
}

// number is a kind's place in the order of kinds.
func number(kind graph.RecordKind) uint8 {
	for i, k := range graph.RecordKinds() {
		if k == kind {
			return uint8(i) // #nosec G115 -- twelve kinds
		}
	}
	return 0
}
