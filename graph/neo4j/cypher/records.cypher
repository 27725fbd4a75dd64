MATCH (r:Record)
WHERE r.id IN $ids AND r.marking IN $sight AND NOT r.retired
RETURN properties(r) AS record
