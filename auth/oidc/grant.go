package oidc

import (
	"errors"
	"fmt"
	"slices"

	"entente/auth"
	"entente/graph"
)

// grant turns verified claims into an officer, within what the issuer may say.
// The organisation must be one of the issuer's own; roles and clearances that
// are not mapped grant nothing.
func (i Issuer) grant(c claims) (auth.Principal, error) {
	subject, err := c.text("sub")
	if err != nil {
		return auth.Principal{}, err
	}
	service, err := i.service(c, subject)
	if err != nil {
		return auth.Principal{}, err
	}
	if service != nil {
		return service.principal(i, subject), nil
	}
	organisation, err := i.organisation(c)
	if err != nil {
		return auth.Principal{}, err
	}
	roles, err := granted(c, i.Roles)
	if err != nil {
		return auth.Principal{}, err
	}
	clearances, err := granted(c, i.Clearances)
	if err != nil {
		return auth.Principal{}, err
	}
	p := auth.Principal{
		Officer:      auth.OfficerID(i.URL, subject),
		Issuer:       i.URL,
		Subject:      subject,
		Organisation: organisation,
		Roles:        roles,
		Clearances:   clearances,
		Proof:        i.StepUp,
	}
	if err := describe(&p, c); err != nil {
		return auth.Principal{}, err
	}
	if p.AuthTime.IsZero() && i.asksTheDefault() {
		p.AuthTime, _, err = c.instant("iat")
	}
	return p, err
}

// describe adds what is shown or checked later but grants nothing.
func describe(p *auth.Principal, c claims) (err error) {
	var faults [4]error
	p.Name, faults[0] = c.text("name")
	p.ACR, faults[1] = c.text("acr")
	p.AuthTime, _, faults[2] = c.instant("auth_time")
	p.AMR, faults[3] = c.texts("amr")
	return errors.Join(faults[:]...)
}

func (i Issuer) organisation(c claims) (graph.ID, error) {
	named, err := c.texts(i.Organisations.Claim)
	if err != nil {
		return "", err
	}
	if len(named) != 1 {
		return "", fmt.Errorf("claim %s names %d organisations, not one", i.Organisations.Claim, len(named))
	}
	id, ok := i.Organisations.Values[named[0]]
	if !ok {
		return "", fmt.Errorf("claim %s names an organisation that issuer %s may not vouch for", i.Organisations.Claim, i.Name)
	}
	return id, nil
}

// granted maps the values of a claim, sorted and without repeats.
func granted[T ~string](c claims, m Mapping[T]) ([]T, error) {
	named, err := c.texts(m.Claim)
	if err != nil {
		return nil, err
	}
	var out []T
	for _, value := range named {
		if grant, ok := m.Values[value]; ok {
			out = append(out, grant)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// still narrows an officer who signed in earlier to what the issuer may say
// now. It fails if the issuer may no longer vouch for the organisation.
func (i Issuer) still(p auth.Principal) (auth.Principal, error) {
	if i.State != Active {
		return auth.Principal{}, fmt.Errorf("issuer %s is %s", i.Name, i.State)
	}
	if !slices.Contains(values(i.Organisations), p.Organisation) {
		return auth.Principal{}, fmt.Errorf("issuer %s no longer vouches for the organisation", i.Name)
	}
	if !i.SignIn.MetBy(p, p.AuthTime) {
		return auth.Principal{}, fmt.Errorf("issuer %s now wants more of every sign-in", i.Name)
	}
	p.Roles = keep(p.Roles, i.Roles)
	p.Clearances = keep(p.Clearances, i.Clearances)
	p.Proof = i.StepUp
	return p, nil
}

func keep[T ~string](held []T, m Mapping[T]) []T {
	var out []T
	for _, h := range held {
		for _, grant := range m.Values {
			if grant == h {
				out = append(out, h)
				break
			}
		}
	}
	return out
}
