package server_test

import (
	"bytes"
	"crypto/rand"
	"slices"
	"strings"
	"testing"

	"entente/graph"
)

const viewFields = `id version name own owner { id } audience { scope } hidden grouping resolution leaves joined content { opened attribute places { record x y pinned } }`

const saveView = `mutation($input: SaveViewInput!) { saveView(input: $input) { revision view { ` + viewFields + ` } } }`

const removeView = `mutation($input: RetireInput!) { removeView(input: $input) { id } }`

type viewSeen struct {
	ID, Version, Name string
	Own               bool
	Content           struct {
		Opened    []string
		Attribute string
		Places    []placeSeen
	}
}

type placeSeen struct {
	Record string
	X, Y   float64
	Pinned bool
}

func (v viewSeen) records() []string {
	var ids []string
	for _, p := range v.Content.Places {
		ids = append(ids, p.Record)
	}
	return ids
}

func placesOf(records ...string) []any {
	var out []any
	for i, id := range records {
		out = append(out, map[string]any{"record": id, "x": 100 * i, "y": -7 * i * i, "pinned": i == 0})
	}
	return out
}

func (w *team) saveView(officer string, in map[string]any) viewSeen {
	w.tb.Helper()
	var got struct{ SaveView struct{ View viewSeen } }
	w.get(officer, saveView, input(in), &got)
	return got.SaveView.View
}

func (w *team) view(officer, id string) viewSeen {
	w.tb.Helper()
	var got struct{ View viewSeen }
	w.get(officer, viewQuery(id), nil, &got)
	return got.View
}

func viewQuery(id string) string { return `{ view(id: "` + id + `") { ` + viewFields + ` } }` }

func (w *team) withTeam() map[string]any {
	return map[string]any{"scope": "JOINT_TEAMS", "operations": []any{w.operation}}
}

// What a second officer is told of a shared view is what a view made without the
// rest would say: no id, no place, and no room where something lay.
func TestASharedViewHoldsNothingOutOfSightNorAGap(t *testing.T) {
	w := newTeam(t)
	shared := []string{w.person("ana", "First Example", w.shared()).Record.ID, w.person("ana", "Second Example", w.shared()).Record.ID}
	hidden := []string{w.person("ana", "Third Example", nil).Record.ID, w.person("ana", "Fourth Example", nil).Record.ID}
	all := []string{hidden[0], shared[0], hidden[1], shared[1]}
	whole := w.saveView("ana", map[string]any{"name": "A chart", "audience": w.withTeam(), "places": placesOf(all...), "opened": all})
	without := w.saveView("ana", map[string]any{
		"name": "A chart", "audience": w.withTeam(), "opened": shared, "places": slices.Concat(placesOf(all...)[1:2], placesOf(all...)[3:]),
	})
	if got := w.view("ana", whole.ID); len(got.Content.Places) != 4 || !got.Own || len(got.Content.Opened) != 4 {
		t.Errorf("Ana is told %+v of her own", got)
	}
	answer := w.ask("bogdan", viewQuery(whole.ID), nil)
	other := w.ask("bogdan", viewQuery(without.ID), nil)
	if plain := bytes.ReplaceAll(bytes.ReplaceAll(other, []byte(without.ID), []byte(whole.ID)), []byte(without.Version), []byte(whole.Version)); !bytes.Equal(answer, plain) {
		t.Errorf("Bogdan is told\n%s\nand of a view without the rest\n%s", answer, plain)
	}
	for _, id := range hidden {
		if bytes.Contains(answer, []byte(id)) {
			t.Errorf("Bogdan is told of %s: %s", id, answer)
		}
	}
	got := w.view("bogdan", whole.ID)
	slices.Sort(shared)
	if !slices.Equal(got.records(), shared) || got.Own {
		t.Errorf("Bogdan is told %+v", got)
	}
	for _, p := range got.Content.Places {
		if p.X == 100 || p.X == 300 {
			t.Errorf("Bogdan is told where it lay for Ana: %+v", p)
		}
	}
}

// By which attribute a view takes things together is told where two records in
// sight say the same in it, and else to its maker alone: it would say that others do.
func TestASharedViewTellsOfAnAttributeOnlyInSight(t *testing.T) {
	w := newTeam(t)
	phone := func(number, network string, marking map[string]any) string {
		in := map[string]any{
			"idempotencyKey": rand.Text(), "source": "INT-1", "details": map[string]any{"phone": map[string]any{"number": number, "network": network}},
		}
		if marking != nil {
			in["marking"] = marking
		}
		var got struct{ CreateRecord written }
		w.get("ana", createRecord, map[string]any{"input": in}, &got)
		return got.CreateRecord.Record.ID
	}
	shared := []string{phone("+40700900101", "Sample Mobile", w.shared()), phone("+40700900102", "Another Mobile", w.shared())}
	hidden := phone("+40700900103", "Sample Mobile", nil)
	of := func(attribute any, records ...string) string {
		return w.saveView("ana", map[string]any{
			"name": "A chart", "audience": w.withTeam(), "places": placesOf(records...), "attribute": attribute,
		}).ID
	}
	all := append([]string{hidden}, shared...)
	view, without := of("NETWORK", all...), of(nil, all...)
	if got := w.view("ana", view).Content.Attribute; got != "NETWORK" {
		t.Errorf("Ana is told %q of her own", got)
	}
	if got := w.view("bogdan", view); got.Content.Attribute != "" || !slices.Equal(got.records(), w.view("bogdan", without).records()) {
		t.Errorf("Bogdan is told of what records out of sight say: %+v", got)
	}
	view = of("NETWORK", append(all, phone("+40700900104", "Another Mobile", w.shared()))...)
	if got := w.view("bogdan", view).Content.Attribute; got != "NETWORK" {
		t.Errorf("Bogdan is told %q of what two records in sight say", got)
	}
	if got := w.saveView("bogdan", map[string]any{"name": "A copy", "places": placesOf(shared...), "attribute": "NETWORK"}); got.Content.Attribute != "NETWORK" {
		t.Errorf("Bogdan's own copy takes things together by %q", got.Content.Attribute)
	}
}

// A view is its maker's: others open it where it is shared with them, keep it
// under a name of their own, and change nothing of it.
func TestAViewIsItsMakers(t *testing.T) {
	w := newTeam(t)
	person := w.person("ana", "First Example", w.shared()).Record.ID
	private := w.person("bogdan", "Second Example", nil).Record.ID
	v := w.saveView("ana", map[string]any{"name": "A chart", "places": placesOf(person, private)})
	if !slices.Equal(v.records(), []string{person}) {
		t.Errorf("kept with what Ana does not see: %+v", v)
	}
	w.refused("bogdan", viewQuery(v.ID), nil, refusal{"NOT_FOUND", ""})
	w.refused("idle", viewQuery(v.ID), nil, refusal{"PURPOSE_REQUIRED", ""})
	change := map[string]any{"id": v.ID, "version": v.Version, "name": "Another", "places": placesOf(person), "grouping": "KIND"}
	w.refused("bogdan", saveView, input(change), refusal{"NOT_FOUND", "input.id"})
	change["audience"] = w.withTeam()
	now := w.saveView("ana", change)
	w.refused("ana", saveView, input(change), refusal{"CONFLICT", "input.version"})
	if got := w.view("bogdan", v.ID); got.Name != "Another" || got.Version != now.Version {
		t.Errorf("Bogdan is told %+v, not %+v", got, now)
	}
	change["version"] = now.Version
	w.refused("bogdan", saveView, input(change), refusal{"GATE_CLOSED", ""})
	delete(change, "id")
	if copied := w.saveView("bogdan", change); !copied.Own || copied.ID == v.ID {
		t.Errorf("Bogdan's own is %+v", copied)
	}
	w.refused("bogdan", removeView, input(map[string]any{"id": v.ID, "version": now.Version}), refusal{"GATE_CLOSED", ""})
	w.get("ana", removeView, input(map[string]any{"id": v.ID, "version": now.Version}), &struct{}{})
	for _, officer := range []string{"ana", "bogdan"} {
		w.refused(officer, viewQuery(v.ID), nil, refusal{"NOT_FOUND", ""})
	}
	var left struct{ Views []viewSeen }
	w.get("ana", `{ views { id } }`, nil, &left)
	if len(left.Views) != 1 || left.Views[0].ID == v.ID {
		t.Errorf("Ana may open %+v", left.Views)
	}
}

// What nobody could open is refused with its field, and nothing of it is kept.
func TestABadViewIsRefusedWithItsField(t *testing.T) {
	w := newTeam(t)
	person := w.person("ana", "First Example", nil).Record.ID
	for field, change := range map[string]map[string]any{
		"input.name":                {"name": ""},
		"input.places":              {"places": placesOf(person, person)},
		"input.opened":              {"opened": []any{graph.IDOf(graph.NounRecord, [16]byte{1})}},
		"input.resolution":          {"resolution": 0},
		"input.attribute":           {"attribute": "NAME", "grouping": "KIND"},
		"input.version":             {"id": person},
		"input.audience.operations": {"audience": map[string]any{"scope": "JOINT_TEAMS"}},
	} {
		in := map[string]any{"name": "A chart", "places": placesOf(person)}
		for key, value := range change {
			in[key] = value
		}
		w.refused("ana", saveView, input(in), refusal{"BAD_USER_INPUT", field})
	}
	var left struct{ Views []viewSeen }
	w.get("ana", `{ views { id } }`, nil, &left)
	if len(left.Views) != 0 {
		t.Errorf("kept: %+v", left.Views)
	}
}

const addComment = `mutation($input: AddCommentInput!) { addComment(input: $input) { comment { id version own text marking { compartments audience { scope } } } } }`

const withdrawComment = `mutation($input: RetireInput!) { withdrawComment(input: $input) { id } }`

type commentSeen struct{ ID, Version, Text string }

func (w *team) comment(officer, on, text string, shared bool) commentSeen {
	w.tb.Helper()
	var got struct{ AddComment struct{ Comment commentSeen } }
	w.get(officer, addComment, input(map[string]any{"on": on, "text": text, "shared": shared}), &got)
	return got.AddComment.Comment
}

func (w *team) comments(officer, on string) string {
	w.tb.Helper()
	var got struct{ Comments []commentSeen }
	w.get(officer, `{ comments(on: "`+on+`") { id text officer { id } } }`, nil, &got)
	var texts []string
	for _, c := range got.Comments {
		texts = append(texts, c.Text)
	}
	slices.Sort(texts)
	return strings.Join(texts, ", ")
}

// A comment is for one's own organisation, or for whoever the thing is for, and
// goes with the sight of it.
func TestACommentGoesWithWhatItIsOn(t *testing.T) {
	w := newTeam(t)
	made := w.person("ana", "First Example", w.shared()).Record
	second := w.person("bogdan", "Second Example", w.shared()).Record.ID
	link := w.link("ana", "ASSOCIATE", made.ID, second, w.shared()).Link.ID
	view := w.saveView("ana", map[string]any{"name": "A chart", "audience": w.withTeam(), "places": placesOf(made.ID)}).ID
	for _, on := range []string{made.ID, link, view} {
		w.comment("ana", on, "ours", false)
		kept := w.comment("bogdan", on, "for all", true)
		if got := w.comments("ana", on); got != "for all, ours" {
			t.Errorf("Ana reads %q on %s", got, on)
		}
		if got := w.comments("bogdan", on); got != "for all" {
			t.Errorf("Bogdan reads %q on %s", got, on)
		}
		w.refused("carla", `{ comments(on: "`+on+`") { id } }`, nil, refusal{"NOT_FOUND", ""})
		w.refused("carla", addComment, input(map[string]any{"on": on, "text": "a guess"}), refusal{"NOT_FOUND", "input.on"})
		gone := input(map[string]any{"id": kept.ID, "version": kept.Version})
		w.refused("ana", withdrawComment, gone, refusal{"GATE_CLOSED", ""})
		w.get("bogdan", withdrawComment, gone, &struct{}{})
		if got := w.comments("ana", on); got != "ours" {
			t.Errorf("withdrawn, and Ana reads %q on %s", got, on)
		}
	}
	w.refused("ana", addComment, input(map[string]any{"on": made.ID, "text": ""}), refusal{"BAD_USER_INPUT", "input.text"})
	w.refused("ana", addComment, input(map[string]any{"on": "nonsense", "text": "x"}), refusal{"NOT_FOUND", "input.on"})
}
