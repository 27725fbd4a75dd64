package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/neo4j/local"
)

// devHub is a whole 'entente dev' in this process, on a folder and ports of
// its own.
type devHub struct {
	tb     testing.TB
	data   string
	addr   string
	watch  string // where its figures are read
	uk, ro string
	said   *lockedBuffer
	stop   context.CancelFunc
	ended  chan error
	tokens map[string]string
}

// lockedBuffer takes what a command says while a test reads it.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

// Write implements io.Writer.
func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String is all that was said.
func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// newDevHub prepares a folder that shares the fetched Neo4j with all tests.
func newDevHub(tb testing.TB) *devHub {
	tb.Helper()
	jars := filepath.Join("..", "..", ".entente", "neo4j")
	must(tb, local.Fetch(context.Background(), jars, nil))
	shared, err := filepath.Abs(jars)
	must(tb, err)
	h := &devHub{tb: tb, data: tb.TempDir(), addr: freeAddress(tb), watch: freeAddress(tb), tokens: map[string]string{}}
	h.uk, h.ro = "http://"+freeAddress(tb), "http://"+freeAddress(tb)
	must(tb, os.Symlink(shared, jarsIn(h.data)))
	return h
}

// freeAddress is a loopback address that was free a moment ago.
func freeAddress(tb testing.TB) string {
	tb.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // over at once
	must(tb, err)
	defer func() { _ = listener.Close() }()
	return listener.Addr().String()
}

func (h *devHub) args(more ...string) []string {
	return append([]string{
		"dev", "--addr", h.addr, "--metrics-addr", h.watch, "--data", h.data, "--issuer-uk", h.uk, "--issuer-ro", h.ro, "--neo4j-heap", "512",
	}, more...)
}

// start runs 'entente dev' until end, and returns once it is ready.
func (h *devHub) start() {
	h.tb.Helper()
	h.startArgs(h.args())
}

func (h *devHub) startArgs(args []string) {
	h.tb.Helper()
	ctx, stop := context.WithCancel(context.Background())
	h.said, h.stop, h.ended = &lockedBuffer{}, stop, make(chan error, 1)
	go func() { h.ended <- run(ctx, args, h.said, h.said) }()
	h.tb.Cleanup(h.end)
	for !h.ready() {
		select {
		case err := <-h.ended:
			h.ended <- err
			h.tb.Fatalf("the hub ended: %v\n%s", err, h.said)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (h *devHub) ready() bool {
	answer, err := http.Get("http://" + h.addr + "/readyz") //nolint:noctx // a test
	if err != nil {
		return false
	}
	_ = answer.Body.Close()
	return answer.StatusCode == http.StatusOK
}

// end stops the hub as Ctrl-C does and waits until it is gone.
func (h *devHub) end() {
	h.stop()
	err := <-h.ended
	h.ended <- nil
	if err != nil {
		h.tb.Errorf("the hub ended badly: %v\n%s", err, h.said)
	}
}

// command runs another command of the binary against this hub's folder.
func (h *devHub) command(args ...string) (string, error) {
	var out bytes.Buffer
	err := run(context.Background(), append(args, "--data", h.data), &out, &out)
	return out.String(), err
}

// token gets a token through the officer's real provider.
func (h *devHub) token(officer string) string {
	h.tb.Helper()
	if h.tokens[officer] == "" {
		said, err := h.command("token", "--as", officer)
		must(h.tb, err)
		h.tokens[officer] = strings.TrimSpace(said)
	}
	return h.tokens[officer]
}

// ask posts a query as an officer and gives the body.
func (h *devHub) ask(officer, query string) []byte {
	h.tb.Helper()
	return h.post(officer, map[string]any{"query": query})
}

// post sends a question as an officer and gives the body.
func (h *devHub) post(officer string, question map[string]any) []byte {
	h.tb.Helper()
	body, err := json.Marshal(question)
	must(h.tb, err)
	r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, "http://"+h.addr+"/graphql", bytes.NewReader(body))
	must(h.tb, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+h.token(officer))
	r.Header.Set("Entente-Purpose", "testing")
	answer, err := http.DefaultClient.Do(r)
	must(h.tb, err)
	defer func() { _ = answer.Body.Close() }()
	content, err := io.ReadAll(answer.Body)
	must(h.tb, err)
	return content
}

// get decodes the data of an answer without errors.
func (h *devHub) get(officer, query string, into any) {
	h.tb.Helper()
	content := h.ask(officer, query)
	var answer struct{ Data, Errors json.RawMessage }
	must(h.tb, json.Unmarshal(content, &answer))
	if answer.Errors != nil {
		h.tb.Fatalf("%s\nto %s", answer.Errors, query)
	}
	must(h.tb, json.Unmarshal(answer.Data, into))
}

func must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// One hub from first start to second: officers of two countries, a second
// process, a command that finds it, and what is there after a restart.
func TestDev(t *testing.T) {
	h := newDevHub(t)
	h.start()
	t.Run("officers of two countries see one person differently", h.twoCountries)
	t.Run("officers are listed", h.listed)
	t.Run("a second hub on the folder or the port is refused", h.secondRefused)
	t.Run("an import for nobody is refused", h.importForNobody)
	t.Run("figures are read apart", h.figuresApart)
	t.Run("published networks are imported and answered", h.published)
	t.Run("an import goes on after kill -9 of Neo4j", h.killed)
	t.Run("the log is sound", h.sound)
	before := h.counts()
	h.end()
	h.start()
	if after := h.counts(); after != before {
		t.Errorf("%s before the restart, %s after", before, after)
	}
}

func (h *devHub) counts() string {
	var got struct{ Records struct{ TotalCount int } }
	h.get("pat.exemplar", `{ records(first: 1) { totalCount } }`, &got)
	return fmt.Sprint(got.Records.TotalCount)
}

func (h *devHub) twoCountries(t *testing.T) {
	organiser := h.made().Planted.Organisers[0]
	var answers []string
	for _, officer := range []string{"alex.mockford", "ioana.exemplu"} {
		var got struct {
			Node struct {
				Label      string
				LinkCounts []struct{ Count int }
			}
		}
		h.get(officer, fmt.Sprintf(`{ node(id: %q) { ... on Record { label linkCounts { kind count } } } }`, organiser), &got)
		if got.Node.Label == "" || len(got.Node.LinkCounts) == 0 {
			t.Errorf("%s does not see the organiser", officer)
		}
		answers = append(answers, fmt.Sprint(got))
	}
	if answers[0] == answers[1] {
		t.Errorf("both see the same: %s", answers[0])
	}
}

// made is the case that the hub was loaded with.
func (h *devHub) made() demo.Case {
	return demo.Generate(demoSeed, demo.Options{IssuerUK: h.uk, IssuerRO: h.ro, Hub: "hub.entente.example"})
}

func (h *devHub) listed(t *testing.T) {
	said, err := h.command("token", "--list")
	must(t, err)
	if lines := strings.Count(said, "\n"); lines != len(h.made().Officers) {
		t.Errorf("%d officers:\n%s", lines, said)
	}
	if _, err := h.command("token", "--as", "nobody.atall"); err == nil {
		t.Error("there is a token for an officer who does not exist")
	}
}

// importForNobody names organisations and teams that are not there, and one that the
// contributor is not in.
func (h *devHub) importForNobody(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pairs.el")
	must(t, os.WriteFile(file, []byte("a b\n1 2\n"), 0o600))
	mapping := filepath.Join("..", "..", "examples", "networks", "edge-list.yaml")
	before, team := h.counts(), string(h.made().Operations[0].ID)
	for _, c := range []struct{ organisation, operation, says string }{
		{"Nobody's Police", team, "--organisation"},
		{owner, "Operation Heron", "not an id"},
		{owner, string(graph.IDOf(graph.NounOperation, [16]byte{1})), "is in no such team now"},
		{"Lantern House Trust (example)", team, "is in no such team now"},
	} {
		_, err := h.command("import", "csv", "--mapping", mapping, "--organisation", c.organisation, "--operation", c.operation,
			"--rejected", filepath.Join(h.data, "rejected.csv"), file)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s, %s: %v", c.organisation, c.operation, err)
		}
	}
	if after := h.counts(); after != before {
		t.Errorf("%s records before, %s after", before, after)
	}
}

func (h *devHub) secondRefused(t *testing.T) {
	var out bytes.Buffer
	err := run(context.Background(), h.args(), &out, &out)
	if err == nil || !strings.Contains(err.Error(), "ENTENTE_ADDR") {
		t.Errorf("a second hub on the port: %v", err)
	}
	err = run(context.Background(), h.args("--addr", freeAddress(t)), &out, &out)
	if err == nil || !strings.Contains(explain(err), "ENTENTE_METRICS_ADDR") || !strings.Contains(explain(err), h.watch) {
		t.Errorf("a second hub on the port of the figures: %v", err)
	}
	err = run(context.Background(), h.args("--addr", freeAddress(t), "--metrics-addr", ""), &out, &out)
	if err == nil || !strings.Contains(explain(err), "another entente") {
		t.Errorf("a second hub on the folder: %v", err)
	}
}

// figuresApart reads the figures where those who watch the hub do, and nowhere else.
func (h *devHub) figuresApart(t *testing.T) {
	c := &caller{t: t}
	if said := c.send(http.MethodGet, "http://"+h.watch+"/metrics", "", nil); !strings.Contains(said, "\nentente_engine_records ") {
		t.Errorf("the figures are %s", said)
	}
	for _, at := range []string{h.addr + "/metrics", h.watch + "/graphql", h.watch + "/"} {
		answer := c.do(http.MethodGet, "http://"+at, "", nil)
		if must(t, answer.Body.Close()); answer.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", at, answer.StatusCode)
		}
	}
}

func (h *devHub) sound(t *testing.T) {
	for _, log := range []string{"hub", "import"} {
		var out bytes.Buffer
		must(t, run(context.Background(), []string{"audit", "verify", filepath.Join(h.data, "audit", log)}, &out, &out))
		if !strings.Contains(out.String(), "sound: ") {
			t.Errorf("%s: %s", log, out.String())
		}
	}
}
