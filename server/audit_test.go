package server_test

import (
	"bytes"
	"context"
	cryptorand "crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	mathrand "math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"entente/audit"
	"entente/audit/verify"
	"entente/auth"
	"entente/casework"
	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

const accessesTo = `query($id: ID!, $from: DateTime, $until: DateTime, $n: Int! = 100, $after: Cursor) {
	accessesTo(id: $id, from: $from, until: $until, first: $n, after: $after) { ` + entries + ` } }`

const actionsOf = `query($id: ID!, $from: DateTime, $until: DateTime, $n: Int! = 100, $after: Cursor) {
	actionsOf(officer: $id, from: $from, until: $until, first: $n, after: $after) { ` + entries + ` } }`

const entries = `totalCount pageInfo { hasNextPage endCursor } edges { cursor }
	nodes { at action officerId officer { name } organisation { name } purpose operation { name } refusal question request elements }`

// logged is a page of the log.
type logged struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage bool
		EndCursor   *string
	}
	Nodes []struct {
		At, Action                          string
		OfficerID                           string
		Officer, Organisation               *struct{ Name string }
		Purpose, Refusal, Question, Request *string
		Elements                            []string
	}
}

// asksLog gives what an officer is told by the log, one line an entry, the
// newest first: who, what, and whether why and what else is said.
func (w *team) asksLog(officer, query, id string) []string {
	w.tb.Helper()
	var got struct{ AccessesTo, ActionsOf *logged }
	w.get(officer, query, map[string]any{"id": id}, &got)
	page := got.AccessesTo
	if page == nil {
		page = got.ActionsOf
	}
	var out []string
	for _, n := range page.Nodes {
		line := n.Action
		for name, p := range w.known {
			if string(p.Officer) == n.OfficerID {
				line = name + " " + line
			}
		}
		if n.Purpose != nil {
			line += " " + *n.Purpose
		}
		if n.Question != nil {
			line += " " + *n.Question
		}
		out = append(out, fmt.Sprintf("%s %d", line, len(n.Elements)))
	}
	if page.TotalCount != len(out) {
		w.tb.Errorf("%d entries counted, %d shown", page.TotalCount, len(out))
	}
	return out
}

// audited is a team with auditors, and a record of Ana's that both sides read.
func audited(t *testing.T) (w *team, shared, secret string) {
	t.Helper()
	w = newTeam(t)
	w.known["auditor"] = w.officer("auditor", w.uk, auth.Auditor)
	w.known["revizor"] = w.officer("revizor", w.ro, auth.Auditor)
	w.known["stranger"] = w.officer("stranger", id(t, graph.NounOrganisation), auth.Auditor)
	shared, secret = w.person("ana", "Shared Example", w.shared()).Record.ID, w.person("ana", "Secret Example", nil).Record.ID
	both := `query($a: ID!, $b: ID!) { nodes(ids: [$a, $b]) { id } }`
	for _, officer := range []string{"ana", "bogdan", "carla"} {
		w.ask(officer, both, map[string]any{"a": shared, "b": secret})
	}
	return w, shared, secret
}

// The owner's auditor learns everybody who looked; of officers of other
// organisations neither why nor what else. Another organisation's auditor learns
// of their own officers alone, and a third's of nobody.
func TestWhoLookedAtThisPerson(t *testing.T) {
	w, shared, secret := audited(t)
	for _, c := range []struct {
		officer, id string
		want        []string
	}{
		{"auditor", shared, []string{"bogdan READ 1", "ana READ testing 2", "ana READ testing 1", "ana CREATE testing 1"}},
		{"auditor", secret, []string{"ana READ testing 2", "ana READ testing 1", "ana CREATE testing 1"}},
		{"revizor", shared, []string{"bogdan READ testing 0"}}, // the id is neither theirs nor in an auditor's sight
		{"stranger", shared, nil},
		{"stranger", string(id(t, graph.NounRecord)), nil},
	} {
		got := w.asksLog(c.officer, accessesTo, c.id)
		got = slices.DeleteFunc(got, func(line string) bool { return strings.Contains(line, "WHO_SAW") })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s learns %q, want %q", c.officer, got, c.want)
		}
	}
	// Each question is an entry in turn, the stranger's too.
	if got := w.asksLog("auditor", accessesTo, shared); !slices.ContainsFunc(got, func(l string) bool { return strings.HasPrefix(l, "stranger WHO_SAW") }) {
		t.Errorf("the questions are not in the log: %q", got)
	}
}

func TestWhatDidThisOfficer(t *testing.T) {
	w, shared, secret := audited(t)
	ana, bogdan := string(w.known["ana"].Officer), string(w.known["bogdan"].Officer)
	wrote := []string{"ana READ testing 1", "ana CREATE testing 1"} // what was written is read back
	if got, want := w.asksLog("auditor", actionsOf, ana), slices.Concat([]string{"ana READ testing 2"}, wrote, wrote); !slices.Equal(got, want) {
		t.Errorf("of Ana: %q, want %q", got, want)
	}
	if got, want := w.asksLog("revizor", actionsOf, bogdan), []string{"bogdan READ testing 0"}; !slices.Equal(got, want) {
		t.Errorf("of Bogdan: %q, want %q", got, want)
	}
	for officer, about := range map[string]string{"revizor": ana, "auditor": bogdan, "stranger": ana} {
		if got := w.asksLog(officer, actionsOf, about); got != nil {
			t.Errorf("%s learns of another organisation's officer: %q", officer, got)
		}
	}
	// No answer to anybody but their own holds the private record's id.
	for _, officer := range []string{"revizor", "stranger"} {
		for _, about := range []string{ana, bogdan, shared} {
			for _, query := range []string{accessesTo, actionsOf} {
				if body := string(w.ask(officer, query, map[string]any{"id": about})); strings.Contains(body, secret) {
					t.Errorf("%s is shown the id of a private record: %s", officer, body)
				}
			}
		}
	}
}

func TestTheLogIsAskedInPagesByThoseWhoMay(t *testing.T) {
	w, shared, _ := audited(t)
	for officer, code := range map[string]string{"ana": "GATE_CLOSED", "carla": "GATE_CLOSED", "admin": "GATE_CLOSED", "idle": "PURPOSE_REQUIRED"} {
		for _, query := range []string{accessesTo, actionsOf} {
			if got, _ := w.fault(officer, query, map[string]any{"id": shared}); got != code {
				t.Errorf("%s: %s, want %s", officer, got, code)
			}
		}
	}
	early, late := "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"
	for name, c := range map[string]struct {
		variables   map[string]any
		code, field string
	}{
		"an id that is none":   {map[string]any{"id": "x"}, "NOT_FOUND", ""},
		"no entries":           {map[string]any{"id": shared, "n": 0}, "BAD_USER_INPUT", "first"},
		"too many":             {map[string]any{"id": shared, "n": 101}, "BAD_USER_INPUT", "first"},
		"a forged cursor":      {map[string]any{"id": shared, "after": "abc"}, "BAD_USER_INPUT", "after"},
		"an end at the begin":  {map[string]any{"id": shared, "from": early, "until": early}, "BAD_USER_INPUT", "until"},
		"an end before it too": {map[string]any{"id": shared, "from": late, "until": early}, "BAD_USER_INPUT", "until"},
	} {
		if code, field := w.fault("auditor", accessesTo, c.variables); code != c.code || field != c.field {
			t.Errorf("%s: %s %s", name, code, field)
		}
	}
	ana := string(w.known["ana"].Officer)
	for range 5 {
		w.ask("ana", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": shared})
	}
	whole := w.asksLog("auditor", actionsOf, ana)
	var paged []string
	var after *string
	for more := true; more; {
		var got struct{ ActionsOf logged }
		w.get("auditor", actionsOf, map[string]any{"id": ana, "n": 2, "after": after}, &got)
		for _, n := range got.ActionsOf.Nodes {
			paged = append(paged, n.Action)
		}
		after, more = got.ActionsOf.PageInfo.EndCursor, got.ActionsOf.PageInfo.HasNextPage
	}
	if len(paged) != len(whole) || len(whole) != 12 {
		t.Errorf("in pages %q, at once %q", paged, whole)
	}
	if code, field := w.fault("revizor", actionsOf, map[string]any{"id": ana, "after": after}); code != "BAD_USER_INPUT" || field != "after" {
		t.Errorf("another officer's cursor: %s %s", code, field)
	}
	var got struct{ ActionsOf logged }
	if w.get("auditor", actionsOf, map[string]any{"id": ana, "until": early}, &got); got.ActionsOf.TotalCount != 0 {
		t.Errorf("before anything was done there are %d entries", got.ActionsOf.TotalCount)
	}
}

// One who may not look is written down with what was asked for, so that the
// owner learns of it; the answer is the same for what is not there.
func TestAnAttemptIsLogged(t *testing.T) {
	w, _, secret := audited(t)
	w.fault("bogdan", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": secret})
	got := w.asksLog("auditor", accessesTo, secret)
	if len(got) == 0 || got[0] != "bogdan REFUSE 1" {
		t.Errorf("the owner learns %q", got)
	}
}

// element is the id of something that is contributed.
var element = regexp.MustCompile(`"([rlic][0-9a-z]{26})"`)

// called is one answer: whose, in which request, and the elements in it.
type called struct {
	request, officer string
	elements         []string
}

// call asks, and gives what came.
func (h *hub) call(officer, query string, variables map[string]any) (called, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return called{}, err
	}
	_, header, answer := h.send(http.MethodPost, officer, "application/json", bytes.NewReader(body))
	c := called{request: header.Get("Entente-Request"), officer: officer}
	for _, found := range element.FindAllStringSubmatch(answer, -1) {
		c.elements = append(c.elements, found[1])
	}
	return c, nil
}

// mixed draws a call of any sort.
func mixed(r *mathrand.Rand, made demo.Case, rare []question) (query string, variables map[string]any) {
	anyRecord := func() graph.ID { return made.Records[r.IntN(len(made.Records))].ID }
	switch n := r.IntN(100); {
	case n < 55:
		return elementQuery, map[string]any{"id": anyRecord()}
	case n < 70:
		return elementQuery, map[string]any{"id": made.Links[r.IntN(len(made.Links))].ID}
	case n < 78:
		return `query($t: String!) { search(input: { text: $t, first: 20 }) { id label } }`, map[string]any{"t": []string{"oana", "heron", "mock", "a"}[r.IntN(4)]}
	case n < 84:
		return `query($n: Int!) { records(first: $n) { nodes { id label links(first: 3) { nodes { id to { id } } } } } }`, map[string]any{"n": 1 + r.IntN(20)}
	case n < 88:
		return `query($a: ID!, $b: ID!) { shortestPath(from: $a, to: $b) { entities { id records { id } } steps { link { id } } } }`, map[string]any{"a": anyRecord(), "b": anyRecord()}
	case n < 92:
		return `query($a: ID!) { node(id: $a) { ... on Record { expand(limit: 50) { records { id } links { id } } } } }`, map[string]any{"a": anyRecord()}
	case n < 95:
		return createRecord, map[string]any{"input": map[string]any{
			"idempotencyKey": cryptorand.Text(), "source": "INT-1", "details": map[string]any{"person": map[string]any{"name": "Written Example"}},
		}}
	case n < 97:
		return accessesTo, map[string]any{"id": anyRecord(), "n": 5}
	case n < 99:
		return actionsOf, map[string]any{"id": made.Officers[r.IntN(len(made.Officers))].ID(), "n": 5}
	default:
		q := rare[r.IntN(len(rare))]
		return q.query, q.variables
	}
}

// 10,000 calls of all sorts by all officers: each element in an answer is in the
// log, under that officer and that request. And no content of the case is in it.
func TestEveryElementThatLeftIsInTheLogAndNoContent(t *testing.T) {
	made := demo.Generate(41, demo.Options{IssuerUK: "https://uk.test.example", IssuerRO: "https://ro.test.example", Hub: "hub.test.example"})
	known := principals(made)
	h := openHub(t, neo4jtest.Start(t), known)
	h.load(whole(made))
	const calls, callers = 10_000, 4
	officers := slices.Sorted(maps.Keys(known))
	answered := make([][]called, callers)
	var all sync.WaitGroup
	for c := range callers {
		all.Go(func() {
			r := mathrand.New(mathrand.NewPCG(5, uint64(c))) //nolint:gosec // a test that repeats
			rare := questions(made)
			for range calls / callers {
				query, variables := mixed(r, made, rare)
				got, err := h.call(officers[r.IntN(len(officers))], query, variables)
				if err != nil {
					t.Error(err)
					return
				}
				answered[c] = append(answered[c], got)
			}
		})
	}
	all.Wait()
	there := map[string]map[graph.ID]bool{} // by request and officer
	must(t, audit.Replay(context.Background(), h.auditDir, 0, func(_ audit.Index, e audit.Entry) error {
		at := e.Request + " " + string(e.Officer)
		if there[at] == nil {
			there[at] = map[graph.ID]bool{}
		}
		for _, id := range e.Elements {
			there[at][id] = true
		}
		return nil
	}))
	elements := 0
	for _, c := range slices.Concat(answered...) {
		at := there[c.request+" "+string(known[c.officer].Officer)]
		for _, id := range c.elements {
			if elements++; !at[graph.ID(id)] {
				t.Fatalf("%s left for %s in request %s and is not in the log", id, c.officer, c.request)
			}
		}
	}
	if elements < calls {
		t.Errorf("only %d elements left: the calls prove little", elements)
	}
	t.Logf("%d calls, %d elements, %d requests in the log", calls, elements, len(there))
	h.wantNoContent(made)
}

// wantNoContent looks for everything the case says in the entries of the log, in
// the tree and in the journal. Ids, hashes of terms and the names of requests
// are random and may spell anything, so they are taken out by their form.
func (h *hub) wantNoContent(made demo.Case) {
	h.tb.Helper()
	random := regexp.MustCompile(`"[a-z][0-9a-z]{26}"|"[0-9a-f]{32}"|"[A-Z2-7]{26}"`)
	look := func() (written []byte, err error) {
		err = filepath.WalkDir(h.auditDir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(path, "entries") && d.Name() != "journal" {
				return err
			}
			data, err := os.ReadFile(path)
			written = append(written, bytes.ToLower(random.ReplaceAll(data, nil))...)
			return err
		})
		return written, err
	}
	written, err := look()
	for again := 0; errors.Is(err, fs.ErrNotExist) && again < 20; again++ { // a part gave way to its whole tile meanwhile
		written, err = look()
	}
	must(h.tb, err)
	if !bytes.Contains(written, []byte(`"action":"search"`)) {
		h.tb.Error("the log that is looked through is none")
	}
	words := contents(h.tb, made)
	if len(words) < 500 {
		h.tb.Errorf("only %d words are looked for", len(words))
	}
	for _, word := range words {
		if bytes.Contains(written, []byte(word)) {
			h.tb.Errorf("%q is in the log", word)
		}
	}
}

// contents are the words of a case that would betray it: every text of every
// record that is no code and no date, the names of officers, and what was
// searched for.
func contents(tb testing.TB, made demo.Case) []string {
	tb.Helper()
	code := regexp.MustCompile(`^[A-Z0-9_]*$|^\d{4}-\d\d|^.{0,4}$`)
	words := map[string]bool{"oana": true, "heron": true, "written example": true}
	plate := false
	for _, r := range made.Records {
		encoded, err := json.Marshal(r.Details)
		must(tb, err)
		var fields map[string]any
		must(tb, json.Unmarshal(encoded, &fields))
		for name, field := range fields {
			text, ok := field.(string)
			if v, vehicle := r.Details.(*graph.Vehicle); vehicle && text == v.RegistrationNumber && text != "" {
				words[strings.ToLower(text)], plate = true, true
			}
			if ok && name != "kind" && !code.MatchString(text) {
				words[strings.ToLower(text)] = true
			}
		}
	}
	if !plate {
		tb.Error("the case has no number plate")
	}
	for _, o := range made.Officers {
		words[strings.ToLower(o.Name)] = true
	}
	return slices.Sorted(maps.Keys(words))
}

// On a full disk everything is refused, at the door too, and nothing is written;
// with space again the hub goes on without a restart, and the log is sound.
//
// The limit holds for a whole process, whose test runner writes a file too, so
// the test runs in one of its own, with a Neo4j of its own.
func TestAFullDiskRefusesEverythingAndRecovers(t *testing.T) {
	if os.Getenv(limitedProcess) == "" {
		inALimitedProcess(t)
		return
	}
	w := newTeam(t)
	record := w.person("ana", "Disk Example", nil).Record
	door := casework.NewDoor(w.audit, func(context.Context) string { return "request" }, w.now)
	before, size := w.revision(), w.audit.Size()
	w.whileNothingGrows(func() {
		for range 3 {
			for name, query := range readings(record.ID) {
				if body := string(w.ask("ana", query, nil)); !slices.Equal(codesIn(t, body), []string{"INTERNAL"}) || strings.Contains(body, "Example") {
					t.Errorf("%s: %s", name, body)
				}
			}
			if code, _ := w.fault("ana", createRecord, input(map[string]any{"source": "INT-1", "details": details("person", "name", "Unlogged Example")})); code != "INTERNAL" {
				t.Errorf("a write: %s", code)
			}
			if err := door.SignedIn(context.Background(), w.known["ana"], false); !errors.Is(err, syscall.EFBIG) {
				t.Errorf("a login: %v", err)
			}
		}
	})
	if after := w.revision(); after != before || w.audit.Size() != size {
		t.Errorf("revision %d became %d, log %d became %d", before, after, size, w.audit.Size())
	}
	var got struct{ Node struct{ Label string } }
	if w.get("ana", `query($id: ID!) { node(id: $id) { ... on Record { label } } }`, map[string]any{"id": record.ID}, &got); got.Node.Label != "Disk Example" {
		t.Errorf("with space again: %+v", got)
	}
	w.person("ana", "Logged Example", nil)
	must(t, w.audit.Close())
	report, err := verify.Log(context.Background(), os.DirFS(audit.LogFolder(w.auditDir)), w.audit.VerifierKey())
	if err != nil || report.Err() != nil || audit.Index(report.Size) != w.audit.Size() {
		t.Errorf("%d entries, %v, %v", report.Size, err, report.Err())
	}
}

// limitedProcess marks the process whose files may not grow.
const limitedProcess = "ENTENTE_TEST_SERVER_LIMITED"

// inALimitedProcess runs the test that calls it again, alone.
func inALimitedProcess(t *testing.T) {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v") //nolint:gosec // this binary
	child.Env = append(os.Environ(), limitedProcess+"=1", neo4jtest.URIVariable+"=")
	out, err := child.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Fatalf("%v\n%s", err, out)
	}
}

// whileNothingGrows does something while no file of this process may grow, as on
// a full disk.
func (h *hub) whileNothingGrows(do func()) {
	h.tb.Helper()
	var limit syscall.Rlimit
	must(h.tb, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit))
	must(h.tb, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 0, Max: limit.Max}))
	defer func() { must(h.tb, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)) }()
	do()
}

// take fetches a checkpoint as an officer.
func (h *hub) take(officer, path string) (int, string) {
	h.tb.Helper()
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, h.url+path, nil)
	must(h.tb, err)
	r.Header.Set("Officer", officer)
	answer, err := http.DefaultClient.Do(r)
	must(h.tb, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(h.tb, err)
	return answer.StatusCode, string(content)
}

// An auditor takes checkpoints to hold, each with the proof that it continues
// the one before; nobody else does, and that one was taken is logged.
func TestAnAuditorTakesCheckpointsToHold(t *testing.T) {
	w, _, _ := audited(t)
	key, before := w.audit.VerifierKey(), w.audit.Size()
	var held []byte
	for w.audit.Size() < before+3 {
		from, err := verify.SizeOf(key, held)
		must(t, err)
		status, offered := w.take("auditor", fmt.Sprintf("/audit/hub/checkpoint?from=%d", from))
		if status != http.StatusOK {
			t.Fatalf("%d: %s", status, offered)
		}
		held, err = verify.Continue(key, held, []byte(offered))
		must(t, err)
	}
	for path, want := range map[string]int{
		"/audit/hub/checkpoint?from=x": 400, "/audit/hub/checkpoint?from=99999999": 400, "/audit/other/checkpoint": 404, "/audit/..%2Fhub/checkpoint": 404,
	} {
		if status, body := w.take("auditor", path); status != want {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	for officer, want := range map[string]int{"ana": 403, "admin": 403, "nobody": 401} {
		if status, body := w.take(officer, "/audit/hub/checkpoint"); status != want || strings.Contains(body, "test.example/audit") {
			t.Errorf("%s: %d %s", officer, status, body)
		}
	}
	if got := w.asksLog("auditor", actionsOf, string(w.known["auditor"].Officer)); !slices.ContainsFunc(got, func(l string) bool { return strings.HasPrefix(l, "auditor WITNESS") }) {
		t.Errorf("the log has %q", got)
	}
}
