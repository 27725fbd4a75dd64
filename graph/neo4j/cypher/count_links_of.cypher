MATCH (a:Record) WHERE a.id IN $records AND a.marking IN $sight AND NOT a.retired
CALL (a) {
  {{template "links_now.cypher"}}
  RETURN count(l) AS count
}
WITH a, count WHERE count > 0
RETURN a.id AS record, count
