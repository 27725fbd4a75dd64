package csv

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxLine bounds a line, and a row over several lines, in bytes.
const maxLine = 1 << 20

// lines reads lines of bounded length and can take lines back.
type lines struct {
	in    *bufio.Reader
	back  [][]byte // taken back, in order
	count int64    // lines given out and not taken back
}

// errTooLong says that a line was longer than maxLine; it has been skipped.
var errTooLong = errors.New("line too long")

func newLines(in io.Reader) *lines {
	l := &lines{in: bufio.NewReaderSize(in, 1<<16)}
	if mark, err := l.in.Peek(3); err == nil && bytes.Equal(mark, []byte("\xEF\xBB\xBF")) {
		_, _ = l.in.Discard(3) // was just peeked
	}
	return l
}

// next is the next line without its end; the caller may keep it. The error is
// io.EOF, errTooLong or the reader's.
func (l *lines) next() ([]byte, error) {
	if len(l.back) > 0 {
		line := l.back[0]
		l.back = l.back[1:]
		l.count++
		return line, nil
	}
	var line []byte
	long := false
	for {
		chunk, err := l.in.ReadSlice('\n')
		if long = long || len(line)+len(chunk) > maxLine; !long {
			line = append(line, chunk...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0 && !long):
			return nil, err
		}
		l.count++
		if long {
			return nil, errTooLong
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r")), nil
	}
}

// takeBack gives lines out again, before all others.
func (l *lines) takeBack(taken [][]byte) {
	l.count -= int64(len(taken))
	l.back = append(taken, l.back...)
}
