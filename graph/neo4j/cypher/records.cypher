UNWIND $batches AS ids
CALL (ids) {
  MATCH (r:Record)
  WHERE r.id IN ids AND r.marking IN $sight AND NOT r.retired
  RETURN collect(r) AS found // whole and in one row: a row for each, and its properties one by one, take twice as long
}
RETURN found
