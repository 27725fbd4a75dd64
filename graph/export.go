package graph

// ExportFormat is the form of a file that leaves the hub.
type ExportFormat string

// The forms.
const (
	GraphML ExportFormat = "GRAPHML"
	GEXF    ExportFormat = "GEXF"
	CSV     ExportFormat = "CSV"
	JSON    ExportFormat = "JSON"
)
