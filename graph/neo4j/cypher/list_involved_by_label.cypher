{{template "from_involved.cypher"}}WHERE {{template "after_label.cypher"}} AND {{template "record_filter.cypher"}}
RETURN properties(r) AS record ORDER BY r.sort, r.id LIMIT $limit
