package graphml_test

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/exchange/extract"
	"entente/exchange/graphml"
)

// parsed is GraphML as its specification names the parts, read apart from the
// writer's own types.
type parsed struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		Name string `xml:"attr.name,attr"`
	} `xml:"key"`
	Graph struct {
		Data  []pair `xml:"data"`
		Nodes []struct {
			ID   string `xml:"id,attr"`
			Data []pair `xml:"data"`
		} `xml:"node"`
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Data   []pair `xml:"data"`
		} `xml:"edge"`
	} `xml:"graph"`
}

type pair struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

func valueOf(all []pair, key string) string {
	for _, p := range all {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

// printable draws texts that XML can hold; line ends are XML's own to change.
func printable() *rapid.Generator[string] {
	return rapid.StringMatching(`[ -~ăâîșțĂ😀<>&"']{0,40}`)
}

func anyExtract() *rapid.Generator[extract.Extract] {
	return rapid.Custom(func(t *rapid.T) extract.Extract {
		x := extract.Extract{Banner: printable().Draw(t, "banner"), Hub: "hub.test.example", Taken: time.Unix(0, 0).UTC()}
		for n := range rapid.IntRange(1, 5).Draw(t, "records") {
			x.Records = append(x.Records, extract.Element{
				ID: "r" + string(rune('a'+n)), Kind: "PERSON", Label: printable().Draw(t, "label"), Owner: printable().Draw(t, "owner"),
				Source: printable().Draw(t, "source"), Grading: "UK_3X5X2 1B", Handling: "C A3",
			})
		}
		for range rapid.IntRange(0, 5).Draw(t, "links") {
			end := func(label string) string { return rapid.SampledFrom(x.Records).Draw(t, label).ID }
			x.Links = append(x.Links, extract.Element{ID: "l", Kind: "CALLED", From: end("from"), To: end("to"), Source: printable().Draw(t, "source")})
		}
		return x
	})
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := anyExtract().Draw(t, "extract")
		var text strings.Builder
		if err := graphml.Write(&text, x); err != nil {
			t.Fatal(err)
		}
		var got parsed
		if err := xml.Unmarshal([]byte(text.String()), &got); err != nil {
			t.Fatal(err)
		}
		if valueOf(got.Graph.Data, "banner") != x.Banner || len(got.Graph.Nodes) != len(x.Records) || len(got.Graph.Edges) != len(x.Links) {
			t.Fatalf("%+v became %+v", x, got)
		}
		for i, n := range got.Graph.Nodes {
			for _, c := range extract.Columns() {
				if valueOf(n.Data, c.Name) != c.Of(x.Records[i]) {
					t.Fatalf("%s of %+v is %q", c.Name, x.Records[i], valueOf(n.Data, c.Name))
				}
			}
		}
		for i, l := range got.Graph.Edges {
			if l.Source != x.Links[i].From || l.Target != x.Links[i].To || valueOf(l.Data, "source") != x.Links[i].Source {
				t.Fatalf("%+v became %+v", x.Links[i], l)
			}
		}
	})
}

func TestWhatXMLCannotHoldIsLeftOut(t *testing.T) {
	var text strings.Builder
	x := extract.Extract{Records: []extract.Element{{ID: "r", Label: "a\x00b\x1bc\xff"}}}
	if err := graphml.Write(&text, x); err != nil {
		t.Fatal(err)
	}
	var got parsed
	if err := xml.Unmarshal([]byte(text.String()), &got); err != nil {
		t.Fatal(err)
	}
	if label := valueOf(got.Graph.Nodes[0].Data, "label"); label != "abc" {
		t.Errorf("the label is %q", label)
	}
}

func TestALinkToNowhereIsRefused(t *testing.T) {
	var text strings.Builder
	if err := graphml.Write(&text, extract.Extract{Links: []extract.Element{{ID: "l", From: "a", To: "b"}}}); err == nil {
		t.Error("a link without its ends was written")
	}
}
