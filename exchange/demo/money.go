package demo

import (
	"time"

	"entente/graph"
)

// The money runs for eighteen months: from mules and car washes to the
// launderers, from them to the organisers, and from there home to Romania.

func moneyBegins() time.Time { return time.Date(2009, 4, 1, 0, 0, 0, 0, time.UTC) }

const moneyMonths = 18

func (g *generator) money() {
	for i := range g.people {
		s := &g.people[i]
		if s.role == "RECRUITER" {
			s.account = g.romanianAccount(i, suspectName(i), s.id)
		} else {
			s.account = g.account(i, g.team(g.northmere), suspectName(i), s.id)
		}
	}
	var mules []graph.ID
	for n, h := range some(g, 70, g.helpers) {
		mules = append(mules, g.account(100+n, g.financial(g.northmere), "", h))
	}
	g.frontCompanies()
	wallets := g.moneyTransferPoints()
	for month := range moneyMonths {
		g.collect(month, mules)
		g.launder(month)
		g.sendHome(month, wallets)
	}
}

// financial is how the UK side keeps the mules' accounts and all transfers: in
// the team, for those who are cleared for financial intelligence. The Romanian
// side has no such rule.
func (g *generator) financial(owner organisation) graph.Marking {
	if owner.ID == g.northmere.ID {
		return g.team(owner, graph.FinancialIntelligence)
	}
	return g.team(owner)
}

// account is an account at the bank that the UK side knows.
func (g *generator) account(n int, m graph.Marking, holder string, owner graph.ID) graph.ID {
	id := g.record(g.northmere, m, since(firstDay()), &graph.BankAccount{
		IBAN: ukIBAN(n), BIC: "MOCKGB22", BankName: "Mock Bank", Holder: holder, Country: "GB", Currency: "GBP",
	})
	g.link(g.northmere, m, since(firstDay()), graph.Owns, owner, id, nil)
	return id
}

func (g *generator) romanianAccount(n int, holder string, owner graph.ID) graph.ID {
	id := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.BankAccount{
		IBAN: romanianIBAN(n), BIC: "MOCARO22", BankName: "Banca Exemplu", Holder: holder, Country: "RO", Currency: "RON",
	})
	g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Owns, owner, id, nil)
	return id
}

// frontCompanies are the launderers' businesses, each with an account. That
// they exist stands in a public register.
func (g *generator) frontCompanies() {
	launderers := g.withRole("LAUNDERER")
	for n := range 12 {
		name := standIn("Sample Hand Car Wash", n+1)
		id := g.record(g.northmere, g.open(g.northmere), since(firstDay()), &graph.Company{
			Name: name, RegistrationNumber: documentNumber("00", 900000+n), Country: "GB", Sector: "car wash",
		})
		g.link(g.northmere, g.team(g.northmere), since(firstDay()), graph.Owns, launderers[n%len(launderers)].id, id, nil)
		g.fronts = append(g.fronts, id)
		g.frontAccounts = append(g.frontAccounts, g.account(300+n, g.financial(g.northmere), name, id))
	}
}

// moneyTransferPoints are the counters in Romania at which cash is paid out.
func (g *generator) moneyTransferPoints() []graph.ID {
	var out []graph.ID
	for n := range 30 {
		id := g.record(g.vest, g.team(g.vest), since(firstDay()), &graph.PaymentInstrument{
			Instrument: graph.MoneyTransfer, Number: documentNumber("XMT", n), Issuer: "Specimen Transfer",
		})
		g.link(g.vest, g.team(g.vest), since(firstDay()), graph.Uses, pick(g, g.withRole("RECRUITER", "ORGANISER")).id, id, nil)
		out = append(out, id)
	}
	return out
}

// pay is one transfer in a month, of some pounds between least and most.
func (g *generator) pay(owner organisation, month int, from, to graph.ID, least, most int, reference string) {
	day := moneyBegins().AddDate(0, month, g.random.IntN(28))
	amount := int64(100*(least+g.random.IntN(most-least)) + g.random.IntN(100))
	g.link(owner, g.financial(owner), on(day), graph.Transferred, from, to, &graph.Transfer{
		Amount: amount, Currency: "GBP", At: g.moment(day), Reference: reference,
	})
}

// collect brings the children's earnings from the mules to the launderers.
func (g *generator) collect(month int, mules []graph.ID) {
	launderers := g.withRole("LAUNDERER")
	for i, mule := range mules {
		g.pay(g.northmere, month, mule, launderers[i%len(launderers)].account, 150, 900, "rent")
		if i > 0 && g.chance(25) {
			g.pay(g.northmere, month, mule, pick(g, mules[:i]), 20, 90, "")
		}
	}
	for range 14 {
		g.pay(g.northmere, month, pick(g, g.withRole("HARBOURER")).account, pick(g, g.frontAccounts), 100, 600, "wages")
	}
}

// launder passes it through the car washes up to the organisers.
func (g *generator) launder(month int) {
	for _, l := range g.withRole("LAUNDERER") {
		for _, company := range some(g, 5, g.frontAccounts) {
			g.pay(g.northmere, month, l.account, company, 800, 4000, "invoice")
		}
	}
	for _, company := range g.frontAccounts {
		g.pay(g.northmere, month, company, pick(g, g.withRole("ORGANISER")).account, 900, 5000, "dividend")
	}
}

// sendHome pays the recruiters and sends the rest to Romania.
func (g *generator) sendHome(month int, points []graph.ID) {
	for _, o := range g.withRole("ORGANISER") {
		for _, r := range some(g, 3, g.withRole("RECRUITER")) {
			g.pay(g.vest, month, o.account, r.account, 300, 1500, "")
		}
		for _, p := range some(g, 5, points) {
			g.pay(g.vest, month, o.account, p, 200, 950, "")
		}
	}
}
