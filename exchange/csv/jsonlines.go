package csv

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// jsonLines reads one JSON object a line. A column is a path of properties
// joined by dots.
type jsonLines struct {
	*source
	comment []byte
	list    string
	paths   []string
	cells   []string
}

// column finds every path; one that a line lacks is empty there.
func (j *jsonLines) column(path string) (int, bool) {
	if i := slices.Index(j.paths, path); i >= 0 {
		return i, true
	}
	j.paths = append(j.paths, path)
	return len(j.paths) - 1, true
}

func (j *jsonLines) decode(r *row) ([]byte, error) {
	for {
		line, err := j.next()
		r.line = j.count
		switch {
		case errors.Is(err, errTooLong):
			return nil, badRow("The line is longer than 1 MiB.")
		case err != nil:
			return nil, j.fault(err)
		case len(bytes.TrimSpace(line)) == 0, len(j.comment) > 0 && bytes.HasPrefix(line, j.comment):
			continue
		case !utf8.Valid(line):
			return line, badRow("The line is not UTF-8.")
		}
		object, err := parseObject(line)
		if err != nil {
			return line, err
		}
		j.cells = j.cells[:0]
		for _, path := range j.paths {
			j.cells = append(j.cells, j.text(property(object, path)))
		}
		r.fields = j.cells
		return line, nil
	}
}

func parseObject(line []byte) (map[string]any, error) {
	in := json.NewDecoder(bytes.NewReader(line))
	in.UseNumber()
	var object map[string]any
	if err := in.Decode(&object); err != nil || object == nil {
		return nil, badRow("The line is not a JSON object.")
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return nil, badRow("Something follows the JSON object on the line.")
	}
	return object, nil
}

// property follows a path; a property whose own name has dots is found too.
func property(object map[string]any, path string) any {
	if value, ok := object[path]; ok {
		return value
	}
	name, rest, nested := strings.Cut(path, ".")
	inner, ok := object[name].(map[string]any)
	if !nested || !ok {
		return nil
	}
	return property(inner, rest)
}

// text is a scalar as written, a list joined; objects and null are empty.
func (j *jsonLines) text(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, j.text(one))
		}
		return strings.Join(all, j.list)
	}
	return ""
}
