package engine

import (
	"context"

	"entente/auth/policy"
	"entente/graph"
	"entente/tracing"
)

// PathOptions bound a path; the zero PathOptions bound nothing.
type PathOptions struct {
	// Links are those that the path may use. Direction is that of every step as
	// seen from the first entity. SAME_AS costs no step and is never asked.
	Links graph.LinkFilter
	// Avoid are records whose entities the path must not touch. Those out of
	// sight avoid nothing.
	Avoid []graph.ID
	// MaxHops is how many links the path may have; 0 is any number.
	MaxHops int
}

// Path is a chain of entities and the links between them.
type Path struct {
	// Entities run from the first to the last; never empty.
	Entities []Entity
	// Steps[i] joins Entities[i] and Entities[i+1].
	Steps []Step
}

// Step is one link of a path.
type Step struct {
	// Link has the smallest id among the parallel links that the options allow.
	Link graph.ID
	Kind graph.LinkKind
	// Along says that the link runs in the direction of the path.
	Along bool
	// Parallel counts the links in sight that the options allow between the two
	// entities, Link among them.
	Parallel int
}

// Hops is the number of links.
func (p Path) Hops() int { return len(p.Steps) }

// ShortestPath finds a path of fewest links between the entities of two
// records, by breadth-first search from both ends (Pohl 1971). Among all such
// paths it is the one whose entity ids, read from the first, come first in
// order. ok is false where there is none. The error is graph.Missing for an end
// out of sight, a graph.Error for an option that cannot be, or the context's.
func (v *View) ShortestPath(ctx context.Context, sight policy.Sight, from, to graph.ID, options PathOptions) (path Path, ok bool, err error) {
	ctx, traced := tracing.Begin(ctx, "engine ShortestPath")
	defer traced()
	f, err := v.sieve(sight, options.Links)
	if err != nil {
		return Path{}, false, graph.Under("links", err)
	}
	if options.MaxHops < 0 {
		return Path{}, false, graph.Bad("maxHops", "The number of hops is not negative; 0 is any number.")
	}
	start, seen := v.entityIn(f.lens, from)
	end, both := v.entityIn(f.lens, to)
	if !seen || !both {
		return Path{}, false, graph.Missing()
	}
	w := v.borrow()
	defer v.giveBack(w)
	s := &search{workshop: w, sieve: f, ctx: ctx, start: start, end: end, most: options.MaxHops}
	if err := s.avoid(options.Avoid); err != nil {
		return Path{}, false, err
	}
	if ok, err = s.meet(); err != nil || !ok {
		return Path{}, false, err
	}
	return s.path(s.trail()), true, nil
}

// avoid stamps what the path must not touch as found.
func (s *search) avoid(records []graph.ID) error {
	for _, r := range records {
		root, ok := s.sieve.view.entityIn(s.sieve.lens, r)
		if !ok {
			continue
		}
		if root == s.start || root == s.end {
			return graph.Bad("avoid", "A path cannot avoid one of its own ends.")
		}
		s.stamps[root] = s.floor
	}
	return nil
}
