MATCH (o:Operation {id: $id})
{{template "operation_whole.cypher"}}