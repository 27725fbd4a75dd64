package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/graph"
)

// nameable are those of officers whom the caller may name, with what they act for:
// who is in the team of one of the caller's operations or has been, and the officers of
// the caller's own organisation who have used the hub. Of anybody else it is not said
// whether they exist.
func (e *Enquiry) nameable(ctx context.Context, officers []graph.ID) (map[graph.ID]*graph.Officer, error) {
	known := map[graph.ID]*graph.Officer{}
	var asked []graph.ID
	for _, id := range officers {
		o, err := orNil(e.Officer(ctx, id))
		if err != nil {
			return nil, err
		}
		if known[id] = o; o == nil {
			asked = append(asked, id)
		}
	}
	found, err := e.store.Officers(ctx, asked)
	if err != nil {
		return nil, fmt.Errorf("read officers: %w", err)
	}
	for _, id := range asked {
		if o, ok := found[id]; ok && o.Organisation == e.principal.Organisation {
			known[id] = &o
		} else {
			delete(known, id)
		}
	}
	return known, nil
}

// mayName refuses an audience of officers some of whom the caller may not name;
// those that it named before stay.
func (e *Enquiry) mayName(ctx context.Context, a, before graph.Audience, field string) error {
	fresh := without(a.Officers, before.Officers)
	if len(fresh) == 0 {
		return nil
	}
	known, err := e.nameable(ctx, fresh)
	if err == nil && len(known) < len(fresh) {
		err = graph.Bad(field, "Name officers of your own organisation who have used the hub, or members of your joint teams: one of these is neither.")
	}
	return err
}

// namesOthers says whether an audience of officers names somebody of another
// organisation who had not got it before.
func (e *Enquiry) namesOthers(ctx context.Context, before, after graph.Audience) (bool, error) {
	fresh := without(after.Officers, before.Officers)
	if len(fresh) == 0 {
		return false, nil
	}
	known, err := e.nameable(ctx, fresh)
	return slices.ContainsFunc(fresh, func(id graph.ID) bool {
		o := known[id]
		return o == nil || o.Organisation != e.principal.Organisation && !before.Reaches(o.Organisation)
	}), err
}

// without are the distinct ones of ids that are not among others.
func without(ids, others []graph.ID) []graph.ID {
	return slices.DeleteFunc(distinct(ids), func(id graph.ID) bool { return slices.Contains(others, id) })
}
