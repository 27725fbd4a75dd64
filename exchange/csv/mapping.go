package csv

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"entente/graph"
)

// Mapping says how files become records and links. It is read from YAML;
// unknown keys are faults. Texts marked "template" may name columns in braces:
// "Account {id}". A column that a file's header lacks is a fault; a property
// that a JSON line lacks is empty. {@file} is the file's name without endings,
// {@line} the row's line and, in ends, {@key} the key of the end. A brace is
// written twice to stand for itself.
type Mapping struct {
	// Name is a template with {@file} only. Rows of imports with different
	// names are never the same thing.
	Name    string      `yaml:"name"`
	Source  string      `yaml:"source"` // template, of the source report's reference
	Grading GradingText `yaml:"grading"`
	Marking MarkingText `yaml:"marking"`
	Files   []File      `yaml:"files"`

	folder string
	text   []byte
}

// File says how to read one file, or all that fit a pattern.
type File struct {
	// Path is a file or a pattern (with * and ?), relative to the mapping's
	// folder. Files given by the caller go to the first entry whose last part of
	// the path fits; an entry without a path takes any.
	Path   string `yaml:"path"`
	Format string `yaml:"format"` // delimited (the default) or jsonl
	// Delimiter is one character, "tab", or "blanks" for runs of blanks. The
	// default is a comma.
	Delimiter string `yaml:"delimiter"`
	// Header says the first line names the columns. Without it Columns does, or
	// they are numbered from 1.
	Header  bool     `yaml:"header"`
	Columns []string `yaml:"columns"`
	Skip    int      `yaml:"skip"`    // so many first lines
	Comment string   `yaml:"comment"` // lines that begin so
	Decimal string   `yaml:"decimal"` // "." (the default) or ","
	List    string   `yaml:"list"`    // what parts several values in one cell; ";" by default
	Times   Times    `yaml:"times"`
	Dates   Dates    `yaml:"dates"`
	// Values replaces cells of a column before anything else looks at them.
	Values map[string]map[string]string `yaml:"values"`
	// Ignore names rows that are left out on purpose.
	Ignore  []Condition  `yaml:"ignore"`
	Records []RecordRule `yaml:"records"`
	Links   []LinkRule   `yaml:"links"`
}

// Times says how times are written. Layout is made of YYYY MM DD hh mm ss and
// what stands between them, or is "unix" or "unix-milliseconds"; the default is
// RFC 3339, also without a zone or as a mere date. With Step a cell is a number
// of steps after Base. Zone is an IANA time zone, UTC by default. Constants in
// the mapping are always RFC 3339.
type Times struct {
	Layout string `yaml:"layout"`
	Zone   string `yaml:"zone"`
	Base   string `yaml:"base"`
	Step   string `yaml:"step"` // such as 24h
}

// Dates says how dates are written: a layout of YYYY MM DD, or, when it is
// empty, as Times says, or, when that is empty too, YYYY-MM-DD, YYYY-MM, YYYY or a
// time in RFC 3339.
type Dates struct {
	Layout string `yaml:"layout"`
}

// Condition holds for rows in which each named column fits one of its
// patterns (with * and ?).
type Condition map[string]Texts

// RecordRule makes a record of each row that meets When.
type RecordRule struct {
	When Condition        `yaml:"when"`
	Kind graph.RecordKind `yaml:"kind"`
	// Key is a template; rows with the same key in the same Keys are one record.
	Key     string           `yaml:"key"`
	Keys    string           `yaml:"keys"`
	Details map[string]Texts `yaml:"details"`
	Said    `yaml:",inline"`
}

// LinkRule makes a link of each row that meets When.
type LinkRule struct {
	When Condition      `yaml:"when"`
	Kind graph.LinkKind `yaml:"kind"`
	// Key is a template; without one each row is a link of its own, named after
	// its file and line.
	Key  string `yaml:"key"`
	From End    `yaml:"from"`
	To   End    `yaml:"to"`
	// Ends makes the records at the ends where no row has made them.
	Ends    *RecordRule      `yaml:"ends"`
	Details map[string]Texts `yaml:"details"`
	Said    `yaml:",inline"`
}

// End is the record at one end of a link, by the template of its key: written
// as the template, or with the Keys it is looked for in.
type End struct {
	Key  string `yaml:"key"`
	Keys string `yaml:"keys"`
}

// Said is how an element was contributed, where it differs from the mapping's.
type Said struct {
	Source  string      `yaml:"source"` // template
	Grading GradingText `yaml:"grading"`
	From    string      `yaml:"validFrom"`  // template of a date
	Until   string      `yaml:"validUntil"` // template of a date
}

// GradingText is a grading as written; nothing is not graded.
type GradingText struct {
	Scheme string `yaml:"scheme"`
	Value  string `yaml:"value"`
}

// MarkingText is a marking as written; what is left out is as for a new record:
// private and OFFICIAL_SENSITIVE.
type MarkingText struct {
	Audience struct {
		Scope         string   `yaml:"scope"`
		Officers      []string `yaml:"officers"`
		Organisations []string `yaml:"organisations"`
		Operations    []string `yaml:"operations"`
	} `yaml:"audience"`
	Classification string   `yaml:"classification"`
	Compartments   []string `yaml:"compartments"`
	Handling       []string `yaml:"handling"`
	Restrictions   string   `yaml:"restrictions"` // what H3 stands for
}

// ReadMapping reads a mapping file. Its paths are relative to its folder.
func ReadMapping(path string) (*Mapping, error) {
	text, err := os.ReadFile(path) // #nosec G304 -- the officer names the file
	if err != nil {
		return nil, fmt.Errorf("read the mapping: %w", err)
	}
	return ParseMapping(text, filepath.Dir(path))
}

// ParseMapping reads a mapping from its text and checks all that can be
// checked without the files. A fault is a graph.Error with code BadInput whose
// field is the place in the mapping and whose message begins with the line.
func ParseMapping(text []byte, folder string) (*Mapping, error) {
	m := &Mapping{folder: folder, text: text}
	err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(m)
	if errors.Is(err, io.EOF) {
		return nil, graph.Bad("mapping", "The mapping is empty.")
	}
	if err != nil {
		return nil, yamlFault(err)
	}
	if err := m.check(); err != nil {
		return nil, m.lined(err)
	}
	return m, nil
}
