MATCH (i:Involvement) USING INDEX SEEK i:Involvement(operation, marking, id)
  WHERE i.operation = $operation AND i.marking = marking AND i.id > $after
    AND ($roles IS NULL OR i.role IN $roles) AND NOT i.retired AND {{template "person_seen.cypher"}}
  WITH i ORDER BY i.operation, i.marking, i.id
