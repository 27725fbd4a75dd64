MATCH (a:Record) WHERE a.id IN $records AND a.marking IN $sight AND NOT a.retired
CALL (a) {
  {{template "links_now.cypher"}}
    AND l.id > $after
  RETURN l ORDER BY l.id LIMIT $limit
}
RETURN a.id AS record, properties(l) AS link, startNode(l).id AS from, endNode(l).id AS to ORDER BY record, l.id
