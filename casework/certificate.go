package casework

import (
	"crypto/sha256"
	"encoding"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"time"

	"entente/graph"
)

// certifying is a certificate of a closing under way. What the same people may know
// of is counted by one, so that no certificate tells how much is out of its reader's sight.
type certifying struct {
	object      graph.CaseObject // marked for those of the owner who may know of it
	certificate graph.Certificate
	begun       bool // it is stored
}

// certificateOf is the certificate that counts an element with these markings: its
// own, and those of its ends or its person.
func (c *closing) certificateOf(markings []graph.Marking) (*certifying, error) {
	apart := slices.ContainsFunc(markings, func(m graph.Marking) bool {
		return !m.Holds(c.at) || !m.Audience.ReachesTeam(c.operation.ID)
	})
	told := ownersOnly(markings...)
	if forNobody(told) { // an end was erased, or two ends name nobody in common
		told.Audience = graph.Audience{Scope: graph.Private}
	}
	return c.certifying(told, apart)
}

// certifying is the certificate of a marking, apart from what the team could see or
// not: the one under way, else a new one.
func (c *closing) certifying(told graph.Marking, apart bool) (*certifying, error) {
	for _, one := range c.open {
		if one.certificate.Apart == apart && one.object.Marking.Same(told) {
			return one, nil
		}
	}
	one := &certifying{certificate: graph.Certificate{
		Operation: c.operation.ID, Organisation: c.principal.Organisation, Choice: c.choice, Officer: c.principal.Officer, Apart: apart,
	}}
	var err error
	if one.object, err = c.newCaseObject(graph.CaseCertificate, one.certificate); err != nil {
		return nil, err
	}
	one.object.Marking, one.object.About, one.object.State = told, []graph.ID{c.operation.ID}, graph.CertificateUnderWay
	c.open = append(c.open, one)
	return one, nil
}

// digest is that of what was counted so far.
func (one *certifying) digest() (hash.Hash, error) {
	digest := sha256.New()
	if len(one.certificate.Hash) == 0 {
		return digest, nil
	}
	if err := digest.(encoding.BinaryUnmarshaler).UnmarshalBinary(one.certificate.Hash); err != nil { //nolint:forcetypeassert // crypto/sha256 promises it
		return nil, fmt.Errorf("go on with a digest: %w", err)
	}
	return digest, nil
}

// count takes elements into the certificate.
func (one *certifying) count(ids []graph.ID) error {
	digest, err := one.digest()
	if err != nil {
		return err
	}
	for _, id := range ids {
		_, _ = fmt.Fprintln(digest, id) // a hash takes all
		switch graph.Noun(id[0]) {
		case graph.NounRecord:
			one.certificate.Records++
		case graph.NounLink:
			one.certificate.Links++
		default:
			one.certificate.Involvements++
		}
	}
	one.certificate.Hash, err = digest.(encoding.BinaryMarshaler).MarshalBinary() //nolint:forcetypeassert // crypto/sha256 promises it
	if err != nil {
		return fmt.Errorf("keep a digest: %w", err)
	}
	return nil
}

// end writes the digest of all that was counted.
func (one *certifying) end(at time.Time) error {
	digest, err := one.digest()
	if err != nil {
		return err
	}
	one.certificate.Digest, one.certificate.Hash, one.certificate.Done = hex.EncodeToString(digest.Sum(nil)), nil, at
	one.object.State = graph.CertificateDone
	return nil
}
