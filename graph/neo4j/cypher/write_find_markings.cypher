MATCH (m:Marking) WHERE m.hash IN $hashes RETURN m.hash AS hash, m.id AS id
