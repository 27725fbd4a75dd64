package casework

import (
	"context"

	"entente/audit"
	"entente/graph"
)

// retire withdraws one element; element reads it and gives the write of its
// last version.
func (e *Enquiry) retire(ctx context.Context, action string, in RetireInput, element func() (graph.Write, error)) (*RetirePayload, error) {
	a, err := e.attempt(ctx, action, in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.withdraw(ctx, a.key, in, element)
	}
	if err != nil {
		return nil, err
	}
	token, err := e.seal.revision(revision)
	return &RetirePayload{ID: before.ID, Revision: token}, err
}

func (e *Enquiry) withdraw(ctx context.Context, key graph.WriteKey, in RetireInput, element func() (graph.Write, error)) (outcome, graph.Revision, error) {
	last, err := element()
	if err != nil {
		return outcome{}, 0, err
	}
	w, err := e.writeOf(key, in.ID)
	if err != nil {
		return outcome{}, 0, err
	}
	w.Records, w.Links, w.Involvements = last.Records, last.Links, last.Involvements
	w.Expect = map[graph.ID]graph.ID{in.ID: in.Version}
	if err := e.record(ctx, audit.Entry{Action: audit.Retire, Elements: []graph.ID{in.ID}}); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// retired is the contribution of an element's last version.
func (e *Enquiry) retired(c graph.Contribution) (graph.Contribution, error) {
	version, err := e.newID(graph.NounVersion)
	c.Version, c.KnownFrom, c.Retired = version, e.at, true
	return c, err
}
