package csv

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// source is one opened file, unpacked if its name ends in .gz.
type source struct {
	*lines
	file *os.File // nil of a part
	read *counter
	name string
}

// counter counts the bytes read from the file itself, for progress.
type counter struct {
	in io.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

func openSource(path string) (*source, error) {
	file, err := os.Open(path) // #nosec G304 -- the officer names the file
	if err != nil {
		return nil, fmt.Errorf("open the file: %w", err)
	}
	s := &source{file: file, read: &counter{in: file}, name: filepath.Base(path)}
	var in io.Reader = s.read
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(s.read); err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF // io.EOF would be the end of all rows
			}
			return nil, errors.Join(fmt.Errorf("unpack %s: %w", s.name, err), file.Close())
		}
	}
	s.lines = newLines(in)
	return s, nil
}

func (s *source) skip(n int) error {
	for range n {
		if _, err := s.next(); err != nil && !errors.Is(err, errTooLong) {
			return s.fault(err)
		}
	}
	return nil
}

// fault says where reading stopped; io.EOF stays as it is.
func (s *source) fault(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return fmt.Errorf("read %s after line %d: %w", s.name, s.count, err)
}

// stem is a file's name without folder and endings.
func stem(path string) string {
	name := strings.TrimSuffix(filepath.Base(path), ".gz")
	return strings.TrimSuffix(name, filepath.Ext(name))
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }

func (s *source) close() error {
	if s.file == nil {
		return nil
	}
	if err := s.file.Close(); err != nil {
		return fmt.Errorf("close %s: %w", s.name, err)
	}
	return nil
}
