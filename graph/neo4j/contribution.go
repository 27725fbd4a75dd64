package neo4j

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"time"

	"entente/graph"
)

// contributionProps are the properties that every contributed element has. The
// owner is the marking's.
func contributionProps(c graph.Contribution, marking graph.MarkingID) map[string]any {
	p := map[string]any{
		"id": string(c.ID), "marking": int64(marking),
		"version": string(c.Version), "knownFrom": c.KnownFrom.UTC(), "retired": c.Retired,
		"weakness": int64(c.Grading.Weakness()),
	}
	putReview(p, c.Marking, marking)
	for name, text := range map[string]string{
		"hub": c.Hub, "source": c.Source, "gradingScheme": string(c.Grading.Scheme), "gradingValue": c.Grading.Value,
		"validFrom": string(c.Validity.From), "validUntil": string(c.Validity.Until),
	} {
		if text != "" {
			p[name] = text
		}
	}
	// The instants of the interval, so that statements need not read dates.
	if begin := c.Validity.From.Begin(); !begin.IsZero() {
		p["validBegin"] = begin
	}
	if end := c.Validity.Until.End(); !end.IsZero() {
		p["validEnd"] = end
	}
	return p
}

// putReview names the marking once more where it carries a review date: an index of
// what there is to review costs nothing for all the rest.
func putReview(p map[string]any, m graph.Marking, id graph.MarkingID) {
	if !m.Review.IsZero() {
		p[reviewUnder] = int64(id)
	}
}

const reviewUnder = "reviewUnder"

// contribution reads them back; of is where a former version keeps its id.
func contribution(p map[string]any, marking graph.Marking) graph.Contribution {
	id := text(p, "id")
	if id == "" {
		id = text(p, "of")
	}
	retired, _ := p["retired"].(bool)
	return graph.Contribution{
		ID: graph.ID(id), Hub: text(p, "hub"), Source: text(p, "source"),
		Grading:  graph.Grading{Scheme: graph.Scheme(text(p, "gradingScheme")), Value: text(p, "gradingValue")},
		Marking:  marking,
		Validity: graph.Interval{From: graph.Date(text(p, "validFrom")), Until: graph.Date(text(p, "validUntil"))},
		Version:  graph.ID(text(p, "version")), KnownFrom: instant(p, "knownFrom"), KnownUntil: instant(p, "knownUntil"),
		Retired: retired,
	}
}

// sealContent adds a digest of everything but version, time and what repeats the marking, by which an
// import sees that nothing has changed. 64 bits suffice: a clash could only be
// made by the owner, and would only keep the owner's former content.
func sealContent(p map[string]any) {
	names := make([]string, 0, len(p))
	for name := range p {
		if name != "version" && name != "knownFrom" && name != reviewUnder && name != identifiedUnder {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var content []byte
	for _, name := range names {
		content = appendValue(strconv.AppendQuote(content, name), p[name])
	}
	sum := sha256.Sum256(content)
	p["content"] = int64(binary.BigEndian.Uint64(sum[:8])) //nolint:gosec // the bits matter, not the number
}

// appendValue writes a property so that different values are different texts.
func appendValue(to []byte, value any) []byte {
	switch v := value.(type) {
	case string:
		return strconv.AppendQuote(to, v)
	case int64:
		return strconv.AppendInt(to, v, 10)
	case bool:
		return strconv.AppendBool(to, v)
	case float64:
		return strconv.AppendFloat(to, v, 'g', -1, 64)
	case time.Time:
		return v.AppendFormat(to, time.RFC3339Nano)
	case []string:
		to = append(to, '[')
		for _, text := range v {
			to = append(strconv.AppendQuote(to, text), ',')
		}
		return append(to, ']')
	}
	return fmt.Appendf(to, "%v", value)
}

func text(p map[string]any, name string) string {
	s, _ := p[name].(string)
	return s
}

func whole(p map[string]any, name string) int64 {
	n, _ := p[name].(int64)
	return n
}

func flag(p map[string]any, name string) bool {
	b, _ := p[name].(bool)
	return b
}

func instant(p map[string]any, name string) time.Time {
	t, ok := p[name].(time.Time)
	if !ok {
		return time.Time{}
	}
	return t.UTC()
}

func mapOf(p map[string]any, name string) map[string]any {
	m, _ := p[name].(map[string]any)
	return m
}

func idsOf(p map[string]any, name string) []graph.ID {
	list, _ := p[name].([]any)
	var ids []graph.ID
	for _, v := range list {
		if s, ok := v.(string); ok {
			ids = append(ids, graph.ID(s))
		}
	}
	return ids
}

// plainTexts are strings as a Cypher parameter takes them.
func plainTexts[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, v := range in {
		out[i] = string(v)
	}
	return out
}

// orNull is nil for an empty list: a filter that does not narrow.
func orNull[T ~string](in []T) any {
	if len(in) == 0 {
		return nil
	}
	return plainTexts(in)
}

func instantOrNull(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.UTC()
}
