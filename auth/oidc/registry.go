package oidc

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"entente/graph"
)

// Registry is the trust registry: every issuer the hub knows. It is safe for
// concurrent use, and can be replaced while the hub runs.
type Registry struct {
	entries atomic.Pointer[[]Issuer]
	decided decided
}

// NewRegistry makes a registry of checked issuers. It refuses a faulty issuer,
// two of one name or URL, and two issuers of different countries that claim
// the same organisation; the error names the issuer and the setting.
func NewRegistry(issuers ...Issuer) (*Registry, error) {
	r := &Registry{}
	if err := r.Replace(issuers...); err != nil {
		return nil, err
	}
	return r, nil
}

// Replace puts other issuers in place of all. On an error nothing changes. An
// issuer that is suspended or gone loses its sessions and tokens at once.
func (r *Registry) Replace(issuers ...Issuer) error {
	entries, err := checkedEntries(issuers)
	if err != nil {
		return err
	}
	r.entries.Store(&entries)
	return nil
}

// checkedEntries are the issuers with their defaults, in order.
func checkedEntries(issuers []Issuer) ([]Issuer, error) {
	entries := make([]Issuer, 0, len(issuers))
	for _, i := range issuers {
		if err := i.Check(); err != nil {
			return nil, fmt.Errorf("issuer %q: %w", i.Name, err)
		}
		if err := distinct(entries, i); err != nil {
			return nil, fmt.Errorf("issuer %q: %w", i.Name, err)
		}
		entries = append(entries, i.withDefaults())
	}
	slices.SortFunc(entries, func(a, b Issuer) int {
		return strings.Compare(a.Country+a.DisplayName+a.Name, b.Country+b.DisplayName+b.Name)
	})
	return entries, nil
}

// distinct refuses an issuer that could be taken for an earlier one, or speaks
// for another country's organisation.
func distinct(earlier []Issuer, i Issuer) error {
	for _, e := range earlier {
		switch {
		case e.Name == i.Name:
			return fault{setting: "name", reason: "is taken by another issuer"}
		case e.URL == i.URL:
			return fault{setting: "url", reason: "is taken by issuer " + e.Name}
		case e.Country != i.Country && shareOrganisation(e, i):
			return fault{setting: "organisations", reason: "an organisation belongs to issuer " + e.Name + " of another country"}
		}
	}
	return nil
}

func shareOrganisation(a, b Issuer) bool {
	for _, id := range a.Organisations.Values {
		if slices.Contains(values(b.Organisations), id) {
			return true
		}
	}
	return false
}

func values(m Mapping[graph.ID]) []graph.ID {
	ids := make([]graph.ID, 0, len(m.Values))
	for _, id := range m.Values {
		ids = append(ids, id)
	}
	return ids
}

// All are the issuers ordered by country and display name. The caller must not
// change them.
func (r *Registry) All() []Issuer { return *r.entries.Load() }

// ByURL is the issuer with exactly this URL, whatever its state.
func (r *Registry) ByURL(url string) (Issuer, bool) {
	return r.first(func(i Issuer) bool { return i.URL == url })
}

// ByName is the issuer with this short name, whatever its state.
func (r *Registry) ByName(name string) (Issuer, bool) {
	return r.first(func(i Issuer) bool { return i.Name == name })
}

func (r *Registry) first(is func(Issuer) bool) (Issuer, bool) {
	all := r.All()
	if at := slices.IndexFunc(all, is); at >= 0 {
		return all[at], true
	}
	return Issuer{}, false
}
