MATCH (h:Hub {id: 'hub'})
CALL () {
  MATCH (:Officer {id: $officer})-[m:MEMBER]->(o:Operation)-[p:PARTY]->(:Organisation {id: $organisation})
  WHERE m.organisation = $organisation
    AND {{template "within.cypher" "m"}}
    AND {{template "within.cypher" "p"}}
    AND (o.begins IS NULL OR o.begins <= $t) AND (o.ends IS NULL OR $t < o.ends)
    AND (o.ended IS NULL OR $t < o.ended) AND NOT coalesce(o.draft, false)
  WITH DISTINCT o.id AS id ORDER BY id
  RETURN collect(id) AS operations
}
RETURN h.revision AS revision, coalesce(h.narrowed, 0) AS narrowed, h.markings AS markings, operations
