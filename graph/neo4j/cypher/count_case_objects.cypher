MATCH (c:CaseObject) USING INDEX SEEK c:CaseObject(marking, kind, made, id)
WHERE c.marking IN $sight AND c.kind IN $kinds AND c.made IS NOT NULL AND c.id IS NOT NULL
  AND ($states IS NULL OR c.state IN $states) AND ($dueBefore IS NULL OR c.due < $dueBefore) AND (c.except IS NULL OR NOT $reader IN c.except)
RETURN count(c) AS count
