package engine

import (
	"slices"
	"time"

	"entente/graph"
)

// Builder takes a whole graph as a stream and makes a Snapshot of it. It is
// for one goroutine. What can be done while the stream is read is done then: when
// the first link comes, the records that are there are numbered, and from then on
// each link finds its ends, and its region, at once. Records that are put later
// cost a second go over all links.
type Builder struct {
	numbering numbering
	now       func() time.Time
	nodes     []node    // in the order in which they were put
	snapshot  *Snapshot // with the nodes alone; nil until they were numbered
	counted   int       // how many of nodes that was
	places    places
	shift     int
	puts      uint32   // how many links were put
	bundles   []bundle // by region of the From
	rest      []put    // links that have no place there
	times     []times  // of the links that have any; the first is nobody's
	widest    uint32   // marking of a link
}

// draft is a link whose ends are known. Its From is known by its region.
type draft struct {
	key        key
	to         uint32
	mark       uint32
	at         uint32 // in a Builder, which put it was; in a layout, its times
	row        uint16 // its From, counted from the first of the region
	kind, weak uint8
}

// put is a link as it was put, and which put it was.
type put struct {
	edge
	at uint32
}

// bundle is the links that leave the nodes of a region, in the order in which they
// were put.
type bundle struct {
	pieces [][]draft
	// times has, by link, its place in Builder.times. It ends with the last link
	// that has one.
	times []uint32
}

// draftPiece is how many drafts a piece of a bundle has, but for the last.
const draftPiece = 256

func (b *bundle) put(d draft, times uint32) {
	last := len(b.pieces) - 1
	switch {
	case last < 0:
		b.pieces = append(b.pieces, nil)
		last = 0
	case len(b.pieces[last]) == draftPiece:
		b.pieces = append(b.pieces, make([]draft, 0, draftPiece))
		last++
	}
	b.pieces[last] = append(b.pieces[last], d)
	if times > 0 {
		b.times = append(b.times, make([]uint32, b.len()-len(b.times))...)
		b.times[len(b.times)-1] = times
	}
}

func (b *bundle) len() int {
	last := len(b.pieces) - 1
	if last < 0 {
		return 0
	}
	return last*draftPiece + len(b.pieces[last])
}

func (b *bundle) timesAt(i int) uint32 {
	if i < len(b.times) {
		return b.times[i]
	}
	return 0
}

// NewBuilder gives an empty Builder. now measures the build time; nil is time.Now.
func NewBuilder(now func() time.Time) *Builder {
	if now == nil {
		now = time.Now
	}
	b := &Builder{numbering: newNumbering(), now: now}
	b.empty()
	return b
}

func (b *Builder) empty() {
	b.nodes = nil
	b.withoutLinks()
}

func (b *Builder) withoutLinks() {
	b.snapshot, b.counted, b.places, b.shift = nil, 0, places{}, 0
	b.puts, b.bundles, b.rest, b.times, b.widest = 0, nil, nil, make([]times, 1), 0
}

// AddNode puts the present state of a record; of several with one id the last
// counts. Put records before links where that can be. The error is a graph.Error
// for an id or a kind that cannot be.
func (b *Builder) AddNode(n Node) error {
	own, err := b.numbering.node(n)
	if err == nil {
		b.putNode(own)
	}
	return err
}

func (b *Builder) putNode(n node) { b.nodes = append(b.nodes, n) }

// AddEdge puts the present state of a link, before or after its ends; of
// several with one id the last counts. A link whose end is never put is in
// nobody's sight. The error is a graph.Error for an id or a kind that cannot be.
func (b *Builder) AddEdge(e Edge) error {
	own, err := b.numbering.edge(e)
	if err == nil {
		b.putEdge(own)
	}
	return err
}

func (b *Builder) putEdge(e edge) {
	if b.bundles == nil {
		b.findable()
	}
	at := b.puts
	b.puts++
	b.widest = max(b.widest, e.mark)
	from, begins := b.places.find(e.from)
	to, ends := b.places.find(e.to)
	if !begins || !ends || e.retired || e.kind == b.numbering.same {
		b.rest = append(b.rest, put{e, at})
		return
	}
	timed := uint32(0)
	if e.times != (times{}) {
		timed = uint32(len(b.times)) //nolint:gosec // fewer than 2^32 links
		b.times = append(b.times, e.times)
	}
	inside := uint32(1)<<b.shift - 1
	b.bundles[from>>b.shift].put(draft{
		key: e.key, to: to, mark: e.mark, at: at, row: uint16(from & inside), kind: e.kind, weak: e.weak, //nolint:gosec // at most 2^16 nodes
	}, timed)
}

// Build makes the snapshot and empties the Builder.
func (b *Builder) Build(revision graph.Revision) *Snapshot {
	began := b.now()
	switch {
	case b.snapshot == nil:
		b.number()
	case b.counted < len(b.nodes):
		b.again()
	}
	orphans, distinct := b.lay()
	if !distinct {
		b.again()
		orphans, _ = b.lay()
	}
	s := b.snapshot
	s.revision, s.orphans = revision, orphans
	b.empty()
	s.took = b.now().Sub(began)
	return s
}

// lay lays out the links, and gives those that lack an end. It says whether each
// link was put once.
func (b *Builder) lay() (orphans []edge, distinct bool) {
	links := b.strips()
	for _, one := range b.rest {
		links.beside = append(links.beside, one.key)
		from, begins := b.places.find(one.from)
		to, ends := b.places.find(one.to)
		switch {
		case one.retired:
		case !begins || !ends:
			orphans = append(orphans, one.edge)
		default:
			links.judged = append(links.judged, link{
				key: one.key, from: from, to: to, mark: one.mark, kind: one.kind, weak: one.weak, times: one.times,
			})
		}
	}
	slices.SortFunc(links.beside, compareKeys)
	slices.SortFunc(links.judged, func(a, b link) int { return compareKeys(a.key, b.key) })
	slices.SortFunc(orphans, func(a, b edge) int { return compareKeys(a.key, b.key) })
	return orphans, b.snapshot.lay(links)
}

// strips are what was put into bundles.
func (b *Builder) strips() strips {
	s := strips{shift: b.shift, begins: make([]uint32, regionsOf(len(b.snapshot.nodes), b.shift)+1), widest: b.widest}
	for i := range b.bundles {
		s.begins[i+1] = s.begins[i] + uint32(b.bundles[i].len()) //nolint:gosec // fewer than 2^32 links
	}
	timed := len(b.times) > 1
	if timed {
		s.timesOf = func(at uint32) times { return b.times[at] }
	}
	s.read = func(strip int, into []draft) []draft {
		if b.bundles == nil {
			return into
		}
		bundle := &b.bundles[strip]
		for _, piece := range bundle.pieces {
			into = append(into, piece...)
		}
		for i := 0; timed && i < len(into); i++ {
			into[i].at = bundle.timesAt(i)
		}
		return into
	}
	return s
}
