EXISTS { MATCH (t:Retention) USING INDEX SEEK t:Retention(of) WHERE t.of = {{.}}.id AND t.review IS NOT NULL }
