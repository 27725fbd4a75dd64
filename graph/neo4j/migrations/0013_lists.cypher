CREATE INDEX record_by_label_of_any_kind IF NOT EXISTS FOR (r:Record) ON (r.marking, r.sort, r.id, r.kind);
CREATE INDEX record_by_recent_of_any_kind IF NOT EXISTS FOR (r:Record) ON (r.marking, r.knownFrom, r.id, r.kind);
