CREATE CONSTRAINT session_key IF NOT EXISTS FOR (s:Session) REQUIRE s.key IS UNIQUE;
CREATE INDEX session_ends IF NOT EXISTS FOR (s:Session) ON (s.ends);
