UNWIND $ids AS id
MATCH (a:Record {id: id})-[l:LINK]-(b:Record)
WHERE l.kind = 'SAME_AS' AND NOT l.retired AND NOT b.retired
RETURN DISTINCT id, b.id AS other ORDER BY id, other
