package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	tracepb "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"entente/tracing"
)

// collector takes spans over OTLP as an operator's does.
type collector struct {
	*httptest.Server
	mu     sync.Mutex
	raw    bytes.Buffer
	got    []*tracepb.ResourceSpans
	faults []string
}

func newCollector(t *testing.T) *collector {
	t.Helper()
	c := &collector{}
	c.Server = httptest.NewServer(http.HandlerFunc(c.take))
	t.Cleanup(c.Close)
	return c
}

// take decodes one export; the message has the form of TracesData.
func (c *collector) take(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	var sent tracepb.TracesData
	if err == nil {
		err = proto.Unmarshal(body, &sent)
	}
	if kind := r.Header.Get("Content-Type"); err != nil || r.Method != http.MethodPost || r.URL.Path != "/v1/traces" || kind != "application/x-protobuf" {
		c.faults = append(c.faults, fmt.Sprintf("%s %s, %s: %v", r.Method, r.URL.Path, kind, err))
	}
	c.raw.Write(body)
	c.got = append(c.got, sent.GetResourceSpans()...)
	w.Header().Set("Content-Type", "application/x-protobuf")
}

// arrived are the names of all spans, and those who sent them.
func (c *collector) arrived() (names, senders []string) {
	for _, from := range c.got {
		var sender []string
		for _, a := range from.GetResource().GetAttributes() {
			sender = append(sender, a.GetKey()+"="+a.GetValue().GetStringValue())
		}
		slices.Sort(sender)
		senders = append(senders, strings.Join(sender, " "))
		for _, scope := range from.GetScopeSpans() {
			for _, span := range scope.GetSpans() {
				names = append(names, span.GetName())
			}
		}
	}
	return names, slices.Compact(senders)
}

// asksOfSentinels has an officer enter and find a person, and gives what no span may
// hold: names, words, ids and what the officer proves themselves with.
func (h *devHub) asksOfSentinels(t *testing.T, organisation string) (secrets []string) {
	t.Helper()
	var got struct {
		CreateRecord struct{ Record struct{ ID string } }
		Me           struct{ Officer struct{ ID string } }
	}
	h.get("serve.tester", `mutation SentinelOperation { createRecord(input: {idempotencyKey: "sentinel-key", source: "sentinel-source",
		details: {person: {name: "Sentinel Person"}}, marking: {audience: {scope: PRIVATE}}}) { record { id } } }`, &got)
	h.get("serve.tester", `{ me { officer { id } } sentinelAlias: search(input: {text: "Sentinel Person"}) { id } centrality(input: {measure: DEGREE}) { entities } }`, &got)
	c := &caller{t: t, token: h.token("serve.tester")}
	c.send(http.MethodGet, "http://"+h.addr+"/records/"+got.CreateRecord.Record.ID+"?sentinel=1", "", nil)
	return []string{"entinel", got.CreateRecord.Record.ID, got.Me.Officer.ID, organisation, "serve.tester", "Serve Tester", "Serve Test Police", h.token("serve.tester")}
}

// holdNothingOf looks at what a hub that has ended sent.
func (c *collector) holdNothingOf(t *testing.T, secrets []string) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	names, senders := c.arrived()
	for _, want := range []string{
		"HTTP /graphql", "GraphQL query", "GraphQL mutation", "Mutation.createRecord", "Query.search", "Query.centrality", "neo4j write_finish", "engine Centrality",
	} {
		if !slices.Contains(names, want) {
			t.Errorf("no span %s arrived, among %d: %q", want, len(names), slices.Compact(slices.Sorted(slices.Values(names))))
		}
	}
	if want := "service.instance.id=hub service.name=entente service.version=" + version; !slices.Equal(senders, []string{want}) {
		t.Errorf("sent by %q, not %q", senders, want)
	}
	if len(c.faults) > 0 {
		t.Errorf("sent otherwise than OTLP has it: %q", c.faults)
	}
	for _, secret := range secrets {
		if secret == "" || bytes.Contains(c.raw.Bytes(), []byte(secret)) {
			t.Errorf("what was sent holds %q", secret)
		}
	}
}

// A collector's address that is none is refused at the start, and one that does not
// answer holds nobody up.
func TestTracesGoWhereTheySay(t *testing.T) {
	for _, none := range []string{"://", "127.0.0.1:4318", "localhost", "grpc://127.0.0.1:4317", "http:///v1/traces"} {
		if _, _, err := (hubSettings{Traces: none}).tracer(t.Context()); err == nil || !strings.Contains(err.Error(), "ENTENTE_TRACES") {
			t.Errorf("%s: %v", none, err)
		}
	}
	provider, last, err := hubSettings{}.tracer(t.Context())
	if provider != nil || err != nil || last() != nil {
		t.Errorf("no collector: %v, %v", provider, err)
	}
	provider, last, err = hubSettings{Traces: "http://" + freeAddress(t) + "/v1/traces"}.tracer(t.Context())
	must(t, err)
	_, span := provider.Tracer(tracing.Scope).Start(t.Context(), "GraphQL query")
	span.End()
	if err := last(); err != nil {
		t.Errorf("nobody takes the spans: %v", err)
	}
}
