package network

import (
	"context"
	"sync"
)

// Closeness are two measures of how near a node is to the others.
type Closeness struct {
	// Harmonic is, by node, the sum of 1/distance to each other node, 0 for those
	// that cannot be reached (Marchiori and Latora 2000).
	Harmonic []float64
	// WassermanFaust is, by node, (r/(n-1)) (r/sum of distances) for the r nodes
	// that can be reached (Wasserman and Faust 1994); 0 where there is none.
	WassermanFaust []float64
}

// Close measures closeness by number of ties: O(n m). progress may be nil. The
// error is the context's.
func Close(ctx context.Context, w *Network, workers int, progress func(done, total int)) (Closeness, error) {
	n := w.Size()
	out := Closeness{Harmonic: make([]float64, n), WassermanFaust: make([]float64, n)}
	parts := min(blocks, max(n, 1))
	var mu sync.Mutex
	done := 0
	err := share(ctx, parts, workers, func(part int) error {
		b := newBrandes(w)
		for v := part * n / parts; v < (part+1)*n/parts; v++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			out.Harmonic[v], out.WassermanFaust[v] = b.closeness(uint32(v)) //nolint:gosec // fewer than 2^32 nodes
			if progress != nil {
				mu.Lock()
				done++
				progress(done, n)
				mu.Unlock()
			}
		}
		return nil
	})
	if err != nil {
		return Closeness{}, err
	}
	return out, nil
}

// closeness counts nodes by distance, so that sums do not hang on any order.
func (b *brandes) closeness(source uint32) (harmonic, faust float64) {
	for v := range b.depth {
		b.depth[v] = -1
	}
	b.depth[source] = 0
	b.order = append(b.order[:0], source)
	total, level, many := 0, int32(0), 0
	for at := 0; at < len(b.order); at++ {
		v := b.order[at]
		if b.depth[v] != level {
			harmonic, level, many = harmonic+inverse(many, level), b.depth[v], 0
		}
		many++
		total += int(b.depth[v])
		for _, end := range b.w.Row(v) {
			if b.depth[end] < 0 {
				b.depth[end] = b.depth[v] + 1
				b.order = append(b.order, end)
			}
		}
	}
	harmonic += inverse(many, level)
	if total > 0 {
		reached := float64(len(b.order) - 1)
		faust = reached / float64(len(b.depth)-1) * (reached / float64(total))
	}
	return harmonic, faust
}

func inverse(many int, distance int32) float64 {
	if distance == 0 {
		return 0
	}
	return float64(many) / float64(distance)
}
