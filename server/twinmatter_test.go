package server_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"pgregory.net/rapid"

	"entente/casework"
	"entente/graph"
	"entente/graph/identifier"
)

// maxSteps is in how many steps a world is written at most.
const maxSteps = 4

// twinStep is one step of a world: what a load brings, and the work on it.
type twinStep struct {
	casework.Case
	objects       []graph.CaseObject
	retentions    []graph.Retention
	discoverables []graph.Discoverable
}

// join adds the step of another world.
func (s *twinStep) join(other twinStep) {
	s.Organisations, s.Officers = append(s.Organisations, other.Organisations...), append(s.Officers, other.Officers...)
	s.Operations, s.Records = append(s.Operations, other.Operations...), append(s.Records, other.Records...)
	s.Links, s.Involvements = append(s.Links, other.Links...), append(s.Involvements, other.Involvements...)
	s.objects, s.retentions = append(s.objects, other.objects...), append(s.retentions, other.retentions...)
	s.discoverables = append(s.discoverables, other.discoverables...)
}

// drawMatter draws what the officers of a world work with: notices, releases,
// second decisions, disposals, certificates, evaluations, reviews and holds,
// and what may be found without being seen.
func (w *twinWorld) drawMatter(t *rapid.T) {
	step := &w.steps[0]
	for range rapid.IntRange(0, 5).Draw(t, "case objects") {
		step.objects = append(step.objects, w.drawObject(t))
	}
	for _, id := range w.order {
		if rapid.IntRange(0, 3).Draw(t, "retained") == 0 {
			step.retentions = append(step.retentions, w.drawRetention(t, id))
		}
	}
	for _, r := range step.Records {
		if rapid.IntRange(0, 3).Draw(t, "discoverable") == 0 {
			step.discoverables = append(step.discoverables, graph.Discoverable{
				Record: r.ID, Version: r.Version, Schemes: graph.HitSchemes(), Tokens: identifier.HitTokens(r.Details, graph.HitSchemes()),
			})
		}
	}
}

// ownerOf is the organisation that contributed an element.
func (w *twinWorld) ownerOf(id graph.ID) graph.ID {
	if r, ok := w.records[id]; ok {
		return r.Owner()
	}
	if l, ok := w.links[id]; ok {
		return l.Owner()
	}
	return w.involvements[id].Owner()
}

func (w *twinWorld) drawRetention(t *rapid.T, id graph.ID) graph.Retention {
	officer, at := w.cast.officers[0].ID, theDay().Add(-time.Hour)
	r := graph.Retention{Of: id, Owner: w.ownerOf(id), Review: theDay().Add(time.Duration(rapid.IntRange(-50, 50).Draw(t, "review")) * time.Hour)}
	if rapid.Bool().Draw(t, "held") {
		r.Hold = &graph.Hold{Reason: "an invented inquiry", Officer: officer, At: at}
	}
	if rapid.Bool().Draw(t, "kept") {
		r.Kept = &graph.Kept{Reason: "an invented appeal", Officer: officer, At: at}
	}
	return r
}

func (w *twinWorld) drawObject(t *rapid.T) graph.CaseObject {
	maker := rapid.SampledFrom(w.cast.organisations).Draw(t, "maker").ID
	other := rapid.SampledFrom(w.cast.organisations).Draw(t, "other").ID
	element := rapid.SampledFrom(w.order).Draw(t, "about")
	operation := rapid.SampledFrom(w.operations).Draw(t, "of").ID
	officer := w.cast.officers[0].ID
	o := graph.CaseObject{
		ID: w.id(graph.NounCaseObject), Hub: "hub.test.example", Version: w.id(graph.NounVersion), About: []graph.ID{element},
		Kind: rapid.SampledFrom(graph.CaseKinds()).Draw(t, "case kind"), Marking: graph.OwnOrganisationOnly(maker),
	}
	if rapid.IntRange(0, 4).Draw(t, "compartment of work") == 0 {
		o.Marking.Compartments = []graph.Compartment{rapid.SampledFrom(graph.Compartments()).Draw(t, "of these")}
	}
	var body any
	switch o.Kind {
	case graph.CaseRelease:
		o.State = string(rapid.SampledFrom(graph.ReleaseStates()).Draw(t, "release"))
		owner := w.ownerOf(element)
		between(&o.Marking, owner)
		body = graph.Release{
			Element: element, Owner: owner, AskedBy: officer, Action: "PASS_ON", To: []graph.ID{other}, Why: "an invented trial",
			Until: theDay().Add(time.Duration(rapid.SampledFrom([]int{-1, 48}).Draw(t, "leave")) * time.Hour), DecidedBy: officer, Decided: theDay().Add(-time.Minute), Reason: "invented",
		}
	case graph.CaseNotice:
		n := graph.Notice{Kind: rapid.SampledFrom(graph.NoticeKinds()).Draw(t, "notice"), From: other, Officer: officer, Operation: operation, Matter: o.ID, Detail: "EXPORT"}
		o.State, body = string(n.Kind), n
		if rapid.Bool().Draw(t, "excepted") {
			o.Except = []graph.ID{rapid.SampledFrom(w.cast.officers).Draw(t, "who is not told").ID}
		}
	case graph.CaseCertificate:
		o.State, o.About = graph.CertificateDone, []graph.ID{operation}
		between(&o.Marking, other)
		body = graph.Certificate{Operation: operation, Organisation: maker, Choice: graph.ReturnData, Records: 2, Digest: "00", Officer: officer, Done: theDay().Add(-time.Minute)}
	case graph.CaseEvaluation:
		o.About = []graph.ID{operation}
		between(&o.Marking, other)
		body = graph.Evaluation{Operation: operation, Organisation: maker, Officer: officer, Results: "invented", Difficulties: "none", Lessons: "none", Arrests: 2, Seized: "a mock car"}
	case graph.CaseDisposal:
		o.State = string(rapid.SampledFrom([]graph.DisposalState{graph.DisposalProposed, graph.DisposalRefused, graph.DisposalDone}).Draw(t, "disposal"))
		body = graph.Disposal{Reason: "an invented time limit", Proposed: officer, Confirmed: w.cast.officers[1].ID, Erased: 1}
	case graph.CaseJointPlan:
		o.About = []graph.ID{operation}
		o.State = string(rapid.SampledFrom([]graph.JointPlanState{graph.JointPlanOpen, graph.JointPlanAgreed, graph.JointPlanRefused}).Draw(t, "joint plan"))
		between(&o.Marking, other)
		p := graph.JointPlan{Partner: other, Operation: operation, AskedBy: officer, Why: "an invented day of arrests", Budget: 2, Hops: 1, Objective: "LARGEST_COMPONENT"}
		if o.State == string(graph.JointPlanAgreed) {
			p.Targets = [][]graph.ID{{element}, {rapid.SampledFrom(w.order).Draw(t, "target")}}
		}
		body = p
	case graph.CaseView:
		o.State, o.About = rapid.SampledFrom([]string{graph.ViewKept, graph.ViewKept, graph.ViewGone}).Draw(t, "view"), nil
		between(&o.Marking, other)
		body = w.drawView(t)
	case graph.CaseComment:
		o.State = rapid.SampledFrom([]string{graph.CommentMade, graph.CommentMade, graph.CommentWithdrawn}).Draw(t, "comment")
		between(&o.Marking, other)
		body = graph.Comment{On: element, Officer: rapid.SampledFrom(w.cast.officers).Draw(t, "commentator").ID, Text: "an invented remark"}
	case graph.CaseDecision:
		o.State = string(rapid.SampledFrom([]graph.DecisionState{graph.DecisionPending, graph.DecisionRejected}).Draw(t, "decision"))
		person := rapid.SampledFrom(w.steps[0].Records).Draw(t, "person").ID
		o.About = []graph.ID{person}
		body = graph.SecondDecision{AskedBy: officer, Involvement: graph.Involvement{
			Contribution: graph.Contribution{ID: w.id(graph.NounInvolvement), Marking: o.Marking}, Person: person, Operation: operation, Role: graph.Suspect,
		}}
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		t.Fatal(fmt.Errorf("encode a case object: %w", err))
	}
	o.Body, o.Marking = encoded, o.Marking.Canonical()
	return o
}

// drawView draws a view of some of the records, each at a place of its own.
func (w *twinWorld) drawView(t *rapid.T) graph.View {
	v := graph.View{
		Name: "an invented view", Maker: rapid.SampledFrom(w.cast.officers).Draw(t, "maker of a view").ID, Resolution: 1,
		Grouping: rapid.SampledFrom([]graph.ViewGrouping{"", graph.ByKind, graph.ByCommunity}).Draw(t, "grouping"),
	}
	if v.Grouping == "" {
		v.Attribute = rapid.SampledFrom([]graph.RecordAttribute{"", "NAME", "COUNTRY", "NETWORK", "DOCUMENT"}).Draw(t, "attribute")
	}
	for i, r := range w.steps[0].Records {
		if rapid.IntRange(0, 3).Draw(t, "in view") == 0 {
			continue
		}
		v.Places = append(v.Places, graph.ViewPlace{Record: r.ID, X: float64(i * i % 7), Y: float64(10 * i), Pinned: i%2 == 0})
		if rapid.Bool().Draw(t, "opened") {
			v.Opened = append(v.Opened, r.ID)
		}
	}
	return v
}

// asMade is a view as it would be if somebody had made it of what an officer
// sees now; other case objects stay as they are.
func (w *twinWorld) asMade(v viewer, o graph.CaseObject) graph.CaseObject {
	var view graph.View
	if o.Kind != graph.CaseView || json.Unmarshal(o.Body, &view) != nil {
		return o
	}
	encoded, err := json.Marshal(view.InSight(func(id graph.ID) bool { return w.seesElement(v, id) }))
	if err == nil {
		o.Body = encoded
	}
	return o
}

// between lets a second organisation know.
func between(m *graph.Marking, other graph.ID) {
	if other != m.Owner {
		m.Audience = graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{other}}
	}
}

// matterInSight is what is left of the work in a step for one officer: what is
// marked for the officer, and of elements in sight what their owner knows.
func (w *twinWorld) matterInSight(v viewer, step twinStep) twinStep {
	own := func(id graph.ID) bool { return w.ownerOf(id) == v.Organisation && w.seesElement(v, id) }
	var found []graph.Discoverable
	for _, d := range step.discoverables {
		if first := w.first(d.Record); !v.sees(first.Marking) {
			d.Version = w.nothing(first).Version
		}
		if own(d.Record) {
			found = append(found, d)
		}
	}
	var objects []graph.CaseObject
	for _, o := range step.objects {
		if v.sees(o.Marking) {
			objects = append(objects, w.asMade(v, o))
		}
	}
	return twinStep{
		objects:       objects,
		retentions:    slices.DeleteFunc(slices.Clone(step.retentions), func(r graph.Retention) bool { return !own(r.Of) }),
		discoverables: found,
	}
}

// first is how a record was first written.
func (w *twinWorld) first(id graph.ID) graph.Contribution {
	records := w.steps[0].Records
	return records[slices.IndexFunc(records, func(r graph.Record) bool { return r.ID == id })].Contribution
}

func (w *twinWorld) seesElement(v viewer, id graph.ID) bool {
	if _, ok := w.records[id]; ok {
		return w.seesRecord(v, id)
	}
	if l, ok := w.links[id]; ok {
		return w.seesLink(v, l)
	}
	return w.seesInvolvement(v, w.involvements[id])
}
