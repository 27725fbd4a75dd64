UNWIND $rows AS row
MATCH (r:Involvement {id: row.id})
{{template "keep_version.cypher"}}
