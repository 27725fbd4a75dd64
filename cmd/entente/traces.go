package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// tracesTime bounds how long the last spans may take to leave at the end.
const tracesTime = 5 * time.Second

// tracer gives who takes the spans, to be sent to a collector, and what sends the
// last ones; nobody where no collector is named.
func (s hubSettings) tracer(ctx context.Context) (trace.TracerProvider, func() error, error) {
	if s.Traces == "" {
		return nil, func() error { return nil }, nil
	}
	// The exporter takes what it cannot read for its default, another collector.
	at, err := url.Parse(s.Traces)
	if err != nil || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" {
		return nil, nil, fmt.Errorf("ENTENTE_TRACES %q is to be the http or https URL of a collector, e.g. http://127.0.0.1:4318/v1/traces", s.Traces)
	}
	exporter, err := otlptracehttp.New(ctx, otlptracehttp.WithEndpointURL(s.Traces))
	if err != nil {
		return nil, nil, fmt.Errorf("ENTENTE_TRACES %s: %w", s.Traces, err)
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(resource.NewSchemaless(
		attribute.String("service.name", "entente"), attribute.String("service.version", version),
		attribute.String("service.instance.id", s.Process))))
	return provider, func() error {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), tracesTime)
		defer cancel()
		if err := provider.Shutdown(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return fmt.Errorf("send the last spans: %w", err)
		}
		return nil
	}, nil
}
