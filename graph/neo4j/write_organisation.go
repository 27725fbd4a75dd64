package neo4j

import "context"

// writeOrganisations stores organisations and officers, which are not marked.
func (b *writing) writeOrganisations(ctx context.Context) error {
	if err := b.send(ctx, "write_organisations", organisationRows(b.write.Organisations), nil); err != nil {
		return err
	}
	return b.send(ctx, "write_officers", officerRows(b.write.Officers), nil)
}
