UNWIND $rows AS row
MERGE (t:Retention {of: row.of}) SET t = row
WITH t
OPTIONAL MATCH (r:Record {id: t.of})
OPTIONAL MATCH (i:Involvement {id: t.of})
OPTIONAL MATCH ()-[l:LINK {id: t.of}]->()
SET t.marking = coalesce(r.marking, i.marking, l.marking)
