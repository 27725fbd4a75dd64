package neo4j_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/auth/oidc"
	"entente/graph"
	"entente/graph/neo4j"
)

var _ oidc.TrustSource = (*neo4j.Store)(nil)

// Decisions of several processes at once are all kept, each changes the version
// by which others learn of them, and one that is given up changes nothing.
func TestDecisionsAboutIssuersAreKept(t *testing.T) {
	ctx := t.Context()
	stores := []*neo4j.Store{open(t, neo4j.Options{}), open(t, neo4j.Options{Clock: func() time.Time { return noon }})}
	name := "issuer-" + strings.ToLower(string(newID(t, graph.NounOfficer)))
	before, err := stores[0].IssuersVersion(ctx)
	if err != nil {
		t.Fatal(err)
	}
	const decisions = 10
	var work sync.WaitGroup
	for i := range decisions {
		work.Go(func() {
			_, err := stores[i%2].ChangeIssuer(ctx, name, func(e *graph.IssuerEntry) error { e.Draft += "."; return nil })
			if err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	refusal := graph.Bad("version", "no")
	if _, err := stores[1].ChangeIssuer(ctx, name, func(e *graph.IssuerEntry) error { e.Suspended = true; return refusal }); graph.CodeOf(err) != graph.BadInput || !errors.Is(err, refusal) {
		t.Errorf("given up: %v", err)
	}
	last, err := stores[1].ChangeIssuer(ctx, name, func(e *graph.IssuerEntry) error { e.InForce = "entry"; return nil })
	want := graph.IssuerEntry{Name: name, InForce: "entry", Draft: strings.Repeat(".", decisions), Changed: noon, Version: decisions + 1}
	if err != nil || fmt.Sprint(last) != fmt.Sprint(want) {
		t.Errorf("%+v, %v, not %+v", last, err, want)
	}
	entries, version, err := stores[0].Issuers(ctx)
	if err != nil || version < before+decisions+1 {
		t.Errorf("version %d after %d, %v", version, before, err)
	}
	found := 0
	for _, e := range entries {
		if e.Name == name && fmt.Sprint(e) == fmt.Sprint(want) {
			found++
		}
	}
	if found != 1 {
		t.Errorf("found %d times among %+v", found, entries)
	}
}
