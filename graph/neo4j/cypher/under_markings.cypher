CALL () {
  MATCH (r:Record) WHERE r.marking IN $markings AND ($retired OR NOT r.retired) RETURN r.id AS id, r.version AS version ORDER BY id LIMIT $limit
  UNION
  MATCH ()-[l:LINK]->() WHERE l.marking IN $markings AND ($retired OR NOT l.retired) RETURN l.id AS id, l.version AS version ORDER BY id LIMIT $limit
  UNION
  MATCH (i:Involvement) WHERE i.marking IN $markings AND ($retired OR NOT i.retired) RETURN i.id AS id, i.version AS version ORDER BY id LIMIT $limit
}
RETURN id, version ORDER BY id LIMIT $limit
