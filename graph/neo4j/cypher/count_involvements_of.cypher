{{template "from_involvements_of.cypher"}}RETURN count(i) AS count
