UNWIND $links AS ids
CALL (ids) {
  MATCH (a:Record)-[l:LINK]->(b:Record)
  WHERE l.id IN ids AND l.marking IN $sight AND NOT l.retired
    AND a.marking IN $sight AND NOT a.retired AND b.marking IN $sight AND NOT b.retired
  RETURN collect([l.id, l.marking, l.source, l.gradingScheme, l.gradingValue, a.id, a.marking, a.source, b.id, b.marking, b.source]) AS found
}
RETURN found
UNION ALL
UNWIND $records AS ids
CALL (ids) {
  MATCH (r:Record)
  WHERE r.id IN ids AND r.marking IN $sight AND NOT r.retired
  RETURN collect([r.id, r.marking, r.source]) AS found
}
RETURN found
