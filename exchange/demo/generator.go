package demo

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"entente/graph"
)

// generator holds the case as it grows, and who and what later subjects refer
// to. Every draw comes from random, in the order of Generate.
type generator struct {
	random  *rand.Rand
	hub     string
	reports map[graph.ID]int // source reports so far, by organisation
	made    Case

	northmere, harbourgate, lantern, vest, frontiera organisation

	heronGroup     graph.ID
	recruitGroup   graph.ID
	romanianGroup  graph.ID
	houses         []graph.ID // in the UK
	homes          []graph.ID // in Romania, of children
	romanianHouses []graph.ID // of suspects
	pitches        []graph.ID // where children were made to beg and steal
	people         []suspect
	helpers        []graph.ID // contacts who are no suspects
	travellers     []graph.ID // coach passengers who have nothing to do with it
	children       []child
	vans           []graph.ID
	trips          []trip
	fronts         []graph.ID // the launderers' companies
	frontAccounts  []graph.ID // their accounts, in the same order
}

// organisation is a contributor with its habits: the grading scheme it uses
// and the prefix of its source reports.
type organisation struct {
	graph.Organisation
	scheme graph.Scheme
	prefix string
}

// id draws the next id of a noun.
func (g *generator) id(noun graph.Noun) graph.ID {
	var bits [16]byte
	binary.BigEndian.PutUint64(bits[:8], g.random.Uint64())
	binary.BigEndian.PutUint64(bits[8:], g.random.Uint64())
	return graph.IDOf(noun, bits)
}

// contribution is a new contribution of an organisation from one of its source
// reports, so of the year that the validity begins in.
func (g *generator) contribution(noun graph.Noun, from organisation, m graph.Marking, validity graph.Interval) graph.Contribution {
	g.reports[from.ID]++
	year := "2009"
	if validity.From != "" {
		year = string(validity.From[:4])
	}
	return graph.Contribution{
		ID:       g.id(noun),
		Hub:      g.hub,
		Source:   fmt.Sprintf("%s-%s-%05d", from.prefix, year, 1+g.reports[from.ID]/3),
		Grading:  g.grading(from.scheme),
		Marking:  m,
		Validity: validity,
		Version:  g.id(graph.NounVersion),
	}
}

// grading draws a grading, the middling ones most often.
func (g *generator) grading(scheme graph.Scheme) graph.Grading {
	values := []string{"1A", "1B", "1B", "2B", "2B", "2C", "2C", "2D", "3D", "3E"}
	if scheme == graph.SIENA {
		values = []string{"A1", "A2", "A2", "B2", "B2", "B3", "X3", "X3", "X4", "C4"}
	}
	return graph.Grading{Scheme: scheme, Value: pick(g, values)}
}

func (g *generator) record(from organisation, m graph.Marking, validity graph.Interval, details graph.RecordDetails) graph.ID {
	r := graph.Record{Contribution: g.contribution(graph.NounRecord, from, m, validity), Details: details}
	g.made.Records = append(g.made.Records, r)
	return r.ID
}

func (g *generator) link(
	from organisation, m graph.Marking, validity graph.Interval, kind graph.LinkKind, begin, end graph.ID, details graph.LinkDetails,
) {
	l := graph.Link{
		Contribution: g.contribution(graph.NounLink, from, m, validity),
		Kind:         kind, From: begin, To: end, Details: details,
	}
	g.made.Links = append(g.made.Links, l)
}

func (g *generator) involve(from organisation, m graph.Marking, operation, person graph.ID, role graph.InvolvementRole) {
	g.made.Involvements = append(g.made.Involvements, graph.Involvement{
		Contribution: g.contribution(graph.NounInvolvement, from, m, since(firstDay())),
		Operation:    operation, Person: person, Role: role,
	})
}

// pick draws one of several.
func pick[T any](g *generator, of []T) T { return of[g.random.IntN(len(of))] }

// some draws n different ones, all where there are fewer.
func some[T any](g *generator, n int, of []T) []T {
	var out []T
	for _, i := range g.random.Perm(len(of))[:min(n, len(of))] {
		out = append(out, of[i])
	}
	return out
}

// chance is true in so many of a hundred draws.
func (g *generator) chance(percent int) bool { return g.random.IntN(100) < percent }

// firstDay and lastDay bound what happens in the case.
func firstDay() time.Time { return time.Date(2008, 9, 1, 0, 0, 0, 0, time.UTC) }
func lastDay() time.Time  { return time.Date(2010, 12, 31, 0, 0, 0, 0, time.UTC) }

// day draws a day of the case.
func (g *generator) day() time.Time {
	days := int(lastDay().Sub(firstDay()).Hours()/24) + 1
	return firstDay().AddDate(0, 0, g.random.IntN(days))
}

// moment draws a minute of a day in waking hours.
func (g *generator) moment(day time.Time) time.Time {
	return day.Add(time.Duration(6*60+g.random.IntN(17*60)) * time.Minute)
}

func date(t time.Time) graph.Date { return graph.Date(t.Format(time.DateOnly)) }

func since(t time.Time) graph.Interval { return graph.Interval{From: date(t)} }

func on(t time.Time) graph.Interval { return graph.Interval{From: date(t), Until: date(t)} }

// while is an interval of so many days that begins on a day.
func while(t time.Time, days int) graph.Interval {
	return graph.Interval{From: date(t), Until: date(t.AddDate(0, 0, days))}
}
