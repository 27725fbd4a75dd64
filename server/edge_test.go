package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/audit"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
	"entente/server"
)

// The page that tries documents is there unless the hub answers its own alone.
func TestTheExplorerIsNotThereWhereNothingMayBeTried(t *testing.T) {
	w := newTeam(t)
	page := http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { _, _ = rw.Write([]byte("pages")) })
	for only, want := range map[bool]int{false: http.StatusOK, true: http.StatusNotFound} {
		door := w.door(w.known, func(o *server.Options) { o.Web, o.OnlyTrusted = page, only })
		at := strings.TrimSuffix(door, "/graphql")
		if got := knock(t, http.MethodGet, at+"/explore", "", nil); got.status != want || !strings.Contains(got.header.Get("Content-Security-Policy"), "script-src 'self';") {
			t.Errorf("only trusted %v: %d, %v", only, got.status, got.header)
		}
		if got := knock(t, http.MethodGet, at+"/search", "", nil); got.status != http.StatusOK {
			t.Errorf("the other pages: %d", got.status)
		}
	}
}

// How much there is out of everybody's sight is not said at the callers' address,
// whatever the pages answer there; those who watch the hub read it apart.
func TestFiguresAreNotReadWhereCallersAsk(t *testing.T) {
	w := newTeam(t)
	page := http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { _, _ = rw.Write([]byte("pages")) })
	figures := server.NewMetrics()
	figures.Gauge("engine_records", "Records.", func() float64 { return 7 })
	door := w.door(w.known, func(o *server.Options) { o.Web, o.Metrics = page, figures })
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		if got := knock(t, method, strings.TrimSuffix(door, "/graphql")+"/metrics", "", nil); got.status != http.StatusNotFound {
			t.Errorf("%s is answered %d: %s", method, got.status, got.body)
		}
	}
	apart := httptest.NewServer(figures.Handler())
	t.Cleanup(apart.Close)
	if got := knock(t, http.MethodGet, apart.URL+"/metrics", "", nil); got.status != http.StatusOK || !strings.Contains(got.body, "\nentente_engine_records 7\n") {
		t.Errorf("the figures are %d: %s", got.status, got.body)
	}
	if got := knock(t, http.MethodGet, apart.URL+"/", "", nil); got.status != http.StatusNotFound {
		t.Errorf("beside them: %d", got.status)
	}
}

// door serves the same hub once more, with other options.
func (h *hub) door(known callers, tune func(*server.Options)) string {
	h.tb.Helper()
	nowhere := http.NotFoundHandler()
	o := server.Options{
		Casework: h.casework, Callers: known, Login: nowhere, Web: nowhere, Metrics: server.NewMetrics(),
		Log: slog.New(slog.DiscardHandler),
	}
	tune(&o)
	handler, err := server.New(o)
	must(h.tb, err)
	web := httptest.NewServer(h.observed(handler))
	h.tb.Cleanup(func() { ended(h.tb, handler); web.Close() })
	return web.URL + "/graphql"
}

// reply is the answer to one request.
type reply struct {
	status int
	header http.Header
	body   string
}

func (r reply) codes(t *testing.T) []string { t.Helper(); return codesIn(t, r.body) }

// knock sends one request; a body is sent as JSON.
func knock(tb testing.TB, method, address, body string, headers map[string]string) reply {
	tb.Helper()
	r, err := http.NewRequestWithContext(tb.Context(), method, address, strings.NewReader(body))
	must(tb, err)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(r)
	must(tb, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(tb, err)
	return reply{answer.StatusCode, answer.Header, string(content)}
}

func asJSON(tb testing.TB, members map[string]any) string {
	tb.Helper()
	body, err := json.Marshal(members)
	must(tb, err)
	return string(body)
}

// repeated is a pattern with %d written out n times.
func repeated(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(pattern, "%d", strconv.Itoa(i)))
	}
	return b.String()
}

// attacks are documents that cost their sender little and a server much, each
// with the code it gets.
func attacks() map[string][2]string {
	const limit, bad = "LIMIT_EXCEEDED", "BAD_USER_INPUT"
	doubling := "{ ...F0 }" + repeated(29, " fragment F%d on Query { ...G%d ...G%d } fragment G%d on Query { ...H%d ...H%d }")
	for i := range 29 {
		doubling += fmt.Sprintf(" fragment H%d on Query { ...F%d }", i, i+1)
	}
	doubling += " fragment F29 on Query { __typename }"
	deepTypes := "{ __schema { types " + strings.Repeat("{ fields { type { fields { type ", 4) + "{ name }" + strings.Repeat(" } } } }", 4) + " } }"
	return map[string][2]string{
		"100,000 aliases":             {"{" + repeated(100_000, "a%d:me{purpose}") + "}", limit},
		"60,000 short aliases":        {"{" + repeated(60_000, "a%d:me ") + "}", limit},
		"500 aliases":                 {"{" + repeated(500, "a%d:me{purpose}") + "}", limit},
		"aliases in a fragment":       {"{...F} fragment F on Query {" + repeated(100, "a%d:me{purpose}") + "}", limit},
		"100,000 fields":              {"{" + strings.Repeat("me ", 100_000) + "}", limit},
		"1,000 fields":                {"{ me {" + strings.Repeat("purpose ", 1_000) + "} }", limit},
		"100,000 directives":          {"{ me" + strings.Repeat(" @a", 100_000) + " }", limit},
		"1,000 directives":            {"{ me" + strings.Repeat(" @a", 1_000) + " }", limit},
		"40 unknown directives":       {"{ me { purpose" + strings.Repeat(" @a", 40) + " } }", bad},
		"a circle of fragments":       {"{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", bad},
		"a fragment in itself":        {"{ ...A } fragment A on Query { me { officer { id } } ...A }", bad},
		"a circle through fields":     {"{ me { ...A } } fragment A on Me { operations { ...B } } fragment B on Operation { members { organisation { id } } ...B }", bad},
		"fragments that double":       {doubling, limit},
		"fragments nobody uses":       {"{ me { purpose } } fragment A on Query {" + strings.Repeat("me{purpose}", 900) + "}", limit},
		"3,000 levels":                {strings.Repeat("{me", 3_000) + strings.Repeat("}", 3_000), limit},
		"20 levels":                   {strings.Repeat("{me", 20) + strings.Repeat("}", 20), limit},
		"100,000 brackets":            {"{ nodes(ids: " + strings.Repeat("[", 100_000) + ") { id } }", limit},
		"900 brackets":                {"{ nodes(ids: " + strings.Repeat("[", 900) + strings.Repeat("]", 900) + ") { id } }", bad},
		"a hundred operations":        {repeated(100, "query Q%d { me { purpose } } "), limit},
		"deep introspection":          {deepTypes, limit},
		"pages of pages":              {"{ records(first: 500) { nodes { links(first: 500) { nodes { from { label } to { label } } } } } }", limit},
		"pages of pages of pages":     {"{ records(first: 100) { nodes { links(first: 100) { nodes { from { links(first: 100) { nodes { id } } } } } } } }", limit},
		"a number beyond any":         {"{ records(first: 9223372036854775807) { nodes { links(first: 9223372036854775807) { nodes { id } } } } }", limit},
		"a number beyond beyond":      {"{ records(first: 99999999999999999999999999) { totalCount } }", bad},
		"a less than nothing":         {"{ records(first: -9223372036854775808) { nodes { id } } }", bad},
		"fifteen times the groups":    {"{" + repeated(15, "a%d: communities(input: {}) { totalCount } ") + "}", limit},
		"a name of 200 KB":            {"{ " + strings.Repeat("x", 200_000) + " }", limit},
		"a name of 60 KB":             {"{ " + strings.Repeat("x", 60_000) + " }", bad},
		"a hundred unknown fields":    {"{" + repeated(100, "f%d ") + "}", bad},
		"many faults":                 {"{ me {" + repeated(700, "f%d ") + "} }", bad},
		"a string of 800 KB":          {`{ node(id: "` + strings.Repeat("x", 800_000) + `") { id } }`, limit},
		"a string of 60 KB":           {`{ node(id: "` + strings.Repeat("x", 60_000) + `") { id } }`, "NOT_FOUND"},
		"a comment of 800 KB":         {"#" + strings.Repeat("x", 800_000) + "\n{ password }", limit},
		"a number of 60 KB":           {"{ records(first: " + strings.Repeat("9", 60_000) + ") { totalCount } }", bad},
		"nothing":                     {"   ", bad},
		"half a document":             {"{ me { purpose ", bad},
		"a block string without end":  {`{ node(id: """` + strings.Repeat(`\`, 10_000), bad},
		"no characters":               {"{ me \x00\x01 }", bad},
		"a hint wanted":               {"{ recrods { totalCount } }", bad},
		"a schema":                    {"type Query { me: String }", bad},
		"variables of 1,000":          {"query(" + repeated(1_000, "$v%d:Int ") + ") { me { purpose } }", limit},
		"a subscription that is none": {"subscription { me }", bad},
		"the same field, 700 times":   {"{" + strings.Repeat("me{purpose}", 390) + "}", ""},
		"skipped fields":              {"{" + strings.Repeat("me @skip(if: true) ", 51) + "}", limit},
		"an input in itself":          {`{ search(input: ` + strings.Repeat(`{identifier: `, 500) + `1` + strings.Repeat(`}`, 500) + `) { id } }`, bad},
	}
}

// Each attack gets one small answer, before anything is carried out. How long
// each takes is printed with -v.
func TestAttacksGetASmallAnswer(t *testing.T) {
	w := newTeam(t)
	attempts := map[string][2]string{}
	for name, attack := range attacks() {
		attempts[name] = [2]string{asJSON(t, map[string]any{"query": attack[0]}), attack[1]}
	}
	one := `{"query":"{ me { purpose } }"}`
	attempts["a batch"] = [2]string{"[" + strings.Repeat(one+",", 500) + one + "]", "BAD_USER_INPUT"}
	attempts["deep JSON"] = [2]string{`{"query":"{me{purpose}}","variables":` + strings.Repeat(`{"a":`, 20_000) + "1" + strings.Repeat("}", 20_000) + "}", "BAD_USER_INPUT"}
	attempts["a long list"] = [2]string{asJSON(t, map[string]any{
		"query": "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", "variables": map[string]any{"ids": make([]int, 200_000)},
	}), "LIMIT_EXCEEDED"}
	attempts["an unknown document"] = [2]string{`{"documentId":"sha256:` + strings.Repeat("0", 64) + `"}`, "BAD_USER_INPUT"}
	attempts["a secret in no JSON"] = [2]string{`{"query": Maria Secret`, "BAD_USER_INPUT"}
	attempts["a document and its id"] = [2]string{`{"query":"{me{purpose}}","documentId":"a"}`, "BAD_USER_INPUT"}
	attempts["5 MB"] = [2]string{strings.Repeat(" ", 5<<20), "LIMIT_EXCEEDED"}
	var longest time.Duration
	for name, attempt := range attempts {
		statements, begun := w.statements.Load(), time.Now()
		got := knock(t, http.MethodPost, w.url+"/graphql", attempt[0], map[string]string{"Officer": "ana"})
		took := time.Since(begun)
		longest = max(longest, took)
		t.Logf("%s: %d, %d bytes, %d ms", name, got.status, len(got.body), took.Milliseconds())
		if len(got.body) > 4096 {
			t.Errorf("%s: an answer of %d bytes", name, len(got.body))
		}
		if n := w.statements.Load() - statements; n > 3 { // who asks, what narrowed, and one of the log's own
			t.Errorf("%s: it caused %d statements", name, n)
		}
		codes := got.codes(t)
		if attempt[1] == "" && len(codes) == 0 {
			continue
		}
		if len(codes) == 0 || len(codes) > 5 || codes[0] != attempt[1] || strings.Contains(got.body, "Secret") || strings.Contains(got.body, "Did you mean") {
			t.Errorf("%s: %d %v, not %s: %.200s", name, got.status, codes, attempt[1], got.body)
		}
	}
	t.Logf("%d attacks, the longest took %d ms", len(attempts), longest.Milliseconds())
}

// By GET questions are asked and nothing is written; in a browser's session
// only by the hub's own pages.
func TestGETReadsOnly(t *testing.T) {
	w := newTeam(t)
	at := func(query string) string { return w.url + "/graphql?query=" + url.QueryEscape(query) }
	ana := map[string]string{"Officer": "ana"}
	if got := knock(t, http.MethodGet, at("{ me { purpose } }"), "", ana); got.body != `{"data":{"me":{"purpose":"testing"}}}` {
		t.Errorf("a question: %d %s", got.status, got.body)
	}
	if got := knock(t, http.MethodGet, at(`mutation { setPurpose(purpose: "x") { purpose } }`), "", ana); got.status != http.StatusMethodNotAllowed || got.header.Get("Allow") != "POST" {
		t.Errorf("a mutation: %d %s", got.status, got.body)
	}
	if got := knock(t, http.MethodGet, at("{ me { purpose } }")+"&variables=%5B1%5D", "", ana); got.status != http.StatusBadRequest {
		t.Errorf("variables that are a list: %d %s", got.status, got.body)
	}
	for site, want := range map[string]int{"": 403, "none": 403, "cross-site": 403, "same-site": 403, "same-origin": 200} {
		headers := map[string]string{"Officer": "ana", "Cookie": "__Host-session=x"}
		if site != "" {
			headers["Sec-Fetch-Site"] = site
		}
		if got := knock(t, http.MethodGet, at("{ me { purpose } }"), "", headers); got.status != want {
			t.Errorf("with a cookie, from %q: %d, not %d", site, got.status, want)
		}
	}
	if got := knock(t, http.MethodPost, w.url+"/graphql", `{"query":"{ me { purpose } }"}`,
		map[string]string{"Officer": "ana", "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}); got.status != http.StatusForbidden {
		t.Errorf("another site's POST: %d %s", got.status, got.body)
	}
}

// With only the documents it knows, a hub answers those, by their id or as they
// are, and nothing else, introspection included.
func TestOnlyTrustedDocuments(t *testing.T) {
	w := newTeam(t)
	const mine = "{ me { purpose } }"
	for _, only := range []bool{false, true} {
		door := w.door(w.known, func(o *server.Options) {
			o.Documents, o.OnlyTrusted = map[string]string{"sha256:1": mine}, only
		})
		for body, trusted := range map[string]bool{
			`{"documentId":"sha256:1"}`:                   true,
			asJSON(t, map[string]any{"query": mine}):      true,
			`{"query":"{ me { roles } }"}`:                false,
			`{"query":"{ __schema { types { name } } }"}`: false,
			`{"query":"{ passwords "}`:                    false,
		} {
			got := knock(t, http.MethodPost, door, body, map[string]string{"Officer": "ana"})
			if trusted && got.body != `{"data":{"me":{"purpose":"testing"}}}` {
				t.Errorf("only trusted %t, %s: %s", only, body, got.body)
			}
			if !trusted && only != (got.status == http.StatusBadRequest && strings.Contains(got.body, "documentId")) {
				t.Errorf("only trusted %t, %s: %d %s", only, body, got.status, got.body)
			}
		}
		got := knock(t, http.MethodPost, door, `{"documentId":"sha256:2"}`, map[string]string{"Officer": "ana"})
		if got.status != http.StatusBadRequest || !strings.Contains(got.body, `"field":"documentId"`) {
			t.Errorf("an unknown document: %d %s", got.status, got.body)
		}
		if got := knock(t, http.MethodPost, door, `{"documentId":"sha256:1"}`, nil); got.status != http.StatusUnauthorized {
			t.Errorf("nobody: %d %s", got.status, got.body)
		}
	}
}

// An officer who has had much resolved waits, and is told how long; a
// colleague does not. What counts is what was resolved, not how often one asked.
func TestAnOfficersWorkIsLimited(t *testing.T) {
	w := newTeam(t)
	for i := range 20 {
		w.person("ana", fmt.Sprintf("Listed Example %02d", i), w.shared())
	}
	door := w.door(w.known, func(o *server.Options) { o.Work = server.Work{Burst: 400, PerSecond: 1} })
	small, large := `{"query":"{ me { purpose } }"}`, `{"query":"{ records(first: 20) { nodes { id label kind source owner { name } } } }"}`
	ask := func(officer, body string) reply {
		return knock(t, http.MethodPost, door, body, map[string]string{"Officer": officer})
	}
	for range 3 {
		if got := ask("ana", small); got.status != http.StatusOK {
			t.Fatalf("a small question: %d %s", got.status, got.body)
		}
	}
	if got := ask("ana", large); got.status != http.StatusOK || strings.Contains(got.body, "errors") {
		t.Fatalf("the first large question: %d %s", got.status, got.body)
	}
	got := ask("ana", small)
	seconds, err := strconv.Atoi(got.header.Get("Retry-After"))
	if got.status != http.StatusTooManyRequests || got.codes(t)[0] != "RATE_LIMITED" || err != nil || seconds < 1 ||
		!strings.Contains(got.body, fmt.Sprintf(`"retryAfter":%d`, seconds)) {
		t.Errorf("after it: %d, Retry-After %q, %s", got.status, got.header.Get("Retry-After"), got.body)
	}
	for range 3 {
		if got := ask("ana", small); got.status != http.StatusTooManyRequests {
			t.Errorf("again: %d %s", got.status, got.body)
		}
	}
	logged := 0
	must(t, audit.Replay(t.Context(), w.auditDir, 0, func(_ audit.Index, e audit.Entry) error {
		if e.Refusal == graph.RateLimited && e.Officer == w.known["ana"].Officer && e.Action == audit.Refuse && e.Request != "" {
			logged++
		}
		return nil
	}))
	if logged != 1 {
		t.Errorf("the log has it %d times", logged)
	}
	if got := ask("bogdan", small); got.status != http.StatusOK {
		t.Errorf("a colleague: %d %s", got.status, got.body)
	}
}

// Betweenness from many sources takes more of the account than a question that
// reads the network once.
func TestAnOfficersWorkGrowsWithTheSources(t *testing.T) {
	w := newTeam(t)
	w.person("ana", "Lonely Example", w.shared())
	for input, left := range map[string]bool{`measure: DEGREE`: true, `measure: BETWEENNESS, samples: 10`: true, `measure: BETWEENNESS, samples: 1000`: false} {
		door := w.door(w.known, func(o *server.Options) { o.Work = server.Work{Burst: 60_000, PerSecond: 1} })
		ask := func(query string) reply {
			return knock(t, http.MethodPost, door, asJSON(t, map[string]any{"query": query}), map[string]string{"Officer": "ana"})
		}
		if got := ask(`{ centrality(input: {` + input + `}) { entities } }`); got.status != http.StatusOK || strings.Contains(got.body, "errors") {
			t.Fatalf("%s: %d %s", input, got.status, got.body)
		}
		if got := ask(`{ me { purpose } }`); (got.status == http.StatusOK) != left {
			t.Errorf("after %s: %d %s", input, got.status, got.body)
		}
	}
}

// A job is work as the question is that it answers: it takes as much of the account.
func TestAnOfficersWorkCountsJobs(t *testing.T) {
	w := newTeam(t)
	w.person("ana", "Lonely Example", w.shared())
	for input, left := range map[string]bool{`structure: {}`: true, `plan: {budget: 1}`: true, `centrality: {measure: BETWEENNESS, samples: 1000}`: false} {
		door := w.door(w.known, func(o *server.Options) { o.Work = server.Work{Burst: 60_000, PerSecond: 1} })
		ask := func(query string) reply {
			return knock(t, http.MethodPost, door, asJSON(t, map[string]any{"query": query}), map[string]string{"Officer": "ana"})
		}
		if got := ask(`mutation { startJob(input: {` + input + `}) { question } }`); got.status != http.StatusOK || strings.Contains(got.body, "errors") {
			t.Fatalf("%s: %d %s", input, got.status, got.body)
		}
		if got := ask(`{ me { purpose } }`); (got.status == http.StatusOK) != left {
			t.Errorf("after %s: %d %s", input, got.status, got.body)
		}
	}
}

// When a request's time is up, its work is ended in Neo4j too: what waits there
// for a lock is gone, and nothing was written.
func TestTimeIsUpInNeo4jToo(t *testing.T) {
	w := newTeam(t)
	ctx := t.Context()
	at := neo4jtest.Start(t)
	connection, err := driver.NewDriverWithContext(at.URI, driver.BasicAuth(at.User, at.Password, ""))
	must(t, err)
	defer func() { _ = connection.Close(context.WithoutCancel(ctx)) }()
	session := connection.NewSession(ctx, driver.SessionConfig{})
	held, err := session.BeginTransaction(ctx)
	must(t, err)
	_, err = held.Run(ctx, "MATCH (hub:Hub) SET hub.held = true", nil)
	must(t, err)
	before := w.revision()
	door := w.door(w.known, func(o *server.Options) { o.RequestTime = 2 * time.Second })
	body := asJSON(t, map[string]any{"query": createRecord, "variables": input(map[string]any{
		"source": "INT-1", "details": details("person", "name", "Late Example"),
	})})
	got := knock(t, http.MethodPost, door, body, map[string]string{"Officer": "ana"})
	if !strings.Contains(got.body, "LIMIT_EXCEEDED") {
		t.Errorf("the answer: %d %s", got.status, got.body)
	}
	others := func() int {
		result, err := driver.ExecuteQuery(ctx, connection,
			"SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' AND currentQuery <> '' RETURN currentQuery", nil, driver.EagerResultTransformer)
		must(t, err)
		return len(result.Records)
	}
	for waited := 0; others() > 0; waited++ {
		if waited > 100 {
			t.Fatal("the transaction is still there")
		}
		time.Sleep(100 * time.Millisecond)
	}
	must(t, held.Rollback(ctx))
	must(t, session.Close(ctx))
	if after := w.revision(); after != before {
		t.Errorf("something was written: revision %d became %d", before, after)
	}
}
