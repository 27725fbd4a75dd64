package graph_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

func asError(err error, into **graph.Error) bool { return errors.As(err, into) }

// An error may be printed anywhere, so its cause never shows in it.
func TestErrorNeverShowsItsCause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		secret := "cause:" + rapid.StringN(1, 40, -1).Draw(t, "cause")
		e := &graph.Error{
			Code: graph.Internal, Field: rapid.SampledFrom([]string{"", "input.id"}).Draw(t, "field"),
			Message: "Something went wrong.", Err: errors.New(secret),
		}
		for _, format := range []string{"%s", "%v", "%q"} {
			if printed := fmt.Sprintf(format, e); strings.Contains(printed, "cause:") {
				t.Fatalf("%s prints %s", format, printed)
			}
		}
		if !errors.Is(e, e.Err) {
			t.Fatal("the cause is lost to the log")
		}
	})
}

func TestErrorSaysCodeFieldAndMessage(t *testing.T) {
	for want, e := range map[string]*graph.Error{
		"NOT_FOUND: There is nothing with this id that you can see.": graph.Missing(),
		"BAD_USER_INPUT: input.source: Name it.":                     graph.Bad("input.source", "Name it."),
		"BAD_USER_INPUT: Name it.":                                   graph.Bad("", "Name it."),
	} {
		if e.Error() != want {
			t.Errorf("%q, not %q", e.Error(), want)
		}
	}
}

func TestCodeOf(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want graph.Code
	}{
		"none":       {nil, ""},
		"of its own": {graph.Missing(), graph.NotFound},
		"wrapped":    {fmt.Errorf("read: %w", graph.Bad("a", "b")), graph.BadInput},
		"joined":     {errors.Join(errors.New("first"), graph.Missing()), graph.NotFound},
		"a stranger": {errors.New("broken pipe"), graph.Internal},
	} {
		if got := graph.CodeOf(c.err); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestUnderPutsAPathInFrontOfInputErrorsOnly(t *testing.T) {
	stranger := errors.New("broken pipe")
	for name, c := range map[string]struct {
		err   error
		field string
	}{
		"a field":  {graph.Bad("name", "m"), "input.person.name"},
		"no field": {graph.Bad("", "m"), "input.person"},
		"wrapped":  {fmt.Errorf("check: %w", graph.Bad("name", "m")), "input.person.name"},
	} {
		if got := fault(graph.Under("input.person", c.err)); got != "BAD_USER_INPUT "+c.field {
			t.Errorf("%s: %s", name, got)
		}
	}
	for _, err := range []error{nil, stranger, error(graph.Missing())} {
		if got := graph.Under("input", err); fault(got) != fault(err) {
			t.Errorf("%v became %v", err, got)
		}
	}
	kept := graph.Bad("name", "m")
	if _ = graph.Under("input", kept); kept.Field != "name" {
		t.Errorf("the error given was changed to %s", kept.Field)
	}
}

func TestAtNamesTheFieldOfWhatWasNotFoundOnly(t *testing.T) {
	missing := graph.Missing()
	if got := fault(graph.At("input.from", missing)); got != "NOT_FOUND input.from" {
		t.Error(got)
	}
	if missing.Field != "" {
		t.Errorf("the error given was changed to %s", missing.Field)
	}
	if got := fault(graph.At("input.from", fmt.Errorf("read: %w", missing))); got != "NOT_FOUND input.from" {
		t.Errorf("wrapped: %s", got)
	}
	for _, err := range []error{nil, errors.New("broken pipe"), error(graph.Bad("name", "m"))} {
		if got := graph.At("input.from", err); fault(got) != fault(err) {
			t.Errorf("%v became %v", err, got)
		}
	}
}

// Unknown, malformed, of another noun, out of sight: one and the same.
func TestMissingIsAlwaysTheSame(t *testing.T) {
	if *graph.Missing() != *graph.Missing() {
		t.Error("two answers for what is not there")
	}
}
