package graph

import (
	"slices"
	"strings"
)

// Handling is a condition on what may be done: 3x5x2 P or C with a condition
// (A1 A2 A3 S1 S2), or SIENA H0 to H3. What each closes is auth/policy.
type Handling string

// Handlings are all handling codes in order.
func Handlings() []Handling {
	return []Handling{"P", "C", "A1", "A2", "A3", "S1", "S2", "H0", "H1", "H2", "H3"}
}

// Scheme is the scheme a handling code is of: SIENA for H0 to H3, otherwise
// UK_3X5X2.
func (h Handling) Scheme() Scheme {
	if strings.HasPrefix(string(h), "H") {
		return SIENA
	}
	return UK3x5x2
}

// checkHandling refuses codes that are unknown or contradict each other, and
// a text where none belongs or none where one does.
func checkHandling(codes []Handling, restrictions string) error {
	if err := checkKnown(codes); err != nil {
		return err
	}
	for _, h := range codes {
		if h.Scheme() != codes[0].Scheme() {
			return Bad("handling", "The codes of 3x5x2 (P, C, A1 to S2) and of SIENA (H0 to H3) do not mix in one marking: translate one of them.")
		}
	}
	if err := checkConditions(codes); err != nil {
		return err
	}
	return checkRestrictions(codes, restrictions)
}

func checkKnown(codes []Handling) error {
	for _, h := range codes {
		if !slices.Contains(Handlings(), h) {
			return Bad("handling", "A handling code is one of "+list(Handlings())+".")
		}
	}
	return nil
}

func checkConditions(codes []Handling) error {
	has := func(h Handling) bool { return slices.Contains(codes, h) }
	conditional := has("A1") || has("A2") || has("A3") || has("S1") || has("S2")
	switch {
	case has("P") && has("C"):
		return Bad("handling", "P (no condition) and C (with conditions) exclude each other.")
	case has("P") && conditional:
		return Bad("handling", "P is without conditions: for A1 to A3, S1 and S2 give C in its place.")
	case conditional && !has("C"):
		return Bad("handling", "The conditions A1 to A3, S1 and S2 need C beside them.")
	case has("H0") && (has("H1") || has("H2") || has("H3")):
		return Bad("handling", "H0 (no further condition) excludes H1, H2 and H3.")
	}
	return nil
}

func checkRestrictions(codes []Handling, restrictions string) error {
	blank := strings.TrimSpace(restrictions) == ""
	switch {
	case slices.Contains(codes, "H3") && blank:
		return Bad("restrictions", "H3 stands for other restrictions: say in words which.")
	case !slices.Contains(codes, "H3") && !blank:
		return Bad("restrictions", "A text of restrictions needs the handling code H3.")
	case len(restrictions) > maxText:
		return tooLong("restrictions")
	}
	return nil
}
