UNWIND $sight AS marking
UNWIND $kinds AS kind
CALL (marking, kind) { // the first under each
  {{template "next_kind_by_recent.cypher"}}LIMIT 1
  RETURN r.knownFrom AS head, r.id AS id
}
WITH marking, kind ORDER BY head DESC, id LIMIT $limit // whatever is under others comes after as many as are asked for
CALL (marking, kind) {
  {{template "next_kind_by_recent.cypher"}}LIMIT $limit
  RETURN r
}
RETURN properties(r) AS record ORDER BY r.knownFrom DESC, r.id LIMIT $limit
