MATCH (r:Record) WHERE r.id IN $ids AND r.marking IN $markings RETURN r.id AS id
UNION ALL
MATCH (i:Involvement) WHERE i.id IN $ids AND i.marking IN $markings RETURN i.id AS id
UNION ALL
MATCH (c:CaseObject) WHERE c.id IN $ids AND c.marking IN $markings RETURN c.id AS id
UNION ALL
UNWIND $links AS link
MATCH ()-[l:LINK {id: link}]->() WHERE l.marking IN $markings RETURN l.id AS id
UNION ALL
MATCH (e:Erased) WHERE e.id IN $ids + $links AND e.owner = $owner RETURN e.id AS id
