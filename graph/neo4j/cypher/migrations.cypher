MATCH (m:Migration) RETURN m.name AS name, m.digest AS digest
