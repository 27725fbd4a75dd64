// Package casework is every action an officer can take. It is the only place
// where policy, store, engine and audit meet.
//
// An Enquiry is one caller's one request: it holds the caller's sight, reads
// and writes under it, notes all that it hands out, and on Close logs that
// before the answer may leave. Nothing here knows GraphQL or HTTP.
//
// Start reading at casework.go and enquiry.go; then one file per noun.
package casework
