MATCH (r:Record)
WHERE r.id IN $ids AND r.kind = 'PERSON' AND NOT r.retired AND (r.child OR r.marking IN $compartment OR
  CASE size(r.birthDate) WHEN 4 THEN r.birthDate + '-12-31' WHEN 7 THEN r.birthDate + '-31' ELSE r.birthDate END > $adult)
RETURN r.id AS person, r.marking AS marking ORDER BY person
