MATCH (r:Record)
WHERE {{template "record_filter.cypher"}}
RETURN count(r) AS count
