CREATE CONSTRAINT record_id IF NOT EXISTS FOR (r:Record) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT link_id IF NOT EXISTS FOR ()-[l:LINK]-() REQUIRE l.id IS UNIQUE;
CREATE CONSTRAINT involvement_id IF NOT EXISTS FOR (i:Involvement) REQUIRE i.id IS UNIQUE;
CREATE INDEX involvement_person IF NOT EXISTS FOR (i:Involvement) ON (i.person);
CREATE INDEX involvement_operation IF NOT EXISTS FOR (i:Involvement) ON (i.operation, i.id);
CREATE INDEX version_of IF NOT EXISTS FOR (v:Version) ON (v.of, v.knownFrom);
CREATE INDEX record_by_label IF NOT EXISTS FOR (r:Record) ON (r.marking, r.kind, r.sort, r.id);
CREATE INDEX record_by_recent IF NOT EXISTS FOR (r:Record) ON (r.marking, r.kind, r.knownFrom, r.id);
CREATE FULLTEXT INDEX record_terms IF NOT EXISTS FOR (r:Record) ON EACH [r.terms, r.seenBy]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX record_identifiers IF NOT EXISTS FOR (r:Record) ON EACH [r.identifiers]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false}};
