package casework

import (
	"context"
	"crypto/sha256"
	"encoding"
	"encoding/hex"
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
	ID graph.ID
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
	operation   graph.Operation
	choice      graph.ClosingChoice
	key         graph.WriteKey
	object      graph.CaseObject
	certificate graph.Certificate
	begun       bool // the certificate is stored
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

// resume takes up a certificate that is under way, or begins one.
func (c *closing) resume(ctx context.Context) error {
	found, _, err := c.store.CaseObjects(ctx, policy.Whole(len(c.known)), graph.CaseFilter{
		Kinds: []graph.CaseKind{graph.CaseCertificate}, States: []string{graph.CertificateUnderWay}, About: []graph.ID{c.operation.ID},
	}, graph.Page{Limit: maxPage})
	if err != nil {
		return fmt.Errorf("close a sharing: %w", err)
	}
	for _, object := range found {
		if object.Marking.Owner == c.principal.Organisation {
			c.object, c.begun = object, true
			if err := decode(object, &c.certificate); err != nil {
				return err
			}
			if c.certificate.Choice != c.choice {
				return graph.Bad("input.choice", "The other choice is under way: ask for that one again, and it goes on.")
			}
			return nil
		}
	}
	c.certificate = graph.Certificate{
		Operation: c.operation.ID, Organisation: c.principal.Organisation, Choice: c.choice, Officer: c.principal.Officer,
	}
	c.object, err = c.newCaseObject(graph.CaseCertificate, c.certificate)
	c.object.About, c.object.State = []graph.ID{c.operation.ID}, graph.CertificateUnderWay
	return err
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

// batch returns or purges some elements, in one write with the certificate so far.
func (c *closing) batch(ctx context.Context, n int, ids []graph.ID) error {
	kept, err := c.store.Retentions(ctx, c.principal.Organisation, ids)
	if err != nil {
		return err
	}
	w := graph.Write{At: c.at, Key: graph.WriteKey{
		Officer: c.principal.Officer, Key: fmt.Sprintf("closing %s %s %d", c.object.ID, c.object.Version, n), Digest: c.key.Digest,
	}}
	markings, err := c.markingsOf(ctx, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		held := kept[id].Hold != nil
		if c.choice == graph.PurgeData && !held {
			w.Erase = append(w.Erase, id)
			continue
		}
		if c.choice == graph.PurgeData {
			c.certificate.Held++
		}
		w.Remark = append(w.Remark, graph.Remarked{ID: id, Marking: withoutTeam(markings[id], c.operation.ID)})
	}
	if err := c.count(ids); err != nil {
		return err
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

// markingsOf are the markings of elements, whoever sees them.
func (c *closing) markingsOf(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Marking, error) {
	out := make(map[graph.ID]graph.Marking, len(ids))
	for _, m := range c.shared() {
		under, err := c.store.UnderMarkings(ctx, []graph.MarkingID{m}, true, closingBatch)
		if err != nil {
			return nil, err
		}
		for _, id := range under {
			out[id] = c.known[m]
		}
	}
	return out, nil
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

// count takes elements into the certificate.
func (c *closing) count(ids []graph.ID) error {
	hash := sha256.New()
	if len(c.certificate.Hash) > 0 {
		if err := hash.(encoding.BinaryUnmarshaler).UnmarshalBinary(c.certificate.Hash); err != nil { //nolint:forcetypeassert // crypto/sha256 promises it
			return fmt.Errorf("go on with a digest: %w", err)
		}
	}
	for _, id := range ids {
		_, _ = fmt.Fprintln(hash, id) // a hash takes all
		switch graph.Noun(id[0]) {
		case graph.NounRecord:
			c.certificate.Records++
		case graph.NounLink:
			c.certificate.Links++
		default:
			c.certificate.Involvements++
		}
	}
	state, err := hash.(encoding.BinaryMarshaler).MarshalBinary() //nolint:forcetypeassert // crypto/sha256 promises it
	c.certificate.Hash = state
	if err != nil {
		return fmt.Errorf("keep a digest: %w", err)
	}
	return nil
}

// put writes with the certificate as it now is.
func (c *closing) put(ctx context.Context, w graph.Write) (graph.Revision, error) {
	body, err := json.Marshal(c.certificate)
	if err != nil {
		return 0, fmt.Errorf("encode a certificate: %w", err)
	}
	former := c.object.Version
	if c.object.Version, err = c.newID(graph.NounVersion); err != nil {
		return 0, err
	}
	c.object.Body = body
	w.CaseObjects = append(w.CaseObjects, c.object)
	if c.begun {
		w.Expect = map[graph.ID]graph.ID{c.object.ID: former}
	}
	written, err := c.store.Write(ctx, policy.Whole(len(c.known)+1), w)
	if err != nil {
		return 0, err
	}
	c.begun = true
	c.nudge()
	return written.Revision, c.look(ctx)
}

// certify ends the certificate, makes it known to the parties and tells them.
func (c *closing) certify(ctx context.Context) (*CertificatePayload, error) {
	if err := c.count(nil); err != nil {
		return nil, err
	}
	hash := sha256.New()
	if err := hash.(encoding.BinaryUnmarshaler).UnmarshalBinary(c.certificate.Hash); err != nil { //nolint:forcetypeassert // crypto/sha256 promises it
		return nil, fmt.Errorf("end a digest: %w", err)
	}
	c.certificate.Digest, c.certificate.Hash, c.certificate.Done = hex.EncodeToString(hash.Sum(nil)), nil, c.at
	c.object.State = graph.CertificateDone
	c.object.Marking = betweenOrganisations(c.principal.Organisation, c.everParty()...)
	w, err := c.writeOf(c.key, c.object.ID)
	if err != nil {
		return nil, err
	}
	if w.CaseObjects, err = c.tellParties(c.operation, "CERTIFICATE"); err != nil {
		return nil, err
	}
	if err := c.record(ctx, audit.Entry{Action: audit.Administer, Operation: c.operation.ID, Elements: []graph.ID{c.object.ID}}); err != nil {
		return nil, err
	}
	revision, err := c.put(ctx, w)
	if err != nil {
		return nil, fmt.Errorf("certify: %w", err)
	}
	if err := c.after(ctx, revision); err != nil {
		return nil, err
	}
	return c.certificatePayload(ctx, c.object.ID, revision)
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
	c, err := certificateIn(object)
	return &CertificatePayload{Certificate: c, Revision: token}, err
}

func certificateIn(object graph.CaseObject) (*Certificate, error) {
	c := &Certificate{ID: object.ID}
	return c, decode(object, &c.Certificate)
}

// Certificates are those of an operation in the caller's sight, newest first.
func (e *Enquiry) Certificates(ctx context.Context, o *graph.Operation) ([]*Certificate, error) {
	found, err := e.closed(ctx, o, graph.CaseCertificate, graph.CertificateDone)
	if err != nil {
		return nil, err
	}
	out := make([]*Certificate, len(found))
	for i, object := range found {
		if out[i], err = certificateIn(object); err != nil {
			return nil, err
		}
		e.note(audit.Read, nil, object.ID)
	}
	return out, nil
}

// closed are the case objects of one kind about an operation, newest first.
func (e *Enquiry) closed(ctx context.Context, o *graph.Operation, kind graph.CaseKind, states ...string) ([]graph.CaseObject, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	found, _, err := e.store.CaseObjects(ctx, e.sight, graph.CaseFilter{
		Kinds: []graph.CaseKind{kind}, States: states, About: []graph.ID{o.ID},
	}, graph.Page{Limit: maxPage})
	if err != nil {
		return nil, fmt.Errorf("list case objects: %w", err)
	}
	return found, nil
}
