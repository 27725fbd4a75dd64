// Package server is the hub as one http.Handler: /graphql, the login, health and
// the web UI; and its figures as another, to be served apart.
//
// It owns limits, headers and the life of a request: who asks is settled before
// anything is parsed, and the log has all that is disclosed before an answer
// leaves. It decides nothing about data. Start reading at server.go, then
// graphql.go.
package server
