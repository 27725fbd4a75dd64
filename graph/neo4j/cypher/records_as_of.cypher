MATCH (r:Record)
WHERE r.id IN $ids AND r.marking IN $sight
{{template "known_then.cypher" "r"}}
RETURN then AS record
