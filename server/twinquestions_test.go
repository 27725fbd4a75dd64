package server_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"entente/graph"
)

// document is a question by its field of Query, and its text.
type document struct{ root, text string }

// documentsEach is how many questions are drawn for a world, beside one about
// an element.
const documentsEach = 2

// documents ask every field of Query over some worlds, each one: an error in
// one would empty the whole answer.
func (w *twins) documents() []document {
	switch w.focus {
	case "":
	case "every record":
		return []document{{w.focus, `{ nodes(ids: ["` + strings.Join(w.asker.everywhere["record"], `", "`) + `"]) { id ... on Record { versions { version } involvements { id role } } } }`}}
	default:
		return []document{w.asker.document(w.focus), w.asker.document(w.focus)}
	}
	var roots []string
	for _, f := range w.asker.schema.Query.Fields {
		if apart()["Query."+f.Name] == "" && !strings.HasPrefix(f.Name, "__") {
			roots = append(roots, f.Name)
		}
	}
	w.asker.random.Shuffle(len(roots), func(i, j int) { roots[i], roots[j] = roots[j], roots[i] })
	out := []document{w.asker.document("node")}
	for _, root := range roots[:documentsEach] {
		out = append(out, w.asker.document(root))
	}
	return out
}

// apart are the questions, and the types, that the twins do not ask for, and
// where it is held that what is out of sight changes nothing of them.
func apart() map[string]string {
	log := "the log is of what was asked of this hub, when, and under which request: server/audit_test.go"
	trust := "of providers and browsers, with nothing of a record: server/issuer_test.go"
	export := "before it leaves, the hub asks all it knows whom to safeguard, and says so: release_test.go; of other things, sight_test.go"
	return map[string]string{
		"Query.accessesTo": log, "Query.actionsOf": log, "AuditConnection": log, "AuditEntry": log, "AuditEdge": log,
		"Query.exportGraph": export, "Export": export,
		"Query.issuers": trust, "Issuer": trust, "Query.dryRunIssuer": trust, "IssuerTrial": trust,
		"Query.mySessions": trust, "BrowserSession": trust,
		"Query.job": "no question begins one: job_test.go, TestJobsAnswerTheirOfficerAlone", "Job": "its answer is that of the question, which is asked: jobwatch_test.go",
	}
}

// ofActs are the types that acts and subscriptions alone give, and where it is
// held that what is out of sight changes nothing of them.
func ofActs() map[string]string {
	own := "of what the caller has just done to what is the caller's own or in sight: existing_test.go, api_test.go, share_test.go"
	agreed := "of what parties agree on, by their own officers: lifecycle_test.go, retention_test.go, release_test.go, jointplan_test.go"
	drawn := "of a view or a remark the caller has just kept: canvasview_test.go; what others kept is asked of Query's types"
	told := "an event is what a question would give at that moment, and none comes of what is hidden: subscribe_test.go"
	hit := "it tells of what is out of sight, as its owner allowed, and nothing else: hit_test.go"
	return map[string]string{
		"RecordPayload": own, "LinkPayload": own, "InvolvementPayload": own, "RetirePayload": own, "SharePayload": own, "SetDiscoverablePayload": own, "RetentionPayload": own,
		"OperationPayload": agreed, "CertificatePayload": agreed, "EvaluationPayload": agreed, "DisposalPayload": agreed, "ReleasePayload": agreed, "JointPlanPayload": agreed,
		"ViewPayload": drawn, "CommentPayload": drawn,
		"ImportPayload": "of rows the caller gave, as if nothing were there that the caller does not see: import_test.go",
		"ChangeEvent":   told, "NoticeEvent": told, "Subscription": told,
		"AskHitPayload": hit, "Hit": hit, "Mutation": own,
	}
}

// prepare draws from what a world has, most of it in the officer's sight.
func (a *asker) prepare(seed uint64, world *twinWorld, v viewer) {
	a.random = rand.New(rand.NewPCG(seed, 1)) // #nosec G404 -- a test repeats itself
	a.everywhere, a.seen = world.ids(viewer{}, true), world.ids(v, false)
	a.words = nil
	for _, r := range world.records {
		a.words = append(a.words, strings.Fields(r.Details.Label())...)
		a.words = append(a.words, r.Details.Label())
	}
	slices.Sort(a.words)
	a.caseInputs(world)
	a.engineInputs(a.some("record"), a.some("operation")[0])
	a.times = nil
	for _, minutes := range []int{-51, -50, -49, -47, -46, 0, 0, 0} {
		a.times = append(a.times, theDay().Add(time.Duration(minutes)*time.Minute).Format(time.RFC3339))
	}
}

// some are ids in sight, now and then ids from everywhere.
func (a *asker) some(kind string) []string {
	if len(a.seen[kind]) == 0 || a.random.IntN(12) == 0 {
		return a.everywhere[kind]
	}
	return a.seen[kind]
}

// ids are those of a world by what is under them, "" being anything: all, or
// what an officer sees.
func (w *twinWorld) ids(v viewer, all bool) map[string][]string {
	out := map[string][]string{"record": nil, "own": nil, "operation": nil, "organisation": nil, "officer": nil}
	add := func(kind string, id graph.ID) { out[kind] = append(out[kind], string(id)) }
	for _, id := range w.order {
		if !all && !w.seesElement(v, id) {
			continue
		}
		add("", id)
		add("element", id)
		if _, ok := w.records[id]; ok && (all || !w.records[id].Retired) {
			add("record", id)
			add("", id) // records more often than the rest
		}
		if all || w.ownerOf(id) == v.Organisation {
			add("own", id)
		}
	}
	operations := w.operations
	if !all {
		operations = w.knows(v)
	}
	for _, o := range operations {
		add("operation", o.ID)
		add("", o.ID)
	}
	for _, o := range w.cast.organisations {
		add("organisation", o.ID)
		add("", o.ID)
	}
	add("officer", w.cast.officers[0].ID)
	if all {
		out["view"], out["commented"] = []string{"nonsense"}, []string{"nonsense"}
		out[""] = append(out[""], "nonsense", string(twinID(graph.NounRecord, "unknown")), string(twinID(graph.NounLink, "unknown")))
	}
	for _, o := range w.steps[0].objects {
		if all || v.sees(o.Marking) {
			add("", o.ID)
			switch o.Kind {
			case graph.CaseView:
				add("view", o.ID)
			case graph.CaseComment:
				add("commented", o.About[0])
			}
		}
	}
	for kind := range out {
		slices.Sort(out[kind])
	}
	return out
}

// caseInputs are inputs of the questions to the store that hold together.
func (a *asker) caseInputs(world *twinWorld) {
	organisations, operation, numbers := world.cast.organisations, a.some("operation")[0], identifiersOf(world)
	a.sound = map[string][]string{
		"GradingInput":    {`{scheme: SIENA, value: "B3"}`, `{scheme: UK_3X5X2, value: "2C"}`},
		"IdentifierInput": numbers,
		"IntervalInput":   {`{from: "2009-03", until: "2010-09"}`},
		"RecordFilter": {
			`{}`, `{kinds: [PERSON, BANK_ACCOUNT]}`, `{countries: ["GB"]}`, fmt.Sprintf(`{owners: [%q]}`, organisations[0].ID),
			fmt.Sprintf(`{operation: %q}`, operation), fmt.Sprintf(`{operation: %q, involved: [SUSPECT, VICTIM]}`, operation),
			fmt.Sprintf(`{name: %q}`, a.words[0]), `{at: "2010-06-01T12:00:00Z"}`,
		},
		"SharePreviewInput": {
			fmt.Sprintf(`{act: WIDEN, filter: {}, audience: {scope: JOINT_TEAMS, operations: [%q]}}`, operation),
			fmt.Sprintf(`{act: SHARE, filter: {kinds: [PERSON]}, audience: {scope: ORGANISATIONS, organisations: [%q]}, handling: [H3], restrictions: "ask", embargo: "2010-07-01T00:00:00Z", expires: "2010-08-01T00:00:00Z"}`, organisations[1].ID),
			`{act: SHARE, filter: {}, audience: {scope: EVERYONE}, withLinks: false}`, `{act: RECALL, filter: {}}`,
			fmt.Sprintf(`{act: NARROW, filter: {}, audience: {scope: ORGANISATIONS, organisations: [%q]}}`, organisations[0].ID),
		},
		"ImportLayoutInput": {fmt.Sprintf(`{mapping: %q, file: "people.csv"}`, registerMapping)},
		"PreviewImportInput": {
			fmt.Sprintf(`{mapping: %q, file: "people.csv", head: "id,name,born\n", rows: "1,Anda Invented,1970\n2,Barbu Invented,1970-13\n", line: 2, stage: RECORDS}`, registerMapping),
			fmt.Sprintf(`{mapping: %q, file: "ties.csv", head: "one,other\n", rows: "1,2\n", line: 2, stage: LINKS, name: "other"}`, registerMapping),
			fmt.Sprintf(`{mapping: %q, file: "ties.csv", rows: "1,2\n", line: 1, stage: LINKS}`, endsMapping),
		},
		"SearchInput": {
			fmt.Sprintf(`{text: %q, first: 1}`, a.words[0]), fmt.Sprintf(`{text: %q, first: 1}`, a.words[len(a.words)/2]),
			fmt.Sprintf(`{text: %q, first: 2}`, a.words[len(a.words)-1]), `{text: "m", first: 1}`, `{text: "a"}`,
			fmt.Sprintf(`{identifier: %s}`, numbers[0]), fmt.Sprintf(`{identifier: %s}`, numbers[len(numbers)-1]),
		},
		"CommunitiesInput": {`{levels: true, runs: 2}`, `{levels: true, runs: 3, first: 200}`, `{}`, `{first: 5, seed: 3}`, fmt.Sprintf(`{operation: %q, first: 5}`, operation), `{recordKinds: [PERSON], resolution: 2}`},
	}
}

// engineInputs are inputs of the questions to the engine that hold together.
func (a *asker) engineInputs(ids []string, operation string) {
	ids = slices.Clone(ids)
	a.random.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	one, two, all := ids[0], ids[len(ids)/2], `["`+strings.Join(ids, `", "`)+`"]`
	kinds := `linkKinds: [TRANSFERRED, CALLED, TRAVELLED_ON, ASSOCIATE, OWNS, USES, MEMBER_OF]`
	scope := `{operation: "` + operation + `"}`
	between := fmt.Sprintf(`from: [%q], to: [%q]`, one, two)
	sound := map[string][]string{
		"PathsInput": {
			`{` + between + `, within: {hubDegree: 1}}`, `{mode: ALL_SHORTEST, ` + between + `}`, `{mode: K_SHORTEST, first: 3, ` + between + `}`,
			`{mode: STRONGEST, ` + between + `, within: {hubDegree: 1, hubPenalty: 1}}`, `{mode: TIME_RESPECTING, sameInstant: true, ` + between + `, within: {` + kinds + `}}`,
			fmt.Sprintf(`{%s, through: [%q]}`, between, ids[len(ids)-1]),
		},
		"ConnectInput":      {fmt.Sprintf(`{records: [%q, %q, %q], within: {hubDegree: 1}}`, one, two, ids[len(ids)-1]), fmt.Sprintf(`{records: [%q, %q], measure: STRENGTH}`, one, two)},
		"PathsBetweenInput": {fmt.Sprintf(`{pairs: [{from: %q, to: %q}, {from: %q, to: %q}]}`, one, two, two, ids[len(ids)-1])},
		"AllPairsInput":     {fmt.Sprintf(`{records: [%q, %q, %q]}`, one, two, ids[len(ids)-1])},
		"TraceInput":        {fmt.Sprintf(`{from: [%q], sameInstant: true, %s}`, one, kinds), fmt.Sprintf(`{from: [%q], hubDegree: 1, sameInstant: true, %s}`, one, kinds), fmt.Sprintf(`{from: [%q], back: true}`, one)},
		"ArrivalInput":      {fmt.Sprintf(`{from: %q, sameInstant: true, %s}`, one, kinds)},
		"ComparisonInput":   {`{before: "2009-02-01T00:00:00Z", after: "2009-06-01T00:00:00Z"}`, `{before: "2009-06-01T00:00:00Z", after: "2010-12-01T00:00:00Z", likeness: 0.9}`},
		"CentralityInput":   {`{measure: DEGREE}`, `{measure: BETWEENNESS, samples: 5}`, fmt.Sprintf(`{measure: PAGE_RANK, of: [%q]}`, one), `{measure: CORE, scope: ` + scope + `}`},
		"StructureInput":    {`{}`, `{scope: ` + scope + `}`},
		"BrokersInput":      {`{scope: {records: ` + all + `}}`, `{scope: ` + scope + `}`},
		"PlanInput": {
			`{budget: 1}`, `{budget: 2, runs: 2}`, `{budget: 0}`, `{budget: 3, objectives: [{objective: REACH}]}`, `{budget: 2, scope: ` + scope + `}`,
			fmt.Sprintf(`{budget: 1, objectives: [{objective: SUPPLY}], sources: [%q], sinks: [%q]}`, one, two),
			fmt.Sprintf(`{budget: 1, objectives: [{objective: MONEY}], sources: [%q], sinks: [%q], scope: {linkKinds: [TRANSFERRED]}}`, one, two),
			fmt.Sprintf(`{budget: 1, objectives: [{objective: SUPPLY, weight: 2}, {objective: PAIR_CONNECTIVITY}], sources: [%q], sinks: [%q], directed: true}`, two, one),
			fmt.Sprintf(`{budget: 1, objectives: [{objective: SUPPLY}], sources: [%q], sinkRoles: [RECRUITER, TRANSPORTER], scope: %s}`, one, scope),
		},
		"ScorePlanInput":    {fmt.Sprintf(`{network: {budget: 0}, targets: [%q]}`, one)},
		"ComparePlansInput": {fmt.Sprintf(`{network: {budget: 0}, first: [%q], second: [%q]}`, one, one), fmt.Sprintf(`{network: {budget: 0}, first: [%q], second: [%q]}`, one, two)},
	}
	for of, inputs := range sound {
		a.sound[of] = inputs
	}
}

// identifiersOf are the numbers in a world, as one searches for them.
func identifiersOf(world *twinWorld) []string {
	out := []string{`{scheme: PHONE, value: "+40700900123"}`}
	for _, r := range world.records {
		switch d := r.Details.(type) {
		case *graph.Phone:
			out = append(out, fmt.Sprintf(`{scheme: PHONE, value: %q}`, d.Number))
		case *graph.Vehicle:
			out = append(out, fmt.Sprintf(`{scheme: PLATE, value: %q}`, d.RegistrationNumber))
		case *graph.BankAccount:
			out = append(out, fmt.Sprintf(`{scheme: ACCOUNT, value: %q}`, d.IBAN))
		case *graph.TravelDocument:
			out = append(out, fmt.Sprintf(`{scheme: DOCUMENT, value: %q}`, d.Number))
		}
	}
	slices.Sort(out)
	return out
}
