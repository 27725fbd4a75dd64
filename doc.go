// Package entente is the root of the module. It holds no code: only the tests of
// what is true of the whole tree, which are the import ladder
// (layering_test.go) and the habits of the schema (schema_test.go).
//
// Start reading at docs/architecture.md.
package entente
