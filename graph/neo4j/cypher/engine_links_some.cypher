MATCH (a:Record)-[l:LINK]->(b:Record) WHERE l.id IN $ids
{{template "engine_link.cypher"}}
