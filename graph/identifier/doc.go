// Package identifier knows what officers type: the normal forms under which
// phones, plates, accounts, documents, profiles and names are stored and
// found, and the checks of codes that need a list kept by somebody else
// (countries, currencies, numbering plans, IBAN lengths).
//
// It is pure and imports graph and libraries only; it must not know a store or
// a caller. Faults are graph.Bad with the field as the API spells it, relative
// to the details. Start reading at normal.go and check.go.
package identifier
