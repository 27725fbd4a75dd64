UNWIND $rows AS row
MERGE (o:Operation {id: row.id})
FOREACH (former IN CASE WHEN o.json IS NULL THEN [] ELSE [o] END |
  CREATE (:Version {of: row.id, noun: 'o', json: o.json, knownFrom: o.knownFrom, knownUntil: row.props.knownFrom}))
SET o = row.props
WITH row, o
CALL (o) { OPTIONAL MATCH (o)-[p:PARTY|MEMBER]-() DELETE p }
CALL (row, o) {
  UNWIND row.parties AS party
  MATCH (g:Organisation {id: party.organisation})
  CREATE (o)-[p:PARTY]->(g) SET p = party.props
}
CALL (row, o) {
  UNWIND row.members AS member
  MERGE (f:Officer {id: member.officer})
    ON CREATE SET f.name = member.props.name, f.organisation = member.props.organisation
  CREATE (f)-[m:MEMBER]->(o) SET m = member.props
}
