MATCH (i:Involvement) USING INDEX SEEK i:Involvement(operation, marking, id)
WHERE i.operation = $operation AND i.marking IN $whole AND i.id IS NOT NULL AND i.role IN $roles AND NOT i.retired
WITH DISTINCT i.person AS person
MATCH (r:Record) USING INDEX SEEK r:Record(id) WHERE r.id = person
WITH r
