UNWIND $markings AS marking
CALL (marking) { // the first under each
  {{template "next_review.cypher"}}LIMIT 1
  RETURN t.review AS head, t.of AS of
}
WITH marking ORDER BY head, of LIMIT $limit // whatever is under others comes after as many as are asked for
CALL (marking) {
  {{template "next_review.cypher"}}LIMIT $limit
  RETURN t
}
RETURN properties(t) AS retention ORDER BY t.review, t.of LIMIT $limit
