package graph

import "strings"

// Scheme names a grading system. Letters and digits swap meaning between
// schemes, so a grading is never a bare value.
type Scheme string

// The schemes of UK police (current and legacy) and of Europol.
const (
	UK3x5x2 Scheme = "UK_3X5X2"
	UK5x5x5 Scheme = "UK_5X5X5"
	SIENA   Scheme = "SIENA"
)

// Grading is the evaluation of a source and of its information, e.g.
// {UK_3X5X2, "1B"}: source 1, information B. Handling codes belong to the
// marking. The zero Grading is "not graded".
type Grading struct {
	Scheme Scheme `json:"scheme"`
	Value  string `json:"value"`
}

// gradingCodes gives, for a scheme, the allowed source and information codes.
func gradingCodes(s Scheme) (sources, informations string) {
	switch s {
	case UK3x5x2:
		return "123", "ABCDE"
	case UK5x5x5:
		return "ABCDE", "12345"
	case SIENA:
		return "ABCX", "1234"
	}
	return "", ""
}

// Check refuses an unknown scheme and a value that is not of the scheme.
func (g Grading) Check(field string) error {
	if g == (Grading{}) {
		return nil
	}
	sources, informations := gradingCodes(g.Scheme)
	if sources == "" {
		return Bad(field+".scheme", "The scheme must be UK_3X5X2, UK_5X5X5 or SIENA.")
	}
	if len(g.Value) != 2 || !strings.Contains(sources, g.Value[:1]) || !strings.Contains(informations, g.Value[1:]) {
		return Bad(field+".value", "In "+string(g.Scheme)+" a grading is one of "+sources+" for the source and one of "+
			informations+" for the information, such as "+sources[:1]+informations[1:2]+".")
	}
	return nil
}

// Weakness orders gradings of all schemes from 0 (strongest) to 10 (weakest):
// the sum of a source part and an information part of 0 to 5 each. Not graded
// counts as weakest but for what is known to be false. It follows the
// translation in docs/access-control.md.
func (g Grading) Weakness() int {
	if g.Check("") != nil || g == (Grading{}) {
		return 9
	}
	sources, informations := gradingCodes(g.Scheme)
	source := strings.Index(sources, g.Value[:1])
	information := strings.Index(informations, g.Value[1:])
	return source*5/(len(sources)-1) + information*5/(len(informations)-1)
}
