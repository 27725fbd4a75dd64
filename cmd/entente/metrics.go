package main

import "entente/server"

// metrics are the hub's figures with those of its engine and its broker.
func (h *hub) metrics() *server.Metrics {
	m := server.NewMetrics()
	m.Gauge("engine_records", "Records in the engine's snapshot.", func() float64 { return float64(h.engine.Stats().Nodes) })
	m.Gauge("engine_links", "Links in the engine's snapshot.", func() float64 { return float64(h.engine.Stats().Links) })
	m.Gauge("engine_topology_bytes_per_link", "Memory of the engine's topology, bytes a link.",
		func() float64 { return h.engine.Stats().TopologyBytesPerLink() })
	m.Gauge("engine_bytes", "Memory of the engine's snapshot, in bytes.", func() float64 {
		s := h.engine.Stats()
		return float64(s.TopologyBytes + s.AttributeBytes)
	})
	m.Gauge("engine_changes", "Changed elements that are laid over the engine's snapshot.",
		func() float64 { return float64(h.engine.Stats().Changes) })
	m.Gauge("engine_build_seconds", "Time the last snapshot took to build.",
		func() float64 { return h.engine.Stats().BuildTime.Seconds() })
	m.Gauge("broker_dropped", "Questions that the owners' broker did not look at, because its queue was full.",
		func() float64 { return float64(h.casework.BrokerDropped()) })
	return m
}
