MATCH (i:Involvement) WHERE i.marking IN $markings AND i.marking IN $sight AND NOT i.retired
MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight AND NOT r.retired
RETURN i.id AS id ORDER BY id LIMIT $limit
