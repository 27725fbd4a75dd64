package neo4j

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"entente/auth/policy"
	"entente/graph"
)

// Links gives the links among ids that are in sight together with both their
// ends, by id; the rest is left out, whatever the reason. With asOf it gives
// what the hub knew then.
func (s *Store) Links(ctx context.Context, sight policy.Sight, ids []graph.ID, asOf *time.Time) (map[graph.ID]graph.Link, error) {
	found := map[graph.ID]graph.Link{}
	if sight.Blind() || len(ids) == 0 {
		return found, nil
	}
	rows, err := s.storedLinks(ctx, sight, ids, asOf)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		link, err := s.link(ctx, r)
		if err != nil {
			return nil, err
		}
		found[link.ID] = link
	}
	return found, nil
}

// storedLinks are rows with the columns link, from and to.
func (s *Store) storedLinks(ctx context.Context, sight policy.Sight, ids []graph.ID, asOf *time.Time) ([]row, error) {
	if asOf != nil {
		return s.read(ctx, at("links", asOf), params{"ids": plainTexts(ids), "sight": sight.Visible(), "asOf": instantOrNull(asOf)})
	}
	rows, err := s.read(ctx, "links", params{"batches": batches(ids), "sight": sight.Visible()})
	var stored []row
	for _, r := range rows {
		list, _ := r["found"].([]any)
		for _, one := range list {
			if own, ok := one.([]any); ok && len(own) == 3 {
				link, _ := own[0].(neo4j.Relationship)
				stored = append(stored, row{"link": link.Props, "from": own[1], "to": own[2]})
			}
		}
	}
	return stored, err
}

// LinksOf gives, for each of the records in sight, its visible links in order
// of id: a page of them, counted per record. It is one statement for all
// records. A record out of sight has none, as one without links.
func (s *Store) LinksOf(
	ctx context.Context, sight policy.Sight, records []graph.ID, filter graph.LinkFilter, page graph.Page, asOf *time.Time,
) (map[graph.ID][]graph.Link, error) {
	found := map[graph.ID][]graph.Link{}
	if sight.Blind() || len(records) == 0 || page.Limit <= 0 {
		return found, nil
	}
	p := linkFilterParams(sight, records, filter, asOf)
	p["after"], p["limit"] = string(page.After.ID), int64(page.Limit)
	rows, err := s.read(ctx, at("links_of", asOf), p)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		link, err := s.link(ctx, r)
		if err != nil {
			return nil, err
		}
		record := graph.ID(text(r, "record"))
		found[record] = append(found[record], link)
	}
	return found, nil
}

// CountLinksOf counts what LinksOf would give without a page. A record without
// visible links is left out.
func (s *Store) CountLinksOf(
	ctx context.Context, sight policy.Sight, records []graph.ID, filter graph.LinkFilter, asOf *time.Time,
) (map[graph.ID]int, error) {
	counts := map[graph.ID]int{}
	if sight.Blind() || len(records) == 0 {
		return counts, nil
	}
	rows, err := s.read(ctx, at("count_links_of", asOf), linkFilterParams(sight, records, filter, asOf))
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		counts[graph.ID(text(r, "record"))] = int(whole(r, "count"))
	}
	return counts, nil
}

func linkFilterParams(sight policy.Sight, records []graph.ID, f graph.LinkFilter, asOf *time.Time) params {
	p := params{
		"records": plainTexts(records), "sight": sight.Visible(), "asOf": instantOrNull(asOf),
		"kinds": orNull(f.Kinds), "direction": string(f.Direction), "at": instantOrNull(f.At), "weakness": nil,
	}
	if f.WeakestGrading != nil {
		p["weakness"] = int64(*f.WeakestGrading)
	}
	return p
}

// link decodes a row with the columns link, from and to.
func (s *Store) link(ctx context.Context, r row) (graph.Link, error) {
	p := mapOf(r, "link")
	marking, err := s.markingIn(ctx, p)
	if err != nil {
		return graph.Link{}, err
	}
	l := graph.Link{
		Contribution: contribution(p, marking), Kind: graph.LinkKind(text(p, "kind")),
		From: graph.ID(text(r, "from")), To: graph.ID(text(r, "to")),
	}
	if detailed, _ := p["detailed"].(bool); !detailed {
		return l, nil
	}
	l.Details = graph.NewLinkDetails(l.Kind)
	if err := fill(l.Details, p); err != nil {
		return graph.Link{}, fmt.Errorf("link %s: %w", l.ID, err)
	}
	return l, nil
}

// linkProps encodes a link but for its ends, which are the relationship's.
func linkProps(l graph.Link, marking graph.MarkingID) (map[string]any, error) {
	p := contributionProps(l.Contribution, marking)
	p["kind"] = string(l.Kind)
	if l.Details != nil {
		p["detailed"] = true
		if err := flatten(l.Details, p); err != nil {
			return nil, fmt.Errorf("link %s: %w", l.ID, err)
		}
	}
	sealContent(p)
	return p, nil
}
