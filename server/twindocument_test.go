package server_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"entente/server"
)

// asker writes documents by walking the schema: whatever may be asked will be
// asked, a field that is new tomorrow included.
type asker struct {
	schema *ast.Schema
	random *rand.Rand
	// everywhere and seen are ids by what is under them, of a world and of what
	// the officer sees of it.
	everywhere, seen map[string][]string
	words            []string
	times            []string
	sound            map[string][]string // inputs that hold together, by type
	root             string              // the field of Query that is asked
	depth            int                 // how deep the document may go
	budget           int                 // fields that may still be selected
	selected         []string            // so far, Type.field
	// asked are the fields that some document has selected, Type.field.
	asked map[string]bool
}

func readSchema(t testing.TB) *ast.Schema {
	t.Helper()
	content, err := os.ReadFile("../schema.graphqls")
	must(t, err)
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(content)})
	must(t, err)
	return schema
}

// document asks a field of Query with all that hangs on it, as deep as may be
// asked at once.
func (a *asker) document(root string) document {
	for a.depth = maxDepth; ; a.depth-- {
		a.root, a.budget, a.selected = root, fieldsEach, []string{"Query." + root}
		text := "{ a: " + a.field(a.schema.Query.Fields.ForName(root), "", 0) + " }"
		if fits, err := server.Affordable(a.schema, text); err == nil && fits || a.depth == 1 {
			for _, field := range a.selected {
				a.asked[field] = true
			}
			return document{root, text}
		}
	}
}

// field asks a field; where fragments of several types lie side by side its
// name is the type's own, for fields of one name may have different types.
func (a *asker) field(f *ast.FieldDefinition, of string, depth int) string {
	a.budget--
	out := f.Name
	if of != "" && f.Name != "id" && f.Name != "kind" && !a.schema.Types[f.Type.Name()].IsCompositeType() {
		out = of + "_" + f.Name + ": " + f.Name
	}
	var given []string
	for _, argument := range f.Arguments {
		if v := a.value(argument.Type, argument.Name, depth); v != "" {
			given = append(given, argument.Name+": "+v)
		}
	}
	if len(given) > 0 {
		out += "(" + strings.Join(given, ", ") + ")"
	}
	if d := a.schema.Types[f.Type.Name()]; d.IsCompositeType() {
		out += " " + a.selection(d, "", depth+1)
	}
	return out
}

// maxDepth is how deep a document goes, and few how many fields with fields of
// their own are asked at each place.
const (
	maxDepth = 5
	few      = 2
	// fieldsEach is how many fields a document has, about.
	fieldsEach = 90
)

func (a *asker) selection(d *ast.Definition, of string, depth int) string {
	var parts []string
	if d.IsAbstractType() {
		possible := slices.Clone(a.schema.GetPossibleTypes(d))
		a.random.Shuffle(len(possible), func(i, j int) { possible[i], possible[j] = possible[j], possible[i] })
		if d.Name == "Node" { // records are what there is most of
			record := slices.IndexFunc(possible, func(d *ast.Definition) bool { return d.Name == "Record" })
			possible[0], possible[record] = possible[record], possible[0]
		}
		for _, one := range possible[:min(few, len(possible))] {
			parts = append(parts, "... on "+one.Name+" "+a.selection(one, one.Name, depth+1))
		}
		return "{ __typename " + strings.Join(parts, " ") + " }"
	}
	var composite []*ast.FieldDefinition
	for _, f := range d.Fields {
		switch {
		case strings.HasPrefix(f.Name, "__"):
		case a.schema.Types[f.Type.Name()].IsCompositeType():
			composite = append(composite, f)
		default:
			parts = append(parts, a.of(d, f, of, depth))
		}
	}
	a.random.Shuffle(len(composite), func(i, j int) { composite[i], composite[j] = composite[j], composite[i] })
	for i, f := range composite {
		if (i < few || a.plain(f)) && depth < a.depth && a.budget > 0 {
			parts = append(parts, a.of(d, f, of, depth))
		}
	}
	return "{ __typename " + strings.Join(parts, " ") + " }"
}

// of asks a field of a type, and remembers that it was asked.
func (a *asker) of(d *ast.Definition, f *ast.FieldDefinition, of string, depth int) string {
	a.selected = append(a.selected, d.Name+"."+f.Name)
	return a.field(f, of, depth)
}

// plain says that a field leads to values alone, and so costs nothing more.
func (a *asker) plain(f *ast.FieldDefinition) bool {
	return !slices.ContainsFunc(a.schema.Types[f.Type.Name()].Fields, func(f *ast.FieldDefinition) bool {
		return a.schema.Types[f.Type.Name()].IsCompositeType()
	})
}

// value writes a value of a type; empty is left out.
func (a *asker) value(t *ast.Type, name string, depth int) string {
	if name == "first" || name == "limit" {
		return a.size(depth)
	}
	if !t.NonNull && a.random.IntN(10) < 6 {
		return ""
	}
	if t.Elem != nil {
		var all []string
		for range 1 + a.random.IntN(4) {
			required := *t.Elem
			required.NonNull = true
			all = append(all, a.value(&required, name, depth))
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	d := a.schema.Types[t.NamedType]
	switch d.Kind {
	case ast.Enum:
		return d.EnumValues[a.random.IntN(len(d.EnumValues))].Name
	case ast.InputObject:
		return a.object(d, 1)
	}
	return a.scalar(t.NamedType, name, t.NonNull)
}

// size is how many elements of a list are asked for: always some, and few where
// lists lie within lists, so that the document does not cost too much.
func (a *asker) size(depth int) string {
	sizes := []string{"1", "2", "3", "5"}
	if depth == 0 {
		sizes = append(sizes, "16", "53")
	}
	return sizes[a.random.IntN(len(sizes))]
}

func (a *asker) object(d *ast.Definition, depth int) string {
	if sound := a.sound[d.Name]; len(sound) > 0 && a.random.IntN(30) > 0 {
		return sound[a.random.IntN(len(sound))]
	}
	fields := slices.Clone([]*ast.FieldDefinition(d.Fields))
	if d.Directives.ForName("oneOf") != nil || d.Name == "SearchInput" && a.random.IntN(8) > 0 {
		one := *fields[a.random.IntN(min(2, len(fields)))]
		required := *one.Type
		required.NonNull = true
		one.Type = &required
		fields = append(fields[:0], &one)
	}
	var parts []string
	for _, f := range fields {
		if v := a.value(f.Type, f.Name, depth); v != "" && depth < maxDepth {
			parts = append(parts, f.Name+": "+v)
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (a *asker) scalar(kind, name string, required bool) string {
	pick := func(from []string) string { return from[a.random.IntN(len(from))] }
	switch kind {
	case "ID":
		return fmt.Sprintf("%q", pick(a.some(a.underneath(name))))
	case "Int":
		return pick([]string{"1", "2", "3", "5", "8"})
	case "Float":
		return pick([]string{"0.5", "1", "2"})
	case "Boolean":
		return pick([]string{"true", "false"})
	case "DateTime":
		return fmt.Sprintf("%q", pick(a.times))
	case "Date":
		return `"2010-03-01"`
	case "Cursor", "Revision":
		if required {
			return `"AAAA"`
		}
		return ""
	}
	if name == "country" || name == "countries" {
		return pick([]string{`"GB"`, `"RO"`})
	}
	return fmt.Sprintf("%q", pick(a.words))
}

// underneath is what an id must lead to.
func (a *asker) underneath(name string) string {
	switch {
	case slices.Contains([]string{"from", "to", "record", "records", "targets", "through"}, name), a.root == "entity", a.root == "subgraph":
		return "record"
	case strings.HasPrefix(name, "organisation"), name == "owners":
		return "organisation"
	case strings.HasPrefix(name, "operation"):
		return "operation"
	case strings.HasPrefix(name, "officer"):
		return "officer"
	case a.root == "view":
		return "view"
	case a.root == "comments":
		return "commented"
	case a.root == "whoCanSee":
		return "own"
	case slices.Contains([]string{"whyCanISee", "checkAction"}, a.root):
		return "element"
	}
	return ""
}

// reached notes of an answer which fields of which types it gave a value for.
func reached(into map[string]bool, body []byte) error {
	var answer struct{ Data map[string]any }
	if err := json.Unmarshal(body, &answer); err != nil {
		return err
	}
	for _, v := range answer.Data {
		reachedIn(into, v)
	}
	return nil
}

func reachedIn(into map[string]bool, value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			reachedIn(into, element)
		}
	case map[string]any:
		for name, field := range v {
			if field != nil {
				into[fmt.Sprint(v["__typename"], ".", name[strings.Index(name, "_")+1:])] = true
			}
			reachedIn(into, field)
		}
	}
}

// unreached are the fields of all types that a query can give that are not
// among those got, and not held apart.
func (a *asker) unreached(got map[string]bool) []string {
	var missing []string
	seen := map[string]bool{}
	var visit func(d *ast.Definition)
	visit = func(d *ast.Definition) {
		if seen[d.Name] || apart()[d.Name] != "" {
			return
		}
		seen[d.Name] = true
		for _, possible := range a.schema.GetPossibleTypes(d) {
			visit(possible)
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if apart()[d.Name+"."+f.Name] != "" {
				continue
			}
			if d.Kind == ast.Object && !got[d.Name+"."+f.Name] {
				missing = append(missing, d.Name+"."+f.Name)
			}
			visit(a.schema.Types[f.Type.Name()])
		}
	}
	visit(a.schema.Query)
	slices.Sort(missing)
	return missing
}

// givenBy are the object types that lead from a type, itself among them.
func givenBy(schema *ast.Schema, of *ast.Definition, into map[string]bool) {
	if into[of.Name] || !of.IsCompositeType() {
		return
	}
	into[of.Name] = true
	for _, possible := range schema.GetPossibleTypes(of) {
		givenBy(schema, possible, into)
	}
	for _, f := range of.Fields {
		givenBy(schema, schema.Types[f.Type.Name()], into)
	}
}

// What only acts and subscriptions give is no question of the twins: each such
// type is held elsewhere, and a new one must say where.
func TestWhatTheTwinsCannotAskIsHeldElsewhere(t *testing.T) {
	schema := readSchema(t)
	asked, given := map[string]bool{}, map[string]bool{}
	givenBy(schema, schema.Query, asked)
	givenBy(schema, schema.Mutation, given)
	givenBy(schema, schema.Subscription, given)
	for name := range given {
		if !asked[name] && ofActs()[name] == "" {
			t.Errorf("%s is given by acts or subscriptions alone: say where it is held that what is hidden changes nothing of it", name)
		}
	}
	for name := range ofActs() {
		if !given[name] || asked[name] {
			t.Errorf("%s is not given by acts or subscriptions alone", name)
		}
	}
	for name := range apart() {
		kind, field, _ := strings.Cut(name, ".")
		if d := schema.Types[kind]; d == nil || field != "" && d.Fields.ForName(field) == nil {
			t.Errorf("%s is held apart, and is not in the schema", name)
		}
	}
}
