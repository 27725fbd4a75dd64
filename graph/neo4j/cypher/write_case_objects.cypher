UNWIND $rows AS row
CREATE (c:CaseObject) SET c = row.props
WITH c, row
UNWIND row.props.about AS about
MERGE (s:Subject {id: about})
CREATE (c)-[:ABOUT]->(s)
