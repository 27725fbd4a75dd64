package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// figureFile shows how the time of a question grows with the links.
const figureFile = "docs/images/growth.svg"

// curve is one line of the figure: the results whose names begin with its name
// and end with the number of links.
type curve struct {
	name, label, colour, dash string
}

func curves() []curve {
	return []curve{
		{"growth.plan.", "a plan of six targets, least effort", "#7a3b9a", "2 3"},
		{"growth.betweenness.", "betweenness from 16 sources", "#b45309", "8 4"},
		{"growth.community.", "communities, 2 rounds", "#0f766e", "12 3 3 3"},
		{"growth.path.", "a shortest path, p95", "#1d4ed8", ""},
	}
}

// point is a number of links and the seconds that it took.
type point struct{ links, seconds float64 }

// points are those of one curve, by links.
func points(all []result, name string) []point {
	var out []point
	for _, r := range all {
		size, ok := strings.CutPrefix(r.Name, name)
		links, err := strconv.Atoi(size)
		if ok && err == nil && r.Unit == "s" && r.Value > 0 && links > 0 {
			out = append(out, point{float64(links), r.Value})
		}
	}
	slices.SortFunc(out, func(a, b point) int { return int(a.links - b.links) })
	return out
}

// The figure's size, its margins, and the powers of ten of its axes.
const (
	wide, high          = 760, 420
	left, right         = 70, 250
	top, bottom         = 20, 50
	leastLinks, mostLog = 4, 7
	leastTime, mostTime = -6, 3
	labelHigh           = 14
)

func across(links float64) float64 {
	return left + (math.Log10(links)-leastLinks)/(mostLog-leastLinks)*(wide-left-right)
}

func down(seconds float64) float64 {
	return high - bottom - (math.Log10(seconds)-leastTime)/(mostTime-leastTime)*(high-top-bottom)
}

// figure draws the curves on logarithmic axes; empty where nothing was measured.
func figure(all []result) string {
	var lines strings.Builder
	var labels []float64 // where they stand, so that none lies on another
	for _, c := range curves() {
		found := points(all, c.name)
		if len(found) == 0 {
			continue
		}
		var path []string
		for _, p := range found {
			path = append(path, fmt.Sprintf("%.1f,%.1f", across(p.links), down(p.seconds)))
		}
		last := found[len(found)-1]
		fmt.Fprintf(&lines, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2.5" stroke-dasharray="%s"/>`+"\n", strings.Join(path, " "), c.colour, c.dash)
		y := down(last.seconds) + 4
		for _, other := range labels {
			if math.Abs(y-other) < labelHigh {
				y = other + labelHigh
			}
		}
		labels = append(labels, y)
		fmt.Fprintf(&lines, `<text x="%.1f" y="%.1f" fill="%s">%s: %s</text>`+"\n", across(last.links)+8, y, c.colour, c.label, readable(last.seconds))
	}
	if lines.Len() == 0 {
		return ""
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">`+"\n", wide, high) +
		"<title>Time of a question against the links of the graph</title>\n" +
		`<rect width="100%" height="100%" fill="#ffffff"/>` + "\n" + axes() + lines.String() + "</svg>\n"
}

// axes are the grid and what it says.
func axes() string {
	var b strings.Builder
	for power := leastLinks; power <= mostLog; power++ {
		x := across(math.Pow10(power))
		fmt.Fprintf(&b, `<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#d4d4d8"/>`+"\n", x, top, x, high-bottom)
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle" fill="#3f3f46">%s</text>`+"\n", x, high-bottom+18, []string{"10,000", "100,000", "1 million", "10 million"}[power-leastLinks])
	}
	for power := leastTime; power <= mostTime; power += 3 {
		y := down(math.Pow10(power))
		fmt.Fprintf(&b, `<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="#d4d4d8"/>`+"\n", left, y, wide-right, y)
		fmt.Fprintf(&b, `<text x="%d" y="%.1f" text-anchor="end" fill="#3f3f46">%s</text>`+"\n", left-8, y+4, readable(math.Pow10(power)))
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" fill="#3f3f46">links of the graph, of which the caller sees 75 %%</text>`+"\n", (left+wide-right)/2, high-10)
	return b.String()
}

// readable is a time in the unit that suits it.
func readable(seconds float64) string {
	switch {
	case seconds < 1e-3:
		return fmt.Sprintf("%.3g µs", seconds*1e6)
	case seconds < 1:
		return fmt.Sprintf("%.3g ms", seconds*1e3)
	}
	return fmt.Sprintf("%.4g s", seconds)
}

// writeFigure draws what was measured into docs; nothing where nothing was.
func writeFigure(r report) error {
	drawn := figure(r.Results)
	if drawn == "" {
		return nil
	}
	if err := os.WriteFile(figureFile, []byte(drawn), 0o644); err != nil { //nolint:gosec // a document
		return fmt.Errorf("draw the growth: %w", err)
	}
	return nil
}

// redraw draws the results that there are.
func redraw() error {
	all, err := read()
	if err != nil {
		return err
	}
	return writeFigure(all)
}
