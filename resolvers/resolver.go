package resolvers

import (
	"context"

	"entente/casework"
	"entente/resolvers/generated"
)

// Resolver is the root of the API. It holds nothing: everything a request may
// do hangs on its Enquiry, see With.
type Resolver struct{}

var _ generated.ResolverRoot = (*Resolver)(nil)

type enquiryKey struct{}

// With gives the context of a request its enquiry.
func With(ctx context.Context, e *casework.Enquiry) context.Context {
	return context.WithValue(ctx, enquiryKey{}, e)
}

// Enquiry is the enquiry of a request, nil where there is none: then nobody
// has signed in.
func Enquiry(ctx context.Context) *casework.Enquiry {
	e, _ := ctx.Value(enquiryKey{}).(*casework.Enquiry)
	return e
}

// pointers gives gqlgen the addresses of the elements of a slice.
func pointers[T any](in []T) []*T {
	out := make([]*T, len(in))
	for i := range in {
		out[i] = &in[i]
	}
	return out
}

// of passes pointers of a slice on with its error.
func of[T any](in []T, err error) ([]*T, error) { return pointers(in), err }
