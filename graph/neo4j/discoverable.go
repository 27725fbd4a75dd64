package neo4j

import (
	"context"
	"time"

	"entente/graph"
	"entente/graph/identifier"
)

// Discoverables gives, for those of the records that their owner lets be
// found, by which schemes. Of another owner's records it gives nothing.
func (s *Store) Discoverables(ctx context.Context, owner graph.ID, records []graph.ID) (map[graph.ID][]graph.HitScheme, error) {
	rows, err := s.read(ctx, "discoverables", params{"ids": plainTexts(records), "owner": string(owner)})
	if err != nil {
		return nil, err
	}
	found := make(map[graph.ID][]graph.HitScheme, len(rows))
	for _, r := range rows {
		found[graph.ID(text(r, "id"))] = schemesOf(r)
	}
	return found, nil
}

// HitsOf gives the records that are found by a token, whoever sees them, by
// id. It takes no sight: what it gives leaves casework/hit.go as the names of
// organisations alone. What nobody made discoverable costs it nothing, so a
// record that is held and not discoverable takes as long as none.
func (s *Store) HitsOf(ctx context.Context, token string) ([]graph.Held, error) {
	rows, err := s.read(ctx, "hits", params{"token": token})
	if err != nil {
		return nil, err
	}
	held := make([]graph.Held, len(rows))
	for i, r := range rows {
		marking, err := s.markingIn(ctx, r)
		if err != nil {
			return nil, err
		}
		held[i] = graph.Held{Record: graph.ID(text(r, "record")), Marking: marking}
	}
	return held, nil
}

func schemesOf(r row) []graph.HitScheme {
	var schemes []graph.HitScheme
	for _, s := range idsOf(r, "schemes") {
		schemes = append(schemes, graph.HitScheme(s))
	}
	return schemes
}

// writeDiscoverables sets by what records may be found, all of it anew.
func (b *writing) writeDiscoverables(ctx context.Context) error {
	if len(b.write.Discoverables) == 0 {
		return nil
	}
	all := make([]draft, len(b.write.Discoverables))
	for i, d := range b.write.Discoverables {
		all[i] = draft{id: d.Record}
	}
	there, err := b.present(ctx, "write_find_records", all)
	if err != nil {
		return err
	}
	owners := map[graph.ID]graph.ID{}
	for _, d := range b.write.Discoverables {
		now, ok := there[d.Record]
		if !ok || !b.sight.Sees(now.marking) {
			return graph.Missing()
		}
		if now.version != d.Version {
			return &graph.Error{Code: graph.Conflict, Field: "ids", Message: "A record has been changed meanwhile: ask again."}
		}
		m, err := b.markingOf(ctx, now.marking)
		if err != nil {
			return err
		}
		owners[d.Record] = m.Owner
	}
	return b.putDiscoverables(ctx, b.write.Discoverables, owners)
}

func (b *writing) putDiscoverables(ctx context.Context, all []graph.Discoverable, owners map[graph.ID]graph.ID) error {
	var ids []graph.ID
	var rows []map[string]any
	for _, d := range all {
		ids = append(ids, d.Record)
		if len(d.Schemes) > 0 {
			rows = append(rows, map[string]any{
				"id": string(d.Record), "owner": string(owners[d.Record]), "schemes": plainTexts(d.Schemes), "tokens": d.Tokens,
			})
		}
	}
	if _, err := b.run(ctx, "write_forget_discoverables", params{"ids": plainTexts(ids)}); err != nil {
		return err
	}
	return b.send(ctx, "write_discoverables", rows, nil)
}

// refreshDiscoverables lets records that were replaced be found by what they
// say now, and retired ones no more.
func (b *writing) refreshDiscoverables(ctx context.Context) error {
	if len(b.replaced) == 0 {
		return nil
	}
	rows, err := b.run(ctx, "write_find_discoverables", params{"ids": plainTexts(b.replaced)})
	if err != nil || len(rows) == 0 {
		return err
	}
	schemes := make(map[graph.ID][]graph.HitScheme, len(rows))
	for _, r := range rows {
		schemes[graph.ID(text(r, "id"))] = schemesOf(r)
	}
	var all []graph.Discoverable
	owners := map[graph.ID]graph.ID{}
	for _, r := range b.write.Records {
		wanted, ok := schemes[r.ID]
		if !ok {
			continue
		}
		owners[r.ID] = r.Owner()
		if r.Retired {
			wanted = nil
		}
		all = append(all, graph.Discoverable{Record: r.ID, Schemes: wanted, Tokens: identifier.HitTokens(r.Details, wanted)})
	}
	return b.putDiscoverables(ctx, all, owners)
}

// writeRation counts what is rationed, and refuses what is too much with when
// there will be more.
func (b *writing) writeRation(ctx context.Context) error {
	r := b.write.Ration
	if r == nil {
		return nil
	}
	p := params{
		"officer": string(r.Officer), "for": r.For, "at": b.write.At, "since": b.write.At.Add(-r.Window), "most": int64(r.Most),
	}
	if _, err := b.run(ctx, "write_forget_ration", p); err != nil {
		return err
	}
	rows, err := b.run(ctx, "write_ration", p)
	if err != nil || (len(rows) == 1 && whole(rows[0], "made") == 1) {
		return err
	}
	again := b.write.At
	if len(rows) == 1 {
		again = instant(rows[0], "first").Add(r.Window)
	}
	return &graph.Error{
		Code: graph.RateLimited, Message: "You have asked as often as you may: ask again at " + again.Format(time.RFC3339) + ".",
	}
}
