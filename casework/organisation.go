package casework

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"entente/auth/policy"
	"entente/graph"
)

// OrganisationStore knows the organisations of the hub.
type OrganisationStore interface {
	// Organisations are all organisations, in no order.
	Organisations(ctx context.Context) ([]graph.Organisation, error)
}

func (e *Enquiry) readOrganisations(ctx context.Context) (map[graph.ID]*graph.Organisation, error) {
	all, err := e.store.Organisations(ctx)
	if err != nil {
		return nil, fmt.Errorf("read organisations: %w", err)
	}
	byID := make(map[graph.ID]*graph.Organisation, len(all))
	for i := range all {
		byID[all[i].ID] = &all[i]
	}
	return byID, nil
}

// Organisation is an organisation by its id, or NotFound.
func (e *Enquiry) Organisation(ctx context.Context, id graph.ID) (*graph.Organisation, error) {
	all, err := e.loaders.organisations(ctx)
	if err != nil {
		return nil, err
	}
	if found, ok := all[id]; ok {
		return found, nil
	}
	return nil, graph.Missing()
}

// Organisations are all organisations on the hub, by name, then id.
func (e *Enquiry) Organisations(ctx context.Context) ([]*graph.Organisation, error) {
	all, err := e.loaders.organisations(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*graph.Organisation, 0, len(all))
	for _, o := range all {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b *graph.Organisation) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// OrganisationsNamed are those of ids that exist, in the order given.
func (e *Enquiry) OrganisationsNamed(ctx context.Context, ids []graph.ID) ([]*graph.Organisation, error) {
	all, err := e.loaders.organisations(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*graph.Organisation, 0, len(ids))
	for _, id := range ids {
		if o, ok := all[id]; ok {
			out = append(out, o)
		}
	}
	return out, nil
}

// OrganisationNamed is the organisation with an id or, else, exactly a name;
// NotFound for none and for a name that several have.
func (c *Casework) OrganisationNamed(ctx context.Context, idOrName string) (graph.Organisation, error) {
	all, err := c.AllOrganisations(ctx)
	if err != nil {
		return graph.Organisation{}, err
	}
	var found []graph.Organisation
	for _, o := range all {
		if string(o.ID) == idOrName || o.Name == idOrName {
			found = append(found, o)
		}
	}
	if len(found) != 1 {
		return graph.Organisation{}, graph.Missing()
	}
	return found[0], nil
}

// AllOrganisations are the organisations of the hub, in no order.
func (c *Casework) AllOrganisations(ctx context.Context) ([]graph.Organisation, error) {
	all, err := c.store.Organisations(ctx)
	if err != nil {
		return nil, fmt.Errorf("list organisations: %w", err)
	}
	return all, nil
}

// AddOrganisation makes an organisation known to the hub; of an existing one
// it changes nothing but name, country, kind and contact.
func (c *Casework) AddOrganisation(ctx context.Context, by graph.ID, o graph.Organisation) error {
	o.Hub = c.hub
	encoded := fmt.Sprintf("%q", o)
	w := graph.Write{
		At: c.clock(), Organisations: []graph.Organisation{o},
		Key: graph.WriteKey{Officer: by, Key: "organisation " + encoded, Digest: sha256.Sum256([]byte(encoded))},
	}
	if _, err := c.store.Write(ctx, policy.Sight{}, w); err != nil {
		return fmt.Errorf("add an organisation: %w", err)
	}
	return nil
}
