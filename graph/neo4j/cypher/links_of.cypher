MATCH (a:Record) WHERE a.id IN $records AND a.marking IN $sight AND NOT a.retired
CALL (a) {
  {{template "links_now.cypher"}}
    AND coalesce(l.id, '') > $after // not l.id alone: that would be looked up among all links, for each record
  RETURN l ORDER BY l.id LIMIT $limit
}
RETURN a.id AS record, properties(l) AS link, startNode(l).id AS from, endNode(l).id AS to ORDER BY record, l.id
