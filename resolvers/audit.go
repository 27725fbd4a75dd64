package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type auditEntry struct{}

// AuditEntry is one act in the log.
func (*Resolver) AuditEntry() generated.AuditEntryResolver { return auditEntry{} }

func (auditEntry) Officer(ctx context.Context, a *casework.AuditEntry) (*graph.Officer, error) {
	return Enquiry(ctx).AuditOfficer(ctx, a)
}

func (auditEntry) Organisation(ctx context.Context, a *casework.AuditEntry) (*graph.Organisation, error) {
	return Enquiry(ctx).AuditOrganisation(ctx, a)
}

func (auditEntry) Operation(ctx context.Context, a *casework.AuditEntry) (*graph.Operation, error) {
	return Enquiry(ctx).AuditOperation(ctx, a)
}

func (auditEntry) Elements(ctx context.Context, a *casework.AuditEntry, first int) ([]graph.ID, error) {
	return Enquiry(ctx).AuditElements(ctx, a, first)
}
