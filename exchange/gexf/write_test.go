package gexf_test

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"entente/exchange/extract"
	"entente/exchange/gexf"
)

// parsed is GEXF as its schema names the parts, read apart from the writer's
// own types.
type parsed struct {
	Meta struct {
		Description string `xml:"description"`
	} `xml:"meta"`
	Graph struct {
		Declared []struct {
			Class string `xml:"class,attr"`
			IDs   []struct {
				ID string `xml:"id,attr"`
			} `xml:"attribute"`
		} `xml:"attributes"`
		Nodes []part `xml:"nodes>node"`
		Edges []part `xml:"edges>edge"`
	} `xml:"graph"`
}

type part struct {
	ID     string `xml:"id,attr"`
	Label  string `xml:"label,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Values []struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	} `xml:"attvalues>attvalue"`
}

func (p part) value(name string) string {
	for _, v := range p.Values {
		if v.For == name {
			return v.Value
		}
	}
	return ""
}

func read(t *testing.T, x extract.Extract) parsed {
	t.Helper()
	var text strings.Builder
	if err := gexf.Write(&text, x); err != nil {
		t.Fatal(err)
	}
	var got parsed
	if err := xml.Unmarshal([]byte(text.String()), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestWhatIsWrittenIsReadBackWithItsBanner(t *testing.T) {
	x := extract.Extract{
		Banner: "OFFICIAL-SENSITIVE · C", Taken: time.Unix(0, 0).UTC(),
		Records: []extract.Element{
			{ID: "a", Kind: "PERSON", Label: `Ana "Ța" <&>`, Source: "a report", Handling: "C A3"},
			{ID: "b", Kind: "PHONE", Label: "x\x00y\xff"},
		},
		Links: []extract.Element{{ID: "l", Kind: "USES", From: "a", To: "b", Source: "a call"}, {ID: "m", Kind: "CALLED", From: "a", To: "b"}},
	}
	got := read(t, x)
	if got.Meta.Description != x.Banner || len(got.Graph.Nodes) != 2 || len(got.Graph.Edges) != 2 || len(got.Graph.Declared) != 2 {
		t.Fatalf("%+v became %+v", x, got)
	}
	for _, c := range extract.Columns() {
		if got.Graph.Nodes[0].value(c.Name) != c.Of(x.Records[0]) || got.Graph.Edges[0].value(c.Name) != c.Of(x.Links[0]) {
			t.Errorf("%s is %q and %q", c.Name, got.Graph.Nodes[0].value(c.Name), got.Graph.Edges[0].value(c.Name))
		}
	}
	if n := got.Graph.Nodes; n[0].Label != x.Records[0].Label || n[1].Label != "xy" {
		t.Errorf("labels are %q and %q", n[0].Label, n[1].Label)
	}
	if e := got.Graph.Edges[0]; e.Source != "a" || e.Target != "b" {
		t.Errorf("the link is %+v", e)
	}
}

func TestALinkToNowhereIsRefused(t *testing.T) {
	if err := gexf.Write(&strings.Builder{}, extract.Extract{Links: []extract.Element{{ID: "l", From: "a", To: "b"}}}); err == nil {
		t.Error("a link without its ends was written")
	}
}
