UNWIND $sight AS marking
UNWIND $kinds AS kind
CALL (marking, kind) { // the first under each
  {{template "next_case_object.cypher"}}LIMIT 1
  RETURN c.made AS head, c.id AS id
}
WITH marking, kind ORDER BY head DESC, id LIMIT $limit // whatever is under others comes after as many as are asked for
CALL (marking, kind) {
  {{template "next_case_object.cypher"}}LIMIT $limit
  RETURN c
}
RETURN properties(c) AS object ORDER BY c.made DESC, c.id LIMIT $limit
