package graph

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// RecordAttribute is a field that the details of records have: of one name where
// several kinds mean the same by it, of several where they do not. It names what
// records can say and holds nothing that one says.
type RecordAttribute string

// RecordAttributes are all attributes, in the order of kinds and of their fields.
func RecordAttributes() []RecordAttribute {
	var out []RecordAttribute
	for _, kind := range RecordKinds() {
		for field := range fieldsOf(kind) {
			if a := attributeOf(kind, field); !slices.Contains(out, a) {
				out = append(out, a)
			}
		}
	}
	return out
}

// fieldsOf are the fields of a kind's details by the name they are kept under.
func fieldsOf(kind RecordKind) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		details := reflect.TypeOf(NewRecordDetails(kind)).Elem()
		for i := range details.NumField() {
			name, _, _ := strings.Cut(details.Field(i).Tag.Get("json"), ",")
			if !yield(name) {
				return
			}
		}
	}
}

// attributeOf is what a field of a kind is called among those of all kinds.
func attributeOf(kind RecordKind, field string) RecordAttribute {
	switch string(kind) + "." + field {
	case "CRIME_GROUP.country":
		return "COUNTRIES"
	case "COMPANY.registrationNumber":
		return "COMPANY_NUMBER"
	case "PAYMENT_INSTRUMENT.number":
		return "INSTRUMENT_NUMBER"
	case "PLACE.name":
		return "PLACE_NAME"
	case "JOURNEY.number":
		return "JOURNEY_NUMBER"
	case "JOURNEY.from":
		return "DEPARTURE_PORT"
	case "JOURNEY.to":
		return "ARRIVAL_PORT"
	case "TRAVEL_DOCUMENT.number":
		return "DOCUMENT_NUMBER"
	case "TRAVEL_DOCUMENT.expires":
		return "DOCUMENT_EXPIRES"
	case "VEHICLE.registrationNumber":
		return "PLATE"
	case "PHONE.number":
		return "PHONE_NUMBER"
	}
	var name strings.Builder
	for _, letter := range field {
		if unicode.IsUpper(letter) {
			name.WriteByte('_')
		}
		name.WriteRune(unicode.ToUpper(letter))
	}
	return RecordAttribute(name.String())
}

// SaidAlike tells whether at least two of these details say the same in the
// attribute. False and empty say nothing.
func (a RecordAttribute) SaidAlike(all []RecordDetails) bool {
	said := map[string]bool{}
	for _, details := range all {
		value := a.said(details)
		if value != "" && said[value] {
			return true
		}
		said[value] = true
	}
	return false
}

// said is what details say in the attribute, encoded; empty for nothing.
func (a RecordAttribute) said(details RecordDetails) string {
	encoded, err := json.Marshal(details)
	if err != nil {
		return ""
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(encoded, &fields) != nil {
		return ""
	}
	for field, value := range fields {
		if attributeOf(details.Kind(), field) == a && !saysNothing(value) {
			return string(value)
		}
	}
	return ""
}

func saysNothing(value json.RawMessage) bool {
	return slices.ContainsFunc([]string{`""`, `null`, `false`, `[]`}, func(none string) bool { return bytes.Equal(value, []byte(none)) })
}
