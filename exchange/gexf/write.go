package gexf

import (
	"encoding/xml"
	"fmt"
	"io"

	"entente/exchange/extract"
)

type document struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version string   `xml:"version,attr"`
	Meta    meta     `xml:"meta"`
	Graph   graph    `xml:"graph"`
}

type meta struct {
	Modified    string `xml:"lastmodifieddate,attr"`
	Creator     string `xml:"creator"`
	Description string `xml:"description"`
	Keywords    string `xml:"keywords"`
}

type graph struct {
	EdgeType   string       `xml:"defaultedgetype,attr"`
	Attributes []attributes `xml:"attributes"`
	Nodes      []node       `xml:"nodes>node"`
	Edges      []edge       `xml:"edges>edge"`
}

type attributes struct {
	Class string      `xml:"class,attr"`
	All   []attribute `xml:"attribute"`
}

type attribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type node struct {
	ID     string  `xml:"id,attr"`
	Label  string  `xml:"label,attr"`
	Values []value `xml:"attvalues>attvalue"`
}

type edge struct {
	ID     string  `xml:"id,attr"`
	Source string  `xml:"source,attr"`
	Target string  `xml:"target,attr"`
	Kind   string  `xml:"kind,attr"` // lets several edges stand between two nodes
	Values []value `xml:"attvalues>attvalue"`
}

type value struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

// Write writes a directed graph with parallel edges: each record a node, each
// link an edge, with the attributes of extract.Columns. The banner, the hub and
// the purpose stand in the description. Links whose ends are not among the
// records are refused: a reader would invent nodes for them.
func Write(w io.Writer, x extract.Extract) error {
	d := document{Version: "1.3", Meta: metaOf(x), Graph: graph{EdgeType: "directed", Attributes: classes()}}
	there := map[string]bool{}
	for _, r := range x.Records {
		there[r.ID] = true
		d.Graph.Nodes = append(d.Graph.Nodes, node{r.ID, extract.Legible(r.Label), values(r)})
	}
	for _, l := range x.Links {
		if !there[l.From] || !there[l.To] {
			return fmt.Errorf("write GEXF: link %s ends outside of the extract", l.ID)
		}
		d.Graph.Edges = append(d.Graph.Edges, edge{l.ID, l.From, l.To, l.Kind, values(l)})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write GEXF: %w", err)
	}
	if err := xml.NewEncoder(w).Encode(d); err != nil {
		return fmt.Errorf("write GEXF: %w", err)
	}
	return nil
}

func metaOf(x extract.Extract) meta {
	return meta{
		Modified: x.Taken.Format("2006-01-02"), Creator: x.Hub,
		Description: extract.Legible(x.Banner), Keywords: extract.Legible(x.Purpose),
	}
}

// classes say which attributes nodes and edges have: the same ones.
func classes() []attributes {
	var all []attribute
	for _, c := range extract.Columns() {
		all = append(all, attribute{c.Name, c.Name, "string"})
	}
	return []attributes{{"node", all}, {"edge", all}}
}

func values(e extract.Element) []value {
	var out []value
	for _, c := range extract.Columns() {
		if text := extract.Legible(c.Of(e)); text != "" {
			out = append(out, value{c.Name, text})
		}
	}
	return out
}
