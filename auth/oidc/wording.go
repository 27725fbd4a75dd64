package oidc

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"

	"golang.org/x/text/language"
)

// Wording is the sign-in page in one language. What is empty is said in English.
type Wording struct {
	Title     string `json:"title"`
	Choose    string `json:"choose"`
	Domain    string `json:"domain"`
	Show      string `json:"show"`
	NoneMatch string `json:"noneMatch"`
	Failed    string `json:"failed"`
	Again     string `json:"again"`
	SignedOut string `json:"signedOut"`
	Continue  string `json:"continue"`
	Number    string `json:"number"`
}

// The languages of the pages are compared with this file too.
//
//go:embed english.json
var englishJSON []byte

// speech is the wordings with what finds the one that a browser prefers.
type speech struct {
	tags     []language.Tag // English first
	matcher  language.Matcher
	wordings []Wording
}

// speechOf takes the wordings other than English by their BCP 47 tag.
func speechOf(wordings map[string]Wording) (speech, error) {
	var english Wording
	if err := json.Unmarshal(englishJSON, &english); err != nil {
		return speech{}, fmt.Errorf("read the English of the sign-in page: %w", err)
	}
	s := speech{tags: []language.Tag{language.English}, wordings: []Wording{english}}
	for _, name := range slices.Sorted(maps.Keys(wordings)) {
		tag, err := language.Parse(name)
		if err != nil {
			return speech{}, fmt.Errorf("%q is not a language of BCP 47: %w", name, err)
		}
		s.tags = append(s.tags, tag)
		s.wordings = append(s.wordings, completed(wordings[name], english))
	}
	s.matcher = language.NewMatcher(s.tags)
	return s, nil
}

// completed puts English where a wording is empty.
func completed(w, english Wording) Wording {
	to, from := reflect.ValueOf(&english).Elem(), reflect.ValueOf(w)
	for i := range from.NumField() {
		if text := from.Field(i).String(); text != "" {
			to.Field(i).SetString(text)
		}
	}
	return english
}

// of is the language that the browser prefers among those there are.
func (s speech) of(r *http.Request) (tag string, words Wording) {
	_, at := language.MatchStrings(s.matcher, r.Header.Get("Accept-Language"))
	return s.tags[at].String(), s.wordings[at]
}
