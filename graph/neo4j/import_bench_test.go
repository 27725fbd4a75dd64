package neo4j_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/neo4j"
)

// importBatch is how many elements an import sends at once.
const importBatch = 5_000

// BenchmarkImport writes links between records as an import does: batch after
// batch through Write. One run is enough: -benchtime 1x. A whole hub's import of
// a million is measured in cmd/entente.
func BenchmarkImport(b *testing.B) {
	b.Run("100,000 links", func(b *testing.B) { benchmarkImport(b, 30_000, 100_000) })
}

func benchmarkImport(b *testing.B, importRecords, importLinks int) {
	store := open(b, neo4j.Options{})
	for b.Loop() {
		me := officer(b, newID(b, graph.NounOrganisation))
		marking := graph.OwnOrganisationOnly(me.Organisation).Canonical()
		random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same graph each time
		records := importAllRecords(b, store, me, marking, importRecords)
		sight := sightOf(b, store, me, noon)
		for first := 0; first < importLinks; first += importBatch {
			w := graph.Write{At: noon, Import: true, Key: graph.WriteKey{Officer: me.Officer, Key: fmt.Sprint("l", first)}}
			for range importBatch {
				from := random.IntN(importRecords)
				to := (from + 1 + random.IntN(importRecords-1)) % importRecords
				c := graph.Contribution{ID: newID(b, graph.NounLink), Hub: "test", Source: "INT-2009-00001", Marking: marking}
				w.Links = append(w.Links, graph.Link{
					Contribution: c, Kind: graph.Transferred, From: records[from], To: records[to],
					Details: &graph.Transfer{Amount: int64(1 + random.IntN(1e6)), Currency: "EUR", At: noon},
				})
			}
			send(b, store, sight, w)
		}
	}
	b.ReportMetric(float64(importRecords+importLinks)/(b.Elapsed().Seconds()/float64(b.N)), "elements/s")
}

func importAllRecords(b *testing.B, store *neo4j.Store, me auth.Principal, marking graph.Marking, importRecords int) []graph.ID {
	var ids []graph.ID
	var sight policy.Sight
	for first := 0; first < importRecords; first += importBatch {
		w := graph.Write{At: noon, Import: true, Key: graph.WriteKey{Officer: me.Officer, Key: fmt.Sprint("r", first)}}
		for i := range importBatch {
			r := person(b, fmt.Sprintf("Mock %d Invented%d", first+i, (first+i)%977), marking)
			ids = append(ids, r.ID)
			w.Records = append(w.Records, r)
		}
		send(b, store, sight, w)
	}
	return ids
}

func send(b *testing.B, store *neo4j.Store, sight policy.Sight, w graph.Write) {
	if _, err := store.Write(context.Background(), sight, w); err != nil {
		b.Fatal(err)
	}
}
