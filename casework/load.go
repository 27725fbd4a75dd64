package casework

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"entente/audit"
	"entente/auth/policy"
	"entente/graph"
)

// Case is a whole case in the nouns of the graph: what a restore or the demo
// brings. Links follow the records at their ends.
type Case struct {
	Name          string // names the load: the same case is loaded once
	Organisations []graph.Organisation
	Officers      []graph.Officer
	Operations    []graph.Operation
	Records       []graph.Record
	Links         []graph.Link
	Involvements  []graph.Involvement
}

// loadBatch is how many elements one write of a load takes.
const loadBatch = 4000

// LoadCase brings a whole case into the hub, each element under the owner it
// names. It is for the operator of the hub, never behind the API. Interrupted
// and called again it goes on; progress is told after each write.
func (c *Casework) LoadCase(ctx context.Context, loader graph.ID, in Case, progress func(done, total int)) error {
	for _, o := range in.Operations {
		if err := o.Check(); err != nil {
			return fmt.Errorf("load a case: %w", err)
		}
	}
	writes := in.writes()
	for i, w := range writes {
		encoded, err := json.Marshal(w)
		if err != nil {
			return fmt.Errorf("load a case: %w", err)
		}
		digest := sha256.Sum256(encoded)
		w.At, w.Import = c.clock(), true
		w.Key = graph.WriteKey{Officer: loader, Key: fmt.Sprintf("load %s %x", in.Name, digest), Digest: digest}
		if err := c.loadWrite(ctx, loader, w); err != nil {
			return fmt.Errorf("load a case: %w", err)
		}
		progress(i+1, len(writes))
	}
	return nil
}

// loadWrite logs and carries out one write of a load.
func (c *Casework) loadWrite(ctx context.Context, loader graph.ID, w graph.Write) error {
	standing, err := c.store.Standing(ctx, loader, "", w.At)
	if err != nil {
		return err
	}
	request, err := c.newID(graph.NounVersion)
	if err != nil {
		return err
	}
	entry := audit.Entry{
		Action: audit.Import, Officer: loader, Organisation: c.itself(), Purpose: "loading a case",
		Request: string(request), Elements: elementsOf(w),
	}
	if _, err := c.audit.Record(ctx, entry); err != nil {
		return err
	}
	_, err = c.store.Write(ctx, policy.Whole(standing.Markings), w)
	c.nudge()
	return err
}

// itself is the hub in its own log, where its operator acts rather than an
// officer.
func (c *Casework) itself() graph.ID {
	sum := sha256.Sum256([]byte("hub " + c.hub))
	return graph.IDOf(graph.NounOrganisation, [16]byte(sum[:16]))
}

func elementsOf(w graph.Write) []graph.ID {
	var ids []graph.ID
	for _, r := range w.Records {
		ids = append(ids, r.ID)
	}
	for _, l := range w.Links {
		ids = append(ids, l.ID)
	}
	for _, i := range w.Involvements {
		ids = append(ids, i.ID)
	}
	for _, o := range w.Operations {
		ids = append(ids, o.ID)
	}
	return ids
}

// writes splits a case so that what a write refers to was written before; a
// small one is one write.
func (in Case) writes() []graph.Write {
	if len(in.Records)+len(in.Links)+len(in.Involvements) <= loadBatch {
		return []graph.Write{{
			Organisations: in.Organisations, Officers: in.Officers, Operations: in.Operations,
			Records: in.Records, Links: in.Links, Involvements: in.Involvements,
		}}
	}
	out := []graph.Write{{Organisations: in.Organisations, Officers: in.Officers, Operations: in.Operations}}
	for _, part := range batches(in.Records) {
		out = append(out, graph.Write{Records: part})
	}
	for _, part := range batches(in.Links) {
		out = append(out, graph.Write{Links: part})
	}
	for _, part := range batches(in.Involvements) {
		out = append(out, graph.Write{Involvements: part})
	}
	return out
}

func batches[T any](all []T) [][]T {
	var out [][]T
	for len(all) > 0 {
		n := min(loadBatch, len(all))
		out, all = append(out, all[:n]), all[n:]
	}
	return out
}
