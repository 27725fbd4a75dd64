CALL () {
  MATCH (r:Record) WHERE r.id IN $ids
  RETURN r.id AS id, r.marking AS marking, r.retired AS retired, '' AS of
  UNION
  UNWIND $ids AS one
  MATCH ()-[l:LINK {id: one}]->()
  RETURN l.id AS id, l.marking AS marking, l.retired AS retired, '' AS of
  UNION
  MATCH (i:Involvement) WHERE i.id IN $ids
  RETURN i.id AS id, i.marking AS marking, i.retired AS retired, '' AS of
  UNION
  MATCH (r:Record)-[l:LINK]-() WHERE r.id IN $ids
  RETURN l.id AS id, l.marking AS marking, l.retired AS retired, r.id AS of
  UNION
  MATCH (i:Involvement) WHERE i.person IN $ids
  RETURN i.id AS id, i.marking AS marking, i.retired AS retired, i.person AS of
}
OPTIONAL MATCH (t:Retention {of: id})
RETURN id, marking, retired, of, coalesce(t.held, false) AS held ORDER BY id, of
