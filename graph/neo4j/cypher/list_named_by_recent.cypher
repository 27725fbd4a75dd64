{{template "from_named.cypher"}}WHERE {{template "after_recent.cypher"}} AND {{template "record_filter.cypher"}}
RETURN properties(r) AS record ORDER BY r.knownFrom DESC, r.id LIMIT $limit
