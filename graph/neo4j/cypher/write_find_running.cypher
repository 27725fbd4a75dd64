MATCH (o:Operation) WHERE o.id IN $ids
  AND (o.begins IS NULL OR o.begins <= $t) AND (o.ends IS NULL OR $t < o.ends)
  AND (o.ended IS NULL OR $t < o.ended) AND NOT coalesce(o.draft, false)
RETURN o.id AS id
