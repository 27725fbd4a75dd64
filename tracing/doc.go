// Package tracing says what took how long, without a word of what it was about.
//
// A span has a name of the program's own (a route, a field of the schema, a
// statement's file, a call of the engine) and no attribute but those set in
// server: the method, the status, the request's id. Nothing of a question, a
// record or an officer ever goes into one. It imports OpenTelemetry's interfaces
// alone; who exports is decided in cmd/entente.
package tracing
