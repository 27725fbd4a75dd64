CREATE INDEX session_mark IF NOT EXISTS FOR (m:SessionMark) ON (m.mark);
CREATE CONSTRAINT spent_name IF NOT EXISTS FOR (t:SpentToken) REQUIRE t.name IS UNIQUE;
CREATE INDEX spent_until IF NOT EXISTS FOR (t:SpentToken) ON (t.until);
