MATCH (i:Involvement) USING INDEX SEEK i:Involvement(operation, marking, id)
WHERE i.operation = $operation AND i.marking IN $sight AND i.id IS NOT NULL
  AND ($roles IS NULL OR i.role IN $roles) AND NOT i.retired AND {{template "person_seen.cypher"}}
RETURN count(i) AS count
