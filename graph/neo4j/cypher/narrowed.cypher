MATCH (h:Hub {id: 'hub'}) RETURN coalesce(h.narrowed, 0) AS narrowed
