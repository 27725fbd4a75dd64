package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/antzucaro/matchr"

	"entente/auth/policy"
	"entente/graph"
	"entente/graph/identifier"
)

const (
	// maxWords bounds a search by name; more words find nothing more.
	maxWords = 16
	// maxTokens keeps a query below Lucene's bound of 1,024 clauses. A sight of
	// more markings is asked for in several.
	maxTokens = 900
	// candidates is how many of the best by words are ranked by likeness.
	candidates = 200
)

// Search gives the records in sight that fit, best first: exact identifiers by
// label and id; names by how many words are there in full, how few others are,
// how alike the text is (Jaro-Winkler), label and id. The rank uses nothing but
// the visible record: Lucene's score would tell of the others.
func (s *Store) Search(ctx context.Context, sight policy.Sight, search graph.Search) ([]graph.Record, error) {
	if sight.Blind() || search.Limit <= 0 {
		return nil, nil
	}
	if search.Identifier != nil {
		return s.searchIdentifier(ctx, sight, search)
	}
	words := identifier.Terms(search.Text)
	if len(words) == 0 || len(words) > maxWords {
		return nil, nil
	}
	rows, err := s.read(ctx, "search_name", params{
		"queries": nameQueries(words, sight.Visible()), "sight": sight.Visible(), "kinds": kindsOf(search.Kinds),
		"words": words, "limit": int64(max(candidates, search.Limit)),
	})
	if err != nil {
		return nil, err
	}
	records, err := s.recordsIn(ctx, rows)
	if err != nil {
		return nil, err
	}
	rank(records, words)
	return records[:min(len(records), search.Limit)], nil
}

func (s *Store) searchIdentifier(ctx context.Context, sight policy.Sight, search graph.Search) ([]graph.Record, error) {
	normal, err := identifier.Normal(*search.Identifier)
	if err != nil {
		return nil, graph.Under("identifier", err)
	}
	rows, err := s.read(ctx, "search_identifier", params{
		"queries": identifierQueries(identifierToken(search.Identifier.Scheme, normal), sight.Visible()),
		"token":   identifierToken(search.Identifier.Scheme, normal),
		"sight":   sight.Visible(), "kinds": kindsOf(search.Kinds), "limit": int64(search.Limit),
	})
	if err != nil {
		return nil, err
	}
	return s.recordsIn(ctx, rows)
}

// nameQueries are Lucene's: every word begins a term, and a marking in sight, so
// that nothing hidden is met. A record has one marking, and so is found by one
// of them. Words are a-z and 0-9 only: nothing in them can be read as an operator.
func nameQueries(words []string, sight []int64) []string {
	return queriesUnder("terms:"+strings.Join(words, "* AND terms:")+"*", "seenBy", sight)
}

// identifierQueries are the same for an exact identifier.
func identifierQueries(token string, sight []int64) []string {
	return queriesUnder("identifiers:"+quoted(token), identifiedUnder, sight)
}

// queriesUnder ask for what a query finds under markings, so many of them at a time;
// field is where they stand.
func queriesUnder(query, field string, sight []int64) []string {
	var queries []string
	for some := range slices.Chunk(sight, maxTokens-maxWords) {
		tokens := make([]string, len(some))
		for i, id := range some {
			tokens[i] = markingToken(graph.MarkingID(id)) //nolint:gosec // marking ids are 32 bits
		}
		queries = append(queries, query+" AND "+field+":("+strings.Join(tokens, " OR ")+")")
	}
	return queries
}

// quoted is a term for Lucene's parser, whatever it holds.
func quoted(term string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(term) + `"`
}

func rank(records []graph.Record, words []string) {
	type measure struct {
		exact, terms int
		likeness     float64
		key          string
	}
	asked := strings.Join(words, " ")
	measures := make(map[graph.ID]measure, len(records))
	for _, r := range records {
		terms := identifier.Terms(append([]string{r.Details.Label()}, r.Details.Names()...)...)
		m := measure{terms: len(terms), key: identifier.SortKey(r.Details.Label())}
		for _, w := range words {
			if slices.Contains(terms, w) {
				m.exact++
			}
		}
		m.likeness = matchr.JaroWinkler(asked, m.key, false)
		measures[r.ID] = m
	}
	slices.SortFunc(records, func(a, b graph.Record) int {
		x, y := measures[a.ID], measures[b.ID]
		return cmp.Or(cmp.Compare(y.exact, x.exact), cmp.Compare(x.terms, y.terms), cmp.Compare(y.likeness, x.likeness),
			cmp.Compare(x.key, y.key), cmp.Compare(a.ID, b.ID))
	})
}
