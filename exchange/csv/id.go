package csv

import (
	"crypto/sha256"
	"encoding/binary"

	"entente/graph"
)

// RecordID is the id of the record that an owner's import makes of a key.
// Another owner, import name or space of keys gives another id.
func RecordID(owner graph.ID, name, keys, key string) graph.ID {
	return derive(graph.NounRecord, string(owner), name, keys, key)
}

// Beside is the id, next to one of RecordID or of a link, for whom that one is taken
// by something out of their sight. The first of them is id itself.
func Beside(id graph.ID, n int) graph.ID {
	if n == 0 {
		return id
	}
	return derive(graph.Noun(id[0]), string(id), "beside", decimal(int64(n)))
}

// linkID is the id of a link by its own key, or by its file and line.
func linkID(owner graph.ID, name, sort, file, key string) graph.ID {
	return derive(graph.NounLink, string(owner), name, sort, file, key)
}

// derive hashes the parts, each after its length so that no two lists of parts
// are written alike.
func derive(noun graph.Noun, parts ...string) graph.ID {
	text := make([]byte, 0, 160)
	text = append(text, "entente/exchange/csv"...)
	text = append(text, byte(noun))
	for _, p := range parts {
		text = binary.BigEndian.AppendUint32(text, uint32(len(p))) // #nosec G115 -- a line is at most 1 MiB
		text = append(text, p...)
	}
	sum := sha256.Sum256(text)
	return graph.IDOf(noun, [16]byte(sum[:16]))
}
