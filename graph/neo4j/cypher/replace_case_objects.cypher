UNWIND $rows AS row
MATCH (c:CaseObject {id: row.props.id})
CREATE (v:Version) SET v = properties(c), v.of = row.props.id, v.noun = 'c', v.knownUntil = row.props.knownFrom, v.id = null
SET c = row.props
WITH c, row
CALL (c) { OPTIONAL MATCH (c)-[a:ABOUT]->() DELETE a }
WITH c, row
UNWIND row.props.about AS about
MERGE (s:Subject {id: about})
CREATE (c)-[:ABOUT]->(s)
