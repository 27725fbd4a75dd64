MATCH (a:Record) WHERE a.id IN $records AND {{template "seen_then.cypher" "a"}}
CALL (a) {
  {{template "links_then.cypher"}}
  RETURN count(l) AS count
}
WITH a, count WHERE count > 0
RETURN a.id AS record, count
