package graph

// Reliability is the probability that we give a link of a Weakness to hold as
// it is told, between 0 and 1; beyond 10 it is that of 10, below 0 that of 0.
//
// The table is ours: the grading schemes order sources and information and say
// nothing of probabilities. It falls with every step, so that of two links the
// better graded is always the more reliable; what is not graded counts less
// than even, and what is suspected to be false from a source that is not
// reliable nearly nothing. It serves to rank chains (a chain is as reliable as
// the product of its links, as if they failed independently), and is no
// statement about any one link.
func Reliability(weakness int) float64 {
	table := [...]float64{0.98, 0.95, 0.91, 0.86, 0.80, 0.73, 0.65, 0.56, 0.46, 0.35, 0.05}
	return table[min(max(weakness, 0), len(table)-1)]
}
