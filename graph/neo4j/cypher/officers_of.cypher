MATCH (p:Officer) WHERE p.organisation = $organisation
RETURN properties(p) AS officer ORDER BY p.name, p.id
