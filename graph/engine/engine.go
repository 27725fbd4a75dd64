package engine

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"entente/graph"
)

// Options are the settings of an Engine; the zero Options are good.
type Options struct {
	// FoldAt is how many changed elements are laid over the snapshot before a
	// new one is built in the background; 0 is 8,192. At sixteen times as many
	// Apply waits for the new snapshot.
	FoldAt int
	// TraceRows is how many links a Trace looks at row by row before it turns to
	// one pass over all events, which never changes its answer; 0 goes by the size
	// of the graph, less than 0 is none.
	TraceRows int
	// Now measures build times; nil is time.Now.
	Now func() time.Time
}

const (
	foldAt = 8192
	// behind times FoldAt is where Apply no longer runs ahead of the folding.
	behind = 16
)

// Engine holds the present graph. It is safe for many goroutines.
type Engine struct {
	options Options
	view    atomic.Pointer[View]

	mu      sync.Mutex    // one writer at a time
	folding changes       // on their way into the next snapshot
	pending changes       // later than those
	fold    chan struct{} // closed when next is there; nil where none is under way
	next    atomic.Pointer[Snapshot]
	closed  bool

	waiting sync.Mutex
	moved   chan struct{} // closed at the next revision
}

// New gives an Engine with an empty graph at revision 0.
func New(options Options) *Engine {
	if options.FoldAt <= 0 {
		options.FoldAt = foldAt
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	e := &Engine{options: options, pending: newChanges(), folding: newChanges(), moved: make(chan struct{})}
	e.view.Store(e.first(NewBuilder(options.Now).Build(0)))
	return e
}

func (e *Engine) first(s *Snapshot) *View {
	n := newNumbering()
	return &View{
		revision: s.revision, base: s, marks: s.marks, same: s.same, numbering: &n,
		workshops: newWorkshops(), records: graph.RecordKinds(), links: graph.LinkKinds(),
		traceRows: e.options.TraceRows,
	}
}

// View gives the present graph; what is asked of one View is consistent.
func (e *Engine) View() *View { return e.view.Load() }

// Revision is the revision of the present View.
func (e *Engine) Revision() graph.Revision { return e.View().revision }

// Load replaces the whole graph.
func (e *Engine) Load(s *Snapshot) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.await()
	e.pending, e.folding = newChanges(), newChanges()
	e.show(e.first(s))
}

// Apply puts the present state of changed elements and moves to a revision. It
// may be repeated; elements may come in any order, edges before their ends.
// When it returns, every new View shows the changes. Where an element cannot
// be (see Builder), the graph.Error says so and nothing is applied. A revision
// before the present one leaves the revision as it is.
func (e *Engine) Apply(revision graph.Revision, nodes []Node, edges []Edge) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	former := e.View()
	put := batch{}
	for _, n := range nodes {
		own, err := former.numbering.node(n)
		if err != nil {
			return err
		}
		put.nodes = append(put.nodes, own)
	}
	for _, x := range edges {
		own, err := former.numbering.edge(x)
		if err != nil {
			return err
		}
		put.edges = append(put.edges, own)
	}
	e.put(max(revision, former.revision), put)
	return nil
}

// batch is what one Apply puts.
type batch struct {
	nodes []node
	edges []edge
}

// put is called with e.mu held.
func (e *Engine) put(revision graph.Revision, put batch) {
	// Folded before the changes are taken in: the snapshot is shown as of the
	// revision before them.
	if e.pending.len() > behind*max(e.options.FoldAt, e.foldAt(put)) {
		e.await()
		e.begin()
		e.await()
	}
	former := e.View()
	fresh := unjoins(former, put)
	for _, n := range put.nodes {
		e.pending.addNode(former.base, n)
	}
	for _, x := range put.edges {
		e.pending.addEdge(former.base, x)
	}
	v := *former
	if all := e.folding.with(e.pending); all.len() > 0 && len(put.nodes)+len(put.edges) > 0 {
		v = *overlaid(former, former.base, all, fresh)
	}
	v.revision = revision
	e.show(&v)
	if e.pending.len() > e.foldAt(put) && e.fold == nil {
		e.begin()
	}
}

// A batch of an import, which more will follow, and the part of the graph that
// it may grow by before it is folded: folding the whole graph for each batch
// would cost more than the import itself.
const (
	bulk      = 1000
	bulkShare = 16
)

// foldAt is how many changes are laid over the snapshot before it is folded.
func (e *Engine) foldAt(put batch) int {
	if len(put.nodes)+len(put.edges) < bulk {
		return e.options.FoldAt
	}
	return max(e.options.FoldAt, (len(e.View().base.nodes)+len(e.View().base.links))/bulkShare)
}

// unjoins says whether changes may alter what any sight makes one entity, or
// the mark of a node of the snapshot.
func unjoins(v *View, put batch) bool {
	if len(v.base.orphans) > 0 && len(put.nodes) > 0 {
		return true
	}
	for _, n := range put.nodes {
		at, ok := v.find(n.key)
		if !ok || v.mark(at)&^joined != n.mark || v.mark(at)&joined != 0 {
			return true
		}
	}
	for _, x := range put.edges {
		if x.kind == v.numbering.same {
			return true
		}
	}
	return false
}

// show makes a view the present one and wakes who waits for its revision.
func (e *Engine) show(v *View) {
	e.view.Store(v)
	e.waiting.Lock()
	defer e.waiting.Unlock()
	close(e.moved)
	e.moved = make(chan struct{})
}

// WaitFor returns when the present View is at the revision or later, or with
// the context's error.
func (e *Engine) WaitFor(ctx context.Context, revision graph.Revision) error {
	for {
		e.waiting.Lock()
		moved := e.moved
		e.waiting.Unlock()
		if e.Revision() >= revision {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Close waits for the folding in the background to end. The graph can be
// asked still; later changes are no longer folded.
func (e *Engine) Close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.await()
	e.closed = true
}
