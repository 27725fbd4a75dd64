package tracing

import (
	"context"

	"go.opentelemetry.io/otel/trace"
)

// Scope names the tracer of the hub.
const Scope = "entente"

// Begin begins a span under the one in ctx; end ends it. Where nothing is traced it
// costs next to nothing. The name must be of the program's own words: never a part
// of a request or of a record.
func Begin(ctx context.Context, name string) (within context.Context, end func()) {
	parent := trace.SpanFromContext(ctx)
	if !parent.IsRecording() {
		return ctx, func() {}
	}
	within, span := parent.TracerProvider().Tracer(Scope).Start(ctx, name)
	return within, func() { span.End() }
}
