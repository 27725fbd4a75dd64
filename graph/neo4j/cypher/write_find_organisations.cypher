MATCH (g:Organisation) WHERE g.id IN $ids RETURN g.id AS id
