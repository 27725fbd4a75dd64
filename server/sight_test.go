package server_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/exchange/demo"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// question is one thing asked of both hubs.
type question struct {
	name      string
	query     string
	variables map[string]any
}

const elementQuery = `query($id: ID!) { node(id: $id) { __typename id
	... on Record { label kind owner { name } source grading { scheme value } knownFrom version
		marking { audience { scope organisations { name } operations { name } officers } handling restrictions compartments embargo expires }
		entity { id label records { id } judgements { id } involvements { role } }
		linkCounts { kind count } links(first: 5) { totalCount nodes { id kind from { label } to { label } } pageInfo { hasNextPage endCursor } }
		involvements { role operation { name } } versions { version knownFrom } discoverableBy }
	... on Link { kind from { id } to { id } details { __typename ... on Transfer { amount currency at } } versions { version } }
} }`

const visibilityQuery = `query($id: ID!) { whyCanISee(id: $id) { reason says } whoCanSee(id: $id) {
	scope holds from until roles clearances officers otherTeams organisations { name } teams { operation { name } members { name } } } }`

// questions are asked by every officer; hidden and unknown ids are among them.
func questions(made demo.Case) []question {
	out := []question{
		{"operations", `{ operations { id name parties { organisation { name } } members { name role }
			involvements(first: 20) { totalCount nodes { id role person { label } } pageInfo { endCursor } } } organisations { name } me { operations { name } } }`, nil},
		{"communities", `{ communities(input: { first: 40 }) { modularity entities totalCount communities { id size memberIds description { handling restrictions classification compartments weakest { scheme value } } kinds { kind count } members(first: 3) { id label } } } }`, nil},
		{"communities of people", `{ communities(input: { recordKinds: [PERSON], resolution: 2, seed: 7, first: 500 }) { modularity totalCount communities { memberIds } } }`, nil},
		{"graph", fmt.Sprintf(`{ node(id: %q) { ... on Operation { graph { records { id label } links { id kind fromId toId } conditions { handling restrictions classification compartments weakest { value } } } } } }`, made.Planted.Heron), nil},
		{"too much", fmt.Sprintf(`{ node(id: %q) { ... on Operation { graph(limit: 10) { records { id } } } } }`, made.Planted.Heron), nil},
	}
	for _, text := range []string{"a", "child", "oana", "heron 0", "mock", "contact 1", "car wash"} {
		out = append(out, question{
			"search " + text,
			`query($t: String!) { search(input: { text: $t, first: 100 }) { id label owner { name } marking { compartments } } }`,
			map[string]any{"t": text},
		})
	}
	for _, first := range []int{1, 16, 53, 500} {
		out = append(out, question{
			fmt.Sprintf("records %d", first),
			`query($n: Int!) { records(first: $n) { totalCount edges { cursor node { id label } } pageInfo { hasNextPage endCursor } } }`,
			map[string]any{"n": first},
		})
	}
	for i := 0; i < len(made.Records); i += 97 {
		out = append(out, question{"record", elementQuery, map[string]any{"id": made.Records[i].ID}})
		out = append(out, question{"why", visibilityQuery, map[string]any{"id": made.Records[i].ID}})
	}
	for i := 0; i < len(made.Links); i += 401 {
		out = append(out, question{"link", elementQuery, map[string]any{"id": made.Links[i].ID}})
		out = append(out, question{"why a link", visibilityQuery, map[string]any{"id": made.Links[i].ID}})
	}
	return slices.Concat(out, paths(made), expansions(made), sharings(made), engineQuestions(made))
}

// engineQuestions are what may be asked of the engine beside one path.
func engineQuestions(made demo.Case) []question {
	some, heron := append(append([]graph.ID{}, made.Planted.Suspects[:4]...), made.Planted.Recruiters[0]), made.Planted.Heron
	shortcut := made.Planted.Shortcuts[0]
	var out []question
	for _, mode := range []string{"FEWEST_HOPS", "ALL_SHORTEST", "STRONGEST", "K_SHORTEST", "TIME_RESPECTING"} {
		for _, ends := range [][2]graph.ID{{some[0], some[1]}, {some[2], made.Planted.Recruiters[0]}, {shortcut.From, shortcut.To}} {
			out = append(out, question{mode, pathsQuery, map[string]any{"i": map[string]any{
				"mode": mode, "from": ends[:1], "to": ends[1:], "first": 5,
				"within": map[string]any{"linkKinds": map[string]any{"TIME_RESPECTING": []any{"TRANSFERRED", "CALLED", "TRAVELLED_ON"}}[mode]},
			}}})
		}
	}
	out = append(
		out,
		question{"pairs", pathsBetween, map[string]any{"i": map[string]any{"measure": "STRENGTH", "pairs": pairsOf(some, 8)}}},
		question{"all pairs", `query($i: AllPairsInput!) { allPairs(input: $i) { unconnected byHops { hops pairs } entities { id } pairs { fromId toId hops cost } } }`, map[string]any{"i": map[string]any{"records": some}}},
		question{"connect", `query($i: ConnectInput!) { connect(input: $i) { cost bound links { link { id } } reliesOn handling sources } }`, map[string]any{"i": map[string]any{"records": some}}},
		question{"described", `{ communities(input: {first: 4}) { communities { id description { records inner outer roles { label count } countries { label count }
			organisations { organisation { name } records } brokers { outside participation entity { id } } weakest { value } handling classification compartments } } } }`, nil},
		question{"compared", `{ compareCommunities(input: {before: "2009-06-01T00:00:00Z", after: "2010-05-01T00:00:00Z"}) { keptCount mergedCount splitCount bornCount diedCount
			kept { likeness joinedIds leftIds before { id } after { id size } } merged { one { id } several { id } } born { id } died { id } } }`, nil},
		question{"structure", `{ structure(input: {}) { entities ties cutCount cuts { id label } bridgeCount bridges { a { id } b { id } } parts blocks { size } } }`, nil},
		question{"brokers", fmt.Sprintf(`{ brokers(input: {scope: {operation: %q}}) { entity { id } country between coordinator consultant gatekeeper liaison } }`, heron), nil},
		question{"plan", `query($s: [ID!]) { plan(input: {budget: 3, scope: {records: $s}}) { ` + planFields + ` } }`, map[string]any{"s": made.Planted.Suspects}},
	)
	for _, measure := range []string{"DEGREE", "PAGE_RANK", "CORE"} {
		out = append(out, question{measure, fmt.Sprintf(`{ centrality(input: {measure: %s}) { entities ties values { value rank entity { id } } } }`, measure), nil})
	}
	return append(out, traces(made)...)
}

func traces(made demo.Case) []question {
	var out []question
	for _, l := range made.Links {
		if l.Kind != graph.Transferred || len(out) == 6 {
			continue
		}
		out = append(out, question{"trace", fmt.Sprintf(`{ trace(input: {from: [%q], back: %v, first: 50}) { entities linkCount hops { hops trails links } totals { currency amount transfers } hubs { degree } trails { steps { at link { id } } } handling }
			earliestArrival(input: {from: %q}) { totalCount arrivals { at entity { id } via { id } } } }`, l.From, len(out)%2 == 1, l.From), nil})
	}
	return out
}

// sharings look at what would go where, at what may be done, and at releases.
func sharings(made demo.Case) []question {
	out := []question{
		{"releases", `{ releases { totalCount nodes { id state } pageInfo { endCursor } } secondDecisions { id } }`, nil},
	}
	for _, kind := range []string{"PERSON", "PHONE", "PLACE"} {
		out = append(out, question{
			"preview " + kind, `query($k: RecordKind!, $o: ID!) { previewShare(input: { act: WIDEN, filter: { kinds: [$k] }, audience: { scope: JOINT_TEAMS, operations: [$o] } }) {
				token goingCount stayingCount concernCount concerns { concern element { id } other { id } } receivers { gains loses everyone operation { id } organisation { id } }
				going { element { id } } handling clearances } }`, map[string]any{"k": kind, "o": made.Planted.Heron},
		})
	}
	for _, o := range made.Organisations {
		out = append(out, question{
			"view as", `query($g: ID!, $o: ID!, $r: ID!) { viewAs(organisation: $g, operation: $o, clearances: [CHILD, VICTIM_IDENTITY]) { counts { kind count }
				records(first: 20) { totalCount nodes { id } pageInfo { endCursor } } links(record: $r) { totalCount nodes { id } } } }`,
			map[string]any{"g": o.ID, "o": made.Planted.Heron, "r": made.Planted.Organisers[0]},
		})
	}
	for i := 0; i < len(made.Records); i += 397 {
		ids := []graph.ID{made.Records[i].ID}
		out = append(out, question{"check", `query($ids: [ID!]!) { checkAction(ids: $ids, action: PASS_ON) { allowed closed { element { id } owner { name } reasons { reason } keys } } }`, map[string]any{"ids": ids}})
		if made.Records[i].Details.Kind() != graph.KindPerson { // before acting on people the hub asks all it knows
			out = append(out, question{"export", `query($ids: [ID!]!) { exportGraph(input: { ids: $ids, format: CSV }) { banner content records links } }`, map[string]any{"ids": ids}})
		}
	}
	return out
}

func paths(made demo.Case) []question {
	var out []question
	people := append(append([]graph.ID{}, made.Planted.Suspects...), made.Planted.Victims[:5]...)
	people = append(people, made.Planted.Identities[0])
	for i, from := range people {
		to := people[(i*7+3)%len(people)]
		out = append(out, question{"path", `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) {
			hops entities { id label } steps { link { id } parallel reversed } weakest { scheme value meaning } handling restrictions classification compartments } }`, map[string]any{"f": from, "t": to}})
	}
	for _, s := range made.Planted.Shortcuts {
		out = append(out, question{
			"shortcut", `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) { hops entities { id } } }`,
			map[string]any{"f": s.From, "t": s.To},
		})
	}
	return out
}

func expansions(made demo.Case) []question {
	var out []question
	for _, id := range append(made.Planted.Organisers, made.Planted.Victims[0]) {
		out = append(out, question{
			"expand", `query($id: ID!) { node(id: $id) { ... on Record { expand(limit: 400) { records { id label } links { id kind } } } } }`,
			map[string]any{"id": id},
		})
	}
	return out
}

// Three officers ask a hub that holds everything, and a hub that holds only
// what that officer may see. Every answer is the same, byte for byte.
func TestSightIsExact(t *testing.T) {
	made := demo.Generate(41, demo.Options{IssuerUK: "https://uk.test.example", IssuerRO: "https://ro.test.example", Hub: "hub.test.example"})
	known := principals(made)
	asked := questions(made)
	at := neo4jtest.StartOwn(t)
	officers := []string{"alex.mockford", "pat.exemplar", romanianOutside(made)}
	answers := map[string][]string{}
	t.Run("everything", func(t *testing.T) {
		h := openHub(t, at.Server, known)
		h.load(whole(made))
		for _, officer := range officers {
			for _, q := range asked {
				answers[officer] = append(answers[officer], string(h.ask(officer, q.query, q.variables)))
			}
		}
	})
	for _, officer := range officers {
		t.Run(officer, func(t *testing.T) {
			at.Empty(t)
			h := openHub(t, at.Server, known)
			part := visible(made, known[officer])
			h.load(part)
			t.Logf("sees %d of %d records and %d of %d links", len(part.Records), len(made.Records), len(part.Links), len(made.Links))
			for i, q := range asked {
				alone := string(h.ask(officer, q.query, q.variables))
				if alone != answers[officer][i] {
					t.Errorf("%s %v differs:\nhub with everything: %s\nhub with the visible: %s", q.name, q.variables, excerpt(answers[officer][i]), excerpt(alone))
				}
			}
		})
	}
	differ(t, answers[officers[0]], answers[officers[1]])
	differ(t, answers[officers[0]], answers[officers[2]])
}

// differ makes sure that the officers do see different things, or the test
// would prove nothing.
func differ(t *testing.T, a, b []string) {
	t.Helper()
	different := 0
	for i := range a {
		if a[i] != b[i] {
			different++
		}
	}
	if different < 20 {
		t.Errorf("only %d answers differ between two officers of different sight", different)
	}
}

// romanianOutside is a Romanian investigator who is not in the team.
func romanianOutside(made demo.Case) string {
	for _, o := range made.Officers {
		if o.Country == "RO" && o.TeamRole == "" && slices.Contains(o.Roles, auth.Investigator) {
			return o.Username
		}
	}
	return ""
}

func excerpt(s string) string {
	if len(s) > 600 {
		return s[:600] + strings.Repeat(".", 3)
	}
	return s
}
