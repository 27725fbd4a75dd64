EXISTS { MATCH (t:Retention {of: {{.}}.id}) WHERE t.review IS NOT NULL }
