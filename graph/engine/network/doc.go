// Package network is the plain graph that one question is about, and what can
// be computed of its shape: a Network knows no records, markings or callers,
// only numbers, ties and weights.
//
// It owns Network and the algorithms that need nothing more. graph/engine makes
// one of what a Sight sees, with its nodes in the order of ids, and turns the
// numbers of the answer back into ids: so whatever is computed here is the same
// as if what is out of sight did not exist, if only equal networks, options and
// seeds give equal answers, whatever the number of threads.
//
// It imports the standard library only. Start reading at network.go.
package network
