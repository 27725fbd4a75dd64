package neo4j_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

// The hub of BenchmarkList: half of its markings are the caller's, and each has
// some records of several kinds.
const (
	listedMarkings = 10_000
	listedEach     = 6
)

// many makes markings of one organisation that differ in when they expire.
func many(owner graph.ID, n int) []graph.Marking {
	out := make([]graph.Marking, n)
	for i := range out {
		out[i] = graph.OwnOrganisationOnly(owner)
		out[i].Expires = noon.AddDate(1, 0, 0).Add(time.Duration(i) * time.Minute)
	}
	return out
}

// listed are the details of the nth record: of four kinds, in no order.
func listed(n int) graph.RecordDetails {
	mixed := (n * 7919) % 1_000_003
	switch n % 4 {
	case 0:
		return &graph.Phone{Number: fmt.Sprintf("+40700%06d", mixed)}
	case 1:
		return &graph.CrimeGroup{Name: fmt.Sprintf("Mock group %06d", mixed)}
	case 2:
		return &graph.Vehicle{RegistrationNumber: fmt.Sprintf("MK%06d", mixed), Country: "RO"}
	}
	return &graph.Person{Name: fmt.Sprintf("Mock Invented%06d", mixed)}
}

// spread writes records under these markings, one after the other under each.
func spread(tb testing.TB, store *neo4j.Store, markings []graph.Marking, each int) {
	n := 0
	for range each {
		for some := range slices.Chunk(markings, importBatch) {
			w := graph.Write{At: noon.Add(time.Duration(n) * time.Second), Import: true}
			for _, m := range some {
				w.Records = append(w.Records, graph.Record{Contribution: contributed(tb, graph.NounRecord, m), Details: listed(n)})
				n++
			}
			write(tb, store, policy.Sight{}, w)
		}
	}
}

// BenchmarkList takes pages of a list from a hub of 10,000 markings: for an
// officer who sees 5,000 of them, and for one who sees ten.
func BenchmarkList(b *testing.B) {
	store := open(b, neo4j.Options{})
	me, other := officer(b, newID(b, graph.NounOrganisation)), officer(b, newID(b, graph.NounOrganisation))
	few := officer(b, newID(b, graph.NounOrganisation))
	spread(b, store, many(me.Organisation, listedMarkings/2), listedEach)
	spread(b, store, many(other.Organisation, listedMarkings/2-10), listedEach)
	spread(b, store, many(few.Organisation, 10), listedEach)
	for _, asking := range []struct {
		who string
		auth.Principal
		seen int
	}{{"5000", me, listedMarkings / 2 * listedEach}, {"10", few, 10 * listedEach}} {
		sight := sightOf(b, store, asking.Principal, noon)
		count, err := store.CountRecords(b.Context(), sight, graph.RecordFilter{})
		if err != nil || count != asking.seen {
			b.Fatalf("%s: %d records, not %d: %v", asking.who, count, asking.seen, err)
		}
		for _, list := range listBenches(b, store, sight) {
			b.Run(list.name+"/markings="+asking.who, func(b *testing.B) { median(b, "name:list."+list.name+".markings"+asking.who+":ms", list.ask) })
		}
	}
}

type listBench struct {
	name string
	ask  func() error
}

func listBenches(b *testing.B, store *neo4j.Store, sight policy.Sight) []listBench {
	page := graph.Page{Limit: 51}
	filters := []struct {
		name string
		graph.RecordFilter
	}{{"all", graph.RecordFilter{}}, {"one_kind", graph.RecordFilter{Kinds: []graph.RecordKind{graph.KindPhone}}}, {"named", graph.RecordFilter{Name: "mock inv"}}}
	var out []listBench
	for _, f := range filters {
		for order, name := range map[graph.RecordOrder]string{graph.ByLabel: "by_label", graph.ByRecent: "by_recent"} {
			out = append(out, listBench{f.name + "." + name, func() error {
				_, _, err := store.ListRecords(b.Context(), sight, f.RecordFilter, order, page)
				return err
			}})
		}
		out = append(out, listBench{f.name + ".counted", func() error {
			_, err := store.CountRecords(b.Context(), sight, f.RecordFilter)
			return err
		}})
	}
	return append(out, listBench{"search", func() error {
		_, err := store.Search(b.Context(), sight, graph.Search{Text: "mock inv", Limit: 20})
		return err
	}})
}

// median reports the middle of 21 answers, after some that warm up the database.
func median(b *testing.B, unit string, ask func() error) {
	var took []time.Duration
	for b.Loop() {
		took = took[:0]
		for n := range 31 {
			begun := time.Now()
			if err := ask(); err != nil {
				b.Fatal(err)
			}
			if n >= 10 {
				took = append(took, time.Since(begun))
			}
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, unit)
}
