UNWIND $sight AS marking
UNWIND $kinds AS kind
CALL (marking, kind) {
  MATCH (c:CaseObject)
  WHERE c.marking = marking AND c.kind = kind AND c.made <= $key AND c.id IS NOT NULL
    AND {{template "case_filter.cypher"}}
  RETURN c ORDER BY c.made DESC, c.id LIMIT $limit
}
RETURN properties(c) AS object ORDER BY c.made DESC, c.id LIMIT $limit
