MATCH (a:Record) WHERE a.id IN $records AND {{template "seen_then.cypher" "a"}}
CALL (a) {
  {{template "links_then.cypher"}}
    AND coalesce(l.id, '') > $after // not l.id alone: that would be looked up among all links, for each record
  RETURN l, then ORDER BY l.id LIMIT $limit
}
RETURN a.id AS record, then AS link, startNode(l).id AS from, endNode(l).id AS to ORDER BY record, l.id
