package extract

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"entente/graph"
)

// Extract is a part of the graph on its way out. Records and links are in the
// order of their ids.
type Extract struct {
	Banner  string    `json:"banner"`
	Hub     string    `json:"hub"`
	Taken   time.Time `json:"taken"`
	Purpose string    `json:"purpose"`
	Records []Element `json:"records"`
	Links   []Element `json:"links"`
}

// Element is one record or link; From and To are empty for a record.
type Element struct {
	ID             string          `json:"id"`
	Kind           string          `json:"kind"`
	Label          string          `json:"label,omitempty"`
	From           string          `json:"from,omitempty"`
	To             string          `json:"to,omitempty"`
	Owner          string          `json:"owner"`
	Source         string          `json:"source"`
	Grading        string          `json:"grading"` // "UK_3X5X2 1B", or empty for not graded
	Classification string          `json:"classification"`
	Handling       string          `json:"handling"` // codes with blanks between
	Restrictions   string          `json:"restrictions,omitempty"`
	Compartments   string          `json:"compartments,omitempty"`
	ValidFrom      string          `json:"validFrom,omitempty"`
	ValidUntil     string          `json:"validUntil,omitempty"`
	Details        json.RawMessage `json:"details,omitempty"`
}

// OfRecord is a record as it leaves; owner is the name of its organisation.
func OfRecord(r graph.Record, owner string) (Element, error) {
	e := elementOf(r.Contribution, owner)
	e.Kind, e.Label = string(r.Details.Kind()), r.Details.Label()
	var err error
	if e.Details, err = json.Marshal(r.Details); err != nil {
		return e, fmt.Errorf("extract a record: %w", err)
	}
	return e, nil
}

// OfLink is a link as it leaves.
func OfLink(l graph.Link, owner string) (Element, error) {
	e := elementOf(l.Contribution, owner)
	e.Kind, e.From, e.To = string(l.Kind), string(l.From), string(l.To)
	if l.Details == nil {
		return e, nil
	}
	var err error
	if e.Details, err = json.Marshal(l.Details); err != nil {
		return e, fmt.Errorf("extract a link: %w", err)
	}
	return e, nil
}

func elementOf(c graph.Contribution, owner string) Element {
	e := Element{
		ID: string(c.ID), Owner: owner, Source: c.Source, Classification: string(c.Marking.Classification),
		Handling: words(c.Marking.Handling), Restrictions: c.Marking.Restrictions, Compartments: words(c.Marking.Compartments),
		ValidFrom: string(c.Validity.From), ValidUntil: string(c.Validity.Until),
	}
	if c.Grading != (graph.Grading{}) {
		e.Grading = string(c.Grading.Scheme) + " " + c.Grading.Value
	}
	return e
}

func words[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return strings.Join(out, " ")
}

// Banner is the line that an extract carries: the highest classification and
// every condition of what is in it.
func Banner(d graph.Derived) string {
	parts := []string{strings.ReplaceAll(string(d.Classification), "_", "-")}
	if len(d.Handling) > 0 {
		parts = append(parts, "handling "+words(d.Handling))
	}
	if len(d.Compartments) > 0 {
		parts = append(parts, "compartments "+words(d.Compartments))
	}
	parts = append(parts, d.Restrictions...)
	return strings.Join(append(parts, "not to be passed on without the release of each owner"), " | ")
}
