package csv

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"entente/graph"
)

// plan is one entry of the mapping, compiled for the columns of one file.
type plan struct {
	records []recordRule
	links   []linkRule
	ignore  []condition
	values  []replacement
}

type recordRule struct {
	when    condition
	kind    graph.RecordKind
	key     template
	keys    string
	details fields
	said    said
}

type linkRule struct {
	place    string // of the rule in its file, for the ids of links without key
	when     condition
	kind     graph.LinkKind
	key      template
	from, to end
	ends     *recordRule
	details  fields
	said     said
}

type end struct {
	key  template
	keys string
}

// said is how an element of a row was contributed.
type said struct {
	source      template
	grading     graph.Grading
	from, until template
	form        form
}

type condition []test

type test struct {
	column   template
	patterns []string
}

type replacement struct {
	column int
	by     map[string]string
}

func (m *Mapping) plan(at string, f File, find columns) (*plan, error) {
	form, err := f.form(at)
	if err != nil {
		return nil, err
	}
	c := compiler{mapping: m, find: find, form: form}
	p := &plan{}
	for _, column := range sortedKeys(f.Values) {
		index, ok := find(column)
		if !ok {
			return nil, graph.Bad(at+".values."+column, "There is no column \""+column+"\".")
		}
		p.values = append(p.values, replacement{column: index, by: f.Values[column]})
	}
	for i, when := range f.Ignore {
		p.ignore = append(p.ignore, c.condition(fmt.Sprintf("%s.ignore[%d]", at, i), when))
	}
	for i, rule := range f.Records {
		p.records = append(p.records, c.record(fmt.Sprintf("%s.records[%d]", at, i), rule))
	}
	for i, rule := range f.Links {
		p.links = append(p.links, c.link(fmt.Sprintf("%s.links[%d]", at, i), rule))
	}
	return p, c.fault
}

func (f File) form(at string) (form, error) {
	times, err := f.Times.clock(at + ".times")
	if err != nil {
		return form{}, err
	}
	dates, err := f.Dates.clock(at + ".dates")
	if err != nil {
		return form{}, err
	}
	out := form{times: times, dates: dates, decimal: f.Decimal, list: f.List}
	if out.list == "" {
		out.list = ";"
	}
	return out, nil
}

// compiler compiles rules and keeps the first fault.
type compiler struct {
	mapping *Mapping
	find    columns
	form    form
	fault   error
}

func (c *compiler) bad(field, message string) { c.keep(graph.Bad(field, message)) }

func (c *compiler) keep(err error) {
	if c.fault == nil {
		c.fault = err
	}
}

func (c *compiler) template(at, text string) template {
	t, err := parseTemplate(at, text, c.find)
	if err != nil {
		c.keep(err)
	}
	return t
}

func (c *compiler) condition(at string, when Condition) condition {
	var out condition
	for _, column := range sortedKeys(when) {
		field := at + "." + column
		for _, pattern := range when[column] {
			if _, err := path.Match(pattern, ""); err != nil {
				c.bad(field, "This is not a pattern.")
			}
		}
		out = append(out, test{column: c.template(field, "{"+column+"}"), patterns: when[column]})
	}
	return out
}

func (c *compiler) record(at string, rule RecordRule) recordRule {
	details := graph.NewRecordDetails(rule.Kind)
	if details == nil {
		c.bad(at+".kind", "This is not a kind of record: PERSON, BANK_ACCOUNT, PLACE and so on.")
		return recordRule{}
	}
	if rule.Key == "" {
		c.bad(at+".key", `Give the key of the row, such as "{id}".`)
	}
	out := recordRule{
		when: c.condition(at+".when", rule.When), kind: rule.Kind, key: c.template(at+".key", rule.Key), keys: rule.Keys,
		said: c.said(at, rule.Said),
	}
	fields, err := compileFields(at+".details", details, rule.Details, c.find, c.form)
	if err != nil {
		c.keep(err)
	}
	out.details = fields
	return out
}

func (c *compiler) link(at string, rule LinkRule) linkRule {
	if !slices.Contains(graph.LinkKinds(), rule.Kind) {
		c.bad(at+".kind", "This is not a kind of link: ASSOCIATE, TRANSFERRED, CALLED and so on.")
		return linkRule{}
	}
	if rule.From.Key == "" || rule.To.Key == "" {
		c.bad(at, `Give the keys of both ends, such as from: "{payer}" and to: "{payee}".`)
	}
	out := linkRule{
		place: at[strings.LastIndexByte(at, '.')+1:], when: c.condition(at+".when", rule.When), kind: rule.Kind, key: c.template(at+".key", rule.Key),
		from: end{key: c.template(at+".from", rule.From.Key), keys: rule.From.Keys},
		to:   end{key: c.template(at+".to", rule.To.Key), keys: rule.To.Keys},
		said: c.said(at, rule.Said),
	}
	fields, err := compileFields(at+".details", anyDetails(rule.Kind), rule.Details, c.find, c.form)
	if err != nil {
		c.keep(err)
	}
	out.details = fields
	if rule.Ends != nil {
		ends := c.ends(at+".ends", *rule.Ends)
		out.ends = &ends
	}
	return out
}

// ends are the records that a link makes; their key is the end's.
func (c *compiler) ends(at string, rule RecordRule) recordRule {
	if rule.Key != "" || rule.Keys != "" || len(rule.When) > 0 {
		c.bad(at, "The records at the ends have the keys of the ends: leave out key, keys and when.")
	}
	rule.Key = "{@key}"
	return c.record(at, rule)
}

// anyDetails is nil, not a nil in an interface, where a kind has no details.
func anyDetails(kind graph.LinkKind) any {
	if d := graph.NewLinkDetails(kind); d != nil {
		return d
	}
	return nil
}

func (c *compiler) said(at string, s Said) said {
	out := said{
		source: c.template(at+".source", s.Source), grading: s.Grading.noun(),
		from: c.template(at+".validFrom", s.From), until: c.template(at+".validUntil", s.Until), form: c.form,
	}
	if s.Source == "" {
		out.source = c.template("source", c.mapping.Source)
	}
	if len(out.source) == 0 {
		c.bad("source", "Name the source report by its reference.")
	}
	if s.Grading == (GradingText{}) {
		out.grading = c.mapping.Grading.noun()
	}
	if err := out.grading.Check(at + ".grading"); err != nil {
		c.keep(err)
	}
	return out
}

// holds says whether a row meets every test.
func (c condition) holds(r *row) bool {
	return !slices.ContainsFunc(c, func(t test) bool {
		text := t.column.of(r)
		return !slices.ContainsFunc(t.patterns, func(pattern string) bool {
			fits, err := path.Match(pattern, text)
			return err == nil && fits
		})
	})
}
