package casework

import (
	"context"
	"fmt"
	"io"
	"strings"

	"entente/audit"
	"entente/auth/policy"
	"entente/exchange/extract"
	"entente/exchange/gexf"
	"entente/exchange/graphml"
	"entente/graph"
)

// ExportInput says what is to leave the hub, in which form.
type ExportInput struct {
	IDs       []graph.ID // records, or
	Operation *graph.ID  // all shared with its team
	Format    graph.ExportFormat
}

// Export is a file on its way out of the hub.
type Export struct {
	Banner    string
	MediaType string
	Content   string
	Records   int
	Links     int
}

// ExportGraph gives records in sight with the links among them as a file: all
// of it or, if one of them may not leave, nothing.
func (e *Enquiry) ExportGraph(ctx context.Context, in ExportInput) (*Export, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if err := e.proved(ctx); err != nil {
		return nil, err
	}
	s, err := e.selectedForExport(ctx, in)
	if err != nil {
		return nil, err
	}
	check, err := e.checkAction(ctx, s, policy.ToExport)
	if err != nil {
		return nil, err
	}
	all := s.contributions()
	ids := make([]graph.ID, len(all))
	for i, c := range all {
		ids[i] = c.ID
	}
	if !check.Allowed {
		return nil, e.gate(ctx, fmt.Sprintf(
			"%d of these %d elements may not leave the hub without their owners' release: checkAction says which, why and whom to ask.",
			len(check.closed), len(all)), ids...)
	}
	if err := e.safeguarded(ctx, s.people()); err != nil {
		return nil, err
	}
	e.note(audit.Export, &audit.Shape{Question: "exportGraph"}, ids...)
	return e.export(ctx, s, in.Format)
}

func (e *Enquiry) selectedForExport(ctx context.Context, in ExportInput) (*selection, error) {
	if (len(in.IDs) > 0) == (in.Operation != nil) {
		return nil, graph.Bad("input.ids", "Give either ids of records, or an operation.")
	}
	ids := distinct(in.IDs)
	if in.Operation != nil {
		operation, err := e.Operation(ctx, *in.Operation)
		if err != nil {
			return nil, graph.At("input.operation", err)
		}
		if ids, err = e.recordsShared(ctx, operation.ID, nil, maxSubgraph); err != nil {
			return nil, err
		}
	}
	if len(ids) > maxSubgraph {
		return nil, tooMany(len(ids), maxSubgraph)
	}
	found, err := e.subgraph(ctx, ids)
	if err != nil {
		return nil, err
	}
	if len(found.Records) < len(ids) {
		return nil, graph.At("input.ids", graph.Missing())
	}
	return &selection{records: found.Records, links: found.Links}, nil
}

// export writes what may leave.
func (e *Enquiry) export(ctx context.Context, s *selection, format graph.ExportFormat) (*Export, error) {
	x := extract.Extract{Hub: e.hub, Taken: e.at.UTC(), Purpose: e.principal.Purpose}
	if err := e.fillExtract(ctx, &x, s); err != nil {
		return nil, err
	}
	var markings []graph.Marking
	for _, c := range s.contributions() {
		markings = append(markings, c.Marking)
	}
	x.Banner = extract.Banner(graph.Derive(markings, nil))
	write, mediaType := writerOf(format)
	var content strings.Builder
	if err := write(&content, x); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return &Export{
		Banner: x.Banner, MediaType: mediaType, Content: content.String(), Records: len(s.records), Links: len(s.links),
	}, nil
}

func writerOf(f graph.ExportFormat) (write func(io.Writer, extract.Extract) error, mediaType string) {
	switch f {
	case graph.GraphML:
		return graphml.Write, "application/graphml+xml"
	case graph.GEXF:
		return gexf.Write, "application/gexf+xml"
	case graph.CSV:
		return extract.WriteCSV, "text/csv"
	}
	return extract.WriteJSON, "application/json"
}

func (e *Enquiry) fillExtract(ctx context.Context, x *extract.Extract, s *selection) error {
	organisations, err := e.loaders.organisations(ctx)
	if err != nil {
		return err
	}
	name := func(id graph.ID) string {
		if o, ok := organisations[id]; ok {
			return o.Name
		}
		return string(id)
	}
	for _, r := range s.records {
		element, err := extract.OfRecord(r.Record, name(r.Owner()))
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		x.Records = append(x.Records, element)
	}
	for _, l := range s.links {
		element, err := extract.OfLink(l.Link, name(l.Owner()))
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		x.Links = append(x.Links, element)
	}
	return nil
}
