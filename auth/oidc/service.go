package oidc

import (
	"fmt"
	"slices"
	"strings"

	"entente/auth"
	"entente/graph"
)

// Service is a program of an organisation that signs in by client credentials
// (RFC 6749 section 4.4), with no person behind it. What it may do is said here
// alone.
type Service struct {
	// ClientID is the program at the provider; Subject is the sub of its tokens,
	// and is ClientID if empty (RFC 9068 section 2.2).
	ClientID, Subject string
	Name              string
	Organisation      graph.ID
	Roles             []auth.Role
}

type serviceEntry struct {
	ClientID     string      `yaml:"client_id,omitempty"`
	Subject      string      `yaml:"subject,omitempty"`
	Name         string      `yaml:"name,omitempty"`
	Organisation graph.ID    `yaml:"organisation,omitempty"`
	Roles        []auth.Role `yaml:"roles,omitempty"`
}

func (e issuerEntry) services() []Service {
	var out []Service
	for _, s := range e.Services {
		out = append(out, Service(s))
	}
	return out
}

func (s Service) subject() string { return or(s.Subject, s.ClientID) }

// service is the program a token speaks for, or nil for a person's. A token that
// is of a service by its client or by its subject, and not by both, is refused:
// no person comes by a program's client, and no program as a person.
func (i Issuer) service(c claims, subject string) (*Service, error) {
	client, err := c.text("client_id")
	if err != nil {
		return nil, err
	}
	if client == "" { // providers before RFC 9068
		if client, err = c.text("azp"); err != nil {
			return nil, err
		}
	}
	for at := range i.Services {
		s := &i.Services[at]
		byClient, bySubject := client == s.ClientID, subject == s.subject()
		switch {
		case byClient && bySubject:
			return s, nil
		case byClient || bySubject:
			return nil, fmt.Errorf("the token is of service %q by its client or by its sub, not by both", s.ClientID)
		}
	}
	return nil, nil //nolint:nilnil // a person
}

// principal is the service as an officer of its organisation, without clearances.
func (s Service) principal(i Issuer, subject string) auth.Principal {
	roles := slices.Clone(s.Roles)
	slices.Sort(roles)
	return auth.Principal{
		Officer: auth.OfficerID(i.URL, subject), Issuer: i.URL, Subject: subject, Name: s.Name, Service: true,
		Organisation: s.Organisation, Roles: slices.Compact(roles),
	}
}

// checkServices holds services to the issuer's own organisations, and to roles
// that a program may have: it decides nothing and administers nothing.
func (i Issuer) checkServices() error {
	for at, s := range i.Services {
		same := func(other Service) bool {
			return other.ClientID == s.ClientID || other.subject() == s.subject()
		}
		switch {
		case s.ClientID == "" || s.ClientID == i.ClientID || slices.ContainsFunc(i.Services[:at], same):
			return fault{setting: "services", reason: "each needs a client_id and a subject of its own"}
		case strings.TrimSpace(s.Name) == "":
			return fault{setting: "services", reason: fmt.Sprintf("%q needs a name", s.ClientID)}
		case !slices.Contains(values(i.Organisations), s.Organisation):
			return fault{setting: "services", reason: fmt.Sprintf("%q must be of an organisation that the issuer lists", s.ClientID)}
		case len(s.Roles) == 0 || slices.ContainsFunc(s.Roles, notForServices):
			return fault{setting: "services", reason: fmt.Sprintf("%q must have roles, of %s", s.ClientID, rolesOfServices())}
		}
	}
	return nil
}

// serviceRoles are those that a program may have.
func serviceRoles() []auth.Role {
	return []auth.Role{auth.Investigator, auth.Analyst, auth.FirstResponder}
}

func notForServices(r auth.Role) bool { return !slices.Contains(serviceRoles(), r) }

func rolesOfServices() string {
	var names []string
	for _, r := range serviceRoles() {
		names = append(names, string(r))
	}
	return strings.Join(names, ", ")
}
