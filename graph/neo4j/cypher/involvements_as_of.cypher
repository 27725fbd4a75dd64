MATCH (i:Involvement)
WHERE i.person IN $persons AND i.marking IN $sight
MATCH (r:Record {id: i.person}) WHERE {{template "seen_then.cypher" "r"}}
{{template "known_then.cypher" "i"}}
RETURN then AS involvement ORDER BY i.id
