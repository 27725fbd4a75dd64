CREATE INDEX involvement_place IF NOT EXISTS FOR (i:Involvement) ON (i.operation, i.marking, i.id);
DROP INDEX involvement_operation IF EXISTS;
MATCH (t:Retention) WHERE t.told IS NULL SET t.told = false;
CREATE INDEX retention_untold IF NOT EXISTS FOR (t:Retention) ON (t.told, t.review);
DROP INDEX retention_due IF EXISTS;
