UNWIND $rows AS row
MATCH ()-[r:LINK {id: row.id}]->()
{{template "keep_version.cypher"}}
