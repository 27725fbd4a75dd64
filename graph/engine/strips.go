package engine

import "slices"

// strips are the links of a graph that is to be laid out, in pieces that any core
// may read at any time.
type strips interface {
	// count is how many strips there are.
	count() int
	// most is more than the rank of any link.
	most() int
	// widest is the largest marking of a link.
	widest() uint32
	// read gives the links of a strip some at a time, on one of the cores, and in
	// the end the room of the strip where it is no longer needed.
	read(core, strip int, take func([]rankedLink)) (spare [][]draft)
	// timed says whether any link has times, and timesOf gives those of a link by
	// its times.
	timed() bool
	timesOf(at uint32) times
}

// rankedLink is a link on its way into a snapshot.
type rankedLink struct {
	key                  key
	from, to             uint32 // as the strips know them
	mark                 uint32
	fromNumber, toNumber uint32 // of its ends in the snapshot
	fromMark, toMark     uint32 // of its ends, without their joined bits
	rank                 uint32 // its place in the order of ids, in which places may be free
	times                uint32 // 0 is none
	kind, weak           uint8
}

// batchOf is how many links a strip gives at a time: they stay in the nearest cache.
const batchOf = 256

// draftStrips are the links of a Builder: a strip is a bundle.
type draftStrips struct {
	*Builder
	ends    []foundEnd // by the order in which records were named
	begins  []uint32   // by strip, its first rank; and what is more than the last
	filings []filing   // by core
	batches [][]rankedLink
	orphans [][]edge // by strip
}

func (b *Builder) strips(ends []foundEnd) *draftStrips {
	d := &draftStrips{
		Builder: b, ends: ends, begins: make([]uint32, len(b.bundles)+1), filings: make([]filing, cores()),
		batches: make([][]rankedLink, cores()), orphans: make([][]edge, len(b.bundles)),
	}
	for i := range b.bundles {
		d.begins[i+1] = d.begins[i] + uint32(b.bundles[i].len()) //nolint:gosec // fewer than 2^32 links
	}
	return d
}

func (d *draftStrips) count() int              { return len(d.bundles) }
func (d *draftStrips) most() int               { return int(d.begins[len(d.bundles)]) }
func (d *draftStrips) widest() uint32          { return d.Builder.widest }
func (d *draftStrips) timed() bool             { return len(d.Builder.times) > 1 }
func (d *draftStrips) timesOf(at uint32) times { return d.Builder.times[at] }

// lost are the links without an end, in the order of their ids.
func (d *draftStrips) lost() []edge { return slices.Concat(d.orphans...) }

// read gives the last put of each link that is not retired and whose ends are
// there, in the order of ids.
func (d *draftStrips) read(core, strip int, take func([]rankedLink)) (spare [][]draft) {
	b, f := &d.bundles[strip], &d.filings[core]
	f.put = f.put[:0]
	for _, piece := range b.pieces {
		for i := range piece {
			f.put = append(f.put, filed{piece[i].key.hi, uint32(len(f.put))}) //nolint:gosec // fewer than 2^32 links
		}
	}
	sorted := f.inOrder(func(at uint32) uint64 { return b.at(at).key.lo })
	for from := 0; from < len(sorted); from += batchOf {
		batch := d.drafted(d.batches[core][:0], strip, sorted, from)
		if d.endsFound(batch) {
			batch = slices.DeleteFunc(batch, func(l rankedLink) bool { return d.lacksEnd(strip, l) })
		}
		take(batch)
		d.batches[core] = batch
	}
	spare, *b = b.pieces, bundle{}
	return spare
}

// drafted gives the links among the next places of a strip, with their ends as drafted.
func (d *draftStrips) drafted(batch []rankedLink, strip int, sorted []filed, from int) []rankedLink {
	b := &d.bundles[strip]
	for i := from; i < min(from+batchOf, len(sorted)); i++ {
		x := sorted[i]
		own := b.at(x.at)
		again := i+1 < len(sorted) && sorted[i+1].hi == x.hi && b.at(sorted[i+1].at).key == own.key
		if again || own.row == retired {
			continue
		}
		batch = append(batch, rankedLink{
			key: own.key, from: own.from, to: own.to, mark: own.mark, rank: d.begins[strip] + uint32(i), //nolint:gosec // fewer than 2^32 links
			times: b.timesAt(x.at), kind: own.kind, weak: own.weak,
		})
	}
	return batch
}

// endsFound finds the ends of links, and says whether any lacks one. It does
// nothing else, so that a processor waits for many at once.
func (d *draftStrips) endsFound(batch []rankedLink) (lacking bool) {
	none := uint32(0)
	for i := range batch {
		l := &batch[i]
		from, to := d.ends[l.from], d.ends[l.to]
		l.fromMark, l.toMark, l.fromNumber, l.toNumber = from.mark, to.mark, from.number, to.number
		none = max(none, from.number, to.number)
	}
	return none == missing
}

// lacksEnd keeps a link without one of its ends aside.
func (d *draftStrips) lacksEnd(strip int, l rankedLink) bool {
	if l.fromNumber != missing && l.toNumber != missing {
		return false
	}
	d.orphans[strip] = append(d.orphans[strip], edge{
		key: l.key, from: d.nodes[l.from].key, to: d.nodes[l.to].key, mark: l.mark, kind: l.kind, weak: l.weak, times: d.timesOf(l.times),
	})
	return true
}
