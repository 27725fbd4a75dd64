MATCH (h:Hub {id: 'hub'}) RETURN h.store AS store
