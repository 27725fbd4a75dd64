CALL (o) {
  MATCH (o)-[p:PARTY]->(g:Organisation)
  WITH p, g ORDER BY g.id, p.from
  RETURN collect({organisation: g.id, from: p.from, until: p.until}) AS parties
}
CALL (o) {
  MATCH (o)<-[m:MEMBER]-(f:Officer)
  WITH m, f ORDER BY f.id, m.from
  RETURN collect({officer: f.id, name: m.name, organisation: m.organisation, role: m.role, from: m.from, until: m.until}) AS members
}
RETURN properties(o) AS operation, parties, members ORDER BY o.id
