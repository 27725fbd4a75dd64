UNWIND $sight AS marking
CALL (marking) { // the first under each
  {{template "next_involvement.cypher"}}LIMIT 1
  RETURN i.id AS head
}
WITH marking ORDER BY head LIMIT $limit // whatever is under others comes after as many as are asked for
CALL (marking) {
  {{template "next_involvement.cypher"}}LIMIT $limit
  RETURN i
}
RETURN properties(i) AS involvement ORDER BY i.id LIMIT $limit
