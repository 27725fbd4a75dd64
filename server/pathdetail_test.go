package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/audit"
	"entente/graph"
)

const (
	conditionsOfPath = `weakest { scheme value } handling restrictions classification compartments`
	idsOnPath        = `hops entities { id } steps { link { id } parallel reversed } ` + conditionsOfPath
	routeOfIDs       = `cost reliability sources hubs { entity { id } degree } waypointIds repeatedIds path { ` + idsOnPath + ` }`
)

// askedBothWays asks a question about paths for ids alone, and again for more. What
// both ask must be answered and logged alike; the second must have read in full.
func (h *hub) askedBothWays(t *testing.T, officer, question string, variables map[string]any) (statements []string) {
	t.Helper()
	h.tb = t
	full := strings.ReplaceAll(question, "entities { id }", "entities { id more: label }")
	answers, logged := map[string]string{}, map[string][]string{}
	for name, text := range map[string]string{"ids": question, "full": full} {
		before := h.audit.Size()
		var got map[string]any
		h.get(officer, text, variables, &got)
		without(got, "more")
		answers[name] = asJSON(t, got)
		must(t, audit.Replay(t.Context(), h.auditDir, before, func(_ audit.Index, e audit.Entry) error {
			logged[name] = append(logged[name], fmt.Sprint(e.Action, e.Elements))
			return nil
		}))
		names := slices.DeleteFunc(h.last.Load().sorted(), func(name string) bool { return name == "markings" }) // of the first question alone
		if name == "ids" {
			statements = names
		} else if slices.Contains(names, "bases") || !slices.Contains(names, "links") {
			t.Errorf("%s: labels were asked for, and read was %v", question, names)
		}
	}
	if a, b := answers["ids"], answers["full"]; a != b {
		t.Errorf("%s: ids alone give %s, in full %s", question, a, b)
	}
	if a, b := logged["ids"], logged["full"]; len(a) == 0 || !slices.Equal(a, b) {
		t.Errorf("%s: logged is %v, in full %v", question, a, b)
	}
	return statements
}

// without leaves a member out of an answer, at any depth.
func without(value any, member string) {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			without(one, member)
		}
	case map[string]any:
		delete(v, member)
		for _, one := range v {
			without(one, member)
		}
	}
}

// Who asks for ids alone gets and is logged what they would have been, had they
// asked for everything; and no content of a record or link is read for it.
func TestPathsOfIDsAloneAreAsInFull(t *testing.T) {
	h, made, known := openDemo(t)
	officer := "alex.mockford"
	g := plainly(visible(made, known[officer]))
	people := slices.DeleteFunc(slices.Clone(made.Planted.Suspects), func(id graph.ID) bool { return g.entity[id] == "" })[:12]
	var joined []graph.ID // of an entity of several records
	for id, entity := range g.entity {
		if id != entity {
			joined = append(joined, id)
		}
	}
	people = append(people, slices.Sorted(slices.Values(joined))[:3]...)
	want := []string{"bases", "narrowed", "standing"}
	for i, from := range people {
		to := people[(i+5)%len(people)]
		ends := map[string]any{"f": from, "t": to}
		got := h.askedBothWays(t, officer, `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) { `+idsOnPath+` } }`, ends)
		if !slices.Equal(got, want) {
			t.Errorf("a path took %v, want %v", got, want)
		}
		for _, mode := range []string{"FEWEST_HOPS", "ALL_SHORTEST", "STRONGEST", "K_SHORTEST"} {
			in := map[string]any{"mode": mode, "from": []any{from}, "to": []any{to}, "first": 5}
			h.askedBothWays(t, officer, `query($i: PathsInput!) { paths(input: $i) { mode count routes { `+routeOfIDs+` } } }`, map[string]any{"i": in})
		}
	}
	const pairs = `query($i: PathsBetweenInput!) { pathsBetween(input: $i) { fromId toId route { ` + routeOfIDs + ` } } }`
	for _, n := range []int{1, 100} {
		got := h.askedBothWays(t, officer, pairs, map[string]any{"i": map[string]any{"pairs": pairsOf(people, n)}})
		if got = slices.Compact(got); !slices.Equal(got, want) {
			t.Errorf("%d pairs took %v, want %v", n, got, want)
		}
	}
}

// What lies on a path is read narrowly unless a field needs more: whoever adds one
// decides, in resolvers/pathdetail.go, and says so here.
func TestEveryFieldOfAPathIsReadNarrowlyOrInFullOnPurpose(t *testing.T) {
	schema := readSchema(t)
	inFull := []string{"Route.organisations", "Route.reliesOn", "Paths.chain"}
	ofTheAnswerItself := []string{"Paths.countOfLinks", "Paths.atLeast", "Grading.meaning"}
	asked := strings.FieldsFunc(routeOfIDs+" mode count routes fromId toId route", func(r rune) bool { return strings.ContainsRune(" {}", r) })
	for _, of := range []string{"Path", "PathStep", "PairRoute", "Paths", "Route", "Hub", "Grading"} {
		for _, field := range schema.Types[of].Fields {
			name := of + "." + field.Name
			if !slices.Contains(asked, field.Name) && !slices.Contains(inFull, name) && !slices.Contains(ofTheAnswerItself, name) {
				t.Errorf("%s is neither held to be read narrowly as in full nor known to be read in full", name)
			}
		}
	}
}

// However content is asked for, it is given.
func TestContentOnPathsIsGivenHoweverItIsAskedFor(t *testing.T) {
	w := newTeam(t)
	a, b := w.person("ana", "First Example", nil).Record.ID, w.person("ana", "Second Example", nil).Record.ID
	w.link("ana", "ASSOCIATE", a, b, nil)
	for _, asked := range []string{
		`steps { link { kind } }`,
		`steps { link { id } } again: steps { link { kind } }`,
		`steps { link { id } ... on PathStep { link { kind } } }`,
		`steps { link { ... on Node { ... on Link { kind } } } }`,
		`steps { ...s } } } fragment s on PathStep { link { ...l } } fragment l on Link { is: kind from { label`,
		`steps { link { id kind @skip(if: false) } }`,
	} {
		if got := string(w.ask("ana", `query { shortestPath(from: "`+a+`", to: "`+b+`") { `+asked+` } }`, nil)); !strings.Contains(got, `"ASSOCIATE"`) {
			t.Errorf("%s: %s", asked, got)
		}
	}
	var got struct {
		PathsBetween []struct{ Route struct{ ReliesOn string } }
	}
	c := w.person("ana", "Third Example", nil).Record.ID
	w.link("ana", "ASSOCIATE", b, c, nil)
	w.get("ana", `query($i: PathsBetweenInput!) { pathsBetween(input: $i) { route { reliesOn } } }`, map[string]any{"i": map[string]any{
		"pairs": []any{map[string]any{"from": a, "to": c}}, "within": map[string]any{"hubDegree": 1},
	}}, &got)
	if text := got.PathsBetween[0].Route.ReliesOn; !strings.Contains(text, "Second Example") {
		t.Errorf("a hub's name was asked for: %q", text)
	}
}
