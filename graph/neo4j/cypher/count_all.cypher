MATCH (r:Record)
WHERE r.sort IS NOT NULL AND r.id IS NOT NULL
  AND {{template "record_filter.cypher"}}
RETURN count(r) AS count
