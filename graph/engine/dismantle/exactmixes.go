package dismantle

// mixture tells what nodes gain in a weighted mix: of each objective its own numbers,
// by its weight. What a set gains in the mix is what it gains in each, so no nodes gain
// more than the sums of theirs.
type mixture struct {
	s       *solver   // for the weights, and what each objective is with nothing removed
	scale   []float64 // of each objective in the mix
	ties    *lengths  // nil where no objective is about who hangs together
	reach   *reaches  // nil where no objective is about reach
	streams []*stream // of each objective, nil where it is not about a flow
	now     []float64 // each objective without the set that was looked at last
	gone    []bool
	most    [exactTargets][]float64
}

func newMixture(s *solver) *mixture {
	m := &mixture{s: s, scale: make([]float64, len(s.p.Objectives))}
	for i, o := range s.p.Objectives {
		switch {
		case len(m.scale) == 1:
			m.scale[i] = 1
		case s.whole[i] > 0:
			m.scale[i] = o.Weight / s.whole[i]
		}
		m.count(o.Objective, m.scale[i])
	}
	return m.own()
}

// count lets an objective that is no flow count by its share.
func (m *mixture) count(o Objective, scale float64) {
	switch {
	case o.flows():
		return
	case o == Reach:
		m.reach = newReaches(m.s.p.Network, max(1, m.s.p.Distance))
		return
	case m.ties == nil:
		m.ties = newLengths(m.s.p.Network)
	}
	switch o {
	case DistanceConnectivity:
		m.ties.weigh(scale, 0)
	case PairConnectivity:
		m.ties.weigh(0, scale)
	default:
		m.ties.rooted += scale
	}
}

// own gives one with room of its own to reckon in, but for ties.
func (m *mixture) own() *mixture {
	o, n := *m, m.s.p.Network.Size()
	o.now, o.gone, o.most = make([]float64, len(m.scale)), make([]bool, n), [exactTargets][]float64{}
	if m.reach != nil {
		o.reach = &reaches{reached: m.reach.reached}
	}
	o.streams = make([]*stream, len(m.scale))
	for i, share := range m.s.p.Objectives {
		if share.Objective.flows() {
			o.streams[i] = newStream(m.s.p, share.Objective)
		}
	}
	return &o
}

func (m *mixture) lane(depth int) gains {
	o := m.own()
	if m.ties != nil {
		o.ties = m.ties.beside(depth)
	}
	return o
}

func (m *mixture) value(set nodeSet) float64 {
	var t tally
	if m.ties != nil {
		t = m.ties.tally(set)
	}
	return m.mixed(&t, set)
}

// mixed adds up as solver.value does.
func (m *mixture) mixed(t *tally, set nodeSet) float64 {
	sum := 0.0
	for i, o := range m.s.p.Objectives {
		m.now[i] = m.part(i, t, set)
		if m.scale[i] > 0 {
			sum += o.Weight * m.now[i] / m.s.whole[i]
		}
	}
	if len(m.now) == 1 {
		return m.now[0]
	}
	return sum
}

// part is an objective without a set that leaves so much.
func (m *mixture) part(i int, t *tally, set nodeSet) float64 {
	switch m.s.p.Objectives[i].Objective {
	case LargestComponent:
		return float64(t.largest)
	case PairConnectivity:
		return float64(t.pairs())
	case DistanceConnectivity:
		return overDistances(t.counts[:])
	case Reach:
		return m.reach.value(set)
	default:
		for v := range m.gone {
			m.gone[v] = set.has(uint32(v)) //nolint:gosec // at most mostInSet
		}
		return m.streams[i].value(m.s.ctx, m.gone)
	}
}

func (m *mixture) look(depth int, set, open nodeSet, more int) outlook {
	out, t := outlook{work: 1, most: m.most[depth]}, tally{}
	if m.ties != nil {
		t, out.work = m.ties.number(depth, set, open, more)
		at := &m.ties.levels[depth]
		out.most, out.apart, out.shared = at.most, at.apart, &m.ties.worth
	} else if out.most == nil {
		out.most = make([]float64, len(m.gone))
		m.most[depth] = out.most
	} else {
		clear(out.most)
	}
	out.value = m.mixed(&t, set)
	for i, scale := range m.scale {
		out.room += scale * m.gain(i, depth, set, open, func(v uint32, gain float64) { out.most[v] += scale * gain })
	}
	return out
}

// gain tells of an objective that is not about ties what nodes gain at most, and gives
// what all together do. Without some nodes all else flows that went not by them.
func (m *mixture) gain(i, depth int, set, open nodeSet, tell func(v uint32, gain float64)) (room float64) {
	if m.s.p.Objectives[i].Objective == Reach {
		at := m.reach.look(depth, set, open, 0)
		for v := range open.each {
			tell(v, at.most[v])
		}
		return at.room
	}
	if m.streams[i] != nil {
		for v := range open.each {
			tell(v, float64(m.streams[i].carries(v)))
		}
	}
	return m.now[i]
}
