package server

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"pgregory.net/rapid"

	"entente/graph"
	"entente/resolvers"
	"entente/resolvers/generated"
	"entente/web"
)

// largest are variables of the UI's own documents at their largest: the graph of
// an operation, 500 records by id, 500 neighbours of each of an entity's 20 records.
func largest() map[string]any {
	ids := make([]any, 500)
	for i := range ids {
		ids[i] = "r"
	}
	return map[string]any{"limit": int64(5000), "first": int64(50), "ids": ids, "input": map[string]any{
		"first": int64(50), "measure": "BETWEENNESS", "samples": int64(2000), // of who holds a network together
	}}
}

func pricedBy(t *testing.T) *costs {
	t.Helper()
	c := newCosts()
	if err := c.Validate(generated.NewExecutableSchema(generated.Config{Resolvers: &resolvers.Resolver{}})); err != nil {
		t.Fatal(err)
	}
	return c
}

// The limits are set by what the UI needs: its largest document and question are
// let through, and no limit is wider than it must be.
func TestTheLimitsFitTheUI(t *testing.T) {
	c := pricedBy(t)
	documents, err := web.Documents()
	if err != nil {
		t.Fatal(err)
	}
	var most shape
	dearest, tokens := 0, 0
	for _, text := range documents {
		document, errs := gqlparser.LoadQueryWithRules(c.schema, text, nil)
		if errs != nil {
			t.Fatal(errs)
		}
		most = most.or(shapeOf(document))
		tokens = max(tokens, len(strings.Fields(text)))
		variables := largest()
		if document.Operations[0].Name == "CanvasExpand" {
			variables["limit"], variables["ids"] = int64(500), variables["ids"].([]any)[:20]
		}
		price := c.of(document.Operations[0], variables)
		t.Logf("%s costs %d", document.Operations[0].Name, price)
		dearest = max(dearest, price)
	}
	for _, limit := range []struct {
		what     string
		is, most int
	}{
		{"tokens", tokens, maxTokens},
		{"levels", most.depth, maxDepth},
		{"fields", most.fields, maxFields},
		{"aliases", most.aliases, maxAliases},
		{"cost", dearest, maxCost},
	} {
		t.Logf("%s: the UI needs %d of %d", limit.what, limit.is, limit.most)
		if limit.is > limit.most {
			t.Errorf("%s: the UI needs %d, more than the limit of %d", limit.what, limit.is, limit.most)
		}
	}
	if dearest*4 < maxCost {
		t.Errorf("the limit of cost, %d, is more than four times the UI's dearest question, %d", maxCost, dearest)
	}
}

// Fifty questions that each read the whole network are no one request's.
func TestFiftyHeavyQuestionsCostTooMuch(t *testing.T) {
	c := pricedBy(t)
	for _, field := range []string{
		`trace(input: {from: ["a"]}) { __typename }`,
		`earliestArrival(input: {from: "a"}) { totalCount }`,
		`plan(input: {budget: 1}) { __typename }`,
		`scorePlan(input: {network: {budget: 1}, targets: ["a"]}) { __typename }`,
		`comparePlans(input: {network: {budget: 1}, first: ["a"], second: ["b"]}) { __typename }`,
		`communities(input: {}) { totalCount }`,
		`compareCommunities(input: {before: "2010-01-01T00:00:00Z", after: "2011-01-01T00:00:00Z"}) { __typename }`,
		`centrality(input: {measure: DEGREE}) { __typename }`,
		`centrality(input: {measure: CLOSENESS}) { __typename }`,
		`structure(input: {}) { __typename }`,
		`brokers(input: {scope: {}}) { __typename }`,
		`connect(input: {records: ["a", "b"]}) { cost }`,
		`pathsBetween(input: {pairs: []}) { fromId }`,
		`allPairs(input: {records: ["a", "b"]}) { totalCount }`,
	} {
		var query strings.Builder
		for n := range 50 {
			fmt.Fprintf(&query, "q%d: %s\n", n, field)
		}
		document, errs := gqlparser.LoadQueryWithRules(c.schema, "{"+query.String()+"}", nil)
		if errs != nil {
			t.Errorf("%s: %v", field, errs)
			continue
		}
		if shapeOf(document).check() != nil {
			t.Errorf("%s: refused for its shape before its cost is asked", field)
		}
		if got := c.of(document.Operations[0], nil); got <= maxCost {
			t.Errorf("fifty of %s cost %d, and the limit is %d", field, got, maxCost)
		}
	}
}

// Cost multiplies by what the arguments ask for, through pages and lists.
func TestCostMultipliesLists(t *testing.T) {
	c := pricedBy(t)
	for query, want := range map[string]int{
		`{ me { purpose } }`:                                                                   2,
		`{ records(first: 7) { totalCount } }`:                                                 202,
		`{ records(first: 7) { nodes { id label } } }`:                                         201 + 1 + 7*2,
		`{ records { nodes { id } } }`:                                                         201 + 1 + 50,
		`query($n: Int!) { records(first: $n) { nodes { id } } }`:                              201 + 1 + 100,
		`{ records(first: 7) { edges { node { id } } } }`:                                      201 + 1 + 7*2,
		`{ records(first: 7) { nodes { links(first: 5) { nodes { id } } } } }`:                 201 + 1 + 7*(1+1+5),
		`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`:                                      1 + 3,
		`query($ids: [ID!]!) { subgraph(ids: $ids) { records { id } links { id kind } } }`:     1 + 1 + 3 + 1 + 6,
		`{ ...F } fragment F on Query { records(first: 7) { nodes { id } } }`:                  201 + 1 + 7,
		`{ search(input: {text: "A", first: 7}) { id } }`:                                      501 + 7,
		`{ records(first: 500) { nodes { links(first: 500) { nodes { from { label } } } } } }`: 201 + 1 + 500*(1+1+500*2),
	} {
		document, errs := gqlparser.LoadQueryWithRules(c.schema, query, nil)
		if errs != nil {
			t.Fatalf("%s: %v", query, errs)
		}
		got := c.of(document.Operations[0], map[string]any{"n": int64(100), "ids": []any{"a", "b", "c"}})
		if got != want {
			t.Errorf("%s costs %d, not %d", query, got, want)
		}
	}
}

// Betweenness is worth as much as the sources it is asked from, and a measure that
// asks from all of them as much as from many.
func TestCostOfCentralityGrowsWithItsSources(t *testing.T) {
	c := pricedBy(t)
	for query, want := range map[string]int{
		`{ centrality(input: {measure: DEGREE}) { entities } }`:                                   50_000 + 2,
		`{ centrality(input: {measure: BETWEENNESS, samples: 10}) { entities } }`:                 50_000 + 2 + 10*perSource,
		`query($n: Int!) { centrality(input: {measure: BETWEENNESS, samples: $n}) { entities } }`: 50_000 + 2 + 2000*perSource,
		`query($i: CentralityInput!) { centrality(input: $i) { entities } }`:                      50_000 + 2 + 3000*perSource,
		`{ centrality(input: {measure: HARMONIC}) { entities } }`:                                 50_000 + 2 + allSources*perSource,
		`{ centrality(input: {measure: BETWEENNESS}) { entities } }`:                              50_000 + 2 + allSources*perSource,
		`{ centrality(input: {measure: BETWEENNESS, samples: 1000000}) { entities } }`:            50_000 + 2 + 1_000_000*perSource,
	} {
		document, errs := gqlparser.LoadQueryWithRules(c.schema, query, nil)
		if errs != nil {
			t.Fatalf("%s: %v", query, errs)
		}
		got := c.of(document.Operations[0], map[string]any{
			"n": int64(2000), "i": map[string]any{"measure": "BETWEENNESS", "samples": json.Number("3000")},
		})
		if got != want {
			t.Errorf("%s costs %d, not %d", query, got, want)
		}
	}
}

// A job costs what the question costs that it answers, whichever that is.
func TestCostsOfJobs(t *testing.T) {
	c := pricedBy(t)
	for _, question := range c.schema.Types["JobInput"].Fields {
		asked := &ast.Field{Name: "startJob", ObjectDefinition: c.schema.Mutation, Definition: c.schema.Mutation.Fields.ForName("startJob")}
		asked.Arguments = ast.ArgumentList{{Name: "input", Value: &ast.Value{Kind: ast.ObjectValue, Children: ast.ChildValueList{
			{Name: question.Name, Value: &ast.Value{Kind: ast.ObjectValue, Children: ast.ChildValueList{
				{Name: "samples", Value: &ast.Value{Kind: ast.IntValue, Raw: "10"}},
				{Name: "measure", Value: &ast.Value{Kind: ast.EnumValue, Raw: "CLOSENESS"}},
			}}},
		}}}}
		want := 1 + c.weights["Query."+question.Name].own
		if question.Name == "centrality" {
			want += 10 * perSource
		}
		if got := c.field(asked, nil, 0); got != want || want < 1_000 {
			t.Errorf("a job of %s costs %d, not %d", question.Name, got, want)
		}
	}
}

// A table that names a field the schema does not have is refused at the start.
func TestCostsOfUnknownFieldsAreRefused(t *testing.T) {
	c := newCosts()
	c.weights["Query.passwords"] = weight{own: 1}
	if err := c.Validate(generated.NewExecutableSchema(generated.Config{Resolvers: &resolvers.Resolver{}})); err == nil {
		t.Error("a weight for a field that does not exist was taken")
	}
}

// What fragments make of a document is counted without making it: spreads of
// spreads that would be 2^60 fields, and circles, are measured at once.
func TestShapeOfFragments(t *testing.T) {
	doubling := &strings.Builder{}
	doubling.WriteString("{ ...F0 }")
	for i := range 60 {
		fmt.Fprintf(doubling, " fragment F%d on Query { ...F%d ...F%d }", i, i+1, i+1)
	}
	doubling.WriteString(" fragment F60 on Query { __typename }")
	for text, refused := range map[string]bool{
		doubling.String(): true,
		"{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }":                    false, // the validation refuses it
		"{ ...A } fragment A on Query { me { ...A } }":                                          false,
		"{ me { purpose } } fragment A on Query {" + strings.Repeat(" me { roles }", 500) + "}": true,
		"{" + strings.Repeat(" me", maxFields) + " }":                                           false,
		"{" + strings.Repeat(" me", maxFields+1) + " }":                                         true,
		strings.Repeat("{ me ", maxDepth) + strings.Repeat("}", maxDepth):                       false,
		strings.Repeat("{ me ", maxDepth+1) + strings.Repeat("}", maxDepth+1):                   true,
		"{ me " + strings.Repeat("@skip(if: true) ", maxDirectives) + "}":                       false,
		"{ me " + strings.Repeat("@skip(if: true) ", maxDirectives+1) + "}":                     true,
		strings.Repeat("query A { me } ", maxOperations):                                        false,
		strings.Repeat("query A { me } ", maxOperations+1):                                      true,
		"{" + strings.Repeat(" a: me", maxAliases+1) + " }":                                     true,
	} {
		document, err := parser.ParseQuery(&ast.Source{Input: text})
		if err != nil {
			t.Fatal(err)
		}
		if err := shapeOf(document).check(); (err != nil) != refused || err != nil && graph.CodeOf(err) != graph.LimitExceeded {
			t.Errorf("%.80s: %v", text, err)
		}
	}
}

// Counting with fragments is counting with each written out by hand.
func TestShapeIsThatOfTheDocumentWrittenOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "fragments")
		bodies := make([]string, n)
		for i := range bodies {
			var b strings.Builder
			for range rapid.IntRange(1, 4).Draw(t, "selections") {
				choices := []string{"me { purpose }", "a: me { b: purpose }", "operations { id parties { from } }"}
				if i > 0 {
					choices = append(choices, fmt.Sprintf("...F%d", rapid.IntRange(0, i-1).Draw(t, "of")))
				}
				b.WriteString(rapid.SampledFrom(choices).Draw(t, "selection") + " ")
			}
			bodies[i] = b.String()
		}
		folded := "{ " + bodies[n-1] + " }"
		written := folded
		for i := n - 2; i >= 0; i-- {
			folded += fmt.Sprintf(" fragment F%d on Query { %s }", i, bodies[i])
			written = strings.ReplaceAll(written, fmt.Sprintf("...F%d", i), bodies[i])
		}
		want, got := measured(t, written), measured(t, folded)
		if want != got {
			t.Fatalf("%+v, not %+v: %s", got, want, folded)
		}
	})
}

// measured is the shape of the operation of a document.
func measured(t *rapid.T, text string) shape {
	document, err := parser.ParseQuery(&ast.Source{Input: text})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range document.Fragments {
		f.Directives = nil
	}
	m := measure{fragments: map[string]*ast.FragmentDefinition{}, known: map[string]shape{}}
	for _, f := range document.Fragments {
		m.fragments[f.Name] = f
	}
	return m.set(document.Operations[0].SelectionSet)
}
