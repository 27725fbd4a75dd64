// Package audit is the tamper-evident log: nothing is disclosed before it is
// logged here.
//
// It owns the shape of an entry, its canonical encoding, the append-only
// Merkle log that keeps entries (tlog-tiles files with a signed checkpoint),
// and the questions "who saw this element" and "what did this officer do". It
// owns no decision: who may ask those questions, and what they see of the
// answers, is casework's. It never takes a name, a search term or any other
// content of a record.
//
// A folder has one writer. Several hub processes keep one folder each, and a
// Query follows all of them.
//
// An entry is durable in the journal (journal.go) before Record returns, and is
// put into the tree behind the writers' backs (build.go).
//
// It imports graph, and must not import policy, a store or an engine. The
// sub-package verify checks a whole log offline. Start reading at entry.go,
// then tree.go; docs/audit.md is the page for partners.
package audit
