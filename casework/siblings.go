package casework

import (
	"sync"

	"entente/graph"
)

// siblings are ids that one answer brought together. What is asked of one of
// them is asked of all, for a selection applies to every element of a list: so
// it is read for all of them in one statement, however long the list and
// however the goroutines of a request happen to run.
type siblings struct {
	ids     []graph.ID
	mu      sync.Mutex
	derived map[string]*siblings
}

func siblingsOf(ids ...graph.ID) *siblings { return &siblings{ids: ids} }

// derive gives the siblings that follow from these, made once for each name.
func (s *siblings) derive(name string, ids func([]graph.ID) []graph.ID) *siblings {
	s.mu.Lock()
	defer s.mu.Unlock()
	if found, ok := s.derived[name]; ok {
		return found
	}
	if s.derived == nil {
		s.derived = map[string]*siblings{}
	}
	s.derived[name] = siblingsOf(ids(s.ids)...)
	return s.derived[name]
}

// endsOf are the records at the ends of links.
func endsOf(links []graph.Link) []graph.ID {
	ids := make([]graph.ID, 0, 2*len(links))
	for _, l := range links {
		ids = append(ids, l.From, l.To)
	}
	return ids
}
