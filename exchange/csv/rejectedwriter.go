package csv

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// RejectedWriter writes rejected rows as CSV: file, line, reason, raw. Cells
// that a spreadsheet would take for a formula get an apostrophe in front.
type RejectedWriter struct {
	out *csv.Writer
}

// NewRejectedWriter writes the header.
func NewRejectedWriter(out io.Writer) (*RejectedWriter, error) {
	w := &RejectedWriter{out: csv.NewWriter(out)}
	if err := w.out.Write([]string{"file", "line", "reason", "raw"}); err != nil {
		return nil, fmt.Errorf("write the rejected rows: %w", err)
	}
	return w, nil
}

// Write writes one row. It is buffered until Flush.
func (w *RejectedWriter) Write(r Rejected) error {
	raw := r.Raw
	if !utf8.ValidString(raw) {
		raw = strconv.QuoteToASCII(raw)
	}
	row := []string{harmless(r.File), strconv.FormatInt(r.Line, 10), harmless(r.Reason), harmless(raw)}
	if err := w.out.Write(row); err != nil {
		return fmt.Errorf("write the rejected rows: %w", err)
	}
	return nil
}

// Flush hands everything to the writer below, and says whether all of it
// arrived.
func (w *RejectedWriter) Flush() error {
	w.out.Flush()
	if err := w.out.Error(); err != nil {
		return fmt.Errorf("write the rejected rows: %w", err)
	}
	return nil
}

// harmless keeps a spreadsheet from reckoning with a cell (OWASP, CSV
// injection). Blanks before the sign do not help against all spreadsheets.
func harmless(cell string) string {
	if first := strings.TrimLeft(cell, " "); first != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", rune0(first)) {
		return "'" + cell
	}
	return cell
}

func rune0(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
