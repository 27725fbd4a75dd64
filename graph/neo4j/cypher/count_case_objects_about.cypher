MATCH (s:Subject)<-[:ABOUT]-(c:CaseObject)
WHERE s.id IN $about AND c.marking IN $sight AND c.kind IN $kinds
WITH DISTINCT c
WHERE ($states IS NULL OR c.state IN $states) AND ($dueBefore IS NULL OR c.due < $dueBefore) AND (c.except IS NULL OR NOT $reader IN c.except)
RETURN count(c) AS count
