CREATE CONSTRAINT discoverable_id IF NOT EXISTS FOR (d:Discoverable) REQUIRE d.id IS UNIQUE;
CREATE INDEX hit_token_token IF NOT EXISTS FOR (t:HitToken) ON (t.token);
CREATE INDEX hit_token_record IF NOT EXISTS FOR (t:HitToken) ON (t.record);
CREATE INDEX rationed_officer IF NOT EXISTS FOR (q:Rationed) ON (q.officer, q.for, q.at);
