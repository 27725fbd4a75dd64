package server

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"entente/graph"
)

// maxCost is the most that one question may cost: about as many fields as it
// may resolve. TestTheLimitsFitTheUI holds it to the UI's largest question.
const maxCost = 300_000

// listSize is how long a list is taken to be where nothing says it.
const listSize = 10

// weight is what a field costs beyond 1 for itself and what hangs below it.
type weight struct {
	own  int // work of the engine or the store, in fields that one could resolve meanwhile
	list int // how long the list is taken to be where no argument says it
	// more is work that grows with what is asked for, from the field's input.
	more func(input map[string]any) int
}

// work is a field's own, and what its arguments add.
func (w weight) work(arguments func() map[string]any) int {
	if w.more == nil {
		return w.own
	}
	input, _ := arguments()["input"].(map[string]any)
	return add(w.own, w.more(input))
}

// A source of shortest paths costs what it took in a network of some 100,000 ties,
// 1.5 ms: a third in one of 40,000, seven times as much in one of 450,000. All
// entities as sources are taken to be as many as an operation has.
const (
	perSource  = 60
	allSources = 1_000
)

// sources is the work of the measures that ask from many entities for the shortest
// paths to all others.
func sources(input map[string]any) int {
	switch input["measure"] {
	case "BETWEENNESS", "CLOSENESS", "HARMONIC":
		return multiply(firstOf(count(input["samples"]), allSources), perSource)
	}
	return 0
}

// weights are the fields that cost more than they look; all others cost 1. A field
// costs about 25 µs. Those of the engine cost at least what they took on a million
// links (BenchmarkHeavyQuestions): PageRank 1.2 s, communities 0.5 s, many pairs
// 0.3 s, structure 0.2 s, brokers of 20,000 records 0.1 s, a trace or a tree 0.04 s.
// Plans, and shortest paths between all, of the largest networks take longer: those
// the time of a request ends, and they are for jobs.
func weights() map[string]weight {
	all := map[string]weight{
		"Query.communities":        {own: 20_000},
		"Query.compareCommunities": {own: 40_000},
		"Query.centrality":         {own: 50_000, more: sources},
		"Query.structure":          {own: 20_000},
		"Query.brokers":            {own: 10_000},
		"Query.plan":               {own: 40_000},
		"Query.scorePlan":          {own: 10_000},
		"Query.comparePlans":       {own: 20_000},
		"Query.trace":              {own: 8_000},
		"Query.earliestArrival":    {own: 8_000},
		"Query.paths":              {own: 2_000},
		"Query.connect":            {own: 8_000},
		"Query.pathsBetween":       {own: 12_000},
		"Query.allPairs":           {own: 12_000},
		"Query.shortestPath":       {own: 500},
		"Query.search":             {own: 500, list: 100},
		"Query.records":            {own: 200},
		"Query.previewImport":      {own: 8_000},
		"Mutation.importPart":      {own: 20_000},
		"ImportPayload.rejected":   {list: 500},
		"ImportPreview.rejected":   {list: 500},
		"Query.accessesTo":         {own: 2_000},
		"Query.actionsOf":          {own: 2_000},
		"Query.organisations":      {list: 50},
		"Query.issuers":            {list: 50},
		"Query.dryRunIssuer":       {own: 5_000},
		"Me.stepUp":                {},
		"Entity.records":           {list: 4},
		"Entity.judgements":        {list: 4},
		"Entity.involvements":      {list: 4},
		"Record.involvements":      {list: 4},
		"Record.versions":          {list: 20},
		"Marking.owner":            {},
		"Audience.organisations":   {list: 3},
		"Audience.operations":      {list: 2},
		"Operation.members":        {list: 50},
		"Path.entities":            {list: 12},
		"Path.steps":               {list: 12},
		"View.content":             {own: 20_000},
		"Entity.conditions":        {own: 8},
	}
	all["Mutation.startJob"] = weight{more: func(input map[string]any) int { return ofJob(all, input) }}
	return all
}

// mostOfJob bounds what a job takes of an officer's account: jobs are for what is too
// much for one question, and whoever has as many as they may can still end one.
const mostOfJob = 100_000

// ofJob is the work of the questions that a job is asked, each as the query of its
// name: whoever starts one pays as if they had waited for it, up to a bound.
func ofJob(of map[string]weight, input map[string]any) int {
	total := 0
	for question, asked := range input {
		if asked != nil {
			total = add(total, of["Query."+question].work(func() map[string]any { return map[string]any{"input": asked} }))
		}
	}
	return min(total, mostOfJob)
}

// sizeArguments say how many elements a field gives, or whose length does.
func sizeArguments() []string { return []string{"first", "limit", "ids"} }

// costs prices a question before it is carried out.
type costs struct {
	weights map[string]weight
	sizes   []string
	schema  *ast.Schema
}

func newCosts() *costs { return &costs{weights: weights(), sizes: sizeArguments()} }

// ExtensionName names the extension to the executor.
func (*costs) ExtensionName() string { return "Cost" }

// Validate refuses a table with a field that the schema does not have.
func (c *costs) Validate(schema graphql.ExecutableSchema) error {
	c.schema = schema.Schema()
	known := map[string]bool{}
	for _, definition := range c.schema.Types {
		for _, field := range definition.Fields {
			known[definition.Name+"."+field.Name] = true
		}
	}
	for name := range c.weights {
		if !known[name] {
			return fmt.Errorf("the table of costs has %s, and the schema has not", name)
		}
	}
	return nil
}

// MutateOperationContext refuses a question that costs too much.
func (c *costs) MutateOperationContext(_ context.Context, o *graphql.OperationContext) *gqlerror.Error {
	if c.of(o.Operation, o.Variables) <= maxCost {
		return nil
	}
	return beforehand(&graph.Error{
		Code:    graph.LimitExceeded,
		Message: "This asks for too much at once: ask for fewer elements (first, limit, ids), or for less of each.",
	})
}

// of is what an operation costs. Fragments are walked where they are spread:
// maxFields bounds how often.
func (c *costs) of(o *ast.OperationDefinition, variables map[string]any) int {
	return c.set(o.SelectionSet, variables, 0)
}

// set is the cost of what is selected of one thing. Of a page, elements is how
// many its lists may hold; else 0.
func (c *costs) set(set ast.SelectionSet, variables map[string]any, elements int) int {
	total := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			total = add(total, c.field(s, variables, elements))
		case *ast.InlineFragment:
			total = add(total, c.set(s.SelectionSet, variables, elements))
		case *ast.FragmentSpread:
			total = add(total, c.set(s.Definition.SelectionSet, variables, elements))
		}
	}
	return total
}

func (c *costs) field(f *ast.Field, variables map[string]any, elements int) int {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return 1
	}
	w := c.weights[f.ObjectDefinition.Name+"."+f.Name]
	size := c.size(f, variables)
	own := w.work(func() map[string]any { return f.ArgumentMap(variables) })
	if f.Definition.Type.Elem == nil { // one thing, or a page whose lists are as long as asked
		return add(add(1, own), c.set(f.SelectionSet, variables, size))
	}
	times := firstOf(size, elements, w.list, listSize)
	return add(add(1, own), multiply(times, c.set(f.SelectionSet, variables, 0)))
}

// size is what the arguments say of how many elements a field gives; 0 is
// nothing.
func (c *costs) size(f *ast.Field, variables map[string]any) int {
	arguments := f.ArgumentMap(variables)
	for _, name := range c.sizes {
		if n := count(arguments[name]); n > 0 {
			return n
		}
	}
	input, _ := arguments["input"].(map[string]any)
	return count(input["first"])
}

// count is a number, or the length of a list.
func count(value any) int {
	switch v := value.(type) {
	case []any:
		return len(v)
	case int64:
		return int(min(v, most))
	case int:
		return min(v, most)
	case json.Number:
		n, _ := v.Int64()
		return int(min(n, most))
	}
	return 0
}

func firstOf(sizes ...int) int {
	for _, size := range sizes {
		if size > 0 {
			return size
		}
	}
	return 0
}
