package peers_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
	"entente/graph/engine"
	"entente/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// payment is a transfer between two accounts, by their numbers.
type payment struct {
	from, to   int
	at, amount int64
}

const day = int64(24 * time.Hour / time.Millisecond)

// everything is the sight of an officer over one marking.
func everything() policy.Sight {
	now := time.Date(2010, 6, 1, 12, 0, 0, 0, time.UTC)
	own := idOf(graph.NounOrganisation, 1)
	officer := auth.Principal{Officer: idOf(graph.NounOfficer, 1), Organisation: own, Roles: []auth.Role{auth.Analyst}, Expires: now.Add(time.Hour)}
	return policy.See(officer, nil, []graph.Marking{graph.OwnOrganisationOnly(own)}, now)
}

func paymentsOf(tb testing.TB, accounts int, all []payment) *engine.View {
	tb.Helper()
	b := engine.NewBuilder(nil)
	for n := range accounts {
		must(tb, b.AddNode(engine.Node{ID: record(n), Kind: graph.KindBankAccount}))
	}
	for i, p := range all {
		must(tb, b.AddEdge(engine.Edge{
			ID: idOf(graph.NounLink, uint64(i)), Kind: graph.Transferred, From: record(p.from), To: record(p.to),
			At: p.at, Amount: p.amount,
		}))
	}
	e := engine.New(engine.Options{})
	e.Load(b.Build(1))
	return e.View()
}

// bank is a session on a Neo4j that holds the same payments.
type bank struct{ session driver.SessionWithContext }

func bankOf(tb testing.TB, accounts int, all []payment) bank {
	tb.Helper()
	server := neo4jtest.Start(tb)
	server.Empty(tb)
	p := bank{server.Driver(tb).NewSession(tb.Context(), driver.SessionConfig{})}
	tb.Cleanup(func() { _ = p.session.Close(context.Background()) })
	p.ask(tb, "CREATE CONSTRAINT account IF NOT EXISTS FOR (a:Account) REQUIRE a.n IS UNIQUE", nil)
	p.ask(tb, "UNWIND range(0, $n - 1) AS n CREATE (:Account {n: n})", map[string]any{"n": accounts})
	for begin := 0; begin < len(all); begin += 10_000 {
		var rows []any
		for _, x := range all[begin:min(begin+10_000, len(all))] {
			rows = append(rows, map[string]any{"a": x.from, "b": x.to, "at": x.at, "amount": x.amount})
		}
		p.ask(tb, "UNWIND $rows AS r MATCH (a:Account {n: r.a}), (b:Account {n: r.b}) CREATE (a)-[:PAID {at: r.at, amount: r.amount}]->(b)", map[string]any{"rows": rows})
	}
	p.ask(tb, "CALL db.awaitIndexes()", nil)
	return p
}

// ask gives the first value of the first row.
func (p bank) ask(tb testing.TB, statement string, params map[string]any) any {
	tb.Helper()
	result, err := p.session.Run(tb.Context(), statement, params)
	must(tb, err)
	records, err := result.Collect(tb.Context())
	must(tb, err)
	if len(records) == 0 || len(records[0].Values) == 0 {
		return nil
	}
	return records[0].Values[0]
}

// trails is the form that Cypher is quickest at: each step's time is compared
// as soon as the step is made, and no relationship comes twice in a pattern.
func trails(hops int, later string) string {
	pattern, where := "MATCH (a:Account) WHERE a.n IN $from MATCH (a)", []string{}
	for i := 1; i <= hops; i++ {
		pattern += fmt.Sprintf("-[r%d:PAID]->()", i)
		if i > 1 {
			where = append(where, fmt.Sprintf("r%d.at %s r%d.at", i, later, i-1))
		}
	}
	if len(where) > 0 {
		pattern += " WHERE " + strings.Join(where, " AND ")
	}
	return pattern + " RETURN count(*)"
}

func (p bank) count(tb testing.TB, from []int, hops int, later string) uint64 {
	tb.Helper()
	return uint64(p.ask(tb, trails(hops, later), map[string]any{"from": from}).(int64))
}

func idsOf(from []int) []graph.ID {
	out := make([]graph.ID, len(from))
	for i, n := range from {
		out[i] = record(n)
	}
	return out
}

func traced(tb testing.TB, view *engine.View, from []int, o engine.TraceOptions) engine.Trace {
	tb.Helper()
	return tracedFrom(tb, view, idsOf(from), o)
}

func tracedFrom(tb testing.TB, view *engine.View, from []graph.ID, o engine.TraceOptions) engine.Trace {
	tb.Helper()
	o.HubDegree, o.List = -1, -1
	got, err := view.Trace(tb.Context(), everything(), from, o)
	must(tb, err)
	return got
}

func trailsOf(t engine.Trace, hops int) uint64 {
	if len(t.Hops) < hops {
		return 0
	}
	return t.Hops[hops-1].Trails
}

func TestTrailsAreAsManyAsCyphers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 5 {
		accounts := 2 + random.IntN(6)
		var all []payment
		for range random.IntN(30) {
			a := random.IntN(accounts)
			all = append(all, payment{a, (a + 1 + random.IntN(accounts-1)) % accounts, 1 + random.Int64N(5), 1})
		}
		view, cypher := paymentsOf(t, accounts, all), bankOf(t, accounts, all)
		for later, same := range map[string]bool{">": false, ">=": true} {
			for from := range accounts {
				got := traced(t, view, []int{from}, engine.TraceOptions{MaxHops: 4, TimedLinks: engine.TimedLinks{SameInstant: same}})
				for hops := 1; hops <= 4; hops++ {
					if want := cypher.count(t, []int{from}, hops, later); trailsOf(got, hops) != want {
						t.Errorf("%d hops %s from %d: %d trails, Cypher %d", hops, later, from, trailsOf(got, hops), want)
					}
				}
			}
		}
	}
}

// amlsim are the transfers of the AMLSim sample: 20,000 accounts, 120,558
// transfers over 149 days, those of an account to itself left out.
func amlsim(tb testing.TB) (int, []payment) {
	tb.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "transfers", "amlsim_20k_transactions.csv.gz"))
	if os.IsNotExist(err) {
		tb.Skip("skipped: ../shared/data/transfers is not on this machine")
	}
	must(tb, err)
	defer file.Close() //nolint:errcheck // only read
	in, err := gzip.NewReader(file)
	must(tb, err)
	lines := bufio.NewScanner(in)
	lines.Scan()
	var all []payment
	for lines.Scan() {
		var p payment
		var amount float64
		_, err := fmt.Sscanf(lines.Text(), "%d,%d,%f,%d", &p.from, &p.to, &amount, &p.at)
		must(tb, err)
		p.at, p.amount = (p.at+1)*day, int64(amount*100+0.5)
		if p.from != p.to {
			all = append(all, p)
		}
	}
	must(tb, lines.Err())
	return 20_000, all
}
