package server_test

import (
	"slices"
	"testing"
)

type ranked struct {
	Communities struct {
		TotalCount  int
		Communities []struct {
			ID        string
			MemberIDs []string
		}
		Levels []struct {
			TotalCount int
			Parts      []struct {
				ID, Within string
				Size       int
				MemberIDs  []string
			}
		}
		Stability *float64
	}
}

// Each level parts the entities, and each part lies whole in the one of the next
// level that it names.
func TestTheLevelsOfCommunitiesAreNested(t *testing.T) {
	h, _, _ := openDemo(t)
	officer := "alex.mockford"
	var got ranked
	h.get(officer, `{ communities(input: {levels: true, runs: 3, first: 500, recordKinds: [PERSON]}) { totalCount communities { id memberIds } stability
		levels { totalCount parts { id size memberIds within } } } }`, nil, &got)
	c := got.Communities
	if len(c.Levels) == 0 || c.Stability == nil || *c.Stability <= 0 || *c.Stability > 1 {
		t.Fatalf("%d levels, stability %v", len(c.Levels), c.Stability)
	}
	above, whole := map[string]string{}, c.TotalCount <= 500
	for _, community := range c.Communities {
		for _, m := range community.MemberIDs {
			above[m] = community.ID
		}
	}
	nested := 0
	for _, level := range slices.Backward(c.Levels) {
		next, sizes := map[string]string{}, 0
		for _, part := range level.Parts {
			sizes += part.Size
			if part.ID != part.MemberIDs[0] || !slices.IsSorted(part.MemberIDs) || len(part.MemberIDs) != part.Size {
				t.Errorf("%+v", part)
			}
			for _, m := range part.MemberIDs {
				if next[m] != "" {
					t.Errorf("%s is in two parts of a level", m)
				}
				next[m] = part.ID
				if of, known := above[m]; known && of != part.Within || whole && !known {
					t.Errorf("%s lies in %s, its part says %s", m, of, part.Within)
				} else if known {
					nested++
				}
			}
		}
		if level.TotalCount < len(level.Parts) || level.TotalCount < c.TotalCount {
			t.Errorf("%d parts, %d listed, %d communities", level.TotalCount, len(level.Parts), c.TotalCount)
		}
		above, whole = next, whole && level.TotalCount <= 500
	}
	if nested == 0 {
		t.Error("no level had anything to be compared")
	}
	var plain ranked
	h.get(officer, `{ communities(input: {recordKinds: [PERSON]}) { stability levels { totalCount } } }`, nil, &plain)
	if plain.Communities.Levels != nil || plain.Communities.Stability != nil {
		t.Errorf("not asked for: %+v", plain)
	}
	for runs, code := range map[string]string{"1": "BAD_USER_INPUT", "51": "BAD_USER_INPUT", "-1": "BAD_USER_INPUT", "6": "LIMIT_EXCEEDED"} {
		if got, _ := h.fault(officer, `{ communities(input: {runs: `+runs+`}) { stability } }`, nil); got != code {
			t.Errorf("%s runs: %s", runs, got)
		}
	}
}
