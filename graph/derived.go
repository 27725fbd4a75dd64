package graph

import "slices"

// Derived is how a fact must be handled that was made from others: a path, a
// community, a product. It carries the strictest of all its inputs, and nothing
// of their contents. It is for who sees all inputs: policy.DecideAll.
type Derived struct {
	// Handling are the codes of all inputs, of both schemes, without those that
	// another one of them makes moot. Sorted. CodeLists.Translate puts them into
	// one scheme and says what is lost.
	Handling []Handling
	// Restrictions are the texts that H3 stands for, sorted, each once.
	Restrictions   []string
	Classification Classification // the highest
	Compartments   []Compartment  // all of them, sorted
	// Weakest is the weakest grading; nil where one is not graded, and where
	// there is none.
	Weakest *Grading
	Owners  []ID // all of them, sorted
}

// Basis is what a derived fact takes of an element that it rests on.
type Basis struct {
	Marking Marking
	Grading Grading // the zero Grading where it is not graded
	Source  string  // the source report
}

// Basis is what facts take that rest on the element.
func (c Contribution) Basis() Basis { return Basis{c.Marking, c.Grading, c.Source} }

// Derive combines the markings of all inputs and the gradings of those that
// bear on how sure the result is. Of nothing, it is Official and free.
func Derive(markings []Marking, gradings []Grading) Derived {
	d := Derived{Classification: Official, Weakest: weakestOf(gradings)}
	for _, m := range markings {
		d.Handling = append(d.Handling, m.Handling...)
		d.Compartments = append(d.Compartments, m.Compartments...)
		d.Owners = append(d.Owners, m.Owner)
		if m.Restrictions != "" {
			d.Restrictions = append(d.Restrictions, m.Restrictions)
		}
		if m.Classification != Official {
			d.Classification = OfficialSensitive
		}
	}
	d.Handling = strictest(sorted(d.Handling))
	d.Restrictions, d.Compartments, d.Owners = sorted(d.Restrictions), sorted(d.Compartments), sorted(d.Owners)
	return d
}

// strictest leaves out what another code makes moot: P next to any other, H0
// next to H1 to H3, which include it. H0 next to C stays: C does not say that
// the purpose is crime alone.
func strictest(codes []Handling) []Handling {
	siena := slices.ContainsFunc(codes, func(h Handling) bool { return h.Scheme() == SIENA && h != "H0" })
	only := len(codes) == 1
	codes = slices.DeleteFunc(codes, func(h Handling) bool { return (h == "P" && !only) || (h == "H0" && siena) })
	return sorted(codes)
}

// weakestOf is the weakest of gradings, of equally weak ones the first; nil
// where one is not graded.
func weakestOf(gradings []Grading) *Grading {
	var weakest *Grading
	for i, g := range gradings {
		if g == (Grading{}) {
			return nil
		}
		if weakest == nil || g.Weakness() > weakest.Weakness() {
			weakest = &gradings[i]
		}
	}
	return weakest
}
