package network

import "context"

// Stability divides a network with several seeds, of which the first is that of
// the options and each other one more than the one before, and gives the mean
// Agreement of every two divisions: 1 where the seed does not matter. Fewer than
// two runs agree. each is told how many divisions are made; nil is nobody. The error
// is that of Leiden.
func Stability(ctx context.Context, w *Network, options LeidenOptions, runs int, each func(done int)) (float64, error) {
	if runs < 2 {
		return 1, nil
	}
	divisions := make([][]uint32, runs)
	for i := range divisions {
		d, err := Leiden(ctx, w, options)
		if err != nil {
			return 0, err
		}
		divisions[i] = d.Community
		options.Seed++
		if each != nil {
			each(i + 1)
		}
	}
	sum := 0.0
	for i, a := range divisions {
		for _, b := range divisions[:i] {
			if err := ctx.Err(); err != nil {
				return 0, err
			}
			sum += Agreement(a, b)
		}
	}
	return sum / float64(runs*(runs-1)/2), nil
}
