package casework

import (
	"context"
	"fmt"
	"slices"

	"entente/audit"
	"entente/graph"
)

// NoticeEvent is a notice that came; Notice is nil in the first event, which
// says that from here on all are told.
type NoticeEvent struct {
	Notice   *Notice
	Revision string // sealed
}

// NoticeWatch tells a caller of their notices as they come.
type NoticeWatch struct{ *watched[NoticeEvent] }

// WatchNotices follows the notices for a caller, from now on or from a token on.
func (w *Watcher) WatchNotices(ctx context.Context, since *string) (*NoticeWatch, error) {
	w.anyTeam = true
	if err := w.start(ctx, nil, since); err != nil {
		return nil, err
	}
	return &NoticeWatch{&watched[NoticeEvent]{Watcher: w, gather: w.gatherNotices, event: (*Enquiry).noticeEvent}}, nil
}

func (w *Watcher) gatherNotices(ctx context.Context) ([]happened, error) {
	e, changes, err := w.changes(ctx)
	if err != nil {
		return nil, err
	}
	var all []happened
	for _, c := range changes {
		for i, id := range c.CaseObjects {
			h := happened{id: id, from: w.position, at: e.at}
			if i == len(c.CaseObjects)-1 {
				h.from = c.Revision
			}
			all = append(all, h)
		}
		w.position = c.Revision
	}
	return all, nil
}

func (e *Enquiry) noticeEvent(ctx context.Context, h happened) (*NoticeEvent, error) {
	token, err := e.seal.revisionAt(h.from, h.at)
	if err != nil {
		return nil, err
	}
	event := &NoticeEvent{Revision: token}
	if h.kind == graph.ChangeBegun {
		e.note(audit.Subscribe, &audit.Shape{Question: "notices"})
		return event, nil
	}
	if err := e.reader(); err != nil {
		return nil, err
	}
	sight, kinds := e.noticesFor(nil)
	object, err := e.store.CaseObject(ctx, sight, h.id)
	if err != nil {
		return nil, fmt.Errorf("read a notice: %w", err)
	}
	foreign := object.Kind != graph.CaseNotice || len(kinds) > 0 && !slices.Contains(kinds, graph.NoticeKind(object.State))
	if foreign || slices.Contains(object.Except, e.principal.Officer) {
		return nil, graph.Missing()
	}
	if event.Notice, err = noticeIn(object); err != nil {
		return nil, err
	}
	e.note(audit.Subscribe, nil, h.id)
	return event, nil
}
