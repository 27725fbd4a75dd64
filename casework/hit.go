package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
)

// HitStore finds what owners let be found.
type HitStore interface {
	// HitsOf are the records found by a token, whoever sees them. It takes no
	// sight, and is asked in this file alone.
	HitsOf(ctx context.Context, token string) ([]graph.Held, error)
	// Discoverables are by what records of an owner may be found.
	Discoverables(ctx context.Context, owner graph.ID, records []graph.ID) (map[graph.ID][]graph.HitScheme, error)
}

// The ration of questions for hits: to an officer, by all processes of a hub.
const (
	hitsInWindow = 20
	hitWindow    = time.Hour
)

// SetDiscoverableInput says by what records of one's own may be found.
type SetDiscoverableInput struct {
	IdempotencyKey string
	IDs            []graph.ID
	Schemes        []graph.HitScheme // none takes it back
}

// SetDiscoverablePayload is how many records it was set for; Revision is sealed.
type SetDiscoverablePayload struct {
	Changed  int
	Revision string
}

// SetDiscoverable lets records of the caller's organisation be found by those
// who do not see them, or takes that back. It is for supervisors.
func (e *Enquiry) SetDiscoverable(ctx context.Context, in SetDiscoverableInput) (*SetDiscoverablePayload, error) {
	a, err := e.attempt(ctx, "setDiscoverable", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putDiscoverable(ctx, a.key, in)
	}
	if err != nil {
		return nil, err
	}
	token, err := e.seal.revision(revision)
	return &SetDiscoverablePayload{Changed: before.Count, Revision: token}, err
}

func (e *Enquiry) putDiscoverable(ctx context.Context, key graph.WriteKey, in SetDiscoverableInput) (outcome, graph.Revision, error) {
	ids := distinct(in.IDs)
	if len(ids) == 0 || len(ids) > maxShare {
		return outcome{}, 0, graph.Bad("input.ids", fmt.Sprintf("Give 1 to %d records of your organisation.", maxShare))
	}
	found, err := e.records(ctx, ofNoun(ids, graph.NounRecord), nil, nil)
	if err != nil {
		return outcome{}, 0, err
	}
	if len(found) < len(ids) {
		return outcome{}, 0, graph.At("input.ids", graph.Missing())
	}
	w := graph.Write{Key: key, At: e.at}
	schemes := slices.Compact(slices.Sorted(slices.Values(in.Schemes)))
	for _, r := range found {
		if err := e.owned(ctx, r.Contribution); err != nil {
			return outcome{}, 0, err
		}
		d := graph.Discoverable{Record: r.ID, Version: r.Version, Schemes: schemes, Tokens: identifier.HitTokens(r.Details, schemes)}
		if err := d.Check(); err != nil {
			return outcome{}, 0, graph.Under("input", err)
		}
		w.Discoverables = append(w.Discoverables, d)
	}
	if err := e.supervisor(ctx, ids...); err != nil {
		return outcome{}, 0, err
	}
	if w.Outcome, err = json.Marshal(outcome{Count: len(ids)}); err != nil {
		return outcome{}, 0, fmt.Errorf("encode an outcome: %w", err)
	}
	entry := audit.Entry{Action: audit.Share, Query: &audit.Shape{Question: "setDiscoverable"}, Elements: ids}
	if err := e.record(ctx, entry); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// DiscoverableBy are the schemes by which a record of the caller's own
// organisation may be found; of any other record none, whatever its owner set.
func (e *Enquiry) DiscoverableBy(ctx context.Context, r *Record) ([]graph.HitScheme, error) {
	if r.Owner() != e.principal.Organisation {
		return nil, nil
	}
	found, err := e.store.Discoverables(ctx, e.principal.Organisation, []graph.ID{r.ID})
	if err != nil {
		return nil, fmt.Errorf("read what is discoverable: %w", err)
	}
	return found[r.ID], nil
}

// AskHitInput is the exact number, or the name and birth date, that is asked for.
type AskHitInput struct {
	IdempotencyKey string
	Identifier     *graph.Identifier
	Name           *string
	BirthDate      *graph.Date
}

// Hit says who holds something, and nothing of it.
type Hit struct {
	OrganisationID graph.ID
}

// AskHitPayload is who holds it, by organisation id; Revision is sealed.
type AskHitPayload struct {
	Hits     []*Hit
	Revision string
}

// AskHit says which other organisations hold, and made discoverable, a record
// that the caller does not see; what the caller sees a search finds. A
// question that is repeated under its key is not counted again.
func (e *Enquiry) AskHit(ctx context.Context, in AskHitInput) (*AskHitPayload, error) {
	a, err := e.attempt(ctx, "askHit", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putHit(ctx, a.key, in)
	}
	if err != nil {
		return nil, err
	}
	p := &AskHitPayload{}
	for _, organisation := range before.Held {
		p.Hits = append(p.Hits, &Hit{OrganisationID: organisation})
	}
	p.Revision, err = e.seal.revision(revision)
	return p, err
}

// token is what is asked for, in normal form, and by which scheme.
func (in AskHitInput) token() (token string, scheme graph.HitScheme, err error) {
	byName := in.Name != nil || in.BirthDate != nil
	switch {
	case byName == (in.Identifier != nil):
		return "", "", graph.Bad("input.identifier", "Give either an identifier, or a name and a birth date.")
	case in.Identifier != nil:
		token, err = identifier.HitToken(*in.Identifier)
		return token, graph.HitScheme(in.Identifier.Scheme), graph.Under("input.identifier", err)
	case in.Name == nil:
		return "", "", graph.Bad("input.name", "Give the name with the birth date.")
	case in.BirthDate == nil:
		return "", "", graph.Bad("input.birthDate", "Give the whole birth date with the name.")
	}
	token, err = identifier.NameToken(*in.Name, *in.BirthDate)
	return token, graph.HitNameAndBirth, graph.Under("input", err)
}

func (e *Enquiry) putHit(ctx context.Context, key graph.WriteKey, in AskHitInput) (outcome, graph.Revision, error) {
	token, scheme, err := in.token()
	if err != nil {
		return outcome{}, 0, err
	}
	found, err := e.store.HitsOf(ctx, token)
	if err != nil {
		return outcome{}, 0, fmt.Errorf("ask for a hit: %w", err)
	}
	found = slices.DeleteFunc(found, func(h graph.Held) bool {
		return h.Marking.Owner == e.principal.Organisation || policy.Decide(e.principal, e.standing.Operations, h.Marking, e.at).Seen
	})
	entry := audit.Entry{Action: audit.Disclose, Query: e.hitShape(token, scheme), Unseen: true}
	var o outcome
	for _, h := range found {
		entry.Elements, o.Held = append(entry.Elements, h.Record), append(o.Held, h.Marking.Owner)
	}
	o.Held = distinct(o.Held)
	if err := e.record(ctx, entry); err != nil {
		return outcome{}, 0, err
	}
	w := graph.Write{
		Key: key, At: e.at, Ration: &graph.Ration{Officer: e.principal.Officer, For: "askHit", Window: hitWindow, Most: hitsInWindow},
	}
	if w.Outcome, err = json.Marshal(o); err != nil {
		return outcome{}, 0, fmt.Errorf("encode an outcome: %w", err)
	}
	if w.CaseObjects, err = e.noticesOfHit(found, o.Held, scheme); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// hitShape says what was asked for by a keyed hash alone.
func (e *Enquiry) hitShape(token string, scheme graph.HitScheme) *audit.Shape {
	field := "input.identifier"
	if scheme == graph.HitNameAndBirth {
		field = "input.name"
	}
	return &audit.Shape{Question: "askHit", Given: []string{field}, Terms: []audit.Fingerprint{e.terms.Fingerprint(field, token)}}
}

// noticesOfHit tell the owners which of their records were hit and by whom, and
// the caller's organisation whom to speak to.
func (e *Enquiry) noticesOfHit(found []graph.Held, owners []graph.ID, scheme graph.HitScheme) ([]graph.CaseObject, error) {
	var about []markedElement
	for _, h := range found {
		about = append(about, markedElement{h.Record, h.Marking})
	}
	n := graph.Notice{Kind: graph.NoticeHit, From: e.principal.Organisation, Officer: e.principal.Officer, Detail: string(scheme)}
	out, err := e.noticesToOwners(n, about)
	if err != nil {
		return nil, err
	}
	for _, owner := range owners {
		made := graph.Notice{Kind: graph.NoticeHitMade, From: owner, Officer: e.principal.Officer, Detail: string(scheme)}
		object, err := e.noticeTo(e.principal.Organisation, made)
		if err != nil {
			return nil, err
		}
		out = append(out, object)
	}
	return out, nil
}
