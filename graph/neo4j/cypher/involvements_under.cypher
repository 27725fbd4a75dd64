MATCH (i:Involvement) USING INDEX SEEK i:Involvement(marking)
WHERE i.marking IN $markings AND i.marking IN $sight AND NOT i.retired AND {{template "person_seen.cypher"}}
RETURN i.id AS id ORDER BY id LIMIT $limit
