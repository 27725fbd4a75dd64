package graphml

import (
	"encoding/xml"
	"fmt"
	"io"

	"entente/exchange/extract"
)

type document struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Desc    string   `xml:"desc"`
	Keys    []key    `xml:"key"`
	Graph   graph    `xml:"graph"`
}

type key struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graph struct {
	ID          string `xml:"id,attr"`
	EdgeDefault string `xml:"edgedefault,attr"`
	Data        []data `xml:"data"`
	Nodes       []node `xml:"node"`
	Edges       []edge `xml:"edge"`
}

type node struct {
	ID   string `xml:"id,attr"`
	Data []data `xml:"data"`
}

type edge struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []data `xml:"data"`
}

type data struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// Write writes a directed multigraph: each record a node, each link an edge,
// with the attributes of extract.Columns; the banner is the graph's own
// attribute and stands in the description. Links whose ends are not among the
// records are refused: a reader would invent nodes for them.
func Write(w io.Writer, x extract.Extract) error {
	d := document{Desc: extract.Legible(x.Banner), Keys: keys(), Graph: graph{ID: "extract", EdgeDefault: "directed"}}
	d.Graph.Data = []data{{"banner", extract.Legible(x.Banner)}, {"hub", x.Hub}, {"taken", x.Taken.Format("2006-01-02T15:04:05Z07:00")}, {"purpose", extract.Legible(x.Purpose)}}
	there := map[string]bool{}
	for _, r := range x.Records {
		there[r.ID] = true
		d.Graph.Nodes = append(d.Graph.Nodes, node{r.ID, attributes(r)})
	}
	for _, l := range x.Links {
		if !there[l.From] || !there[l.To] {
			return fmt.Errorf("write GraphML: link %s ends outside of the extract", l.ID)
		}
		d.Graph.Edges = append(d.Graph.Edges, edge{l.ID, l.From, l.To, attributes(l)})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	if err := xml.NewEncoder(w).Encode(d); err != nil {
		return fmt.Errorf("write GraphML: %w", err)
	}
	return nil
}

func keys() []key {
	var out []key
	for _, name := range []string{"banner", "hub", "taken", "purpose"} {
		out = append(out, key{name, "graph", name, "string"})
	}
	for _, c := range extract.Columns() {
		out = append(out, key{c.Name, "all", c.Name, "string"})
	}
	return out
}

func attributes(e extract.Element) []data {
	var out []data
	for _, c := range extract.Columns() {
		if value := extract.Legible(c.Of(e)); value != "" {
			out = append(out, data{c.Name, value})
		}
	}
	return out
}
