MATCH (i:Involvement)
WHERE i.operation = $operation AND i.role IN $roles AND i.marking IN $whole AND NOT i.retired
MATCH (r:Record {id: i.person})
WITH DISTINCT r
