package dismantle

import "context"

// dinic finds a maximum flow by blocking flows in layers (Dinic 1970), at worst
// O(V^2 E), for unit capacities O(E sqrt V).
type dinic struct {
	rows  [][]int // arcs by tail
	head  []int
	left  []int64 // the reverse of arc a is a^1
	level []int   // of each node in the residual network; -1 is out of reach
	next  []int
}

func newDinic(nodes int) *dinic {
	return &dinic{rows: make([][]int, nodes), level: make([]int, nodes), next: make([]int, nodes)}
}

func (d *dinic) arc(from, to int, capacity int64) {
	d.rows[from] = append(d.rows[from], len(d.head))
	d.rows[to] = append(d.rows[to], len(d.head)+1)
	d.head = append(d.head, to, from)
	d.left = append(d.left, capacity, 0)
}

// run gives the flow, mostCapacity where it is that or more. In the end level
// tells which nodes the residual network reaches.
func (d *dinic) run(ctx context.Context, from, to int) (int64, error) {
	flow := int64(0)
	for flow < mostCapacity {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if d.layer(from); d.level[to] < 0 {
			break
		}
		clear(d.next)
		for flow < mostCapacity {
			sent := d.send(from, to)
			if sent == 0 {
				break
			}
			flow = min(mostCapacity, flow+sent)
		}
	}
	return flow, nil
}

func (d *dinic) layer(from int) {
	for v := range d.level {
		d.level[v] = -1
	}
	d.level[from] = 0
	queue := []int{from}
	for at := 0; at < len(queue); at++ {
		v := queue[at]
		for _, a := range d.rows[v] {
			if d.left[a] > 0 && d.level[d.head[a]] < 0 {
				d.level[d.head[a]] = d.level[v] + 1
				queue = append(queue, d.head[a])
			}
		}
	}
}

// send pushes what fits along one way through the layers; the way is kept in a
// list, as a chain may be longer than a stack should be deep.
func (d *dinic) send(from, to int) int64 {
	var way []int
	for v := from; v != to; {
		if d.next[v] < len(d.rows[v]) {
			a := d.rows[v][d.next[v]]
			if d.left[a] > 0 && d.level[d.head[a]] == d.level[v]+1 {
				way = append(way, a)
				v = d.head[a]
			} else {
				d.next[v]++
			}
			continue
		}
		if len(way) == 0 {
			return 0
		}
		last := way[len(way)-1]
		way = way[:len(way)-1]
		v = d.head[last^1]
		d.next[v]++
	}
	sent := int64(mostCapacity)
	for _, a := range way {
		sent = min(sent, d.left[a])
	}
	for _, a := range way {
		d.left[a] -= sent
		d.left[a^1] += sent
	}
	return sent
}
