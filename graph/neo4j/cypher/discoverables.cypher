MATCH (d:Discoverable)
WHERE d.id IN $ids AND d.owner = $owner
RETURN d.id AS id, d.schemes AS schemes
