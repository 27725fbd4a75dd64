package engine

// strips are the links of a graph that is to be laid out. A strip is those that
// leave the nodes of a region, and any core may read it at any time, as often as it
// wants.
type strips struct {
	shift  int
	begins []uint32 // by strip, how many links are in those before; and how many in all
	widest uint32   // the largest marking of a link
	judged []link   // SAME_AS alone, in the order of ids
	// beside are ids of links that are in no strip, in order: none of them may be
	// the id of one that is.
	beside []key
	// read appends the links of a strip, in any order. Their at is their times, where
	// any has some; 0 is none.
	read    func(strip int, into []draft) []draft
	timesOf func(at uint32) times // nil where no link has times
}
