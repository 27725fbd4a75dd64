package graph_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"entente/graph"
)

func nouns() []graph.Noun {
	return []graph.Noun{
		graph.NounRecord, graph.NounLink, graph.NounOrganisation, graph.NounOfficer, graph.NounOperation,
		graph.NounInvolvement, graph.NounVersion,
	}
}

// idOf draws an id of a noun.
func idOf(noun graph.Noun) *rapid.Generator[graph.ID] {
	return rapid.Custom(func(t *rapid.T) graph.ID { return graph.IDOf(noun, drawBits(t)) })
}

func drawBits(t *rapid.T) [16]byte {
	return [16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "bits"))
}

// anID is the id of a noun whose bits are all n.
func anID(noun graph.Noun, n byte) graph.ID {
	return graph.IDOf(noun, [16]byte(bytes.Repeat([]byte{n}, 16)))
}

func TestIDsGiveBackTheirBitsAndTheirNounAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		noun, bits := rapid.SampledFrom(nouns()).Draw(t, "noun"), drawBits(t)
		id := graph.IDOf(noun, bits)
		if got, ok := id.Bits(); !ok || got != bits {
			t.Fatalf("%s gives %x, %v for %x", id, got, ok, bits)
		}
		for _, other := range nouns() {
			if id.Is(other) != (other == noun) {
				t.Fatalf("%s is a %c: %v", id, other, id.Is(other))
			}
		}
	})
}

func TestIDsOfOneNounAreOrderedAsTheirBits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawBits(t), drawBits(t)
		ids := strings.Compare(string(graph.IDOf(graph.NounLink, a)), string(graph.IDOf(graph.NounLink, b)))
		if bits := bytes.Compare(a[:], b[:]); ids != bits {
			t.Fatalf("ids compare as %d, bits as %d", ids, bits)
		}
	})
}

// Whatever is well formed is exactly what IDOf writes: one thing has one id.
func TestAnyTextIsEitherACanonicalIDOrNone(t *testing.T) {
	letters := rapid.SampledFrom([]rune("rlgpoiv0189ahjkmnpqtwxyzABO\n =-é"))
	rapid.Check(t, func(t *rapid.T) {
		id := graph.ID(rapid.StringOfN(letters, 0, 30, -1).Draw(t, "text"))
		if bits, ok := id.Bits(); ok && graph.IDOf(graph.Noun(id[0]), bits) != id {
			t.Fatalf("%q is taken for %s", id, graph.IDOf(graph.Noun(id[0]), bits))
		}
	})
}

func TestMalformedIDs(t *testing.T) {
	good := string(anID(graph.NounRecord, 0xab))
	for name, id := range map[string]string{
		"empty":             "",
		"a noun alone":      "r",
		"short":             good[:26],
		"long":              good + "0",
		"upper case":        "r" + strings.ToUpper(good[1:]),
		"a letter left out": "ru" + good[2:],
		"a blank":           good[:10] + " " + good[11:],
		"a line break":      good[:10] + "\n" + good[11:],
		"padded":            good[:26] + "=",
		"spare bits set":    good[:26] + "z",
		"no noun":           "é" + good[2:],
		"27 zero bytes":     strings.Repeat("\x00", 27),
	} {
		if _, ok := graph.ID(id).Bits(); ok {
			t.Errorf("%s: %q passes for an id", name, id)
		}
		if graph.ID(id).Is(graph.NounRecord) {
			t.Errorf("%s: %q passes for a record", name, id)
		}
	}
}

func TestNewIDTakesItsBitsFromTheSource(t *testing.T) {
	id, err := graph.NewID(graph.NounOfficer, bytes.NewReader(bytes.Repeat([]byte{7}, 16)))
	if err != nil || id != anID(graph.NounOfficer, 7) {
		t.Errorf("%s, %v", id, err)
	}
	broken := errors.New("no randomness")
	if id, err := graph.NewID(graph.NounOfficer, iotest.ErrReader(broken)); id != "" || !errors.Is(err, broken) {
		t.Errorf("a broken source: %q, %v", id, err)
	}
	if id, err := graph.NewID(graph.NounOfficer, strings.NewReader("too short")); id != "" || err == nil {
		t.Errorf("a short source: %q, %v", id, err)
	}
}
