MATCH (h:Hub {id: 'hub'}) SET h.revision = $revision, h.markings = $markings
CREATE (c:Change) SET c = $change
CREATE (w:Write) SET w = $write
