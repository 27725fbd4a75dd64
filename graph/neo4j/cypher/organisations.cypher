MATCH (g:Organisation)
RETURN properties(g) AS organisation ORDER BY g.name, g.id
