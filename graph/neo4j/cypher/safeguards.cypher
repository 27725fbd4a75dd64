UNWIND $ids AS id
MATCH (i:Involvement {person: id}), (r:Record {id: id})
WHERE i.role = 'VICTIM' AND NOT i.retired AND NOT r.retired
RETURN i.id AS involvement, id AS person, i.operation AS operation, i.marking AS marking ORDER BY involvement
