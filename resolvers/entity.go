package resolvers

import (
	"context"

	"entente/casework"
	"entente/graph"
	"entente/resolvers/generated"
)

type entity struct{}

// Entity is one thing as one caller sees it.
func (*Resolver) Entity() generated.EntityResolver { return entity{} }

func (entity) Kind(ctx context.Context, e *casework.Entity) (graph.RecordKind, error) {
	naming, err := Enquiry(ctx).Naming(ctx, e)
	if err != nil {
		return "", err
	}
	return naming.Kind(), nil
}

func (entity) Label(ctx context.Context, e *casework.Entity) (string, error) {
	naming, err := Enquiry(ctx).Naming(ctx, e)
	if err != nil {
		return "", err
	}
	return naming.Label(), nil
}

func (entity) Records(ctx context.Context, e *casework.Entity) ([]*casework.Record, error) {
	return Enquiry(ctx).EntityRecords(ctx, e)
}

func (entity) Judgements(ctx context.Context, e *casework.Entity) ([]*casework.Link, error) {
	return Enquiry(ctx).Judgements(ctx, e)
}

func (entity) Involvements(ctx context.Context, e *casework.Entity) ([]*casework.Involvement, error) {
	return Enquiry(ctx).InvolvementsOfEntity(ctx, e)
}

func (entity) Conditions(ctx context.Context, e *casework.Entity) (*graph.Derived, error) {
	return Enquiry(ctx).ConditionsOf(ctx, e)
}
