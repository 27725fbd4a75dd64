MATCH (r:Record)
WHERE r.id IN $ids AND r.kind = 'PERSON' AND NOT r.retired AND {{template "child.cypher" "r"}}
RETURN r.id AS person, r.marking AS marking ORDER BY person
