UNWIND $sight AS marking
UNWIND $kinds AS kind
CALL (marking, kind) {
  MATCH (r:Record)
  WHERE r.marking = marking AND r.kind = kind AND r.knownFrom <= $key AND r.id IS NOT NULL
    AND {{template "after_recent.cypher"}} AND {{template "record_filter.cypher"}}
  RETURN r ORDER BY r.knownFrom DESC, r.id LIMIT $limit
}
RETURN properties(r) AS record ORDER BY r.knownFrom DESC, r.id LIMIT $limit
