CALL () {
  MATCH (i:Involvement) USING INDEX SEEK i:Involvement(operation, marking, id)
  WHERE i.operation IN $operations AND i.marking IN $sight AND i.id IS NOT NULL AND i.role = 'VICTIM' AND NOT i.retired
  MATCH (r:Record) USING INDEX SEEK r:Record(id) WHERE r.id = i.person AND r.marking IN $sight AND NOT r.retired
  RETURN r.id AS id
UNION
  UNWIND $sight AS marking
  MATCH (r:Record)
  WHERE r.marking = marking AND r.kind = 'PERSON' AND r.sort IS NOT NULL AND r.id IS NOT NULL AND NOT r.retired AND {{template "child.cypher" "r"}}
  RETURN r.id AS id
}
RETURN id ORDER BY id
