MATCH (w:Write {key: $key})
RETURN properties(w) AS written
