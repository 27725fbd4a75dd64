MATCH (a:Record)-[l:LINK]->(b:Record)
{{template "engine_link.cypher"}}
