MATCH (o:Operation) WHERE o.id IN $ids RETURN o.id AS id, coalesce(o.version, '') AS version
