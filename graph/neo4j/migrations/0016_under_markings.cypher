CREATE INDEX retention_place IF NOT EXISTS FOR (t:Retention) ON (t.marking, t.review, t.of);
CREATE INDEX record_review IF NOT EXISTS FOR (r:Record) ON (r.reviewUnder, r.id);
CREATE INDEX link_review IF NOT EXISTS FOR ()-[l:LINK]-() ON (l.reviewUnder, l.id);
CREATE INDEX involvement_review IF NOT EXISTS FOR (i:Involvement) ON (i.reviewUnder, i.id);
MATCH (t:Retention) MATCH (r:Record {id: t.of}) SET t.marking = r.marking;
MATCH (t:Retention) MATCH (i:Involvement {id: t.of}) SET t.marking = i.marking;
MATCH (t:Retention) MATCH ()-[l:LINK {id: t.of}]->() SET t.marking = l.marking;
MATCH (m:Marking) WHERE m.json CONTAINS '"review":"' MATCH (r:Record {marking: m.id}) CALL (m, r) { SET r.reviewUnder = m.id } IN TRANSACTIONS OF 10000 ROWS;
MATCH (m:Marking) WHERE m.json CONTAINS '"review":"' MATCH ()-[l:LINK]->() WHERE l.marking = m.id CALL (m, l) { SET l.reviewUnder = m.id } IN TRANSACTIONS OF 10000 ROWS;
MATCH (m:Marking) WHERE m.json CONTAINS '"review":"' MATCH (i:Involvement {marking: m.id}) CALL (m, i) { SET i.reviewUnder = m.id } IN TRANSACTIONS OF 10000 ROWS;
DROP INDEX retention_review IF EXISTS;
CREATE FULLTEXT INDEX record_identified IF NOT EXISTS FOR (r:Record) ON EACH [r.identifiers, r.identifiedUnder]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false}};
MATCH (r:Record) WHERE r.identifiers IS NOT NULL CALL (r) { SET r.identifiedUnder = r.seenBy } IN TRANSACTIONS OF 10000 ROWS;
DROP INDEX record_identifiers IF EXISTS;
