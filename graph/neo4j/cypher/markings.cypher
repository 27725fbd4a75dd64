MATCH (m:Marking) WHERE m.id >= $from
RETURN m.id AS id, m.json AS json ORDER BY m.id
