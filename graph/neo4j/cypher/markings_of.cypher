MATCH (r:Record) WHERE r.id IN $ids RETURN r.id AS id, [r.marking] AS markings
UNION ALL
MATCH (i:Involvement) WHERE i.id IN $ids
OPTIONAL MATCH (r:Record {id: i.person})
RETURN i.id AS id, [i.marking, coalesce(r.marking, -1)] AS markings
UNION ALL
UNWIND $links AS link
MATCH (a)-[l:LINK {id: link}]->(b)
RETURN l.id AS id, [l.marking, coalesce(a.marking, -1), coalesce(b.marking, -1)] AS markings
