MATCH (d:Discoverable)
WHERE d.id IN $ids
RETURN d.id AS id, d.schemes AS schemes
