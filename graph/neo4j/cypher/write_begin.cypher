MATCH (h:Hub {id: 'hub'}) SET h.locked = true
WITH h
OPTIONAL MATCH (w:Write {key: $key})
RETURN h.revision AS revision, h.markings AS markings, properties(w) AS written
