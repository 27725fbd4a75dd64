package neo4j_test

import (
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

// world is a small hub kept twice: in the store, and here as plain lists from
// which brute force takes the expected answers.
type world struct {
	store        *neo4j.Store
	officers     []auth.Principal // one of each organisation
	operation    graph.ID
	records      map[graph.ID][]graph.Record // versions, oldest first
	links        map[graph.ID][]graph.Link
	involvements map[graph.ID][]graph.Involvement
	now          time.Time
}

// makeWorld draws a hub, writes it at noon and then amends it hour by hour.
func makeWorld(t *rapid.T, store *neo4j.Store, officers []auth.Principal, operation graph.ID) *world {
	w := &world{
		store: store, officers: officers, operation: operation, now: noon,
		records: map[graph.ID][]graph.Record{}, links: map[graph.ID][]graph.Link{}, involvements: map[graph.ID][]graph.Involvement{},
	}
	first := graph.Write{At: noon}
	for range rapid.IntRange(2, 8).Draw(t, "records") {
		r := graph.Record{Contribution: contribution(t, graph.NounRecord, w.marking(t)), Details: w.details(t)}
		first.Records = append(first.Records, r)
	}
	for range rapid.IntRange(0, 12).Draw(t, "links") {
		from := rapid.SampledFrom(first.Records).Draw(t, "from")
		to := rapid.SampledFrom(first.Records).Draw(t, "to")
		l := graph.Link{Contribution: contribution(t, graph.NounLink, w.marking(t)), Kind: graph.AssociateOf, From: from.ID, To: to.ID}
		l.Kind = rapid.SampledFrom([]graph.LinkKind{graph.AssociateOf, graph.Controls}).Draw(t, "kind")
		if l.Check(from.Details.Kind(), to.Details.Kind()) == nil {
			first.Links = append(first.Links, l)
		}
	}
	for _, r := range first.Records {
		if r.Details.Kind() == graph.KindPerson && rapid.Bool().Draw(t, "involved") {
			first.Involvements = append(first.Involvements, graph.Involvement{
				Contribution: contribution(t, graph.NounInvolvement, w.marking(t)), Operation: operation, Person: r.ID, Role: graph.Suspect,
			})
		}
	}
	write(t, store, policy.Sight{}, first)
	w.keep(first)
	for range rapid.IntRange(0, 6).Draw(t, "amendments") {
		w.now = w.now.Add(time.Hour)
		w.amend(t)
	}
	return w
}

// marking draws one of the ways in which an organisation marks an element.
func (w *world) marking(t *rapid.T) graph.Marking {
	owner := rapid.SampledFrom(w.officers).Draw(t, "owner")
	other := rapid.SampledFrom(w.officers).Draw(t, "other")
	m := graph.OwnOrganisationOnly(owner.Organisation)
	switch rapid.IntRange(0, 4).Draw(t, "scope") {
	case 1:
		m.Audience = graph.Audience{Scope: graph.Everyone}
	case 2:
		m.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{other.Organisation}}
	case 3:
		m.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{w.operation}}
	case 4:
		m.Compartments = []graph.Compartment{graph.Child}
	}
	return m.Canonical()
}

// details are of few kinds with few names, so that searches and lists meet ties.
func (w *world) details(t *rapid.T) graph.RecordDetails {
	name := rapid.SampledFrom([]string{"Ana Mock", "Ána Mocková", "Bo Mock", "Anatol Mockescu Ana", "Mock"}).Draw(t, "name")
	switch rapid.IntRange(0, 3).Draw(t, "details") {
	case 0:
		return &graph.Phone{Number: rapid.SampledFrom([]string{"+40712345678", "+40712345679"}).Draw(t, "number")}
	case 1:
		return &graph.CrimeGroup{Name: name, Country: []string{"RO"}}
	default:
		return &graph.Person{Name: name, Nationality: someOf("RO", "GB").Draw(t, "nationality")}
	}
}

func (w *world) keep(write graph.Write) {
	for _, r := range write.Records {
		r.KnownFrom = write.At
		w.records[r.ID] = append(w.records[r.ID], r)
	}
	for _, l := range write.Links {
		l.KnownFrom = write.At
		w.links[l.ID] = append(w.links[l.ID], l)
	}
	for _, i := range write.Involvements {
		i.KnownFrom = write.At
		w.involvements[i.ID] = append(w.involvements[i.ID], i)
	}
}

// amend lets the owner of one element change its marking or retire it.
func (w *world) amend(t *rapid.T) {
	change := graph.Write{At: w.now, Expect: map[graph.ID]graph.ID{}}
	var c *graph.Contribution
	switch rapid.IntRange(0, 2).Draw(t, "noun") {
	case 0:
		r := last(w.records[rapid.SampledFrom(sortedKeys(w.records)).Draw(t, "record")])
		r.Details = w.sameKind(t, r.Details)
		change.Records = []graph.Record{r}
		c = &change.Records[0].Contribution
	case 1:
		if len(w.links) == 0 {
			return
		}
		change.Links = []graph.Link{last(w.links[rapid.SampledFrom(sortedKeys(w.links)).Draw(t, "link")])}
		c = &change.Links[0].Contribution
	default:
		if len(w.involvements) == 0 {
			return
		}
		change.Involvements = []graph.Involvement{last(w.involvements[rapid.SampledFrom(sortedKeys(w.involvements)).Draw(t, "involvement")])}
		c = &change.Involvements[0].Contribution
	}
	owner := w.officers[slices.IndexFunc(w.officers, func(p auth.Principal) bool { return p.Organisation == c.Owner() })]
	marking := w.marking(t)
	marking.Owner = owner.Organisation
	c.Marking, c.Retired, c.Version = marking.Canonical(), rapid.Bool().Draw(t, "retired"), ""
	sight := sightOf(t, w.store, owner, noon)
	version, ok := w.presentVersion(t, sight, c.ID)
	if !ok || (!c.Retired && !w.endsSeen(owner, change)) {
		return
	}
	change.Expect[c.ID] = version
	write(t, w.store, sight, change)
	w.keep(change)
}

func (w *world) sameKind(t *rapid.T, d graph.RecordDetails) graph.RecordDetails {
	if p, ok := d.(*graph.Person); ok {
		amended := *p
		amended.Name = rapid.SampledFrom([]string{"Ana Mock", "Carla Mock"}).Draw(t, "new name")
		return &amended
	}
	return d
}

// presentVersion asks the store's history, which also serves retired elements.
func (w *world) presentVersion(t *rapid.T, sight policy.Sight, id graph.ID) (graph.ID, bool) {
	if id.Is(graph.NounInvolvement) {
		all, err := w.store.InvolvementsOf(background(), sight, w.operation, nil, graph.Page{Limit: 1000})
		for _, i := range all {
			if i.ID == id {
				return i.Version, true
			}
		}
		return "", fail(t, err)
	}
	if id.Is(graph.NounLink) {
		versions, err := w.store.LinkVersions(background(), sight, id)
		if len(versions) == 0 {
			return "", fail(t, err)
		}
		return versions[0].Version, true
	}
	versions, err := w.store.RecordVersions(background(), sight, id)
	if len(versions) == 0 {
		return "", fail(t, err)
	}
	return versions[0].Version, true
}

func (w *world) endsSeen(p auth.Principal, change graph.Write) bool {
	for _, l := range change.Links {
		if !w.recordSeen(p, l.From, nil) || !w.recordSeen(p, l.To, nil) {
			return false
		}
	}
	for _, i := range change.Involvements {
		if !w.recordSeen(p, i.Person, nil) {
			return false
		}
	}
	return true
}

// sees decides on one marking as the policy does, team included.
func (w *world) sees(p auth.Principal, m graph.Marking) bool {
	return policy.Decide(p, []graph.ID{w.operation}, m, noon).Seen
}

// versionSeen is the rule of sight for one element, in plain words: its last
// marking is in sight, and so is that of the version then, which is not retired.
func (w *world) versionSeen(p auth.Principal, versions []graph.Contribution, asOf *time.Time) (int, bool) {
	newest := len(versions) - 1
	if newest < 0 || !w.sees(p, versions[newest].Marking) {
		return 0, false
	}
	at := newest
	for asOf != nil && at >= 0 && versions[at].KnownFrom.After(*asOf) {
		at--
	}
	return at, at >= 0 && !versions[at].Retired && w.sees(p, versions[at].Marking)
}

func (w *world) recordSeen(p auth.Principal, id graph.ID, asOf *time.Time) bool {
	_, ok := w.versionSeen(p, contributions(w.records[id], func(r graph.Record) graph.Contribution { return r.Contribution }), asOf)
	return ok
}

func (w *world) seenRecords(p auth.Principal, asOf *time.Time) []graph.Record {
	var seen []graph.Record
	for _, id := range sortedKeys(w.records) {
		versions := w.records[id]
		if at, ok := w.versionSeen(p, contributions(versions, func(r graph.Record) graph.Contribution { return r.Contribution }), asOf); ok {
			seen = append(seen, versions[at])
		}
	}
	return seen
}

func (w *world) seenLinks(p auth.Principal, asOf *time.Time) []graph.Link {
	var seen []graph.Link
	for _, id := range sortedKeys(w.links) {
		versions := w.links[id]
		at, ok := w.versionSeen(p, contributions(versions, func(l graph.Link) graph.Contribution { return l.Contribution }), asOf)
		if ok && w.recordSeen(p, versions[at].From, asOf) && w.recordSeen(p, versions[at].To, asOf) {
			seen = append(seen, versions[at])
		}
	}
	return seen
}

func (w *world) seenInvolvements(p auth.Principal, asOf *time.Time) []graph.Involvement {
	var seen []graph.Involvement
	for _, id := range sortedKeys(w.involvements) {
		versions := w.involvements[id]
		at, ok := w.versionSeen(p, contributions(versions, func(i graph.Involvement) graph.Contribution { return i.Contribution }), asOf)
		if ok && w.recordSeen(p, versions[at].Person, asOf) {
			seen = append(seen, versions[at])
		}
	}
	return seen
}

func contributions[T any](versions []T, of func(T) graph.Contribution) []graph.Contribution {
	out := make([]graph.Contribution, len(versions))
	for i, v := range versions {
		out[i] = of(v)
	}
	return out
}

func last[T any](of []T) T { return of[len(of)-1] }

func sortedKeys[T any](m map[graph.ID]T) []graph.ID {
	keys := make([]graph.ID, 0, len(m))
	for id := range m {
		keys = append(keys, id)
	}
	slices.Sort(keys)
	return keys
}

// summary is what tells one version of an element from another.
func summary(c graph.Contribution) string {
	return fmt.Sprintf("%s known from %s, retired %t, %v", c.ID, c.KnownFrom.Format(time.RFC3339), c.Retired, c.Marking)
}
