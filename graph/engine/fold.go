package engine

// begin starts to build the next snapshot from the pending changes. It is
// called with e.mu held and no fold under way.
func (e *Engine) begin() {
	if e.closed {
		return
	}
	base := e.View().base
	e.folding, e.pending = e.pending, newChanges()
	done := make(chan struct{})
	e.fold = done
	put := e.folding
	go func() {
		next := e.folded(base, put)
		e.finish(next, done)
	}()
}

// finish swaps the snapshot: at once where a writer waits for it, else under
// the writer's lock.
func (e *Engine) finish(next *Snapshot, done chan struct{}) {
	e.next.Store(next)
	close(done)
	e.mu.Lock()
	defer e.mu.Unlock()
	e.swap()
}

// await waits for the fold under way and swaps its snapshot in. It is called
// with e.mu held.
func (e *Engine) await() {
	if e.fold == nil {
		return
	}
	<-e.fold
	e.swap()
}

// swap is called with e.mu held.
func (e *Engine) swap() {
	next := e.next.Swap(nil)
	if next == nil {
		return
	}
	former := e.View()
	e.fold, e.folding = nil, newChanges()
	v := e.first(next)
	v.workshops = former.workshops
	if e.pending.len() > 0 {
		e.pending = e.pending.over(next)
		v = overlaid(v, next, e.pending, true)
	}
	v.revision = former.revision
	e.show(v)
}

// folded builds the snapshot that a base with changes amounts to.
func (e *Engine) folded(base *Snapshot, put changes) *Snapshot {
	began := e.options.Now()
	v := overlaid(e.first(base), base, put, true)
	s := &Snapshot{revision: base.revision}
	number := v.merged(s)
	s.lay(v.strips(number))
	s.orphans = v.lost(put)
	s.took = e.options.Now().Sub(began)
	return s
}

// merged puts the nodes of a view into a snapshot in the order of ids, and gives
// the number that each node of the view has there.
func (v *View) merged(s *Snapshot) []uint32 {
	s.sizeNodes(v.size())
	number, next, added := make([]uint32, v.size()), uint32(0), 0
	add := func(n uint32) {
		number[n] = next
		s.nodes[next], s.marks[next], s.kinds[next] = v.key(n), v.mark(n)&^joined, v.kindNumber(n)
		next++
	}
	for n := range uint32(len(v.base.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		for ; added < len(v.over.nodes) && v.over.place[added] <= n; added++ {
			add(uint32(len(v.base.nodes) + added)) //nolint:gosec // fewer than 2^31 nodes
		}
		add(n)
	}
	for ; added < len(v.over.nodes); added++ {
		add(uint32(len(v.base.nodes) + added)) //nolint:gosec // fewer than 2^31 nodes
	}
	return number
}

// columns unrolls the leaving halves: by link its ends and its marking.
func (s *Snapshot) columns() (from, to, mark []uint32) {
	from, to, mark = make([]uint32, len(s.links)), make([]uint32, len(s.links)), make([]uint32, len(s.links))
	for v := range uint32(len(s.nodes)) { //nolint:gosec // fewer than 2^31 nodes
		at := s.rows[v]
		for l := s.leaving[v]; l < s.leaving[v+1]; l++ {
			from[l], to[l], mark[l] = v, s.halves[at].far&^joined, s.classes[s.halves[at].class].link
			at++
		}
	}
	return from, to, mark
}
