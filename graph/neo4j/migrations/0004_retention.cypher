CREATE CONSTRAINT erased_id IF NOT EXISTS FOR (e:Erased) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT retention_of IF NOT EXISTS FOR (t:Retention) REQUIRE t.of IS UNIQUE;
CREATE INDEX retention_review IF NOT EXISTS FOR (t:Retention) ON (t.owner, t.review);
CREATE INDEX retention_due IF NOT EXISTS FOR (t:Retention) ON (t.review);
CREATE INDEX officer_organisation IF NOT EXISTS FOR (p:Officer) ON (p.organisation);
