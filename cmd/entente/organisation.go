package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entente/auth"
	"entente/casework"
	"entente/graph"
	"entente/graph/identifier"
)

// organisationCommand makes organisations known to a hub: an issuer can vouch
// only for organisations that the hub knows.
type organisationCommand struct {
	Add  organisationAddCommand  `cmd:"" help:"Make an organisation known to the hub; prints its id for the issuers' file."`
	List organisationListCommand `cmd:"" help:"List the organisations: id, country, kind, name."`
}

type organisationAddCommand struct {
	desk
	Name    string `arg:"" help:"Its name."`
	Country string `required:"" help:"ISO 3166-1 alpha-2, e.g. RO."`
	Kind    string `default:"POLICE" enum:"POLICE,BORDER_AGENCY,PROSECUTION,LABOUR_INSPECTORATE,CHARITY,LOCAL_AUTHORITY,INTERNATIONAL,OTHER" help:"Its sort: ${enum}."`
	Contact string `required:"" help:"A desk to speak to, never a person."`
}

// Run adds the organisation, or finds it where it was added before.
func (c *organisationAddCommand) Run(ctx context.Context, term *terminal) (err error) {
	if !identifier.Country(c.Country) {
		return fmt.Errorf("--country: %q is no ISO 3166-1 alpha-2 code", c.Country)
	}
	if strings.TrimSpace(c.Name) == "" || strings.TrimSpace(c.Contact) == "" {
		return errors.New("give a name and a contact")
	}
	hub, closeDesk, err := c.openDesk(ctx, term, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDesk()) }()
	known, err := hub.OrganisationNamed(ctx, c.Name)
	if graph.CodeOf(err) == graph.NotFound {
		known, err = c.add(ctx, hub)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(term.out, known.ID)
	return err
}

func (c *organisationAddCommand) add(ctx context.Context, hub *casework.Casework) (graph.Organisation, error) {
	id, err := graph.NewID(graph.NounOrganisation, rand.Reader)
	if err != nil {
		return graph.Organisation{}, err
	}
	o := graph.Organisation{ID: id, Name: c.Name, Country: c.Country, Kind: graph.OrganisationKind(c.Kind), Contact: c.Contact}
	return o, hub.AddOrganisation(ctx, auth.OfficerID("entente:command-line", "organisation"), o)
}

type organisationListCommand struct {
	desk
}

// Run lists, by name.
func (c *organisationListCommand) Run(ctx context.Context, term *terminal) (err error) {
	hub, closeDesk, err := c.openDesk(ctx, term, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDesk()) }()
	all, err := hub.AllOrganisations(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b graph.Organisation) int { return strings.Compare(a.Name, b.Name) })
	for _, o := range all {
		if _, err := fmt.Fprintf(term.out, "%s %s %-20s %s\n", o.ID, o.Country, o.Kind, o.Name); err != nil {
			return err
		}
	}
	return nil
}
