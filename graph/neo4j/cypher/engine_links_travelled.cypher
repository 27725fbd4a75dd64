MATCH (b:Record)<-[l:LINK]-(a:Record) WHERE b.id IN $ids AND l.kind = "TRAVELLED_ON"
{{template "engine_link.cypher"}}
