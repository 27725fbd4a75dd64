package server

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"time"
)

// sendTime is how long one write to a client may take: who does not take what
// is sent is cut off, and catches up from a token.
const sendTime = 10 * time.Second

// timelyWriter gives each write to a client its time.
type timelyWriter struct{ http.ResponseWriter }

func timely(w http.ResponseWriter) http.ResponseWriter { return timelyWriter{w} }

// Write sends within sendTime or fails.
func (w timelyWriter) Write(p []byte) (int, error) {
	_ = http.NewResponseController(w.ResponseWriter).SetWriteDeadline(time.Now().Add(sendTime))
	return w.ResponseWriter.Write(p) //nolint:wrapcheck // it stands in for the writer
}

// Flush sends what was written.
func (w timelyWriter) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

// Hijack gives the connection itself, each of whose writes has its time too.
func (w timelyWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, buffered, err := http.NewResponseController(w.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, fmt.Errorf("take over a connection: %w", err)
	}
	late := timelyConn{conn}
	buffered.Writer.Reset(late)
	return late, buffered, nil
}

// Unwrap lets http.ResponseController reach the writer below.
func (w timelyWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

type timelyConn struct{ net.Conn }

// Write sends within sendTime or fails.
func (c timelyConn) Write(p []byte) (int, error) {
	if err := c.SetWriteDeadline(time.Now().Add(sendTime)); err != nil {
		return 0, fmt.Errorf("bound a write: %w", err)
	}
	return c.Conn.Write(p) //nolint:wrapcheck // it stands in for the connection
}
