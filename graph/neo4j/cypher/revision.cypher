MATCH (h:Hub {id: 'hub'}) RETURN h.revision AS revision
