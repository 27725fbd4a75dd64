package server_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"entente/server"
)

// spanNames are all that a span may be called: routes, sorts, fields of the schema,
// files of statements, calls of the engine.
var spanNames = regexp.MustCompile(`^(HTTP /[a-z{}/]*|GraphQL (query|mutation)|(Query|Mutation)\.[a-zA-Z]+|neo4j [a-z_]+|engine [A-Za-z]+)$`)

// A trace leads from the request to the statements and the engine, and not one of
// its words is of a question, a record or an officer.
func TestTracesHoldNothingOfAnybody(t *testing.T) {
	w := newTeam(t)
	kept := tracetest.NewInMemoryExporter()
	provider := sdk.NewTracerProvider(sdk.WithSyncer(kept))
	door := w.door(w.known, func(o *server.Options) { o.Traces = provider })
	record := w.person("ana", "Sentinel-Person Example", w.shared()).Record.ID
	other := w.person("ana", "Other-Person Example", w.shared()).Record.ID
	kept.Reset()
	ask := func(officer, query string) {
		t.Helper()
		knock(t, http.MethodPost, door+"?sentinel=inTheAddress", asJSON(t, map[string]any{"query": query, "variables": map[string]any{"id": record}}),
			map[string]string{"Officer": officer, "Entente-Purpose": "sentinel-purpose", "Traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
	}
	ask("ana", `query SentinelOperation { sentinelAlias: search(input: {text: "Sentinel-Person"}) { id label } }`)
	ask("ana", `query($id: ID!) { node(id: $id) { id } shortestPath(from: "`+record+`", to: "`+other+`") { hops } }`)
	ask("ana", `{ centrality(input: {measure: DEGREE}) { entities } }`)
	ask("ana", `mutation { createRecord(input: {idempotencyKey: "sentinel-key", source: "sentinel-source", details: {person: {name: "Sentinel New"}}}) { revision } }`)
	ask("ana", `{ sentinelNoField }`)
	ask("sentinel-stranger", `{ me { purpose } }`)
	spans := kept.GetSpans()
	var names []string
	for _, s := range spans {
		names = append(names, s.Name)
		if !spanNames.MatchString(s.Name) {
			t.Errorf("a span is called %q", s.Name)
		}
		if len(s.Events) > 0 || len(s.Links) > 0 || s.Status.Description != "" {
			t.Errorf("%s says more: %v %v %q", s.Name, s.Events, s.Links, s.Status.Description)
		}
		for _, a := range s.Attributes {
			key, value := string(a.Key), a.Value.String()
			allowed := key == "http.request.method" && value == "POST" || key == "http.response.status_code" && len(value) == 3 ||
				key == "entente.request" && regexp.MustCompile(`^[A-Z2-7]{26}$`).MatchString(value)
			if !allowed {
				t.Errorf("%s has %s: %q", s.Name, key, value)
			}
			for _, secret := range []string{"entinel", record, other, string(w.known["ana"].Officer), "ana"} {
				if strings.Contains(value, secret) {
					t.Errorf("%s has %s: %q", s.Name, key, value)
				}
			}
		}
		if s.SpanContext.TraceID().String() == "0af7651916cd43dd8448eb211c80319c" {
			t.Error("the trace is one that a stranger named")
		}
	}
	for _, want := range []string{
		"HTTP /graphql", "GraphQL query", "GraphQL mutation", "Query.search", "neo4j search_name", "Query.centrality", "engine Centrality",
		"engine ShortestPath", "Mutation.createRecord", "neo4j write_finish",
	} {
		if !slices.Contains(names, want) {
			t.Errorf("there is no span %s among %q", want, names)
		}
	}
	within(t, spans, "engine Centrality", "Query.centrality", "GraphQL query", "HTTP /graphql")
}

// within says whether a span is within those named, one in the other.
func within(t *testing.T, spans tracetest.SpanStubs, names ...string) {
	t.Helper()
	byID := map[trace.SpanID]tracetest.SpanStub{}
	for _, s := range spans {
		byID[s.SpanContext.SpanID()] = s
	}
	at := slices.IndexFunc(spans, func(s tracetest.SpanStub) bool { return s.Name == names[0] })
	if at < 0 {
		t.Fatalf("there is no span %s", names[0])
	}
	s := spans[at]
	for _, name := range names[1:] {
		s = byID[s.Parent.SpanID()]
		if s.Name != name {
			t.Fatalf("%s is within %q, not %s", names[0], s.Name, name)
		}
	}
	if s.Parent.IsValid() {
		t.Error("a request is within a span of somebody else's")
	}
}
