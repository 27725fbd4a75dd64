UNWIND $batches AS ids
CALL (ids) {
  MATCH (a:Record)-[l:LINK]->(b:Record)
  WHERE l.id IN ids AND l.marking IN $sight AND NOT l.retired
    AND a.marking IN $sight AND NOT a.retired AND b.marking IN $sight AND NOT b.retired
  RETURN collect([l, a.id, b.id]) AS found
}
RETURN found
