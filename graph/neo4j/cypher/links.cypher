MATCH (a:Record)-[l:LINK]->(b:Record)
WHERE l.id IN $ids AND l.marking IN $sight AND NOT l.retired
  AND a.marking IN $sight AND NOT a.retired AND b.marking IN $sight AND NOT b.retired
RETURN properties(l) AS link, a.id AS from, b.id AS to
