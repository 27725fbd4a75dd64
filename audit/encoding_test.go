package audit_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/audit"
	"entente/graph"
)

// The bytes of version 1 must never change: partners hold their hashes.
func TestTheStoredFormOfVersion1(t *testing.T) {
	e := audit.Entry{
		At: noon.Truncate(time.Microsecond), Action: audit.Search, Officer: ashdown, Organisation: met,
		Purpose: `find <the "minibus">`, Operation: lantern, Request: "req-7",
		Query: &audit.Shape{
			Question: "search", Given: []string{"filter.phone"},
			Terms: []audit.Fingerprint{audit.TermKey{}.Fingerprint("filter.phone", "+44700900123")}, First: 20, Depth: 2,
		},
		Elements: people(1, 3), Part: 1, Parts: 2,
	}
	want := `{"v":1,"at":"2026-03-02T12:00:00.123456Z","action":"SEARCH","officer":"` + string(ashdown) +
		`","organisation":"g04000000000000000000000000","purpose":"find <the \"minibus\">",` +
		`"operation":"o08000000000000000000000000","request":"req-7","query":{"question":"search",` +
		`"given":["filter.phone"],"terms":["4fed1cbfc84d5885f873401823427ea7"],"first":20,"depth":2},"part":1,"parts":2,` +
		`"elements":["r00000000000000000000000004","r00000000000000000000000008"]}`
	got, err := audit.Encode(e)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	back, err := audit.Decode(got)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back, e) {
		t.Errorf("got  %+v\nwant %+v", back, e)
	}
}

func TestOtherSpellingsOfAnEntryAreRefused(t *testing.T) {
	data, err := audit.Encode(read(1, person(1)))
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	if _, err := audit.Decode(data); err != nil {
		t.Fatalf("the canonical form: %v", err)
	}
	for name, bad := range map[string]string{
		"white space":       strings.Replace(good, `,"action"`, `, "action"`, 1),
		"another version":   strings.Replace(good, `"v":1`, `"v":2`, 1),
		"an unknown member": strings.Replace(good, `"v":1`, `"v":1,"name":"x"`, 1),
		"a repeated member": strings.Replace(good, `"v":1`, `"v":1,"v":1`, 1),
		"another case":      strings.Replace(good, `"action"`, `"Action"`, 1),
		"a zone":            strings.Replace(good, `00.000000Z"`, `00.000000+00:00"`, 1),
		"bytes behind it":   good + "{}",
		"nothing":           "",
	} {
		if _, err := audit.Decode([]byte(bad)); err == nil || bad == good {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestWhatAnEntryMustSay(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*audit.Entry)
		want   graph.Code
	}{
		"whole":                     {func(*audit.Entry) {}, ""},
		"no purpose":                {func(e *audit.Entry) { e.Purpose = "" }, graph.PurposeRequired},
		"a login without purpose":   {func(e *audit.Entry) { e.Action, e.Purpose = audit.Login, "" }, ""},
		"a purpose of 501 bytes":    {func(e *audit.Entry) { e.Purpose = strings.Repeat("a", 501) }, graph.BadInput},
		"a purpose of two lines":    {func(e *audit.Entry) { e.Purpose = "a\nb" }, graph.BadInput},
		"a purpose not in UTF-8":    {func(e *audit.Entry) { e.Purpose = "a\xff" }, graph.BadInput},
		"no action":                 {func(e *audit.Entry) { e.Action = "" }, graph.Internal},
		"an action not of the list": {func(e *audit.Entry) { e.Action = "PEEK" }, graph.Internal},
		"no officer":                {func(e *audit.Entry) { e.Officer = "" }, graph.Internal},
		"a name for an officer":     {func(e *audit.Entry) { e.Officer = "Wendeline Ashdown" }, graph.Internal},
		"no organisation":           {func(e *audit.Entry) { e.Organisation = "" }, graph.Internal},
		"a record for an operation": {func(e *audit.Entry) { e.Operation = person(1) }, graph.Internal},
		"no request":                {func(e *audit.Entry) { e.Request = "" }, graph.Internal},
		"a request that is a text":  {func(e *audit.Entry) { e.Request = "find Lupu" }, graph.Internal},
		"a name for an element":     {func(e *audit.Entry) { e.Elements = []graph.ID{"Radomir Lupu"} }, graph.Internal},
		"a refusal without a code":  {func(e *audit.Entry) { e.Action = audit.Refuse }, graph.Internal},
		"a code without a refusal":  {func(e *audit.Entry) { e.Refusal = graph.NotFound }, graph.Internal},
		"a refusal of nobody": {func(e *audit.Entry) {
			*e = audit.Entry{Action: audit.Refuse, Refusal: graph.Unauthenticated, Request: "req-1"}
		}, ""},
		"a phone for a question": {func(e *audit.Entry) { e.Query = &audit.Shape{Question: "+44 7700 900123"} }, graph.Internal},
		"a phone for an input": {func(e *audit.Entry) {
			e.Query = &audit.Shape{Question: "search", Given: []string{"07700 900123"}}
		}, graph.Internal},
		"a phone for a hash": {func(e *audit.Entry) {
			e.Query = &audit.Shape{Question: "search", Terms: []audit.Fingerprint{"07700900123"}}
		}, graph.Internal},
		"a negative size": {func(e *audit.Entry) { e.Query = &audit.Shape{Question: "search", First: -1} }, graph.Internal},
		"too many inputs": {func(e *audit.Entry) {
			e.Query = &audit.Shape{Question: "search", Given: slices.Repeat([]string{"text"}, 65)}
		}, graph.Internal},
	} {
		e := read(1, person(1))
		tt.change(&e)
		if got := graph.CodeOf(e.Check()); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

func TestEveryActionIsListedOnce(t *testing.T) {
	seen := map[audit.Action]bool{}
	for _, a := range audit.Actions() {
		if seen[a] {
			t.Errorf("%s is listed twice", a)
		}
		seen[a] = true
		e := read(1)
		e.Action = a
		if a == audit.Refuse {
			e.Refusal = graph.NotFound
		}
		if _, err := audit.Encode(e); err != nil {
			t.Errorf("%s: %v", a, err)
		}
	}
}

// The same digits searched as a phone and as an account are two searches, and
// another hub's key tells nothing.
func TestFingerprintsKnowTheInputAndTheKey(t *testing.T) {
	dir := t.TempDir()
	key, err := audit.OpenTermKey(dir, strings.NewReader(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	again, err := audit.OpenTermKey(dir, strings.NewReader(""))
	if err != nil || again != key {
		t.Fatalf("the key was not kept: %v", err)
	}
	first := key.Fingerprint("filter.phone", "900123")
	others := []audit.Fingerprint{
		key.Fingerprint("filter.account", "900123"),
		key.Fingerprint("filter.phone", "900124"),
		key.Fingerprint("filter.phone9", "00123"),
		audit.TermKey{}.Fingerprint("filter.phone", "900123"),
	}
	if slices.Contains(others, first) || key.Fingerprint("filter.phone", "900123") != first {
		t.Error("a fingerprint does not tell searches apart, or does not recognise one")
	}
}
