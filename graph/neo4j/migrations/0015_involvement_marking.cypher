CREATE INDEX involvement_marking IF NOT EXISTS FOR (i:Involvement) ON (i.marking);
