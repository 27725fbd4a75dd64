UNWIND $rows AS row
MATCH (r:Record {id: row.id})
{{template "keep_version.cypher"}}
