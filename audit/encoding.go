package audit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"entente/graph"
)

const (
	version    = 1
	timeFormat = "2006-01-02T15:04:05.000000Z"
	// elementsPerPart keeps an entry under the 65,535 bytes of tlog-tiles: an
	// id takes 30 bytes, everything else together less than 11,000.
	elementsPerPart = 1800
)

// wire is version 1 of the stored form: one JSON object, members in this order,
// empty ones left out, no white space.
type wire struct {
	Version      int        `json:"v"`
	At           string     `json:"at"`
	Action       Action     `json:"action"`
	Officer      graph.ID   `json:"officer,omitempty"`
	Organisation graph.ID   `json:"organisation,omitempty"`
	Purpose      string     `json:"purpose,omitempty"`
	Operation    graph.ID   `json:"operation,omitempty"`
	Request      string     `json:"request"`
	Refusal      graph.Code `json:"refusal,omitempty"`
	Query        *Shape     `json:"query,omitempty"`
	Part         int        `json:"part,omitempty"`
	Parts        int        `json:"parts,omitempty"`
	Unseen       bool       `json:"unseen,omitempty"`
	Elements     []graph.ID `json:"elements,omitempty"`
}

// Encode gives the canonical bytes of an entry: equal entries have equal bytes,
// for ever. It is what the log hashes.
func Encode(e Entry) ([]byte, error) {
	if err := e.Check(); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(wire{
		version, e.At.UTC().Format(timeFormat), e.Action, e.Officer, e.Organisation, e.Purpose,
		e.Operation, e.Request, e.Refusal, e.Query, e.Part, e.Parts, e.Unseen, e.Elements,
	})
	if err != nil {
		return nil, fmt.Errorf("encode an audit entry: %w", err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// Decode reads an entry back. Bytes that Encode would not have written are
// refused, with no part of them in the error.
func Decode(data []byte) (Entry, error) {
	var w wire
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&w); err != nil {
		return Entry{}, errors.New("decode an audit entry: not an entry of this version")
	}
	at, err := time.Parse(timeFormat, w.At)
	if err != nil || w.Version != version {
		return Entry{}, errors.New("decode an audit entry: not an entry of this version")
	}
	e := Entry{
		at.UTC(), w.Action, w.Officer, w.Organisation, w.Purpose, w.Operation,
		w.Request, w.Refusal, w.Query, w.Elements, w.Unseen, w.Part, w.Parts,
	}
	again, err := Encode(e)
	if err != nil || !bytes.Equal(again, data) {
		return Entry{}, errors.New("decode an audit entry: not in canonical form")
	}
	return e, nil
}

// leaves encodes an entry as one leaf of the log or, where it names many
// elements, several. Each part repeats who, why and what.
func leaves(e Entry, at time.Time) ([][]byte, error) {
	e.At = at
	elements := slices.Compact(slices.Sorted(slices.Values(e.Elements)))
	parts := max(1, (len(elements)+elementsPerPart-1)/elementsPerPart)
	out := make([][]byte, 0, parts)
	for i := range parts {
		e.Elements = elements[i*elementsPerPart : min(len(elements), (i+1)*elementsPerPart)]
		e.Part, e.Parts = 0, 0
		if parts > 1 {
			e.Part, e.Parts = i+1, parts
		}
		leaf, err := Encode(e)
		if err != nil {
			return nil, err
		}
		out = append(out, leaf)
	}
	return out, nil
}
