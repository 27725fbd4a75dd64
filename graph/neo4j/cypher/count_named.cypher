{{template "from_named.cypher"}}WHERE {{template "record_filter.cypher"}}
RETURN count(r) AS count
