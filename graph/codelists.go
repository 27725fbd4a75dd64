package graph

import (
	_ "embed" // the code lists as they come with the hub
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

//go:embed codes/codes.json
var standardCodes string

// CodePart says which part of an evaluation a code is.
type CodePart string

// The parts.
const (
	SourcePart      CodePart = "SOURCE"
	InformationPart CodePart = "INFORMATION"
	HandlingPart    CodePart = "HANDLING"
)

// CodeLists are the codes of the grading and handling schemes in words, and
// what each becomes in another scheme. They are data, so that a force corrects
// a wording, a date or a translation without a new build; which codes the hub
// takes at all is fixed (Handlings, Grading.Check).
type CodeLists struct {
	Codes        []ListedCode  `json:"codes"`
	Translations []Equivalence `json:"translations"`
}

// ListedCode is one code of one scheme in words.
type ListedCode struct {
	Scheme  Scheme   `json:"scheme"`
	Part    CodePart `json:"part"`
	Code    string   `json:"code"`
	Meaning string   `json:"meaning"`
	Validity
}

// Equivalence says what a code of one scheme becomes in another.
type Equivalence struct {
	From Scheme   `json:"from"`
	To   Scheme   `json:"to"`
	Part CodePart `json:"part"`
	Code string   `json:"code"`
	// Becomes are, of a source or an information, the candidates from the
	// strongest to the weakest, of which the last is kept; of handling, codes
	// that all apply.
	Becomes []string `json:"becomes"`
	// Alone says that the rule holds only where the code stands alone, because
	// others beside it say more: C.
	Alone bool `json:"alone,omitempty"`
	// Restriction is what H3 then says.
	Restriction string `json:"restriction,omitempty"`
	// Note says what is lost or asked; empty where nothing is.
	Note string `json:"note,omitempty"`
	Validity
}

// Validity is from and up to which day a line of a code list holds; open ends
// are left out.
type Validity struct {
	ValidFrom Date `json:"validFrom,omitempty"`
	ValidTo   Date `json:"validTo,omitempty"`
}

func (v Validity) interval() Interval { return Interval{From: v.ValidFrom, Until: v.ValidTo} }

// StandardCodeLists are the lists that come with the hub.
func StandardCodeLists() (CodeLists, error) { return ReadCodeLists(strings.NewReader(standardCodes)) }

// ReadCodeLists reads lists in JSON, in the form of graph/codes/codes.json, and
// refuses a field, a code or a date it does not understand, naming the line.
func ReadCodeLists(r io.Reader) (CodeLists, error) {
	var l CodeLists
	decoder := json.NewDecoder(r)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&l); err != nil {
		return CodeLists{}, fmt.Errorf("read the code lists: %w", err)
	}
	return l, l.check()
}

func (l CodeLists) check() error {
	for i, c := range l.Codes {
		if err := c.check(); err != nil {
			return fmt.Errorf("codes[%d]: %w", i, err)
		}
	}
	for i, e := range l.Translations {
		if err := e.check(); err != nil {
			return fmt.Errorf("translations[%d]: %w", i, err)
		}
	}
	return nil
}

func (c ListedCode) check() error {
	if !slices.Contains(codesOf(c.Scheme, c.Part), c.Code) {
		return Bad("code", "The hub does not know this code of "+string(c.Scheme)+".")
	}
	if err := required("meaning", c.Meaning, "what the code means"); err != nil {
		return err
	}
	return c.interval().Check("validity")
}

func (e Equivalence) check() error {
	if !slices.Contains(codesOf(e.From, e.Part), e.Code) {
		return Bad("code", "The hub does not know this code of "+string(e.From)+".")
	}
	if len(e.Becomes) == 0 {
		return Bad("becomes", "Say at least one code.")
	}
	for _, code := range e.Becomes {
		if !slices.Contains(codesOf(e.To, e.Part), code) {
			return Bad("becomes", "The hub does not know this code of "+string(e.To)+".")
		}
	}
	if slices.Contains(e.Becomes, "H3") != (e.Restriction != "") {
		return Bad("restriction", "Exactly what becomes H3 needs a restriction in words.")
	}
	return e.interval().Check("validity")
}

// codesOf are the codes that the hub takes for a part of a scheme.
func codesOf(s Scheme, part CodePart) []string {
	sources, informations := gradingCodes(s)
	switch part {
	case SourcePart:
		return strings.Split(sources, "")
	case InformationPart:
		return strings.Split(informations, "")
	}
	var codes []string
	for _, h := range Handlings() {
		if h.Scheme() == s && part == HandlingPart {
			codes = append(codes, string(h))
		}
	}
	return codes
}

// Meaning is a grading in words, by the lists as they hold at t or, for a code
// of an earlier time, as they held last; empty where the lists do not say.
func (l CodeLists) Meaning(g Grading, t time.Time) string {
	if g.Check("") != nil || g == (Grading{}) {
		return ""
	}
	source, information := l.meaning(g.Scheme, SourcePart, g.Value[:1], t), l.meaning(g.Scheme, InformationPart, g.Value[1:], t)
	if source == "" || information == "" {
		return ""
	}
	return "Source: " + source + " Information: " + information
}

func (l CodeLists) meaning(s Scheme, part CodePart, code string, t time.Time) string {
	last := ""
	for _, c := range l.Codes {
		if c.Scheme != s || c.Part != part || c.Code != code {
			continue
		}
		if last = c.Meaning; c.interval().Holds(t) {
			return c.Meaning
		}
	}
	return last
}

// rule is what a code becomes at t.
func (l CodeLists) rule(from, to Scheme, part CodePart, code string, t time.Time) (Equivalence, error) {
	for _, e := range l.Translations {
		if e.From == from && e.To == to && e.Part == part && e.Code == code && e.interval().Holds(t) {
			return e, nil
		}
	}
	return Equivalence{}, Bad("to", "The code lists of this hub hold no translation of "+code+" from "+string(from)+" to "+string(to)+" at this time.")
}
