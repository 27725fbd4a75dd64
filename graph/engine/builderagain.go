package engine

import (
	"cmp"
	"slices"
)

// again puts all links anew, of several with one id the last alone: now that all
// records are there.
func (b *Builder) again() {
	all := b.allPut()
	slices.SortFunc(all, func(x, y put) int { return cmp.Or(compareKeys(x.key, y.key), cmp.Compare(x.at, y.at)) })
	b.withoutLinks()
	b.findable()
	for i, one := range all {
		if last := i+1 == len(all) || all[i+1].key != one.key; last && !one.retired {
			b.putEdge(one.edge)
		}
	}
}

// allPut are the links as they were put, in no order.
func (b *Builder) allPut() []put {
	all := slices.Clone(b.rest)
	for region := range b.bundles {
		bundle, i := &b.bundles[region], 0
		for _, piece := range bundle.pieces {
			for _, d := range piece {
				from := uint32(region)<<b.shift + uint32(d.row) //nolint:gosec // fewer than 2^31 nodes
				all = append(all, put{edge{
					key: d.key, from: b.snapshot.nodes[from], to: b.snapshot.nodes[d.to], mark: d.mark, kind: d.kind, weak: d.weak,
					times: b.times[bundle.timesAt(i)],
				}, d.at})
				i++
			}
		}
	}
	return all
}
