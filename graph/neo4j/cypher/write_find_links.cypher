UNWIND $ids AS id
MATCH (a:Record)-[r:LINK {id: id}]->(b:Record)
RETURN r.id AS id, r.version AS version, r.marking AS marking, r.kind AS kind, r.retired AS retired,
  r.content AS content, r.imported AS imported, r.knownFrom AS knownFrom, a.id AS from, b.id AS to
