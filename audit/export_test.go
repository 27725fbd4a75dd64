package audit

// WithSegments makes an index whose segments end early.
func (q *Query) WithSegments(entries, postings int) *Query {
	q.limits = limits{entries, postings}
	return q
}
