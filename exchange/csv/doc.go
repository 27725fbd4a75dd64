// Package csv reads records and links from delimited text and from JSON lines,
// as a mapping file says.
//
// It owns the mapping's form, the reading, and the ids that rows get: they are
// derived from the owner, the name of the import and the row's key, so a file
// that is read again names the same things. It checks what a row says by the
// rules of graph and graph/identifier, and hands on what does not hold as
// Rejected, with the reason.
//
// It imports graph and graph/identifier only. Writing rows into the hub, in
// batches and safe to resume, is casework's.
//
// Memory grows with the number of different records (some 40 bytes each), not
// with the number of links or the size of the files.
//
// A file may be read in parts, by whoever cuts it into whole rows: part.go.
//
// Start reading at mapping.go, then reader.go.
package csv
