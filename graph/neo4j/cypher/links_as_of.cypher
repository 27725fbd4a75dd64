MATCH (a:Record)-[l:LINK]->(b:Record)
WHERE l.id IN $ids AND l.marking IN $sight
  AND {{template "seen_then.cypher" "a"}}
  AND {{template "seen_then.cypher" "b"}}
{{template "known_then.cypher" "l"}}
RETURN then AS link, a.id AS from, b.id AS to
