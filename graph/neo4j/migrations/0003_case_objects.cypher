CREATE CONSTRAINT case_object_id IF NOT EXISTS FOR (c:CaseObject) REQUIRE c.id IS UNIQUE;
CREATE INDEX case_object_by_recent IF NOT EXISTS FOR (c:CaseObject) ON (c.marking, c.kind, c.made, c.id);
CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (s:Subject) REQUIRE s.id IS UNIQUE;
