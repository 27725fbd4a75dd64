package server_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"entente/graph"
)

// Links are refused with the field at fault, as records are.
func TestBadLinksNameTheFieldAndAreNotWritten(t *testing.T) {
	w := newTeam(t)
	a, b := w.person("ana", "Link Example", nil).Record.ID, w.person("ana", "Link Friend", nil).Record.ID
	transfer := func(fields ...any) map[string]any {
		all := map[string]any{"amount": "1.00", "currency": "EUR", "at": "2010-01-01T00:00:00Z"}
		maps.Copy(all, details("", fields...)[""].(map[string]any))
		return map[string]any{"kind": "TRANSFERRED", "details": map[string]any{"transfer": all}}
	}
	before := w.revision()
	for name, c := range map[string]struct {
		fields map[string]any
		field  string
	}{
		"with itself":              {map[string]any{"to": a}, "to"},
		"a person travels on one":  {map[string]any{"kind": "TRAVELLED_ON"}, "to"},
		"details of another kind":  {map[string]any{"details": details("call", "count", 1)}, "details"},
		"no details at all":        {map[string]any{"details": map[string]any{}}, "details"},
		"a payment of nothing":     {transfer("amount", "0"), "details.amount"},
		"a payment in words":       {transfer("amount", "a lot"), "details.transfer.amount"},
		"half a penny":             {transfer("amount", "0.005"), "details.transfer.amount"},
		"more money than there is": {transfer("amount", strings.Repeat("9", 30)), "details.transfer.amount"},
		"a currency of none":       {transfer("currency", "XXQ"), "details.transfer.currency"},
		"a time of no day":         {transfer("at", "2010-02-30T00:00:00Z"), "details.transfer.at"},
		"a kind of none":           {map[string]any{"kind": "KNOWS"}, "kind"},
		"so before it was so":      {map[string]any{"validity": map[string]any{"from": "2010", "until": "2009"}}, "validity.until"},
		"swapped grading":          {map[string]any{"grading": map[string]any{"scheme": "UK_5X5X5", "value": "1B"}}, "grading.value"},
	} {
		fields := map[string]any{"source": "INT-1", "kind": "ASSOCIATE", "from": a, "to": b}
		maps.Copy(fields, c.fields)
		code, field := w.fault("ana", createLink, input(fields))
		if got, want := (refusal{code, field}), (refusal{"BAD_USER_INPUT", "input." + c.field}); got != want {
			t.Errorf("%s: %v, not %v", name, got, want)
		}
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}

// readings are one question of each sort about a record.
func readings(record string) map[string]string {
	return map[string]string{
		"node":         fmt.Sprintf(`{ node(id: %q) { ... on Record { label } } }`, record),
		"nodes":        fmt.Sprintf(`{ nodes(ids: [%q]) { ... on Record { label } } }`, record),
		"entity":       fmt.Sprintf(`{ entity(id: %q) { label } }`, record),
		"records":      `{ records { totalCount nodes { label } } }`,
		"search":       `{ search(input: { text: "Purpose" }) { label } }`,
		"subgraph":     fmt.Sprintf(`{ subgraph(ids: [%q]) { records { label } } }`, record),
		"shortestPath": fmt.Sprintf(`{ shortestPath(from: %q, to: %q) { entities { label } } }`, record, record),
		"whoCanSee":    fmt.Sprintf(`{ whoCanSee(id: %q) { scope } }`, record),
		"whyCanISee":   fmt.Sprintf(`{ whyCanISee(id: %q) { says } }`, record),
		"communities":  `{ communities(input: {}) { entities communities { memberIds } } }`,
	}
}

// Who has stated no purpose reads no personal data and writes none.
func TestNothingIsReadWithoutAPurpose(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Purpose Example", nil).Record.ID
	before := w.revision()
	for name, query := range readings(record) {
		if code, _ := w.fault("idle", query, nil); code != "PURPOSE_REQUIRED" {
			t.Errorf("%s: %s", name, code)
		}
		if body := string(w.ask("idle", query, nil)); strings.Contains(body, "Example") {
			t.Errorf("%s shows %s", name, body)
		}
	}
	if code, _ := w.fault("idle", createRecord, input(map[string]any{"source": "INT-1", "details": details("person", "name", "A")})); code != "PURPOSE_REQUIRED" {
		t.Errorf("a write: %s", code)
	}
	if code, _ := w.fault("idle", `mutation { setPurpose(purpose: "testing") { purpose } }`, nil); code != "BAD_USER_INPUT" {
		t.Errorf("a purpose for a token without a session: %s", code)
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
	var me struct {
		Me struct {
			Purpose *string
			Officer struct{ Name string }
		}
	}
	if w.get("idle", `{ me { purpose officer { name } } }`, nil, &me); me.Me.Purpose != nil || me.Me.Officer.Name != "idle" {
		t.Errorf("oneself, without a purpose: %+v", me)
	}
}

// An administrator runs the hub and sees nothing of a case, their own
// organisation's included.
func TestAnAdministratorSeesAndWritesNothing(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Purpose Example", map[string]any{"audience": map[string]any{"scope": "EVERYONE"}}).Record
	before := w.revision()
	for name, want := range map[string]string{
		"nodes": `{"data":{"nodes":[null]}}`, "records": `{"data":{"records":{"totalCount":0,"nodes":[]}}}`,
		"search": `{"data":{"search":[]}}`, "subgraph": `{"data":{"subgraph":{"records":[]}}}`,
		"communities": `{"data":{"communities":{"entities":0,"communities":[]}}}`,
	} {
		if got := string(w.ask("admin", readings(record.ID)[name], nil)); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
	for _, name := range []string{"node", "entity", "shortestPath", "whoCanSee", "whyCanISee"} {
		if code, _ := w.fault("admin", readings(record.ID)[name], nil); code != "NOT_FOUND" {
			t.Errorf("%s: %s", name, code)
		}
	}
	for mutation, fields := range map[string]map[string]any{
		createRecord: {"source": "INT-1", "details": details("person", "name", "A")},
		createLink:   {"source": "INT-1", "kind": "ASSOCIATE", "from": record.ID, "to": record.ID},
		`mutation($input: RetireInput!) { retireRecord(input: $input) { id } }`: {"id": record.ID, "version": record.Version},
	} {
		if code, field := w.fault("admin", mutation, input(fields)); code != "GATE_CLOSED" || field != "" {
			t.Errorf("%s: %s %s", mutation, code, field)
		}
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}

// Another organisation's record is seen, and not changed.
func TestOnlyTheOwnerChangesARecord(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Owned Example", w.shared()).Record
	before := w.revision()
	for mutation, fields := range map[string]map[string]any{
		`mutation($input: AmendRecordInput!) { amendRecord(input: $input) { revision } }`: {"source": "INT-1", "details": details("person", "name", "Taken Over")},
		`mutation($input: RetireInput!) { retireRecord(input: $input) { id } }`:           {},
	} {
		fields["id"], fields["version"] = record.ID, record.Version
		if code, _ := w.fault("bogdan", mutation, input(fields)); code != "GATE_CLOSED" {
			t.Errorf("%s: %s", mutation, code)
		}
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}

// send gives status and body of one request as it is.
func (h *hub) send(method, officer, contentType string, body io.Reader) (int, http.Header, string) {
	h.tb.Helper()
	r, err := http.NewRequestWithContext(context.Background(), method, h.url+"/graphql", body)
	must(h.tb, err)
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	r.Header.Set("Officer", officer)
	answer, err := http.DefaultClient.Do(r)
	must(h.tb, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(h.tb, err)
	return answer.StatusCode, answer.Header, string(content)
}

// codesIn are the codes of all errors in an answer.
func codesIn(t *testing.T, body string) []string {
	t.Helper()
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Errorf("not JSON: %.200s", body)
	}
	var codes []string
	for _, e := range answer.Errors {
		codes = append(codes, e.Extensions.Code)
	}
	return codes
}

// Nobody known: 401, and the document is not even read.
func TestWhoIsNotSignedInLearnsNothing(t *testing.T) {
	w := newTeam(t)
	var first string
	for name, body := range map[string]string{
		"a question": `{"query":"{ me { purpose } }"}`, "no document": `{"query":"{ nonsense("}`, "no JSON": `{`, "nothing": ``,
		"the schema": `{"query":"{ __schema { types { name } } }"}`, "2 MiB": strings.Repeat("x", 2<<20),
	} {
		status, _, answer := w.send(http.MethodPost, "nobody", "application/json", strings.NewReader(body))
		if first == "" {
			first = answer
		}
		if status != http.StatusUnauthorized || answer != first {
			t.Errorf("%s: %d %s", name, status, answer)
		}
	}
	if codes := codesIn(t, first); !slices.Equal(codes, []string{"UNAUTHENTICATED"}) {
		t.Errorf("the answer is %s", first)
	}
}

// What is no question is refused as such, in the API's own words.
func TestRequestsThatAreNoQuestion(t *testing.T) {
	w := newTeam(t)
	const kind = "application/json"
	aliases := &strings.Builder{}
	for i := range 5000 {
		fmt.Fprintf(aliases, "a%d: __typename ", i)
	}
	question := func(document string) string {
		body, err := json.Marshal(map[string]any{"query": document})
		must(t, err)
		return string(body)
	}
	for name, c := range map[string]struct {
		contentType, body string
		status            int
		code              string // BAD_USER_INPUT where it is left out
	}{
		"plain text":           {"text/plain", question(`{ me { purpose } }`), 400, ""},
		"a form":               {"application/x-www-form-urlencoded", "query=%7Bme%7Bpurpose%7D%7D", 400, ""},
		"an upload":            {"multipart/form-data; boundary=x", "--x--", 400, ""},
		"no type":              {"", question(`{ me { purpose } }`), 400, ""},
		"no JSON":              {kind, `{"query":`, 400, ""},
		"another JSON":         {kind, `[]`, 400, ""},
		"nothing":              {kind, ``, 400, ""},
		"no document":          {kind, `{}`, 400, ""},
		"2 MiB":                {kind, question(strings.Repeat(" ", 2<<20)), 413, "LIMIT_EXCEEDED"},
		"a syntax error":       {kind, question(`{ me { purpose `), 200, ""},
		"an unknown field":     {kind, question(`{ passwords }`), 200, ""},
		"5,000 aliases":        {kind, question("{ " + aliases.String() + "}"), 200, "LIMIT_EXCEEDED"},
		"a very deep one":      {kind, question(strings.Repeat("{ node(id: 1) ", 3000)), 200, "LIMIT_EXCEEDED"},
		"much work":            {kind, question("{ me { officer { " + strings.Repeat("name ", 2500) + "} } }"), 200, "LIMIT_EXCEEDED"},
		"no such operation":    {kind, `{"query":"query A { me { purpose } }","operationName":"B"}`, 200, ""},
		"a variable too few":   {kind, question(`query($id: ID!) { node(id: $id) { id } }`), 200, ""},
		"a member twice":       {kind, `{"query":"{ passwords }","query":"{ me { purpose } }"}`, 400, ""},
		"a member in capitals": {kind, `{"QUERY":"{ me { purpose } }"}`, 400, ""},
		"much after it":        {kind, question(`{ me { purpose } }`) + `{}`, 400, ""},
		"half of it":           {kind, `{"query":"{ me { purpose } }"`, 400, ""},
		"a long document":      {kind, question("{ me { purpose } } #" + strings.Repeat("x", 64<<10)), 200, "LIMIT_EXCEEDED"},
		"a guess":              {kind, question(`{ records(frst: 1) { totalCount } }`), 200, ""},
		"a guessed value":      {kind, question(`{ centrality(input: {measure: DEGRE}) { entities } }`), 200, ""},
		"a name for a value":   {kind, `{"query":"query($i: CentralityInput!) { centrality(input: $i) { entities } }","variables":{"i":{"measure":"testing Maria"}}}`, 200, ""},
		"variables of a list":  {kind, `{"query":"{ me { purpose } }","variables":[1]}`, 400, ""},
	} {
		status, _, body := w.send(http.MethodPost, "ana", c.contentType, strings.NewReader(c.body))
		if codes := codesIn(t, body); status != c.status || !slices.Equal(codes, []string{cmp.Or(c.code, "BAD_USER_INPUT")}) || strings.Contains(body, "testing") || strings.Contains(body, "Did you mean") {
			t.Errorf("%s: %d %v %.300s", name, status, codes, body)
		}
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodHead, http.MethodOptions} {
		status, header, _ := w.send(method, "ana", kind, bytes.NewReader([]byte(`{"query":"{ me { purpose } }"}`)))
		if status != http.StatusMethodNotAllowed || header.Get("Allow") != "GET, POST" {
			t.Errorf("%s: %d, allowed is %q", method, status, header.Get("Allow"))
		}
	}
}

const listRecords = `query($n: Int!, $after: Cursor, $name: String) { records(first: $n, after: $after, filter: { name: $name }) {
	totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }`

// listed is a page of records.
type listed struct {
	Records struct {
		TotalCount int
		Nodes      []struct{ ID string }
		Edges      []struct{ Cursor string }
		PageInfo   struct {
			HasNextPage bool
			EndCursor   *string
		}
	}
}

// pages walks the whole list in pages of a size.
func (w *team) pages(officer string, size int) []string {
	w.tb.Helper()
	var ids []string
	var after *string
	for {
		var got listed
		w.get(officer, listRecords, map[string]any{"n": size, "after": after}, &got)
		for _, node := range got.Records.Nodes {
			ids = append(ids, node.ID)
		}
		if !got.Records.PageInfo.HasNextPage {
			return ids
		}
		after = got.Records.PageInfo.EndCursor
	}
}

// The list is the same in whatever pages it is read, also past what others hid
// in between.
func TestPagesOfAnySizeGiveTheSameList(t *testing.T) {
	w := newTeam(t)
	for i := range 17 {
		w.person([]string{"ana", "bogdan"}[i%2], fmt.Sprintf("Paged Example %d", i/3), [](map[string]any){w.shared(), nil}[i/2%2])
	}
	for _, officer := range []string{"ana", "bogdan"} {
		whole := w.pages(officer, 500)
		var got listed
		if w.get(officer, listRecords, map[string]any{"n": 1}, &got); got.Records.TotalCount != len(whole) || len(whole) < 9 {
			t.Errorf("%s: %d in the list, %d counted", officer, len(whole), got.Records.TotalCount)
		}
		for _, size := range []int{1, 2, 5, 16} {
			if ids := w.pages(officer, size); !slices.Equal(ids, whole) {
				t.Errorf("%s, pages of %d: %v, not %v", officer, size, ids, whole)
			}
		}
	}
}

// A cursor holds for its officer and its list; any other is refused.
func TestForeignAndForgedCursorsAreRefused(t *testing.T) {
	w := newTeam(t)
	for _, name := range []string{"Cursor A", "Cursor B", "Cursor C"} {
		w.person("ana", name, w.shared())
	}
	var got listed
	w.get("ana", listRecords, map[string]any{"n": 1}, &got)
	cursor := *got.Records.PageInfo.EndCursor
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	must(t, err)
	raw[len(raw)/2] ^= 1
	for name, c := range map[string]struct {
		officer string
		page    map[string]any
	}{
		"of another officer": {"bogdan", map[string]any{"n": 1, "after": cursor}},
		"of another filter":  {"ana", map[string]any{"n": 1, "after": cursor, "name": "Cursor"}},
		"with one bit more":  {"ana", map[string]any{"n": 1, "after": base64.RawURLEncoding.EncodeToString(raw)}},
		"cut":                {"ana", map[string]any{"n": 1, "after": cursor[:20]}},
		"a number":           {"ana", map[string]any{"n": 1, "after": "42"}},
		"an id":              {"ana", map[string]any{"n": 1, "after": got.Records.Nodes[0].ID}},
	} {
		if code, field := w.fault(c.officer, listRecords, c.page); code != "BAD_USER_INPUT" || field != "after" {
			t.Errorf("a cursor %s: %s %s", name, code, field)
		}
	}
	w.get("ana", listRecords, map[string]any{"n": 2, "after": cursor}, &got) // another size is the same list
	for _, size := range []int{0, -1, 501} {
		if code, field := w.fault("ana", listRecords, map[string]any{"n": size}); code != "BAD_USER_INPUT" || field != "first" {
			t.Errorf("a page of %d: %s %s", size, code, field)
		}
	}
	// So large a page is refused for what it would cost, before it is looked at.
	if code, _ := w.fault("ana", listRecords, map[string]any{"n": 1 << 30}); code != "LIMIT_EXCEEDED" {
		t.Errorf("a page of a billion: %s", code)
	}
}

// What the log does not take is not shown and not done.
func TestNothingLeavesOnceTheLogRefuses(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Purpose Example", nil).Record
	before := w.revision()
	must(t, w.audit.Close())
	for name, query := range readings(record.ID) {
		body := string(w.ask("ana", query, nil))
		if codes := codesIn(t, body); !slices.Equal(codes, []string{"INTERNAL"}) {
			t.Errorf("%s: %v", name, codes)
		}
		if strings.Contains(body, "Example") || strings.Contains(body, record.ID) || strings.Contains(body, `"data":{`) {
			t.Errorf("%s shows %s", name, body)
		}
	}
	for mutation, fields := range map[string]map[string]any{
		createRecord: {"source": "INT-1", "details": details("person", "name", "A")},
		`mutation($input: RetireInput!) { retireRecord(input: $input) { id } }`: {"id": record.ID, "version": record.Version},
	} {
		if code, _ := w.fault("ana", mutation, input(fields)); code != "INTERNAL" {
			t.Errorf("%s: %s", mutation, code)
		}
	}
	if after := w.revision(); after != before {
		t.Errorf("something was written unlogged: revision %d became %d", before, after)
	}
	if code, _ := w.fault("ana", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id(t, graph.NounRecord)}); code != "INTERNAL" {
		t.Errorf("a refusal that is not logged: %s", code)
	}
}
