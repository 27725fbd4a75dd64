package server_test

// lines are the lines of changes of an officer: of everywhere, and of the team where the officer is in it.
type lines struct{ events []*line }

func (w *team) listens(officer string, inTeam bool) *lines {
	w.tb.Helper()
	l := &lines{events: []*line{w.listen(officer, watchChanges, nil)}}
	if inTeam {
		l.events = append(l.events, w.listen(officer, watchChanges, map[string]any{"operation": w.operation}))
	}
	for _, got := range l.next() {
		if got != begunEvent {
			w.tb.Fatalf("%s begins with %s", officer, got)
		}
	}
	return l
}

// next is the next event of each line.
func (l *lines) next() []string {
	var out []string
	for _, e := range l.events {
		out = append(out, e.next())
	}
	return out
}

const noticeLine = `subscription { notices { notice { kind detail about } } }`

// everything is what an officer can ask of the cases, of what waits and of what was told, as one text.
func (w *team) everything(officer string, ids ...string) string {
	w.tb.Helper()
	all := w.battery(officer, ids...) + string(w.ask(officer, jointPlansQuery, nil))
	all += string(w.ask(officer, `{ notices { totalCount edges { cursor node { id kind detail about at } } } views { id name version }
		operations { id name state members { name } } organisations { id } releases { totalCount } me { operations { id } } }`, nil))
	for _, id := range ids {
		all += string(w.ask(officer, `query($id: ID!) { comments(on: $id) { id text } whyCanISee(id: $id) { reason says } }`, map[string]any{"id": id}))
	}
	return all
}

func appeared(id, label string) string { return told("APPEARED", id, record(label)) }
