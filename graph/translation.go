package graph

import (
	"slices"
	"strings"
	"time"
)

// Translation is a grading and handling put into another scheme. The stricter
// side is kept, and what is lost is said.
type Translation struct {
	To Scheme
	// Candidates go from the strongest to the weakest; nil where no grading was
	// given. Grading is the last, to be kept unless somebody knows better.
	Candidates []Grading
	Grading    *Grading
	Handling   []Handling // sorted
	// Restrictions is the text of an H3 that came of the translation, else empty.
	Restrictions string
	Lossy        bool
	Notes        []string // what is lost, and what to ask; none if not Lossy
}

// Translate puts a grading (zero for none) and handling codes into another
// scheme, by the lists as they hold at t. Codes already of that scheme stay.
// Codes that contradict each other, and UK_5X5X5 as the target, are refused.
func (l CodeLists) Translate(g Grading, handling []Handling, to Scheme, t time.Time) (Translation, error) {
	if to != UK3x5x2 && to != SIENA {
		return Translation{}, Bad("to", "Translate to UK_3X5X2 or SIENA; 5x5x5 is read and no longer written.")
	}
	if err := g.Check("grading"); err != nil {
		return Translation{}, err
	}
	if err := checkKnown(handling); err != nil {
		return Translation{}, err
	}
	if err := checkConditions(handling); err != nil {
		return Translation{}, err
	}
	out := Translation{To: to}
	if err := l.grade(&out, g, t); err != nil {
		return Translation{}, err
	}
	if err := l.handle(&out, handling, t); err != nil {
		return Translation{}, err
	}
	out.Lossy = len(out.Notes) > 0
	return out, nil
}

// grade puts a grading into the scheme of out.
func (l CodeLists) grade(out *Translation, g Grading, t time.Time) error {
	if g == (Grading{}) {
		return nil
	}
	sources, informations := []string{g.Value[:1]}, []string{g.Value[1:]}
	if g.Scheme != out.To {
		source, err := l.rule(g.Scheme, out.To, SourcePart, g.Value[:1], t)
		if err != nil {
			return err
		}
		information, err := l.rule(g.Scheme, out.To, InformationPart, g.Value[1:], t)
		if err != nil {
			return err
		}
		sources, informations = source.Becomes, information.Becomes
		out.note(source.Note, information.Note)
	}
	for _, source := range sources {
		for _, information := range informations {
			out.Candidates = append(out.Candidates, Grading{Scheme: out.To, Value: source + information})
		}
	}
	out.Grading = &out.Candidates[len(out.Candidates)-1]
	return nil
}

// handle puts handling codes into the scheme of out.
func (l CodeLists) handle(out *Translation, codes []Handling, t time.Time) error {
	var restrictions []string
	codes = sorted(codes)
	for _, code := range codes {
		if code.Scheme() == out.To {
			out.Handling = append(out.Handling, code)
			continue
		}
		e, err := l.rule(code.Scheme(), out.To, HandlingPart, string(code), t)
		if err != nil {
			return err
		}
		if e.Alone && othersOfScheme(codes, code) {
			continue
		}
		for _, becomes := range e.Becomes {
			out.Handling = append(out.Handling, Handling(becomes))
		}
		if e.Restriction != "" {
			restrictions = append(restrictions, e.Restriction)
		}
		out.note(e.Note)
	}
	out.Handling = strictest(sorted(out.Handling))
	out.Restrictions = strings.Join(restrictions, " ")
	return nil
}

// othersOfScheme says whether codes hold another one of the scheme of code.
func othersOfScheme(codes []Handling, code Handling) bool {
	return slices.ContainsFunc(codes, func(h Handling) bool { return h != code && h.Scheme() == code.Scheme() })
}

func (t *Translation) note(notes ...string) {
	for _, n := range notes {
		if n != "" && !slices.Contains(t.Notes, n) {
			t.Notes = append(t.Notes, n)
		}
	}
}
