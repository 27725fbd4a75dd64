MATCH (i:Involvement)
WHERE i.operation = $operation AND ($roles IS NULL OR i.role IN $roles) AND i.marking IN $sight AND NOT i.retired
MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight AND NOT r.retired
