UNWIND $sight AS marking
CALL (marking) { // the first under each
  {{template "next_by_label.cypher"}}LIMIT 1
  RETURN r.sort AS head, r.id AS id
}
WITH marking ORDER BY head, id LIMIT $limit // whatever is under others comes after as many as are asked for
CALL (marking) {
  {{template "next_by_label.cypher"}}LIMIT $limit
  RETURN r
}
RETURN properties(r) AS record ORDER BY r.sort, r.id LIMIT $limit
