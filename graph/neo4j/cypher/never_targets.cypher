CALL () {
  MATCH (i:Involvement)
  WHERE i.operation IN $operations AND i.role = 'VICTIM' AND i.marking IN $sight AND NOT i.retired
  MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight AND NOT r.retired
  RETURN r.id AS id
UNION
  MATCH (r:Record)
  WHERE r.marking IN $sight AND r.kind = 'PERSON' AND r.child AND NOT r.retired
  RETURN r.id AS id
}
RETURN id ORDER BY id
