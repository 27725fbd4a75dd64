// Command withneo4j runs a command, such as go test ./..., with one Neo4j for
// all of it, and ends with the command's exit code:
//
//	withneo4j -- go test ./...
//
// It owns nothing but the order of start and stop. Start reading at main.go.
package main
