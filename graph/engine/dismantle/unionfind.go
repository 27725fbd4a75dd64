package dismantle

// forest is union-find with sizes (Tarjan 1975): parent of a node, or minus the
// size of its part where it is a root.
type forest []int32

func newForest(n int) forest {
	f := make(forest, n)
	f.reset()
	return f
}

func (f forest) reset() {
	for i := range f {
		f[i] = -1
	}
}

func (f forest) find(v uint32) uint32 {
	for f[v] >= 0 {
		p := uint32(f[v]) //nolint:gosec // not negative
		if f[p] < 0 {
			return p
		}
		f[v] = f[p]
		v = uint32(f[p]) //nolint:gosec // not negative
	}
	return v
}

// size is that of the part of a root.
func (f forest) size(root uint32) int { return int(-f[root]) }

// union joins two parts and gives the root of both.
func (f forest) union(a, b uint32) uint32 {
	a, b = f.find(a), f.find(b)
	if a == b {
		return a
	}
	if f[a] > f[b] {
		a, b = b, a
	}
	f[a] += f[b]
	f[b] = int32(a) //nolint:gosec // fewer than 2^31 nodes
	return a
}
