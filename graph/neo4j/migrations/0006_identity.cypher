MATCH (h:Hub {id: 'hub'}) WHERE h.store IS NULL SET h.store = randomUUID();
