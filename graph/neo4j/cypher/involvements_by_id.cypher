MATCH (i:Involvement)
WHERE i.id IN $ids AND i.marking IN $sight AND NOT i.retired
MATCH (r:Record {id: i.person}) WHERE r.marking IN $sight AND NOT r.retired
RETURN properties(i) AS involvement ORDER BY i.id
