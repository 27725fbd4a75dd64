package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/auth"
	"entente/casework"
	"entente/exchange/csv"
	"entente/graph"
)

// importCommand brings files into the hub.
type importCommand struct {
	CSV importCSVCommand `cmd:"" name:"csv" help:"Read node and edge files (delimited text or JSON lines, also gzipped) as a mapping file says."`
}

// importCSVCommand reads delimited text and JSON lines.
type importCSVCommand struct {
	desk
	Mapping      string   `required:"" type:"existingfile" help:"Mapping file; examples/ has some."`
	Organisation string   `required:"" help:"Name or id of the organisation that contributes the rows."`
	Operation    string   `help:"Id of an operation whose team sees the rows; left out: as the mapping says, else the organisation only."`
	Name         string   `help:"Name of the import, in place of the mapping's: rows of imports with different names are never the same thing."`
	Rejected     string   `type:"path" help:"File for rejected rows with their reasons; left out: rejected-NAME.csv here."`
	Files        []string `arg:"" optional:"" type:"existingfile" help:"Files, in place of those the mapping names."`
}

// Run imports; interrupted and run again it goes on.
func (c *importCSVCommand) Run(ctx context.Context, term *terminal) (err error) {
	mapping, err := csv.ReadMapping(c.Mapping)
	if err != nil {
		return err
	}
	hub, closeDesk, err := c.openDesk(ctx, term, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeDesk()) }()
	owner, err := hub.OrganisationNamed(ctx, c.Organisation)
	if err != nil {
		return fmt.Errorf("--organisation: there is no organisation of exactly this name or id: %w", err)
	}
	marking := mapping.MarkingFor(owner.ID)
	if c.Operation != "" {
		marking.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{graph.ID(c.Operation)}}
	}
	if err := marking.Check(); err != nil {
		return graph.Under("marking", err)
	}
	reader, err := csv.Open(mapping, csv.Options{Owner: owner.ID, Hub: c.Hub, Name: c.Name, Files: c.Files, Marking: &marking})
	if err != nil {
		return err
	}
	name := c.importName()
	rejected, closeRejected, err := c.rejectedWriter(name)
	if err != nil {
		return err
	}
	importer := hub.NewImporter(auth.OfficerID("entente:import", string(owner.ID)), name)
	err = errors.Join(copyRows(ctx, reader, importer, rejected, term), importer.Flush(ctx), closeRejected())
	c.report(importer, reader.Progress(), term)
	return err
}

// importName names the import in the log and its file of rejected rows: after
// the mapping, and after the first file where files are given.
func (c *importCSVCommand) importName() string {
	if c.Name != "" {
		return c.Name
	}
	name := strings.TrimSuffix(filepath.Base(c.Mapping), filepath.Ext(c.Mapping))
	if len(c.Files) > 0 {
		first, _, _ := strings.Cut(filepath.Base(c.Files[0]), ".")
		name += "-" + first
	}
	return name
}

// copyRows carries every row to where it belongs.
func copyRows(ctx context.Context, reader *csv.Reader, importer *casework.Importer, rejected *csv.RejectedWriter, term *terminal) error {
	for row, err := range reader.All() {
		if err != nil {
			return err
		}
		switch {
		case row.Record != nil:
			err = importer.Record(ctx, *row.Record)
		case row.Link != nil:
			err = importer.Link(ctx, *row.Link)
		case row.Rejected != nil:
			err = rejected.Write(*row.Rejected)
		}
		if err != nil {
			return err
		}
		if p := reader.Progress(); p.Rows%1000 == 0 {
			term.progress.show("importing (KiB)", int(p.Bytes>>10), max(1, int(p.Total>>10)))
		}
	}
	return nil
}

// rejectedWriter writes rejected rows to a file that is readable by its owner
// only, for rows carry personal data.
func (c *importCSVCommand) rejectedWriter(name string) (*csv.RejectedWriter, func() error, error) {
	if c.Rejected == "" {
		c.Rejected = "rejected-" + filepath.Base(name) + ".csv"
	}
	file, err := os.OpenFile(c.Rejected, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("--rejected: %w", err)
	}
	writer, err := csv.NewRejectedWriter(file)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("--rejected: %w", err), file.Close())
	}
	return writer, func() error { return errors.Join(writer.Flush(), file.Close()) }, nil
}

func (c *importCSVCommand) report(importer *casework.Importer, read csv.Progress, term *terminal) {
	term.progress.done(fmt.Sprintf("%d records and %d links in %d writes (%d of them had been written before); %d rows left out by the mapping, %d equal to an earlier one",
		importer.Records, importer.Links, importer.Batches, importer.Repeated, read.Ignored, read.Repeated))
	if read.Rejected > 0 {
		term.progress.done(fmt.Sprintf("%d rows rejected: see %s", read.Rejected, c.Rejected))
		return
	}
	_ = os.Remove(c.Rejected)
}
