package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// CloseSharingInput chooses what becomes of what the caller's organisation
// shared with a joint team that is over.
type CloseSharingInput struct {
	IdempotencyKey string
	Operation      graph.ID
	Choice         graph.ClosingChoice
}

// Certificate is a certificate as a party sees it.
type Certificate struct {
	graph.Certificate
	ID    graph.ID
	blind bool // its reader reads no case data
}

// Records is how many it counts; nil for an administrator who reads no case data, as
// are Links, Involvements and Held.
func (c *Certificate) Records() *int { return c.counted(c.Certificate.Records) }

// Links is how many it counts.
func (c *Certificate) Links() *int { return c.counted(c.Certificate.Links) }

// Involvements is how many it counts.
func (c *Certificate) Involvements() *int { return c.counted(c.Certificate.Involvements) }

// Held is how many of them were returned and not purged.
func (c *Certificate) Held() *int { return c.counted(c.Certificate.Held) }

func (c *Certificate) counted(n int) *int {
	if c.blind {
		return nil
	}
	return &n
}

// CertificatePayload is a certificate that was made; Revision is sealed.
type CertificatePayload struct {
	Certificate *Certificate
	Revision    string
}

// closingBatch is how many elements one write of a closing takes.
const closingBatch = 500

// CloseSharing returns or purges all that the caller's organisation shared with
// a joint team that is over, or that it has left. It is done in batches, each
// whole with its part of the certificate: interrupted and asked again it goes
// on. A team administrator may return, only a supervisor may purge.
func (e *Enquiry) CloseSharing(ctx context.Context, in CloseSharingInput) (*CertificatePayload, error) {
	if err := e.closer(ctx, in.Choice); err != nil {
		return nil, err
	}
	key, err := e.key("closeSharing", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	written, done, err := e.store.Written(ctx, key)
	if err != nil {
		return nil, graph.Under("input", err)
	}
	if done {
		var before outcome
		if err := json.Unmarshal(written.Outcome, &before); err != nil {
			return nil, fmt.Errorf("read an outcome: %w", err)
		}
		return e.certificatePayload(ctx, before.ID, written.Revision)
	}
	o, err := e.store.Operation(ctx, in.Operation)
	if err != nil || !o.WasParty(e.principal.Organisation) {
		return nil, graph.At("input.operation", missingOr(err))
	}
	if o.PartyAt(e.principal.Organisation, e.at) && o.StateAt(e.at) != graph.OperationEnded {
		return nil, graph.Bad("input.operation", "This joint team is not over: end it, or withdraw from it, first.")
	}
	c := &closing{Enquiry: e, operation: o, choice: in.Choice, key: key}
	return c.run(ctx)
}

func (e *Enquiry) closer(ctx context.Context, choice graph.ClosingChoice) error {
	if err := e.reader(); err != nil {
		return err
	}
	if e.principal.Is(auth.Supervisor) || choice == graph.ReturnData && e.principal.Is(auth.TeamAdministrator) {
		return nil
	}
	return e.gate(ctx, "A supervisor decides what becomes of shared data; a team administrator may take it back.")
}

func missingOr(err error) error {
	if err == nil {
		return graph.Missing()
	}
	return err
}

// closing is one closing under way.
type closing struct {
	*Enquiry
	operation graph.Operation
	choice    graph.ClosingChoice
	key       graph.WriteKey
	open      []*certifying // the first counts what all parties could know of
}

func (c *closing) run(ctx context.Context) (*CertificatePayload, error) {
	if err := c.resume(ctx); err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		ids, err := c.store.UnderMarkings(ctx, c.shared(), true, closingBatch)
		if err != nil {
			return nil, fmt.Errorf("close a sharing: %w", err)
		}
		if len(ids) == 0 {
			return c.certify(ctx)
		}
		if err := c.batch(ctx, n, ids); err != nil {
			return nil, fmt.Errorf("close a sharing: %w", err)
		}
	}
}

// resume takes up certificates that are under way, or begins one.
func (c *closing) resume(ctx context.Context) error {
	found, _, err := c.store.CaseObjects(ctx, policy.Whole(len(c.known)), graph.CaseFilter{
		Kinds: []graph.CaseKind{graph.CaseCertificate}, States: []string{graph.CertificateUnderWay}, About: []graph.ID{c.operation.ID},
	}, graph.Page{Limit: maxPage})
	if err != nil {
		return fmt.Errorf("close a sharing: %w", err)
	}
	for _, object := range found {
		if object.Marking.Owner != c.principal.Organisation {
			continue
		}
		one := &certifying{object: object, begun: true}
		if err := decode(object, &one.certificate); err != nil {
			return err
		}
		if one.certificate.Choice != c.choice {
			return graph.Bad("input.choice", "The other choice is under way: ask for that one again, and it goes on.")
		}
		c.open = append(c.open, one)
	}
	first, err := c.certifying(graph.OwnOrganisationOnly(c.principal.Organisation), false)
	if err != nil {
		return err
	}
	c.open = slices.DeleteFunc(c.open, func(one *certifying) bool { return one == first })
	c.open = slices.Insert(c.open, 0, first)
	return nil
}

// shared are the markings under which the caller's organisation shares with the team.
func (c *closing) shared() []graph.MarkingID {
	var out []graph.MarkingID
	for id, m := range c.known {
		if m.Owner == c.principal.Organisation && slices.Contains(m.Audience.Operations, c.operation.ID) {
			out = append(out, graph.MarkingID(id)) //nolint:gosec // some hundreds
		}
	}
	return out
}

// batch returns or purges some elements, in one write with the certificates so far.
func (c *closing) batch(ctx context.Context, n int, ids []graph.ID) error {
	kept, err := c.store.Retentions(ctx, c.principal.Organisation, ids)
	if err != nil {
		return err
	}
	first := c.open[0].object
	w := graph.Write{At: c.at, Key: graph.WriteKey{
		Officer: c.principal.Officer, Key: fmt.Sprintf("closing %s %s %d", first.ID, first.Version, n), Digest: c.key.Digest,
	}}
	markings, err := c.store.MarkingsOf(ctx, ids)
	if err != nil {
		return err
	}
	counted := map[*certifying][]graph.ID{}
	for _, id := range ids {
		if len(markings[id]) == 0 {
			return graph.Missing() // gone since it was listed
		}
		on, err := c.certificateOf(markings[id])
		if err != nil {
			return err
		}
		counted[on] = append(counted[on], id)
		held := kept[id].Hold != nil
		if c.choice == graph.PurgeData && !held {
			w.Erase = append(w.Erase, id)
			continue
		}
		if c.choice == graph.PurgeData {
			on.certificate.Held++
		}
		w.Remark = append(w.Remark, graph.Remarked{ID: id, Marking: withoutTeam(markings[id][0], c.operation.ID)})
	}
	for on, ids := range counted {
		if err := on.count(ids); err != nil {
			return err
		}
	}
	action := audit.Recall
	if c.choice == graph.PurgeData {
		action = audit.Erase
	}
	if err := c.record(ctx, audit.Entry{Action: action, Operation: c.operation.ID, Elements: ids}); err != nil {
		return err
	}
	_, err = c.put(ctx, w)
	return err
}

// withoutTeam is a marking that shares with a team no longer: nobody but the
// owner's organisation where it shared with that team alone.
func withoutTeam(m graph.Marking, team graph.ID) graph.Marking {
	m.Audience.Operations = slices.DeleteFunc(slices.Clone(m.Audience.Operations), func(id graph.ID) bool { return id == team })
	if len(m.Audience.Operations) == 0 {
		m.Audience = graph.Audience{Scope: graph.Private}
	}
	return m.Canonical()
}

// put writes with the certificates as they now are.
func (c *closing) put(ctx context.Context, w graph.Write) (graph.Revision, error) {
	w.Expect = map[graph.ID]graph.ID{}
	for _, one := range c.open {
		var err error
		if one.object.Body, err = encodeBody(one.certificate); err != nil {
			return 0, err
		}
		if one.begun {
			w.Expect[one.object.ID] = one.object.Version
		}
		if one.object.Version, err = c.newID(graph.NounVersion); err != nil {
			return 0, err
		}
		w.CaseObjects = append(w.CaseObjects, one.object)
	}
	written, err := c.store.Write(ctx, policy.Whole(len(c.known)+1), w)
	if err != nil {
		return 0, err
	}
	for _, one := range c.open {
		one.begun = true
	}
	c.nudge()
	return written.Revision, c.look(ctx)
}

// certify ends the certificates, makes each known to whom it may be, and tells the
// parties.
func (c *closing) certify(ctx context.Context) (*CertificatePayload, error) {
	var ids []graph.ID
	for _, one := range c.open {
		if err := one.end(c.at); err != nil {
			return nil, err
		}
		if !one.certificate.Apart {
			known := betweenOrganisations(c.principal.Organisation, c.everParty()...)
			known.Compartments = one.object.Marking.Compartments
			one.object.Marking = known.Canonical()
		}
		ids = append(ids, one.object.ID)
	}
	first := ids[0]
	w, err := c.writeOf(c.key, first)
	if err != nil {
		return nil, err
	}
	if w.CaseObjects, err = c.tellParties(c.operation, "CERTIFICATE"); err != nil {
		return nil, err
	}
	if err := c.record(ctx, audit.Entry{Action: audit.Administer, Operation: c.operation.ID, Elements: ids}); err != nil {
		return nil, err
	}
	revision, err := c.put(ctx, w)
	if err != nil {
		return nil, fmt.Errorf("certify: %w", err)
	}
	if err := c.after(ctx, revision); err != nil {
		return nil, err
	}
	return c.certificatePayload(ctx, first, revision)
}

func (c *closing) everParty() []graph.ID {
	var ids []graph.ID
	for _, p := range c.operation.Parties {
		ids = append(ids, p.Organisation)
	}
	return ids
}

func (e *Enquiry) certificatePayload(ctx context.Context, id graph.ID, revision graph.Revision) (*CertificatePayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	// Who closes a sharing may be an administrator, who reads no case objects: the
	// certificate holds no data, and the caller has just made it.
	object, err := e.store.CaseObject(ctx, policy.Whole(len(e.known)), id)
	if err != nil {
		return nil, fmt.Errorf("read a certificate: %w", err)
	}
	c, err := e.certificateIn(object)
	return &CertificatePayload{Certificate: c, Revision: token}, err
}

func (e *Enquiry) certificateIn(object graph.CaseObject) (*Certificate, error) {
	c := &Certificate{ID: object.ID, blind: e.sight.Blind()}
	return c, decode(object, &c.Certificate)
}

// Certificates are those of an operation in the caller's sight, newest first. A team
// administrator who reads no case data has those that all parties may know of, without counts.
func (e *Enquiry) Certificates(ctx context.Context, o *graph.Operation) ([]*Certificate, error) {
	found, err := e.closed(ctx, o, graph.CaseCertificate, graph.CertificateDone)
	if err != nil {
		return nil, err
	}
	out := make([]*Certificate, 0, len(found))
	for _, object := range found {
		one, err := e.certificateIn(object)
		if err != nil {
			return nil, err
		}
		if one.blind && one.Apart {
			continue
		}
		out = append(out, one)
		e.note(audit.Read, nil, object.ID)
	}
	return out, nil
}

// closed are the case objects of one kind about an operation, newest first: to a
// team administrator who reads no case data, those that whole organisations file.
func (e *Enquiry) closed(ctx context.Context, o *graph.Operation, kind graph.CaseKind, states ...string) ([]graph.CaseObject, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	sight := e.sight
	if sight.Blind() {
		sight = policy.Filed(e.principal, e.known)
	}
	found, _, err := e.store.CaseObjects(ctx, sight, graph.CaseFilter{
		Kinds: []graph.CaseKind{kind}, States: states, About: []graph.ID{o.ID},
	}, graph.Page{Limit: maxPage})
	if err != nil {
		return nil, fmt.Errorf("list case objects: %w", err)
	}
	return found, nil
}
