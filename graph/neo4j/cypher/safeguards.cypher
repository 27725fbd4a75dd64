UNWIND $ids AS id
MATCH (r:Record {id: id}) WHERE NOT r.retired
WITH r.id AS id
MATCH (i:Involvement {person: id}) WHERE i.role = 'VICTIM' AND NOT i.retired
RETURN i.id AS involvement, id AS person, i.operation AS operation, i.marking AS marking ORDER BY involvement
