{{template "from_involved.cypher"}}WHERE {{template "record_filter.cypher"}}
RETURN count(r) AS count
