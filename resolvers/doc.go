// Package resolvers is GraphQL over casework: one file per banner of
// schema.graphqls, each method a call of the request's Enquiry.
//
// It decides nothing and reads no store. generated/ holds gqlgen's output and
// is never edited. Start reading at resolver.go.
package resolvers
