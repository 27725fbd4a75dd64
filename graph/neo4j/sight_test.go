package neo4j_test

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	gocmp "github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
	"entente/graph/neo4j"
)

func background() context.Context { return context.Background() }

func fail(t fataler, err error) bool {
	t.Helper()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return false
}

func same(t fataler, what string, got, want any) {
	t.Helper()
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-brute force +store):\n%s", what, diff)
	}
}

// TestEveryReadEqualsBruteForceOnWhatIsInSight makes small hubs and asks each
// read of the store as an officer; the expected answers are computed from
// what was written, one element at a time.
func TestEveryReadEqualsBruteForceOnWhatIsInSight(t *testing.T) {
	store := open(t, neo4j.Options{})
	officers := []auth.Principal{
		officer(t, newID(t, graph.NounOrganisation)), officer(t, newID(t, graph.NounOrganisation)), officer(t, newID(t, graph.NounOrganisation)),
	}
	operation := team(t, store, officers)
	outsider := officers[2]
	outsider.Clearances = nil
	rapid.Check(t, func(t *rapid.T) {
		w := makeWorld(t, store, officers, operation)
		defer w.clear(t)
		p := rapid.SampledFrom([]auth.Principal{officers[0], officers[1], outsider}).Draw(t, "asking")
		sight := sightOf(t, store, p, noon)
		w.checkElements(t, p, sight, nil)
		w.checkLists(t, p, sight)
		w.checkSearch(t, p, sight)
		w.checkVersions(t, p, sight)
		then := noon.Add(time.Duration(rapid.IntRange(-1, 14).Draw(t, "then")) * 30 * time.Minute)
		w.checkElements(t, p, sight, &then)
	})
}

// team makes an operation of which all officers are members.
func team(t *testing.T, store *neo4j.Store, officers []auth.Principal) graph.ID {
	o := graph.Operation{ID: newID(t, graph.NounOperation), Name: "Operation Mock", Agreement: graph.Agreement{LegalBasis: "a", Purpose: "b"}}
	w := graph.Write{At: noon}
	for _, p := range officers {
		w.Organisations = append(w.Organisations, graph.Organisation{ID: p.Organisation, Name: "Mock police"})
		o.Parties = append(o.Parties, graph.Party{Organisation: p.Organisation, From: noon})
		o.Members = append(o.Members, graph.Member{
			Officer: p.Officer, Name: "Mock", Organisation: p.Organisation, Role: graph.TeamAnalyst, From: noon,
		})
	}
	w.Operations = []graph.Operation{o}
	write(t, store, policy.Sight{}, w)
	return o.ID
}

// clear removes what this world holds, so that the next one is alone in lists.
func (w *world) clear(t *rapid.T) {
	if err := neo4j.Forget(background(), w.store, append(sortedKeys(w.records), sortedKeys(w.involvements)...)); err != nil {
		t.Fatalf("%v", err)
	}
}

func (w *world) checkElements(t *rapid.T, p auth.Principal, sight policy.Sight, asOf *time.Time) {
	records, err := w.store.Records(background(), sight, sortedKeys(w.records), asOf)
	fail(t, err)
	same(t, "records", summaries(values(records)), summaries(w.seenRecords(p, asOf)))
	links, err := w.store.Links(background(), sight, sortedKeys(w.links), asOf)
	fail(t, err)
	same(t, "links", linkSummaries(valuesOfLinks(links)), linkSummaries(w.seenLinks(p, asOf)))
	if asOf == nil {
		w.checkBases(t, p, sight)
	}
	involvements, err := w.store.Involvements(background(), sight, sortedKeys(w.records), asOf)
	fail(t, err)
	var got, want []string
	for _, person := range sortedKeys(involvements) {
		for _, i := range involvements[person] {
			got = append(got, summary(i.Contribution))
		}
	}
	for _, i := range w.seenInvolvements(p, asOf) {
		want = append(want, summary(i.Contribution))
	}
	slices.Sort(got)
	slices.Sort(want)
	same(t, "involvements", got, want)
	w.checkLinksOf(t, p, sight, asOf)
}

// checkBases asks for all links and some records: given is what is in sight of both,
// and the ends of the links.
func (w *world) checkBases(t *rapid.T, p auth.Principal, sight policy.Sight) {
	asked := sortedKeys(w.records)
	asked = asked[:rapid.IntRange(0, len(asked)).Draw(t, "asked")]
	got, err := w.store.Bases(background(), sight, sortedKeys(w.links), asked)
	fail(t, err)
	want, ends := map[graph.ID]graph.Basis{}, map[graph.ID]bool{}
	for _, l := range w.seenLinks(p, nil) {
		want[l.ID], ends[l.From], ends[l.To] = l.Basis(), true, true
	}
	for _, r := range w.seenRecords(p, nil) {
		if ends[r.ID] || slices.Contains(asked, r.ID) {
			want[r.ID] = graph.Basis{Marking: r.Marking, Source: r.Source}
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d bases, want %d", len(got), len(want))
	}
	for id, basis := range want {
		if found, ok := got[id]; !ok || !found.Marking.Same(basis.Marking) || found.Grading != basis.Grading || found.Source != basis.Source {
			t.Fatalf("%s rests on %+v (%v), want %+v", id, found, ok, basis)
		}
	}
}

func (w *world) checkLinksOf(t *rapid.T, p auth.Principal, sight policy.Sight, asOf *time.Time) {
	weakest := 5
	filter := graph.LinkFilter{
		Kinds:     rapid.SampledFrom([][]graph.LinkKind{nil, {graph.Controls}}).Draw(t, "kinds"),
		Direction: rapid.SampledFrom([]graph.Direction{"", graph.EitherWay, graph.Outgoing, graph.Incoming}).Draw(t, "direction"),
	}
	if rapid.Bool().Draw(t, "graded") {
		filter.WeakestGrading = &weakest
	}
	limit := rapid.IntRange(1, 4).Draw(t, "limit")
	counts, err := w.store.CountLinksOf(background(), sight, sortedKeys(w.records), filter, asOf)
	fail(t, err)
	for _, record := range sortedKeys(w.records) {
		var want []string
		if w.recordSeen(p, record, asOf) {
			for _, l := range w.seenLinks(p, asOf) {
				if fitsLink(filter, l, record) {
					want = append(want, summary(l.Contribution))
				}
			}
		}
		same(t, "links of, page by page", w.pageLinks(t, sight, record, filter, limit, asOf), want)
		same(t, "count of links", counts[record], len(want))
	}
}

func (w *world) pageLinks(
	t *rapid.T, sight policy.Sight, record graph.ID, filter graph.LinkFilter, limit int, asOf *time.Time,
) []string {
	var all []string
	page := graph.Page{Limit: limit}
	for {
		links, err := w.store.LinksOf(background(), sight, []graph.ID{record}, filter, page, asOf)
		fail(t, err)
		for _, l := range links[record] {
			all = append(all, summary(l.Contribution))
			page.After.ID = l.ID
		}
		if len(links[record]) < limit {
			return all
		}
	}
}

func fitsLink(f graph.LinkFilter, l graph.Link, record graph.ID) bool {
	switch {
	case l.From != record && l.To != record,
		f.Direction == graph.Outgoing && l.From != record,
		f.Direction == graph.Incoming && l.To != record,
		len(f.Kinds) > 0 && !slices.Contains(f.Kinds, l.Kind),
		f.WeakestGrading != nil && l.Grading.Weakness() > *f.WeakestGrading:
		return false
	}
	return true
}

func (w *world) checkLists(t *rapid.T, p auth.Principal, sight policy.Sight) {
	var owners []graph.ID
	for _, o := range w.officers {
		owners = append(owners, o.Organisation)
	}
	filter := graph.RecordFilter{
		Kinds:     rapid.SampledFrom([][]graph.RecordKind{nil, {graph.KindPerson}, {graph.KindPhone, graph.KindPerson}}).Draw(t, "kinds"),
		Owners:    rapid.SampledFrom([][]graph.ID{owners, owners[:1]}).Draw(t, "owners"),
		Operation: rapid.SampledFrom([]graph.ID{"", w.operation}).Draw(t, "operation"),
		Name:      rapid.SampledFrom([]string{"", "an", "Mock ANA", "mocko", "712"}).Draw(t, "name"),
		Countries: rapid.SampledFrom([][]string{nil, {"RO"}}).Draw(t, "countries"),
	}
	if filter.Operation != "" && rapid.Bool().Draw(t, "involved") {
		filter.Involved = []graph.InvolvementRole{graph.Suspect}
	}
	w.checkList(t, p, sight, filter)
	w.checkList(t, p, sight, graph.RecordFilter{Owners: owners})
}

func (w *world) checkList(t *rapid.T, p auth.Principal, sight policy.Sight, filter graph.RecordFilter) {
	order := rapid.SampledFrom([]graph.RecordOrder{graph.ByLabel, graph.ByRecent}).Draw(t, "order")
	var want []graph.Record
	for _, r := range w.seenRecords(p, nil) {
		if w.fitsRecord(p, filter, r) {
			want = append(want, r)
		}
	}
	slices.SortFunc(want, func(a, b graph.Record) int {
		if order == graph.ByRecent {
			return cmp.Or(b.KnownFrom.Compare(a.KnownFrom), cmp.Compare(a.ID, b.ID))
		}
		return cmp.Or(cmp.Compare(sortOf(a), sortOf(b)), cmp.Compare(a.ID, b.ID))
	})
	got := w.pageRecords(t, sight, filter, order, rapid.IntRange(1, 5).Draw(t, "page"))
	same(t, "list, page by page", inOrder(got), inOrder(want))
	count, err := w.store.CountRecords(background(), sight, filter)
	fail(t, err)
	same(t, "count", count, len(want))
}

func (w *world) pageRecords(
	t *rapid.T, sight policy.Sight, filter graph.RecordFilter, order graph.RecordOrder, limit int,
) []graph.Record {
	var all []graph.Record
	page := graph.Page{Limit: limit}
	for {
		records, positions, err := w.store.ListRecords(background(), sight, filter, order, page)
		fail(t, err)
		all = append(all, records...)
		if len(records) < limit {
			return all
		}
		page.After = last(positions)
	}
}

func (w *world) fitsRecord(p auth.Principal, f graph.RecordFilter, r graph.Record) bool {
	if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, r.Details.Kind()) || !slices.Contains(f.Owners, r.Owner()) {
		return false
	}
	if f.Operation != "" && f.Involved == nil && !slices.Contains(r.Marking.Audience.Operations, f.Operation) {
		return false
	}
	if f.Countries != nil && !inRomania(r.Details) || !named(r, f.Name) {
		return false
	}
	return f.Involved == nil || slices.ContainsFunc(w.seenInvolvements(p, nil), func(i graph.Involvement) bool { return i.Person == r.ID })
}

func inRomania(d graph.RecordDetails) bool {
	switch d := d.(type) {
	case *graph.Person:
		return slices.Contains(d.Nationality, "RO")
	case *graph.CrimeGroup:
		return slices.Contains(d.Country, "RO")
	}
	return false
}

// named says whether every word asked begins a word of the label or a name.
func named(r graph.Record, text string) bool {
	terms := identifier.Terms(append(r.Details.Names(), r.Details.Label())...)
	for _, word := range identifier.Terms(text) {
		if !slices.ContainsFunc(terms, func(term string) bool { return strings.HasPrefix(term, word) }) {
			return false
		}
	}
	return true
}

func (w *world) checkSearch(t *rapid.T, p auth.Principal, sight policy.Sight) {
	text := rapid.SampledFrom([]string{"ana", "Ana Mock", "m", "bó MOCK", "zeta"}).Draw(t, "text")
	found, err := w.store.Search(background(), sight, graph.Search{Text: text, Limit: 1000})
	fail(t, err)
	var want []graph.Record
	for _, r := range w.seenRecords(p, nil) {
		if named(r, text) {
			want = append(want, r)
		}
	}
	same(t, "search by name", summaries(found), summaries(want))
	number := graph.Identifier{Scheme: graph.PhoneNumber, Value: "0040 712 345 678"}
	found, err = w.store.Search(background(), sight, graph.Search{Identifier: &number, Limit: 1000})
	fail(t, err)
	want = nil
	for _, r := range w.seenRecords(p, nil) {
		if phone, ok := r.Details.(*graph.Phone); ok && phone.Number == "+40712345678" {
			want = append(want, r)
		}
	}
	same(t, "search by number", summaries(found), summaries(want))
}

func (w *world) checkVersions(t *rapid.T, p auth.Principal, sight policy.Sight) {
	for _, id := range sortedKeys(w.records) {
		var want []graph.Record
		if w.sees(p, last(w.records[id]).Marking) {
			for _, r := range slices.Backward(w.records[id]) {
				if w.sees(p, r.Marking) {
					want = append(want, r)
				}
			}
		}
		got, err := w.store.RecordVersions(background(), sight, id)
		fail(t, err)
		same(t, "versions", inOrder(got), inOrder(want))
	}
}

func sortOf(r graph.Record) string { return identifier.SortKey(r.Details.Label()) }

func inOrder(records []graph.Record) []string {
	out := []string{}
	for _, r := range records {
		out = append(out, summary(r.Contribution)+" "+r.Details.Label())
	}
	return out
}

func summaries(records []graph.Record) []string {
	out := inOrder(records)
	slices.Sort(out)
	return out
}

func linkSummaries(links []graph.Link) []string {
	out := []string{}
	for _, l := range links {
		out = append(out, summary(l.Contribution))
	}
	slices.Sort(out)
	return out
}

func values(m map[graph.ID]graph.Record) []graph.Record {
	var out []graph.Record
	for _, r := range m {
		out = append(out, r)
	}
	return out
}

func valuesOfLinks(m map[graph.ID]graph.Link) []graph.Link {
	var out []graph.Link
	for _, l := range m {
		out = append(out, l)
	}
	return out
}
