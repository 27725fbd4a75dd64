package server_test

import (
	"context"
	"crypto/rand"
	"maps"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/graph"
)

// refusal is one answer that must be an error: its code and the input at fault.
type refusal struct{ code, field string }

// hidden is what Ana entered for her own organisation and what goes with it:
// nothing of it exists for Eva, of a third organisation, nor, but for the
// operation, for Bogdan.
type hidden struct {
	record, other, link, involvement string
}

func (w *team) hide() hidden {
	w.tb.Helper()
	w.known["eva"] = w.officer("eva", graph.IDOf(graph.NounOrganisation, [16]byte([]byte(rand.Text()))), auth.Investigator)
	a, b := w.person("ana", "Hidden Example", nil), w.person("ana", "Hidden Friend", nil)
	h := hidden{record: a.Record.ID, other: b.Record.ID, link: w.link("ana", "ASSOCIATE", a.Record.ID, b.Record.ID, nil).Link.ID}
	var got struct {
		CreateInvolvement struct{ Involvement struct{ ID string } }
	}
	w.get("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(map[string]any{
		"source": "INT-3", "operation": w.operation, "person": a.Record.ID, "role": "VICTIM",
	}), &got)
	h.involvement = got.CreateInvolvement.Involvement.ID
	return h
}

// input is the variables of a mutation, under a key of its own.
func input(fields map[string]any) map[string]any {
	in := maps.Clone(fields)
	in["idempotencyKey"] = rand.Text()
	return map[string]any{"input": in}
}

// nothings are ids under which there is nothing to see: malformed, unknown, of
// a noun without a page, and out of sight.
func (w *team) nothings(h hidden) map[string]any {
	t := w.tb
	return map[string]any{
		"empty": "", "a letter": "r", "a number": 7, "a name": "Hidden Example", "a path": "../records/1", "quotes": `"'} //`,
		"a short id": h.record[:20], "a long id": h.record + "0", "a shouted id": strings.ToUpper(h.record), "much": strings.Repeat("r", 10_000),
		"an unknown record": id(t, graph.NounRecord), "an unknown link": id(t, graph.NounLink), "an unknown version": id(t, graph.NounVersion),
		"an unknown operation": id(t, graph.NounOperation), "an unknown involvement": id(t, graph.NounInvolvement),
		"an unknown officer": id(t, graph.NounOfficer), "an unknown organisation": id(t, graph.NounOrganisation),
		"no noun":         graph.IDOf('z', [16]byte{}),
		"a hidden record": h.record, "a hidden link": h.link, "a hidden involvement": h.involvement,
	}
}

// same asks one question about every id and wants one answer, byte for byte.
func (w *team) same(officer, query string, ids map[string]any, variables func(id any) map[string]any, want refusal) {
	w.tb.Helper()
	var first string
	for _, name := range slices.Sorted(maps.Keys(ids)) {
		answer := string(w.ask(officer, query, variables(ids[name])))
		if first == "" {
			first = answer
			code, field := w.fault(officer, query, variables(ids[name]))
			if got := (refusal{code, field}); got != want {
				w.tb.Errorf("%s, %s: %v, not %v: %s", query, name, got, want, answer)
			}
		}
		if answer != first {
			w.tb.Errorf("%s tells %s from the others:\n%s\n%s", query, name, answer, first)
		}
	}
}

func one(name string) func(any) map[string]any {
	return func(id any) map[string]any { return map[string]any{name: id} }
}

// Whatever is wrong with an id, the answer is the same.
func TestNothingToSeeIsOneAnswer(t *testing.T) {
	w := newTeam(t)
	h := w.hide()
	ids := w.nothings(h)
	notFound := refusal{"NOT_FOUND", ""}
	w.same("bogdan", `query($id: ID!) { node(id: $id) { id } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { node(id: $id, asOf: "2010-06-01T12:00:00Z") { id } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { entity(id: $id) { id } }`, ids, one("id"), notFound)
	own := w.person("bogdan", "Own Example", nil).Record.ID
	w.same("bogdan", `query($id: ID!) { shortestPath(from: "`+own+`", to: $id) { hops } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { shortestPath(from: $id, to: "`+own+`") { hops } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { shortestPath(from: $id, to: $id) { hops } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { whoCanSee(id: $id) { scope } }`, ids, one("id"), notFound)
	w.same("bogdan", `query($id: ID!) { whyCanISee(id: $id) { reason } }`, ids, one("id"), notFound)
	ids["a hidden operation"], ids["a hidden officer"] = w.operation, w.known["ana"].Officer
	w.same("eva", `query($id: ID!) { node(id: $id) { id } }`, ids, one("id"), notFound)
	// As parts of a list they are left out, or stand as null.
	for query, want := range map[string]string{
		`query($id: ID!) { nodes(ids: [$id]) { id } }`:                             `{"data":{"nodes":[null]}}`,
		`query($id: ID!) { subgraph(ids: [$id]) { records { id } links { id } } }`: `{"data":{"subgraph":{"records":[],"links":[]}}}`,
		`query($id: ID!) { records(filter: { owners: [$id] }) { totalCount } }`:    `{"data":{"records":{"totalCount":0}}}`,
		`query($id: ID!) { records(filter: { operation: $id }) { totalCount } }`:   `{"data":{"records":{"totalCount":0}}}`,
	} {
		for name, id := range ids {
			if got := string(w.ask("eva", query, map[string]any{"id": id})); got != want {
				t.Errorf("%s, %s: %s", query, name, got)
			}
		}
	}
}

// The same holds where something is to be written, and nothing is.
func TestNothingToWriteOnIsOneAnswer(t *testing.T) {
	w := newTeam(t)
	h := w.hide()
	ids := w.nothings(h)
	own := w.person("bogdan", "Own Example", nil).Record
	ids["of another noun"] = w.uk
	before := w.revision()
	for _, c := range []struct {
		mutation string
		fields   map[string]any
		field    string // the input that takes the id
	}{
		{"createLink(input: $input) { revision }", map[string]any{"source": "INT-1", "kind": "ASSOCIATE", "to": own.ID}, "from"},
		{"createLink(input: $input) { revision }", map[string]any{"source": "INT-1", "kind": "ASSOCIATE", "from": own.ID}, "to"},
		{"createLink(input: $input) { revision }", map[string]any{"source": "INT-1", "kind": "SAME_AS", "from": own.ID}, "to"},
		{"createInvolvement(input: $input) { revision }", map[string]any{"source": "INT-1", "role": "VICTIM", "operation": w.operation}, "person"},
		{"createInvolvement(input: $input) { revision }", map[string]any{"source": "INT-1", "role": "VICTIM", "person": own.ID}, "operation"},
		{"amendRecord(input: $input) { revision }", map[string]any{"source": "INT-1", "version": own.Version, "details": details("person", "name", "A")}, "id"},
		{"amendLink(input: $input) { revision }", map[string]any{"source": "INT-1", "version": own.Version}, "id"},
		{"retireRecord(input: $input) { id }", map[string]any{"version": own.Version}, "id"},
		{"retireLink(input: $input) { id }", map[string]any{"version": own.Version}, "id"},
		{"retireInvolvement(input: $input) { id }", map[string]any{"version": own.Version}, "id"},
	} {
		sort := strings.ToUpper(c.mutation[:1]) + c.mutation[1:strings.Index(c.mutation, "(")] + "Input"
		if strings.HasPrefix(sort, "Retire") {
			sort = "RetireInput"
		}
		with := func(id any) map[string]any {
			fields := maps.Clone(c.fields)
			fields[c.field] = id
			return input(fields)
		}
		w.same("bogdan", "mutation($input: "+sort+"!) { "+c.mutation+" }", ids, with, refusal{"NOT_FOUND", "input." + c.field})
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}

func (w *team) revision() graph.Revision {
	w.tb.Helper()
	r, err := w.store.Revision(context.Background())
	must(w.tb, err)
	return r
}

// details are the details of one kind, field and value alternating.
func details(kind string, fields ...any) map[string]any {
	of := map[string]any{}
	for i := 0; i+1 < len(fields); i += 2 {
		of[fields[i].(string)] = fields[i+1]
	}
	return map[string]any{kind: of}
}

// What cannot be is refused with the field at fault, and nothing is written.
func TestBadRecordsNameTheFieldAndAreNotWritten(t *testing.T) {
	w := newTeam(t)
	fine := details("person", "name", "Fine Example")
	operation := map[string]any{"scope": "JOINT_TEAMS", "operations": []any{w.operation}}
	before := w.revision()
	for name, c := range map[string]struct {
		fields map[string]any
		field  string
	}{
		"30 February":           {map[string]any{"details": details("person", "name", "A", "birthDate", "1980-02-30")}, "details.person.birthDate"},
		"a month of 13":         {map[string]any{"details": details("person", "name", "A", "birthDate", "1980-13")}, "details.person.birthDate"},
		"a day in words":        {map[string]any{"details": details("person", "name", "A", "birthDate", "last spring")}, "details.person.birthDate"},
		"no name":               {map[string]any{"details": details("person", "name", "  ")}, "details.person.name"},
		"no such country":       {map[string]any{"details": details("person", "name", "A", "nationality", []any{"RO", "XX"})}, "details.person.nationality"},
		"a currency of none":    {map[string]any{"details": details("bankAccount", "accountNumber", "1", "currency", "EURO")}, "details.bankAccount.currency"},
		"an IBAN that is off":   {map[string]any{"details": details("bankAccount", "iban", "RO49AAAA1B31007593840001")}, "details.bankAccount.iban"},
		"a short IBAN":          {map[string]any{"details": details("bankAccount", "iban", "RO49AAAA")}, "details.bankAccount.iban"},
		"no account number":     {map[string]any{"details": details("bankAccount", "holder", "A")}, "details.bankAccount.iban"},
		"a port in words":       {map[string]any{"details": details("place", "place", "PORT", "locode", "Calais")}, "details.place.locode"},
		"a port of no country":  {map[string]any{"details": details("place", "place", "PORT", "locode", "XXDVR")}, "details.place.locode"},
		"a pole too far":        {map[string]any{"details": details("place", "place", "PORT", "name", "A", "latitude", 91, "longitude", 0)}, "details.place.latitude"},
		"a leg from nowhere":    {map[string]any{"details": details("journey", "mode", "SEA", "from", "Calais", "to", "GBDVR")}, "details.journey.from"},
		"a leg to nowhere":      {map[string]any{"details": details("journey", "mode", "SEA", "from", "FRCQF", "to", "GB1")}, "details.journey.to"},
		"a leg back in time":    {map[string]any{"details": details("journey", "mode", "SEA", "from", "FRCQF", "to", "GBDVR", "departs", "2010-01-02T00:00:00Z", "arrives", "2010-01-01T00:00:00Z")}, "details.journey.arrives"},
		"a time in words":       {map[string]any{"details": details("journey", "mode", "SEA", "from", "FRCQF", "to", "GBDVR", "departs", "yesterday")}, "details.journey.departs"},
		"a plate of dashes":     {map[string]any{"details": details("vehicle", "registrationNumber", "--")}, "details.vehicle.registrationNumber"},
		"a plate too long":      {map[string]any{"details": details("vehicle", "registrationNumber", "ABCDEFGHIJKLM")}, "details.vehicle.registrationNumber"},
		"a phone in words":      {map[string]any{"details": details("phone", "number", "his mobile")}, "details.phone.number"},
		"a phone too short":     {map[string]any{"details": details("phone", "number", "+4470")}, "details.phone.number"},
		"a passport of nobody":  {map[string]any{"details": details("travelDocument", "document", "PASSPORT", "number", "X", "country", "ZZ")}, "details.travelDocument.country"},
		"no details":            {map[string]any{"details": map[string]any{}}, "details"},
		"two kinds":             {map[string]any{"details": map[string]any{"person": fine["person"], "phone": map[string]any{"number": "+40700900123"}}}, "details"},
		"no source":             {map[string]any{"source": ""}, "source"},
		"a key too short":       {map[string]any{"idempotencyKey": "short"}, "idempotencyKey"},
		"swapped grading":       {map[string]any{"grading": map[string]any{"scheme": "UK_3X5X2", "value": "B1"}}, "grading.value"},
		"grading of SIENA":      {map[string]any{"grading": map[string]any{"scheme": "SIENA", "value": "D4"}}, "grading.value"},
		"so before it was so":   {map[string]any{"validity": map[string]any{"from": "2010-02", "until": "2010-01"}}, "validity.until"},
		"so on no day":          {map[string]any{"validity": map[string]any{"from": "2009-02-29"}}, "validity.from"},
		"a team of nobody":      {map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS"}}}, "marking.audience.operations"},
		"two audiences":         {map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "EVERYONE", "operations": []any{w.operation}}}}, "marking.audience.operations"},
		"officers of a force":   {map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{w.uk}}}}, "marking.audience.officers"},
		"an end in the past":    {map[string]any{"marking": map[string]any{"audience": operation, "expires": "2010-06-01T12:00:00Z"}}, "marking.expires"},
		"an end in no century":  {map[string]any{"marking": map[string]any{"audience": operation, "expires": "0010-06-01T12:00:00Z"}}, "marking.expires"},
		"not cleared oneself":   {map[string]any{"marking": map[string]any{"audience": operation, "compartments": []any{"CHILD"}}}, "marking"},
		"not named oneself":     {map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{w.known["bogdan"].Officer}}}}, "marking"},
		"a condition without C": {map[string]any{"marking": map[string]any{"audience": operation, "handling": []any{"A1"}}}, "marking.handling"},
		"P and H0":              {map[string]any{"marking": map[string]any{"audience": operation, "handling": []any{"P", "H0"}}}, "marking.handling"},
		"H0 and H1":             {map[string]any{"marking": map[string]any{"audience": operation, "handling": []any{"H0", "H1"}}}, "marking.handling"},
		"H3 without words":      {map[string]any{"marking": map[string]any{"audience": operation, "handling": []any{"H3"}}}, "marking.restrictions"},
		"words without H3":      {map[string]any{"marking": map[string]any{"audience": operation, "restrictions": "Ask."}}, "marking.restrictions"},
		"an embargo for ever":   {map[string]any{"marking": map[string]any{"audience": operation, "embargo": "2010-07-02T00:00:00Z", "expires": "2010-07-01T00:00:00Z"}}, "marking.embargo"},
		"P and C":               {map[string]any{"marking": map[string]any{"audience": operation, "handling": []any{"P", "C"}}}, "marking.handling"},
		"a scope of no list":    {map[string]any{"marking": map[string]any{"audience": map[string]any{"scope": "FRIENDS"}}}, "marking.audience.scope"},
		"SECRET":                {map[string]any{"marking": map[string]any{"audience": operation, "classification": "SECRET"}}, "marking.classification"},
		"a field that is none":  {map[string]any{"shoeSize": 44}, "shoeSize"},
		"a number for a source": {map[string]any{"source": []any{1}}, "source"},
	} {
		fields := map[string]any{"source": "INT-1", "details": fine}
		maps.Copy(fields, c.fields)
		variables := input(fields)
		if key, given := c.fields["idempotencyKey"]; given {
			variables["input"].(map[string]any)["idempotencyKey"] = key
		}
		code, field := w.fault("ana", createRecord, variables)
		if got, want := (refusal{code, field}), (refusal{"BAD_USER_INPUT", "input." + c.field}); got != want {
			t.Errorf("%s: %v, not %v: %s", name, got, want, w.ask("ana", createRecord, variables))
		}
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}
