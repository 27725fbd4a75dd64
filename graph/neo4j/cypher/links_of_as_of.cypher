MATCH (a:Record) WHERE a.id IN $records AND {{template "seen_then.cypher" "a"}}
CALL (a) {
  {{template "links_then.cypher"}}
    AND l.id > $after
  RETURN l, then ORDER BY l.id LIMIT $limit
}
RETURN a.id AS record, then AS link, startNode(l).id AS from, endNode(l).id AS to ORDER BY record, l.id
