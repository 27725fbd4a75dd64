MATCH (h:Hub {id: 'hub'}) SET h.revision = $revision, h.markings = $markings,
  h.narrowed = CASE WHEN $narrowed THEN $revision ELSE coalesce(h.narrowed, 0) END
CREATE (c:Change) SET c = $change
CREATE (w:Write) SET w = $write
