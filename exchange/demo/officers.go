package demo

import (
	"entente/auth"
	"entente/graph"
)

// Officer is an invented officer who can log in at the development provider of
// a country.
type Officer struct {
	Username     string // what is typed at the login page
	Subject      string // what the provider calls the officer, for ever
	Issuer       string
	Name         string
	Country      string // ISO 3166-1 alpha-2, of the provider
	Organisation graph.ID
	Roles        []auth.Role
	Clearances   []graph.Compartment
	// TeamRole is the role in the team of Operation Heron; empty is no member.
	TeamRole graph.TeamRole
	// Note says in a few words what the officer is in the demo for.
	Note string
}

// ID is under which the hub knows the officer.
func (o Officer) ID() graph.ID { return auth.OfficerID(o.Issuer, o.Subject) }

// Noun is the officer as the graph keeps one.
func (o Officer) Noun() graph.Officer {
	return graph.Officer{ID: o.ID(), Name: o.Name, Organisation: o.Organisation}
}

func (g *generator) officers(options Options) {
	g.made.Officers = append(g.britishOfficers(options.IssuerUK), g.romanianOfficers(options.IssuerRO)...)
}

func (g *generator) britishOfficers(issuer string) []Officer {
	identities := []graph.Compartment{graph.VictimIdentity, graph.Child}
	all := []Officer{
		{
			Username: "alex.mockford", Name: "Alex Mockford", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.Analyst}, Clearances: []graph.Compartment{graph.FinancialIntelligence},
			TeamRole: graph.TeamAnalyst, Note: "UK analyst, reads financial intelligence",
		},
		{
			Username: "imo.samplewright", Name: "Imo Samplewright", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.Investigator}, TeamRole: graph.TeamInvestigator, Note: "UK investigator without clearances",
		},
		{
			Username: "pat.exemplar", Name: "Pat Exemplar", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.Supervisor, auth.Investigator}, Clearances: append(identities, graph.FinancialIntelligence, graph.CovertSource),
			TeamRole: graph.TeamLeader, Note: "UK supervisor, cleared for the identities of child victims",
		},
		{
			Username: "drew.placeholder", Name: "Drew Placeholder", Organisation: g.harbourgate.ID,
			Roles: []auth.Role{auth.Investigator}, TeamRole: graph.TeamLiaison, Note: "UK border officer in the team",
		},
		{
			Username: "sam.lorem", Name: "Sam Lorem", Organisation: g.lantern.ID,
			Roles: []auth.Role{auth.FirstResponder}, Clearances: identities, Note: "charity's first responder, not in the team",
		},
		{
			Username: "toni.teamsheet", Name: "Toni Teamsheet", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.TeamAdministrator}, Note: "manages teams without seeing data",
		},
		{
			Username: "robin.rackmount", Name: "Robin Rackmount", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.SystemAdministrator}, Note: "manages issuers without seeing data",
		},
		{
			Username: "lee.ledgerly", Name: "Lee Ledgerly", Organisation: g.northmere.ID,
			Roles: []auth.Role{auth.Auditor}, Note: "asks the log",
		},
	}
	return at(issuer, "GB", all)
}

func (g *generator) romanianOfficers(issuer string) []Officer {
	all := []Officer{
		{
			Username: "ioana.exemplu", Name: "Ioana Exemplu", Organisation: g.vest.ID,
			Roles: []auth.Role{auth.Investigator, auth.Analyst}, TeamRole: graph.TeamInvestigator, Note: "Romanian officer in the team",
		},
		{
			Username: "vasile.sablon", Name: "Vasile Șablon", Organisation: g.vest.ID,
			Roles:      []auth.Role{auth.Supervisor, auth.Investigator},
			Clearances: []graph.Compartment{graph.VictimIdentity, graph.Child},
			TeamRole:   graph.TeamLeader, Note: "Romanian supervisor, cleared for the identities of child victims",
		},
		{
			Username: "mihai.macheta", Name: "Mihai Machetă", Organisation: g.vest.ID,
			Roles: []auth.Role{auth.SystemAdministrator}, Note: "the second of the hub's administrators, for what one alone must not do",
		},
		{
			Username: "radu.proba", Name: "Radu Probă", Organisation: g.vest.ID,
			Roles: []auth.Role{auth.Investigator}, Note: "Romanian officer who is not in the team",
		},
		{
			Username: "elena.specimen", Name: "Elena Specimen", Organisation: g.frontiera.ID,
			Roles: []auth.Role{auth.Investigator}, TeamRole: graph.TeamLiaison, Note: "Romanian border officer in the team",
		},
		{
			Username: "doru.formular", Name: "Doru Formular", Organisation: g.vest.ID,
			Roles: []auth.Role{auth.TeamAdministrator}, Note: "signs for the Romanian police without seeing data",
		},
		{
			Username: "sorin.registru", Name: "Sorin Registru", Organisation: g.vest.ID,
			Roles: []auth.Role{auth.Auditor}, Note: "asks the log about the Romanian police",
		},
	}
	return at(issuer, "RO", all)
}

// at gives the officers their issuer and subjects; with real providers too a
// subject is not the login name.
func at(issuer, country string, all []Officer) []Officer {
	for i := range all {
		all[i].Issuer, all[i].Country = issuer, country
		all[i].Subject = "demo-" + country + "-" + all[i].Username
	}
	return all
}
